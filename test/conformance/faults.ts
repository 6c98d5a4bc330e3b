import {
  ApiError,
  isApiError,
  type Application,
  type CallOptions,
  type Marketplace,
  type OperationName,
  type ProblemCode,
  type Secret,
} from '../../src/contract/index.js';
import type { KeyRegistry, SystemId } from '../../src/marketplace/index.js';
import type { World } from '../marketplace/world.js';

/** The method of a Marketplace that an operation is. */
type MethodOf<Name extends OperationName> = Name extends `${infer Resource}.${infer Method}`
  ? Resource extends keyof Marketplace
    ? Method extends keyof Marketplace[Resource]
      ? Marketplace[Resource][Method]
      : never
    : never
  : never;
type Call = (...args: never[]) => Promise<unknown>;
type Args<Method> = Method extends (...args: infer List) => Promise<unknown> ? List : never;
type Answer<Method> = Method extends (...args: never[]) => Promise<infer Result> ? Result : never;

/** Who calls a broken operation, and where. */
interface Context {
  person: string;
  world: World;
}

/** A broken operation: it is given the real one, the arguments of the call, and who calls. */
type Break<Method> = (
  real: (...args: Args<Method>) => Promise<Answer<Method>>,
  args: Args<Method>,
  context: Context,
) => Promise<Answer<Method>>;

type Breaks = { [Name in OperationName]?: Break<MethodOf<Name>> };

/** One way to break a marketplace, and the check that has to find out. */
export interface Fault {
  name: string;
  system: SystemId;
  /** The id of the check. */
  foundBy: string;
  /** What its message says. */
  says: string;
  /** Broken operations, with a memory of their own. */
  operations?: () => Breaks;
  /** A broken data plane. */
  dataPlane?: (registry: KeyRegistry) => Partial<KeyRegistry>;
  /** What is changed in the marketplace before it is used. */
  prepare?: (world: World) => Promise<void>;
}

/** The Marketplace with some operations broken. */
export function broken(marketplace: Marketplace, breaks: Breaks, context: Context): Marketplace {
  const copy = { ...marketplace } as unknown as Record<string, Record<string, Call>>;
  for (const [name, breakIt] of Object.entries(breaks) as [string, Break<Call>][]) {
    const [resource = '', method = ''] = name.split('.');
    const real = copy[resource]![method]!;
    copy[resource] = { ...copy[resource], [method]: (...args: never[]) => breakIt(real, args, context) };
  }
  return copy as unknown as Marketplace;
}

/** Does something else where the real operation fails with the code. */
const insteadOf =
  <Method>(code: ProblemCode, otherwise: Break<Method>): Break<Method> =>
  async (real, args, context) => {
    try {
      return await real(...args);
    } catch (error) {
      if (isApiError(error) && error.code === code) return otherwise(real, args, context);
      throw error;
    }
  };

/** The call with one of its options, which come last, left out. */
function without<List extends unknown[]>(option: keyof CallOptions, args: List): List {
  const options = args.at(-1) as CallOptions | undefined;
  return [...args.slice(0, -1), { ...options, [option]: undefined }] as List;
}

/** Remembers secrets that were shown, and shows them again when the marketplace no longer does. */
function showAgain(seen = new Map<string, Secret>()): Break<Marketplace['credentials']['reveal']> {
  return async (real, args) => {
    try {
      const secret = await real(...args);
      seen.set(args[0], secret);
      return secret;
    } catch (error) {
      const shown = seen.get(args[0]);
      if (shown) return shown;
      throw error;
    }
  };
}

/** Changes the limit of every credential type behind the marketplace's back. */
const setLimit =
  (most: number) =>
  ({ store }: World): Promise<void> =>
    store.write(async (tx) => {
      for (const resource of await tx.list('resource', {})) {
        const credentialTypes = resource.credentialTypes.map((type) => ({ ...type, limit: { ...type.limit!, most } }));
        await tx.put('resource', { ...resource, credentialTypes });
      }
    });

/** Options that tell of a limit that is not the one that holds. */
const tellLimit =
  (most: number): Break<Marketplace['credentials']['options']> =>
  async (real, args) => {
    const options = await real(...args);
    const types = options.types.map((type) => {
      const limit = { used: type.limit!.used, most };
      return { ...type, limit, ...(limit.used >= most ? { allowed: false, reason: 'limit-reached' } : {}) };
    });
    return { ...options, types };
  };

