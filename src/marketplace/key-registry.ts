import type { Clock } from './clock.js';
import type { DataPlane } from './data-plane.js';
import { hashKey, issueKey } from './keys.js';
import { cachedLookups } from './registry/cached-lookups.js';
import { identify, type Claim } from './registry/callers.js';
import { createIssuer, type PairNames } from './registry/issue.js';
import { createOrders } from './registry/orders.js';
import { lookupsIn, type RegistryKinds } from './registry/records.js';
import {
  accessRefusal,
  callRefusal,
  standingRefusal,
  type Caller,
  type Refusal,
  type ResourceCall,
} from './registry/refusal.js';
import { createSecretCheck } from './registry/secrets.js';
import type { Store } from './store.js';

export { registryKinds, type RegisteredCredential, type RegistryKinds } from './registry/records.js';
export type { Claim } from './registry/callers.js';
export type { PairNames } from './registry/issue.js';
export type { Caller, Refusal, ResourceCall } from './registry/refusal.js';

/** What is asked for when a key pair is exchanged for a session token (SPEC E3). */
export interface SessionOrder {
  id: string;
  secret: string;
  /** The only resource the token will be for (SPEC E2). */
  resourceId: string;
  expiresInSeconds: number;
}

/** A session token, and when it expires: in milliseconds since 1970, and in how many seconds. */
export interface IssuedSession {
  token: string;
  credentialId: string;
  until: number;
  expiresInSeconds: number;
}

export interface KeyRegistryOptions {
  store: Store<RegistryKinds>;
  /** The marketplace's. */
  clock: Clock;
  /** What the two values of a key pair are called. Default: `keyId`, “Key ID” and `keySecret`, “Key secret”. */
  pairNames?: PairNames | undefined;
}

/** The reference data plane: it issues credentials, keeps their hashes, and says which calls may pass. */
export interface KeyRegistry extends DataPlane {
  /** Whose a claim is; `undefined` if it is nobody's, or its secret is wrong or no longer good. */
  identify(claim: Claim): Promise<Caller | undefined>;
  /** Why a call may not pass; `undefined` if it may. */
  refusal(caller: Caller | undefined, call: ResourceCall): Promise<Refusal | undefined>;
  /** Why a credential cannot be used for anything, such as to get a token; `undefined` if it can. */
  standingRefusal(caller: Caller | undefined): Refusal | undefined;
  /** Exchanges a key pair for a session token, which outlives the pair (SPEC C7, E3), though not its expiry. */
  issueSession(order: SessionOrder): Promise<IssuedSession | { refused: Refusal }>;
  /**
   * Whether something happens for the first time; all further times it is `false`.
   *
   * @param name - Names it: short, and no text that comes from outside as it is.
   * @param until - Until when that is to be remembered, in milliseconds since 1970 by the machine's clock.
   */
  happensFirst(name: string, until: number): Promise<boolean>;
  /** Forgets what is over: expired session tokens, and what was removed more than a day ago. */
  sweep(): Promise<void>;
}

const dayMs = 24 * 60 * 60 * 1000;
const sweptAtOnce = 500;

/** A registry on a store of its own: the marketplace and its data plane share nothing but the {@link DataPlane} port. */
export function createKeyRegistry({ store, clock, pairNames }: KeyRegistryOptions): KeyRegistry {
  const lookups = cachedLookups(store);
  const check = createSecretCheck();
  const issuer = createIssuer(
    pairNames ?? { id: { name: 'keyId', label: 'Key ID' }, secret: { name: 'keySecret', label: 'Key secret' } },
  );

  /** Removes the records of a kind whose time has come, some at once. */
  async function sweepKind(kind: 'registeredSession' | 'happened' | 'subjectFence', field: string, atMost: number) {
    for (let found = sweptAtOnce; found === sweptAtOnce;) {
      found = await store.write(async (tx) => {
        const ended = await tx.list(kind, { atMost: { [field]: atMost }, by: field, limit: sweptAtOnce });
        for (const { id } of ended) await tx.remove(kind, id);
        return ended.length;
      });
    }
  }

  return {
    ...createOrders({ store, clock, issuer }),

    identify: (claim) => identify(claim, { lookups, check, now: clock.now() }),

    async refusal(caller, call) {
      const refusal = await accessRefusal(caller, call.resourceId, lookups, clock.now());
      return refusal ?? (caller && callRefusal(caller, call));
    },

    standingRefusal: (caller) => standingRefusal(caller, clock.now()),

    async issueSession({ id, secret, resourceId, expiresInSeconds }) {
      const caller = await identify({ by: 'pair', id, secret }, { lookups, check, now: clock.now() });
      const token = issueKey('lk_session');
      const tokenHash = await hashKey(token);
      return store.write(async (tx) => {
        // What was remembered may be half a second old: a pair that has been replaced gets nothing any more.
        const found = caller && (await tx.get('registeredCredential', caller.credential.id));
        const isCurrent =
          found?.handles.includes(id) && found.secrets.some(({ hash }) => hash === caller?.secret?.hash);
        const current = found && isCurrent ? { credential: found, isProven: true } : undefined;
        const now = clock.now();
        const refused = await accessRefusal(current, resourceId, lookupsIn(tx), now);
        const resource = found?.resources.find((order) => order.id === resourceId);
        if (refused || !found || !resource) return { refused: refused ?? 'unknown-credential' };
        const until = Math.min(now + expiresInSeconds * 1000, found.until ?? Infinity);
        const { id: credentialId, applicationId } = found;
        await tx.put('registeredSession', { id: tokenHash, credentialId, applicationId, resource, until });
        return { token, credentialId, until, expiresInSeconds: Math.floor((until - now) / 1000) };
      });
    },

    happensFirst: (name, until) =>
      store.write(async (tx) => {
        if (await tx.get('happened', name)) return false;
        await tx.put('happened', { id: name, until });
        return true;
      }),

    async sweep() {
      await sweepKind('registeredSession', 'until', clock.now());
      await sweepKind('happened', 'until', Date.now());
      await sweepKind('subjectFence', 'endedAt', Date.now() - dayMs);
    },
  };
}
