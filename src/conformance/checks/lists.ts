import type { Credential, ListCredentials, OperationName, Page } from '../../contract/index.js';
import type { CheckDefinition } from '../check.js';
import { expect, expectEqual, expectThere } from '../expectation.js';
import { callOperation, idsIn, needsOf, ownObject, personalOperations, requestable } from '../operation-call.js';
import { everything } from '../pages.js';
import type { Scene } from '../scene.js';

type Item = { id: string };

const pagedOperations = personalOperations.filter((name) => /\.(list|history)$/.test(name) && name !== 'events.list');

/** Something to list: a few objects, as many as fit. */
async function fill(scene: Scene, name: OperationName): Promise<void> {
  const [resource] = name.split('.');
  if (resource === 'credentials') await fewCredentials(scene, 2);
  if (resource === 'applications') for (let count = 0; count < 2; count++) await scene.application({ another: true });
  if (resource === 'accessRequests' && name.endsWith('.list'))
    for (let count = 0; count < 2; count++)
      await scene.request(await requestable(scene), { applicationId: await scene.application({ another: true }) });
}

async function fewCredentials(scene: Scene, count: number): Promise<Credential[]> {
  const offer = await scene.offer();
  const made = [];
  for (let index = 0; index < count; index++) made.push(await scene.create(offer));
  return made;
}

const pagingChecks = pagedOperations.map((name): CheckDefinition => ({
  id: `paging.${name}`,
  title: `${name} gives every item once, however large its pages are`,
  needs: needsOf(name),
  async run(scene) {
    const ids: string[] = [];
    for (const idName of idsIn(name)) ids.push(await ownObject(scene, idName));
    await fill(scene, name);
    const { environment } = (await scene.offer()).resource;
    const params = name === 'credentials.list' && environment !== undefined ? { environment } : {};
    const list = (limit: number, cursor?: string): Promise<Page<Item>> =>
      callOperation(scene.owner, name, ids, {
        ...params,
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      }) as Promise<Page<Item>>;
    const whole = await everything((cursor) => list(200, cursor));
    const expected = whole.map(({ id }) => id);
    expect(new Set(expected).size === expected.length, `${name}: an item is in the list twice`);
    for (const limit of [1, 2]) {
      const paged: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await list(limit, cursor);
        const size = page.items.length;
        expect(size <= limit, `${name}: asked for pages of ${limit}, got one of ${size}`);
        expect(
          page.total === undefined || page.total === expected.length,
          `${name}: \`total\` is ${String(page.total)}, there are ${expected.length}`,
        );
        paged.push(...page.items.map(({ id }) => id));
        expect(paged.length <= expected.length, `${name}: its pages of ${limit} do not end, or hold an item twice`);
        if (page.next === undefined) break;
        expect(size > 0, `${name}: a page without items says that more follow`);
        cursor = page.next;
      }
      expectEqual(paged, expected, `${name}: its items in pages of ${limit}, and in one`);
    }
  },
}));

