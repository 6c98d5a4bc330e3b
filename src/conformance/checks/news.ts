import type { HistoryEntry, MarketplaceEvent } from '../../contract/index.js';
import type { CheckDefinition } from '../check.js';
import { ConformanceError, expect, expectEqual, expectRefused, expectThere } from '../expectation.js';
import { everything } from '../pages.js';
import type { Held, Scene } from '../scene.js';
import { has } from './credentials.js';

/** Everything after a position that a person hears of, and the position then. */
async function eventsAfter(
  person: Scene['owner'],
  after: string,
): Promise<{ items: MarketplaceEvent[]; next: string }> {
  const items: MarketplaceEvent[] = [];
  for (let next = after; ;) {
    const page = await person.events.list({ after: next });
    items.push(...page.items);
    next = page.next;
    if (page.items.length === 0) return { items, next };
  }
}

/** Where the news that are still to come begin. */
const positionOf = async (person: Scene['owner']): Promise<string> =>
  (await eventsAfter(person, (await person.events.list()).next)).next;

const about =
  (id: string) =>
  ({ subject, subjectId }: MarketplaceEvent): boolean =>
    subject === 'credential' && subjectId === id;

/** Waits until somebody hears of the credential. */
const hears = (
  scene: Scene,
  person: Scene['owner'],
  after: string,
  is: (event: MarketplaceEvent) => boolean,
  what: string,
): Promise<MarketplaceEvent[]> =>
  scene.until(
    async () => (await eventsAfter(person, after)).items,
    (items) => items.some(is),
    what,
  );

