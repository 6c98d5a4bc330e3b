import type { ActionName, SecretInfo } from '../../contract/index.js';
import { isMember, type Principal } from '../principal.js';
import type { CredentialRecord, CredentialTypeRecord, Instant } from '../records.js';
import { absent, allowed, refused, type Verdict } from './verdict.js';

/** The actions there are on a credential, in the order they are offered. */
export const credentialActions = ['reveal', 'update', 'suspend', 'enable', 'retry', 'remove'] as const;

const recentMs = 7 * 24 * 60 * 60 * 1000;

/** The state people see: what is wanted and what the data plane has, taken together (SPEC C1). */
export function visibleState(credential: Pick<CredentialRecord, 'state' | 'wanted'>): {
  state: CredentialRecord['shown'];
  transition?: 'suspending' | 'enabling';
} {
  const { state, wanted } = credential;
  if (state === 'error') return { state };
  if (wanted === 'deleted') return { state: 'deleting' };
  if (state === 'active' && wanted === 'inactive') return { state, transition: 'suspending' };
  if (state === 'inactive' && wanted === 'active') return { state, transition: 'enabling' };
  return { state };
}

/** Whether the agent has something to do for it: wanted and actual state differ. */
export const isUnsettled = ({ state, wanted }: Pick<CredentialRecord, 'state' | 'wanted'>): boolean => state !== wanted;

/** What can be seen of the secret, and until when (SPEC S1, S3). It is gone when its time is, erased yet or not. */
export function secretInfo(
  credential: Pick<CredentialRecord, 'identifiers' | 'secretUntil'>,
  type: Pick<CredentialTypeRecord, 'visibility'>,
  now: Instant,
): SecretInfo {
  const visibility = type.visibility.mode;
  if (visibility === 'never') return { visibility, state: 'none' };
  if (credential.identifiers.length === 0) return { visibility, state: 'pending' };
  if (credential.secretUntil === undefined) return { visibility, state: 'available' };
  const availableUntil = new Date(credential.secretUntil).toISOString();
  return { visibility, state: now < credential.secretUntil ? 'available' : 'erased', availableUntil };
}

/** Who may do what with a credential, and when (SPEC C5, C8, S1, S3, X1). */
export function judgeCredential(
  action: ActionName,
  principal: Principal,
  credential: CredentialRecord,
  type: CredentialTypeRecord,
  now: Instant,
): Verdict {
  if (!isMember(principal, credential.teamId)) return absent('role');
  const { state, transition } = visibleState(credential);
  if (credential.wanted === 'deleted' && action !== 'retry') return absent('deleting');
  switch (action) {
    case 'update':
      return allowed;
    case 'suspend': {
      if (!type.suspendable) return absent('unsupported');
      if (state === 'inactive') return absent('not-active');
      if (state !== 'active') return refused(state === 'pending' ? 'provisioning' : 'not-active');
      return transition ? refused('in-transition') : allowed;
    }
    case 'enable': {
      if (!type.suspendable) return absent('unsupported');
      if (state !== 'inactive') return absent('not-inactive');
      return transition ? refused('in-transition') : allowed;
    }
    case 'retry':
      return state === 'error' ? allowed : absent('no-error');
    case 'remove': {
      const used = credential.lastUsedAt;
      const recent = used !== undefined && now - used < recentMs;
      return { is: 'allowed', confirm: state === 'active' && recent ? 'typed' : 'simple' };
    }
    case 'reveal': {
      const secret = secretInfo(credential, type, now).state;
      if (secret === 'none') return absent('unsupported');
      return secret === 'available' ? allowed : refused(secret === 'pending' ? 'provisioning' : 'erased');
    }
    default:
      return absent('unsupported');
  }
}