/** Lists: pages, order, and what narrows them. */
export const listChecks: CheckDefinition[] = [
  ...pagingChecks,
  {
    id: 'paging.stable',
    title: 'a credential that is created while a list is read neither hides another one nor shows it twice',
    async run(scene) {
      const { owner } = scene;
      const made = await fewCredentials(scene, 2);
      const { environment } = (await scene.offer()).resource;
      const first = await owner.credentials.list({ environment, limit: 1 });
      const [late] = await fewCredentials(scene, 1);
      const rest = await everything((cursor) =>
        owner.credentials.list({ environment, limit: 1, cursor: cursor ?? first.next }),
      );
      const seen = [...first.items, ...rest].map(({ id }) => id).filter((id) => id !== late?.id);
      expect(new Set(seen).size === seen.length, 'a credential was listed twice');
      const missed = made.filter(({ id }) => !seen.includes(id));
      expect(missed.length === 0, `${missed.length} of 2 credentials were in no page`);
    },
  },
  {
    id: 'paging.newest-first',
    title: 'credentials and requests are listed newest first',
    async run(scene) {
      const made = await fewCredentials(scene, 2);
      const { environment } = (await scene.offer()).resource;
      const { items } = await scene.owner.credentials.list({ environment, limit: 2 });
      expectEqual(
        items.map(({ id }) => id),
        made.map(({ id }) => id).reverse(),
        'the two credentials that were created last',
      );
    },
  },
  {
    id: 'order.credentials',
    title: 'credentials are listed in the order that is asked for, page by page, what lacks the field last',
    async run(scene) {
      const { owner } = scene;
      await fewCredentials(scene, 3);
      const { environment } = (await scene.offer()).resource;
      const list = (sort: ListCredentials['sort'], limit: number): Promise<Credential[]> =>
        everything((cursor) => owner.credentials.list({ environment, sort, limit, cursor }));
      const idsOf = (credentials: Credential[]): string[] => credentials.map(({ id }) => id);
      const times = {
        created: ({ createdAt }: Credential) => createdAt,
        used: ({ lastUsedAt }: Credential) => lastUsedAt,
        expires: ({ expiresAt }: Credential) => expiresAt,
      };
      for (const [field, timeOf] of Object.entries(times) as [keyof typeof times, (one: Credential) => unknown][]) {
        for (const [sort, sign] of [[field, 1] as const, [`-${field}` as const, -1] as const]) {
          const found = await list(sort, 200);
          const known = found.map((one) => timeOf(one) ?? undefined).map((at) => at && Date.parse(at as string));
          const sorted = [...known].sort((a, b) => (a && b ? sign * (a - b) : Number(!a) - Number(!b)));
          expectEqual(known, sorted, `credentials.list by ${sort}: when`);
          expectEqual(
            idsOf(await list(sort, 2)),
            idsOf(found),
            `credentials.list by ${sort} in pages of 2, and in one`,
          );
        }
      }
      const byName = idsOf(await list('name', 200));
      expectEqual(idsOf(await list('name', 2)), byName, 'credentials.list by name in pages of 2, and in one');
      expectEqual(idsOf(await list('-name', 200)), byName.reverse(), 'credentials.list by name, the other way round');
    },
  },
  {
    id: 'facets.credentials',
    title: 'a facet of credentials.list counts what each of its values would leave (SPEC C11)',
    async run(scene) {
      const { owner } = scene;
      await scene.active(await scene.offer());
      await fewCredentials(scene, 1);
      const { environment } = (await scene.offer()).resource;
      const fields = ['typeId', 'resourceId', 'applicationId', 'state', 'risk'] as const;
      const { facets } = await owner.credentials.list({ environment, facets: [...fields], limit: 1 });
      const asked = expectThere(facets, 'the facets that were asked for').map(({ field }) => field);
      expectEqual(asked.sort(), [...fields].sort(), 'the facets of credentials.list');
      for (const field of fields) {
        const listed = async (value: string): Promise<number> => {
          const filter = { [field]: field === 'typeId' || field === 'state' ? [value] : value } as ListCredentials;
          return (await everything((cursor) => owner.credentials.list({ environment, ...filter, cursor }))).length;
        };
        // What is under way may change between two questions.
        await scene.until(
          async () => {
            const page = await owner.credentials.list({ environment, facets: [field], limit: 1 });
            const counts: string[] = [];
            for (const { value, count } of page.facets?.[0]?.values ?? []) {
              const found = await listed(value);
              if (found !== count) counts.push(`${count} with ${field} ${value}, there are ${found}`);
            }
            return counts.join('; ');
          },
          (wrong) => wrong === '',
          `credentials.list: its facet says how many there are with each ${field}`,
        );
      }
    },
  },
  {
    id: 'filters.credentials',
    title: 'each filter of credentials.list gives the credentials that fit it, and no others',
    async run(scene) {
      const { owner } = scene;
      const offers = (await scene.offers()).slice(0, 2);
      const { environment } = offers[0]?.resource ?? {};
      const kept = await scene.active(offers[0] ?? (await scene.offer()));
      const other = offers[1]?.resource.environment === environment ? offers[1] : undefined;
      // Where work goes on by itself, what is pending is so for a moment only.
      if (other) await (scene.subject.capabilities.holdsWork ? scene.create(other) : scene.active(other));
      const list = (filter: object): Promise<Credential[]> =>
        everything((cursor) => owner.credentials.list({ environment, ...filter, cursor }));
      const all = await list({});
      const check = async (filter: object, fits: (credential: Credential) => boolean): Promise<void> => {
        const found = await list(filter);
        const expected = all.filter(fits);
        expectEqual(
          found.map(({ id }) => id),
          expected.map(({ id }) => id),
          `credentials.list with ${JSON.stringify(filter)}`,
        );
      };
      for (const state of ['active', 'pending', 'inactive', 'expired'] as const)
        await check({ state: [state] }, (credential) => credential.state === state);
      await check({ state: ['active', 'pending'] }, ({ state }) => state === 'active' || state === 'pending');
      const resourceId = kept.resources[0]?.id ?? '';
      await check({ resourceId }, ({ resources }) => resources.some(({ id }) => id === resourceId));
      const applicationId = kept.application?.id;
      if (applicationId !== undefined)
        await check({ applicationId }, ({ application }) => application?.id === applicationId);
      await check({ typeId: [kept.type.id] }, ({ type }) => type.id === kept.type.id);
      await check({ risk: 'inactive' }, ({ state }) => state === 'inactive');
      await check({ risk: 'expired' }, ({ state }) => state === 'expired');
      const { audience } = kept.type;
      if (audience === 'internal' || audience === 'external')
        await check({ audience }, (credential) => credential.type.audience === audience);
      const text = kept.name.split(' ').at(-1)?.toUpperCase() ?? '';
      await check({ q: text }, ({ name }) => name.toUpperCase().includes(text));
      const identifier = kept.identifiers[0]?.value;
      if (identifier !== undefined)
        await check({ q: identifier }, ({ identifiers }) =>
          identifiers.some(({ value }) => value.includes(identifier)),
        );
    },
  },
  {
    id: 'filters.access-requests',
    title: 'requests are tracked from the application and from the resource (SPEC A8)',
    needs: ['accessRequests'],
    async run(scene) {
      const { owner } = scene;
      const resource = await requestable(scene);
      const isQuick = resource.access.approval === 'automatic';
      const { id } = await (isQuick ? scene.grantedAccess(resource) : scene.request(resource));
      const applicationId = await scene.application({ another: true });
      await (isQuick ? scene.grantedAccess(resource, { applicationId }) : scene.request(resource, { applicationId }));
      const all = await everything((cursor) => owner.accessRequests.list({ cursor }));
      const own = all.find((request) => request.id === id);
      for (const filter of [
        { applicationId: own?.application.id },
        { resourceId: resource.id },
        { state: own ? [own.state as 'active'] : [] },
      ]) {
        const found = await everything((cursor) => owner.accessRequests.list({ ...filter, cursor }));
        const expected = all.filter(
          (request) =>
            (filter.applicationId === undefined || request.application.id === filter.applicationId) &&
            (filter.resourceId === undefined || request.resource.id === filter.resourceId) &&
            (filter.state === undefined || filter.state.some((state) => state === request.state)),
        );
        expectEqual(
          found.map((request) => request.id),
          expected.map((request) => request.id),
          `accessRequests.list with ${JSON.stringify(filter)}`,
        );
      }
    },
  },
  {
    id: 'filters.catalogue',
    title: 'resources and subscriptions are narrowed by product, and subscriptions by approval',
    needs: ['accessRequests'],
    async run(scene) {
      const { owner } = scene;
      const resources = await scene.resources();
      const productId = resources[0]?.product.id ?? '';
      const found = await everything((cursor) => owner.resources.list({ productId, cursor }));
      expectEqual(
        found.map(({ id }) => id).sort(),
        resources.flatMap(({ id, product }) => (product.id === productId ? [id] : [])).sort(),
        'the resources of a product',
      );
      const subscriptions = await everything((cursor) => owner.subscriptions.list({ cursor }));
      for (const approval of ['pending', 'approved', 'rejected'] as const) {
        const some = await everything((cursor) => owner.subscriptions.list({ approval, cursor }));
        expectEqual(
          some.map(({ id }) => id).sort(),
          subscriptions.flatMap((one) => (one.approval === approval ? [one.id] : [])).sort(),
          `the subscriptions that are ${approval}`,
        );
      }
    },
  },
];
