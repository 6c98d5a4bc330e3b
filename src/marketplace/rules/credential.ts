import type { ActionName, Credential, SecretInfo } from '../../contract/index.js';
import { isMember, isProvider, type Principal } from '../principal.js';
import type { CredentialRecord, CredentialTypeRecord, Instant } from '../records.js';
import { absent, allowed, refused, type Verdict } from './verdict.js';

/** The actions there are on a credential, in the order they are offered. */
export const credentialActions = [
  'reveal',
  'provision',
  'fail',
  'update',
  'share',
  'unshare',
  'renew',
  'regenerate',
  'suspend',
  'enable',
  'retry',
  'remove',
] as const;

const recentMs = 7 * 24 * 60 * 60 * 1000;

type Lifecycle = Pick<CredentialRecord, 'state' | 'wanted' | 'orders' | 'expiresAt'>;
type Transition = Exclude<Credential['transition'], 'unknown' | undefined>;

/** What is on its way: ordered, and not yet so at the data plane (SPEC C1). */
function transitionOf({ state, wanted, orders }: Lifecycle): Transition | undefined {
  if (state !== 'active' && state !== 'inactive') return undefined;
  if (orders?.regenerate) return 'regenerating';
  if (orders?.renew) return 'renewing';
  if (wanted !== state) return wanted === 'inactive' ? 'suspending' : 'enabling';
  if (orders?.secret !== undefined) return 'setting-secret';
  return orders?.update === undefined ? undefined : 'updating';
}

/** Whether its time is over (SPEC C11). */
export const isExpired = ({ expiresAt }: Pick<CredentialRecord, 'expiresAt'>, now: Instant): boolean =>
  expiresAt !== undefined && expiresAt <= now;

/** The state people see: what is wanted and what the data plane has, taken together (SPEC C1, C11). */
export function visibleState(
  credential: Lifecycle,
  now: Instant,
): { state: CredentialRecord['shown']; transition?: Transition } {
  const { state, wanted } = credential;
  if (state === 'error') return { state };
  if (wanted === 'deleted') return { state: 'deleting' };
  if (isExpired(credential, now)) return { state: 'expired' };
  const transition = transitionOf(credential);
  return transition ? { state, transition } : { state };
}

/** Whether the agent has something to do for it: what is wanted or ordered is not yet so. */
export const isUnsettled = ({ state, wanted, orders }: Lifecycle): boolean => state !== wanted || orders !== undefined;

/** Whether it waits for a provider, who sets up its type by hand. */
export const awaitsProvider = (
  { state, identifiers, released }: Pick<CredentialRecord, 'state' | 'identifiers' | 'released'>,
  type: Pick<CredentialTypeRecord, 'provisioning'>,
): boolean => type.provisioning === 'manual' && state === 'pending' && identifiers.length === 0 && !released;

/** What can be seen of the secret, and until when (SPEC S1, S3, S9). It is gone when its time is, erased yet or not. */
export function secretInfo(
  credential: Pick<CredentialRecord, 'identifiers' | 'secretUntil' | 'secretViewedAt' | 'secretSetAt'>,
  type: Pick<CredentialTypeRecord, 'visibility'>,
  now: Instant,
): SecretInfo {
  const visibility = type.visibility.mode;
  if (visibility === 'never') return { visibility, state: credential.secretSetAt === undefined ? 'none' : 'set' };
  if (credential.identifiers.length === 0) return { visibility, state: 'pending' };
  if (visibility === 'once')
    return { visibility, state: credential.secretViewedAt === undefined ? 'available' : 'viewed' };
  if (credential.secretUntil === undefined) return { visibility, state: 'available' };
  const availableUntil = new Date(credential.secretUntil).toISOString();
  return { visibility, state: now < credential.secretUntil ? 'available' : 'erased', availableUntil };
}

/** How long the old secret may keep working after a renewal: never past the credential's own expiry (SPEC C6). */
export const overlapsOf = (
  { overlapsMs = [] }: Pick<CredentialTypeRecord, 'overlapsMs'>,
  { expiresAt = Infinity }: Pick<CredentialRecord, 'expiresAt'>,
  now: Instant,
): number[] => overlapsMs.filter((ms) => now + ms <= expiresAt);

/** How it is confirmed what ends a credential's use: with its name, if it is in use (SPEC C7, C8). */
function ending(state: CredentialRecord['shown'], lastUsedAt: Instant | undefined, now: Instant): Verdict {
  const recent = lastUsedAt !== undefined && now - lastUsedAt < recentMs;
  return { is: 'allowed', confirm: state === 'active' && recent ? 'typed' : 'simple' };
}

/** Who may do what with a credential, and when (SPEC C5 to C9, C11, S1, S3, S9, X1). */
export function judgeCredential(
  action: ActionName,
  principal: Principal,
  credential: CredentialRecord,
  type: CredentialTypeRecord,
  now: Instant,
): Verdict {
  const { state, transition } = visibleState(credential, now);
  if (action === 'provision' || action === 'fail') {
    if (!isProvider(principal)) return absent('role');
    return awaitsProvider(credential, type) && state === 'pending' ? allowed : absent('not-pending');
  }
  if (!isMember(principal, credential.teamId)) return absent('role');
  if (credential.wanted === 'deleted' && action !== 'retry') return absent('deleting');
  switch (action) {
    case 'update':
      return allowed;
    case 'suspend': {
      if (!type.suspendable) return absent('unsupported');
      if (state === 'inactive' || state === 'expired') return absent('not-active');
      return whileActive(state, transition);
    }
    case 'enable': {
      if (!type.suspendable) return absent('unsupported');
      if (state !== 'inactive') return absent('not-inactive');
      return transition ? refused('in-transition') : allowed;
    }
    case 'renew': {
      if (!type.overlapsMs?.length) return absent('unsupported');
      if (state === 'expired') return absent('expired');
      const overlapsMs = overlapsOf(type, credential, now);
      const verdict = whileActive(state, transition);
      return verdict.is === 'allowed' ? { ...verdict, overlapsMs } : verdict;
    }
    case 'regenerate': {
      if (!type.regenerable) return absent('unsupported');
      if (state === 'expired') return absent('expired');
      const verdict = whileActive(state, transition);
      return verdict.is === 'allowed' ? ending(state, credential.lastUsedAt, now) : verdict;
    }
    case 'share':
    case 'unshare': {
      if (!type.secretLater || state === 'expired') return absent(type.secretLater ? 'expired' : 'unsupported');
      if (action === 'share') return credential.identifiers.length === 0 ? refused('provisioning') : allowed;
      return credential.shareUntil !== undefined && now < credential.shareUntil ? allowed : absent('not-shared');
    }
    case 'retry':
      return state === 'error' ? allowed : absent('no-error');
    case 'remove':
      return ending(state, credential.lastUsedAt, now);
    case 'reveal': {
      if (type.visibility.mode === 'never') return absent('unsupported');
      const secret = secretInfo(credential, type, now).state;
      if (secret === 'available') return allowed;
      // What has expired gets no new secret that could be seen.
      return state === 'expired' ? absent(secret) : refused(secret === 'pending' ? 'provisioning' : secret);
    }
    default:
      return absent('unsupported');
  }
}

/** What can only be done to an active credential with nothing else on its way (SPEC C5). */
function whileActive(state: CredentialRecord['shown'], transition: Transition | undefined): Verdict {
  if (state !== 'active') return refused(state === 'pending' ? 'provisioning' : 'not-active');
  return transition ? refused('in-transition') : allowed;
}