/** The first event of a stream that fits; fails when patience ends. */
async function fromStream(
  scene: Scene,
  after: string,
  is: (event: MarketplaceEvent) => boolean,
): Promise<MarketplaceEvent> {
  const patienceMs = scene.subject.patienceMs ?? 10_000;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new ConformanceError('the stream did not tell of it')), patienceMs);
  try {
    for await (const event of scene.owner.events.stream({ after }, { signal: controller.signal }))
      if (is(event)) return event;
    throw new ConformanceError('the stream of events ended by itself');
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

const wordsOf = (items: readonly HistoryEntry[]): string[] => items.map(({ action }) => action);

/** What is told of a change: at once to who may see it (events), and for good (history). */
export const newsChecks: CheckDefinition[] = [
  {
    id: 'events.own',
    title: "who may see an object hears of its changes; another team's people do not",
    needs: ['events'],
    async run(scene) {
      const { owner, stranger, subject } = scene;
      const offer = await scene.offer();
      const params = await scene.credentialParams(offer);
      const positions = { owner: await positionOf(owner), stranger: await positionOf(stranger) };
      const { id } = scene.keep(await owner.credentials.create(params));
      const heard = await hears(scene, owner, positions.owner, about(id), 'the owner hears of a new credential');
      if (subject.people.both)
        await hears(scene, scene.both, positions.owner, about(id), 'another member of the team hears of it');
      const { items } = await eventsAfter(stranger, positions.stranger);
      expect(
        !items.some(({ subjectId }) => heard.some((event) => about(id)(event) && event.subjectId === subjectId)),
        "a stranger's events name a credential of the owner's team",
      );
      const ids = new Set(items.map((event) => event.subjectId));
      expect(!ids.has(params.applicationId ?? ''), "a stranger's events name an application of the owner's team");
    },
  },
  {
    id: 'events.all-of-the-past',
    title: "not even from the beginning does somebody hear of another team's objects",
    needs: ['events'],
    async run(scene) {
      const { id } = await scene.active(await scene.offer());
      const { items } = await eventsAfter(scene.stranger, '0');
      expect(!items.some(about(id)), "a stranger's events since the beginning name a credential of the owner's team");
    },
  },
  {
    id: 'events.resumable',
    title: 'events go on behind the one that was heard last, without a gap or a repeat',
    needs: ['events'],
    async run(scene) {
      const { owner } = scene;
      const after = await positionOf(owner);
      const { id } = await scene.active(await scene.offer());
      await owner.credentials.update(id, { name: scene.name() });
      await scene.until(
        async () => (await eventsAfter(owner, after)).items.filter(about(id)).length,
        (count) => count >= 2,
        'the owner hears of a new credential and of its new name',
      );
      const { items } = await eventsAfter(owner, after);
      const ids = items.map((event) => event.id);
      expect(new Set(ids).size === ids.length, 'an event came twice');
      for (const [index, event] of items.entries()) {
        const rest = await eventsAfter(owner, event.id);
        expectEqual(
          rest.items.map((one) => one.id).slice(0, ids.length - index - 1),
          ids.slice(index + 1),
          `the events after event ${index + 1} of ${ids.length}`,
        );
      }
    },
  },
  {
    id: 'events.thin',
    title: 'an event names an object and says nothing about it',
    needs: ['events'],
    async run(scene) {
      const { owner } = scene;
      const after = await positionOf(owner);
      const { id, name } = await scene.active(await scene.offer());
      const items = await hears(scene, owner, after, about(id), 'the owner hears of a new credential');
      const known = ['id', 'subject', 'subjectId', 'removed', 'at'];
      for (const event of items) {
        const extra = Object.keys(event).filter((key) => !known.includes(key));
        expect(extra.length === 0, `an event has ${extra.join(', ')}: expected no more than ${known.join(', ')}`);
        expect(!JSON.stringify(event).includes(name), "an event has the credential's name in it");
      }
    },
  },
  {
    id: 'events.removed',
    title: 'that an object is no more is told with the event',
    needs: ['events'],
    async run(scene) {
      const { owner } = scene;
      const { id } = await scene.active(await scene.offer());
      const after = await positionOf(owner);
      await scene.discard(id);
      const isEnd = (event: MarketplaceEvent): boolean => about(id)(event) && event.removed === true;
      const items = await hears(scene, owner, after, isEnd, 'the owner hears that a credential is removed');
      expect(
        about(id)(items.at(-1) as MarketplaceEvent) && items.at(-1)?.removed === true,
        'it is the last event of it',
      );
    },
  },
  {
    id: 'events.stream',
    title: 'a stream tells the same as it happens',
    needs: ['events'],
    async run(scene) {
      const { owner } = scene;
      const params = await scene.credentialParams(await scene.offer());
      const after = await positionOf(owner);
      let made = '';
      const heard = fromStream(
        scene,
        after,
        ({ subject, subjectId }) => subject === 'credential' && subjectId === made,
      );
      heard.catch(() => undefined); // a failure before it is awaited is told when it is
      made = scene.keep(await owner.credentials.create(params)).id;
      // What came before its id was known is behind this one's name change.
      await owner.credentials.update(made, { name: scene.name() });
      const event = await heard;
      const { items } = await eventsAfter(owner, after);
      expect(
        items.some(({ id }) => id === event.id),
        'an event of the stream is in no list',
      );
    },
  },
  {
    id: 'history.credential',
    title: 'the history of a credential says who did what when and why, the oldest first',
    needs: ['history'],
    async run(scene) {
      const { owner } = scene;
      const { user } = await owner.session.get();
      const from = owner.now() - 60_000;
      await scene.each(
        'types',
        () => true,
        async ({ credential }) => {
          const { id, name } = credential;
          await owner.credentials.update(id, { name: 'Renamed' });
          const items = await everything((cursor) => owner.credentials.history(id, { cursor }));
          expectEqual(wordsOf(items), ['created', 'provisioned', 'updated'], 'the actions of its history');
          const [created, provisioned, updated] = items;
          expectEqual([created?.by?.id, updated?.by?.id], [user.id, user.id], 'who created and renamed it');
          expectEqual(provisioned?.by, undefined, '`by` of what nobody did: the data plane has provisioned it');
          const change = updated?.changes?.find(({ field }) => field === 'name');
          expectEqual([change?.from, change?.to], [name, 'Renamed'], 'the change of its name');
          const times = items.map(({ at }) => Date.parse(at));
          expect(
            times.every((at, index) => at >= from && at >= (times[index - 1] ?? 0)),
            'the entries of the history have their time, and are in its order',
          );
        },
      );
    },
  },
  {
    id: 'history.reasons',
    title: 'suspending, enabling and revealing are in the history, with the reason that was given',
    needs: ['history', 'suspend'],
    async run(scene) {
      const { owner } = scene;
      await scene.each('types that can be suspended', has('suspend'), async ({ offer, credential: { id } }) => {
        const isSecret = offer.type.visibility.mode !== 'never';
        if (isSecret) await owner.credentials.reveal(id);
        await owner.credentials.suspend(id, { reason: 'Looks leaked.' });
        await scene.settled(id, 'inactive');
        await owner.credentials.enable(id, { reason: 'False alarm.' });
        await scene.settled(id, 'active');
        const items = await everything((cursor) => owner.credentials.history(id, { cursor }));
        for (const action of [...(isSecret ? (['revealed'] as const) : []), 'suspended', 'enabled'] as const)
          expect(
            wordsOf(items).includes(action),
            `its history: expected ${action} in it, got ${wordsOf(items).join(', ')}`,
          );
        const reasonOf = (action: string): string | undefined => items.find((entry) => entry.action === action)?.reason;
        expectEqual([reasonOf('suspended'), reasonOf('enabled')], ['Looks leaked.', 'False alarm.'], 'the reasons');
      });
    },
  },
  {
    id: 'history.after-deletion',
    title: 'the history stays readable for the owners when the credential is gone, and for nobody else',
    needs: ['history'],
    async run(scene) {
      const { id } = await scene.active(await scene.offer());
      await scene.discard(id);
      const items = await everything((cursor) => scene.owner.credentials.history(id, { cursor }));
      for (const action of ['created', 'deleting', 'deleted'])
        expect(wordsOf(items).includes(action), `its history: expected ${action} in it`);
      await expectRefused(scene.stranger.credentials.history(id), 'not-found', "a stranger's look at it");
    },
  },
  {
    id: 'history.by-itself',
    title: 'that a secret was erased when its window ended is in the history, by nobody',
    needs: ['history', 'window', 'advance'],
    async run(scene) {
      const isWindow = ({ offer }: Held): boolean => offer.type.visibility.mode === 'window';
      await scene.each('types seen in a window', isWindow, async ({ offer, credential: { id } }) => {
        await scene.advance((offer.type.visibility.windowMs ?? 0) + 1_000);
        const items = await scene.until(
          () => everything((cursor) => scene.owner.credentials.history(id, { cursor })),
          (entries) => wordsOf(entries).includes('erased'),
          'the history tells that the secret was erased',
        );
        expectEqual(items.find(({ action }) => action === 'erased')?.by, undefined, '`by` of the erasure');
      });
    },
  },
  {
    id: 'history.renewals',
    title: 'renewing and regenerating are in the history',
    needs: ['history', 'renew'],
    async run(scene) {
      await scene.each('types that can be renewed', has('renew'), async ({ credential: { id } }) => {
        await scene.owner.credentials.renew(id, { overlapMs: 0, reason: 'Yearly.' });
        await scene.settled(id, 'active');
        const items = await everything((cursor) => scene.owner.credentials.history(id, { cursor }));
        const renewed = expectThere(
          items.find(({ action }) => action === 'renewed'),
          'the renewal in its history',
        );
        expectEqual(renewed.reason, 'Yearly.', 'the reason of the renewal');
      });
    },
  },
];