/** Ways to break the reference marketplace, one rule each. */
export const faults: Fault[] = [
  {
    name: 'the limit is off by one',
    system: 'eqp',
    foundBy: 'C10.limit',
    says: 'one credential more than the limit of 3: expected it to be refused with limit-reached; it was accepted',
    prepare: setLimit(4),
    operations: () => ({ 'credentials.options': tellLimit(3) }),
  },
  {
    name: 'the limit is looked at before the create, not with it',
    system: 'eqp',
    foundBy: 'C10.concurrent',
    says: 'how many of 200 creates at once succeeded: expected 3, got',
    prepare: setLimit(1_000),
    operations: () => ({
      'credentials.options': tellLimit(3),
      'credentials.create': async (real, args, { world, person }) => {
        const { items } = await world.as(person).credentials.list({ environment: args[0].environment });
        if (items.length >= 3) throw new ApiError('limit-reached', 'too many');
        return real(...args);
      },
    }),
  },
  {
    name: 'a list holds the secret',
    system: 'amplify',
    foundBy: 'S6.nowhere-else',
    says: "the answer of the owner's credentials.list has the secret in it",
    operations() {
      const seen = new Map<string, Secret>();
      return {
        'credentials.reveal': showAgain(seen),
        'credentials.list': async (real, args) => {
          const page = await real(...args);
          const items = page.items.map((item) => {
            const secret = seen.get(item.id)?.fields.at(-1);
            const leak = secret ? [{ name: 'note', label: 'Note', value: secret.value.reveal() }] : [];
            return { ...item, identifiers: [...item.identifiers, ...leak] };
          });
          return { ...page, items };
        },
      };
    },
  },
  {
    name: 'a pending credential can be suspended',
    system: 'amplify',
    foundBy: 'C5.pending-cannot-be-suspended',
    says: 'suspend of a pending credential: expected it to be refused with state-conflict; it was accepted',
    operations: () => ({
      'credentials.suspend': insteadOf('state-conflict', (_, [id], { world, person }) =>
        world.as(person).credentials.get(id),
      ),
    }),
  },
  {
    name: "another team's credential can be read",
    system: 'amplify',
    foundBy: 'owner.credentials.get',
    says: "another team's object: expected it to be refused with not-found; it was accepted",
    operations: () => ({
      'credentials.get': insteadOf('not-found', (_, [id], { world }) => world.as('priya').credentials.get(id)),
    }),
  },
  {
    name: "another team's credential is told from one that does not exist",
    system: 'amplify',
    foundBy: 'owner.credentials.suspend',
    says: "another team's object: expected it to be refused with not-found; got forbidden",
    operations: () => ({
      'credentials.suspend': insteadOf('not-found', async (_, [id], { world }) => {
        await world.as('priya').credentials.get(id);
        throw new ApiError('forbidden', 'not yours');
      }),
    }),
  },
  {
    name: 'a secret that can be seen once is shown twice',
    system: 'amplify-classic',
    foundBy: 'S1.once',
    says: 'a second reveal: expected it to be refused with secret-gone, reason viewed; it was accepted',
    operations: () => ({ 'credentials.reveal': showAgain() }),
  },
  {
    name: 'a secret is shown after its window',
    system: 'amplify',
    foundBy: 'S1.window-ends',
    says: 'a reveal after the window: expected it to be refused with secret-gone, reason erased; it was accepted',
    operations: () => ({ 'credentials.reveal': showAgain() }),
  },
  {
    name: 'a duplicate access request is accepted',
    system: 'amplify',
    foundBy: 'A6.duplicate',
    says: 'a second request for the same application, resource and subscription: expected it to be refused',
    operations: () => ({
      'accessRequests.create': insteadOf('duplicate-access-request', async (_, [params], { world, person }) => {
        const { items } = await world.as(person).accessRequests.list({ applicationId: params.applicationId });
        return items[0]!;
      }),
    }),
  },
  {
    name: 'the owner of a request approves it',
    system: 'amplify',
    foundBy: 'A7.only-the-provider-decides',
    says: 'approve by the owner: expected it to be refused with forbidden, reason role; it was accepted',
    operations: () => ({
      'accessRequests.approve': insteadOf('forbidden', (_, [id], { world }) =>
        world.as('priya').accessRequests.approve(id),
      ),
    }),
  },
  {
    name: 'If-Match is ignored',
    system: 'amplify',
    foundBy: 'precondition.credentials.update',
    says: 'credentials.update based on another version: expected it to be refused with precondition-failed',
    operations: () => ({ 'credentials.update': (real, args) => real(...without('ifMatch', args)) }),
  },
  {
    name: 'the idempotency key is ignored',
    system: 'amplify',
    foundBy: 'idempotency.repeat',
    says: 'the answer of a repeat, and the first one, at /id: expected',
    operations: () => ({ 'credentials.create': (real, args) => real(...without('idempotencyKey', args)) }),
  },
  {
    name: 'idempotency keys are shared by everybody',
    system: 'amplify',
    foundBy: 'idempotency.other-people',
    says: "a stranger's request under the same key got the owner's answer",
    operations() {
      const answers = new Map<string, Promise<Application>>();
      return {
        'applications.create'(real, args) {
          const key = args[1]?.idempotencyKey ?? crypto.randomUUID();
          const answer = answers.get(key) ?? real(...args);
          answers.set(key, answer);
          return answer;
        },
      };
    },
  },
  {
    name: 'an entry of `actions` lies',
    system: 'amplify',
    foundBy: 'X1.credential-active',
    says: 'active: enable is in its actions as allowed; it was refused with state-conflict',
    operations: () => ({
      'credentials.get': async (real, args) => {
        const credential = await real(...args);
        return { ...credential, actions: [...credential.actions, { action: 'enable', allowed: true }] };
      },
    }),
  },
  {
    name: "another team's events are heard",
    system: 'amplify',
    foundBy: 'events.own',
    says: "a stranger's events name a credential of the owner's team",
    operations: () => ({ 'events.list': (_, args, { world }) => world.as('priya').events.list(...args) }),
  },
  {
    name: 'an event is lost where one goes on',
    system: 'amplify',
    foundBy: 'events.resumable',
    says: 'the events after event 1 of',
    operations: () => ({
      'events.list': async (real, args) => {
        const page = await real(...args);
        return { ...page, items: page.items.slice(1) };
      },
    }),
  },
  {
    name: 'the environments are mixed',
    system: 'eqp',
    foundBy: 'E2.lists-are-apart',
    says: 'has credentials of another environment',
    operations: () => ({
      'credentials.list': async (real, [params, options]) => {
        const pages = [];
        for (const environment of ['production', 'sandbox'])
          pages.push(await real({ environment, limit: 200 }, options));
        return params?.environment === undefined
          ? real(params, options)
          : { items: pages.flatMap(({ items }) => items) };
      },
    }),
  },
  {
    name: 'the role gate is open',
    system: 'mparticle',
    foundBy: 'M1.credentials.list',
    says: 'credentials.list by somebody without the role: expected it to be refused with forbidden, reason role',
    operations: () => ({
      'credentials.list': insteadOf('forbidden', (_, args, { world }) => world.as('ada').credentials.list(...args)),
    }),
  },
  {
    name: 'the history is missing',
    system: 'amplify',
    foundBy: 'history.credential',
    says: 'the actions of its history: expected ["created","provisioned","updated"], got []',
    operations: () => ({ 'credentials.history': async () => ({ items: [] }) }),
  },
  {
    name: 'a page leaves out what it begins with',
    system: 'amplify',
    foundBy: 'paging.credentials.list',
    says: 'credentials.list: its items in pages of 1, and in one: expected',
    operations: () => ({
      'credentials.list': async (real, args) => {
        const page = await real(...args);
        return args[0]?.cursor === undefined ? page : { ...page, items: page.items.slice(1) };
      },
    }),
  },
  {
    name: 'a filter is ignored',
    system: 'amplify',
    foundBy: 'filters.credentials',
    says: 'credentials.list with {"state":["active"]}: expected',
    operations: () => ({
      'credentials.list': (real, [params, options]) => real({ ...params, state: undefined }, options),
    }),
  },
  {
    name: 'what is wrong with a request is not told by field',
    system: 'amplify',
    foundBy: 'contract.field-errors',
    says: 'expected it to be refused with validation-failed, at /name; got validation-failed (422)',
    operations: () => ({
      'credentials.create': insteadOf('validation-failed', () =>
        Promise.reject(new ApiError('validation-failed', 'something is wrong')),
      ),
    }),
  },
  {
    name: 'a batch ends with the first that fails',
    system: 'amplify',
    foundBy: 'batch.results',
    says: 'the ids of the results: expected',
    operations: () => ({
      'credentials.batch': async (real, [params, options]) => {
        const { items } = await real({ ...params, ids: params.ids.slice(0, 1) }, options);
        return items[0]?.problem ? { items } : real(params, options);
      },
    }),
  },
  {
    name: 'a share link works on when it is taken back',
    system: 'ibm',
    foundBy: 'I2.link-ends',
    says: 'a link that was taken back: reading the share: expected it to be refused with unauthenticated',
    operations: () => ({
      'credentials.unshare': (_, [id], { world, person }) => world.as(person).credentials.get(id),
    }),
  },
  {
    name: 'the data plane accepts suspended credentials',
    system: 'amplify',
    foundBy: 'C5.suspended-is-refused',
    says: 'a suspended credential: its calls are refused at the data plane: not within',
    dataPlane: () => ({ setEnabled: async () => undefined }),
  },
  {
    name: 'the old secret works on after a renewal',
    system: 'amplify',
    foundBy: 'C6.both-work-until-then',
    says: 'the old secret, after the overlap: its calls are refused at the data plane: not within',
    dataPlane: ({ renew }) => ({
      renew: (renewal, fence) => renew({ ...renewal, oldUntil: Number.MAX_SAFE_INTEGER }, fence),
    }),
  },
  {
    name: 'the data plane knows of no expiry',
    system: 'amplify',
    foundBy: 'C11.expired',
    says: 'an expired credential: its calls are refused at the data plane: not within',
    dataPlane: ({ provision }) => ({
      provision: (order, fence) => provision({ ...order, until: undefined }, fence),
    }),
  },
  {
    name: 'traffic passes when a subscription has ended',
    system: 'amplify',
    foundBy: 'A9.subscription-cancelled',
    says: 'a credential under a cancelled subscription: its calls are refused at the data plane: not within',
    dataPlane: () => ({ revoke: async () => undefined }),
  },
  {
    name: 'calls pass while an API is not exposed',
    system: 'ibm',
    foundBy: 'I1.calls',
    says: 'a key of a resource that is no longer exposed: its calls are refused at the data plane: not within',
    dataPlane: () => ({ setExposed: async () => undefined }),
  },
  {
    name: 'the data plane looks at no scope',
    system: 'mparticle',
    foundBy: 'M2.scope-at-the-data-plane',
    says: 'a call about another scope: its calls are refused at the data plane: not within',
    dataPlane: ({ provision }) => ({
      provision: ({ resources, ...order }, fence) =>
        provision({ ...order, resources: resources.map(({ scope: _, ...resource }) => resource) }, fence),
    }),
  },
  {
    name: 'an order that ends at the first page',
    system: 'amplify',
    foundBy: 'order.credentials',
    says: 'in pages of 2, and in one',
    operations: () => ({
      'credentials.list': async (real, [params, options]) => {
        const isLater = params?.sort !== undefined && params.cursor !== undefined;
        const page = await real(isLater ? { ...params, sort: undefined, cursor: undefined } : params, options);
        return isLater ? { items: page.items.slice(0, 1) } : page;
      },
    }),
  },
  {
    name: 'facets that count what other teams have, too',
    system: 'amplify',
    foundBy: 'facets.credentials',
    says: 'credentials.list: its facet says how many there are with each typeId',
    operations: () => ({
      'credentials.list': async (real, args) => {
        const page = await real(...args);
        const facets = page.facets?.map(({ field, values }) => ({
          field,
          values: values.map((value) => ({ ...value, count: value.count + 1 })),
        }));
        return { ...page, ...(facets ? { facets } : {}) };
      },
    }),
  },
];
