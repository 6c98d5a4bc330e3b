import type { ResourceOrder } from '../data-plane.js';
import { hasEnded, type Lookups, type RegisteredCredential } from './records.js';
import { scopesOf } from './scope.js';

/** Why a call is refused. */
export type Refusal =
  | 'unknown-credential'
  | 'secret-required'
  | 'token-expired'
  | 'suspended'
  | 'expired'
  | 'no-access'
  | 'not-exposed'
  | 'permission-denied'
  | 'scope-required'
  | 'outside-scope';

/** Who makes a call: a credential, as far as it has been proven. */
export interface Caller {
  credential: RegisteredCredential;
  /** Whether it has shown the secret or a token, or has none to show; else it has only been named. */
  isProven: boolean;
  /** What its session token is for. */
  session?: { resourceId: string; until: number };
}

/** A call of a resource. */
export interface ResourceCall {
  resourceId: string;
  method: string;
  /** The path below the resource's address, as it was sent. */
  path: string;
  /** The query, as it was sent. */
  query: string;
}

const orderFor = ({ credential, session }: Caller, resourceId: string): ResourceOrder | undefined =>
  session && session.resourceId !== resourceId ? undefined : credential.resources.find(({ id }) => id === resourceId);

/** Why a credential cannot be used for anything. */
export function standingRefusal(caller: Caller | undefined, now: number): Refusal | undefined {
  if (!caller) return 'unknown-credential';
  if (!caller.isProven) return 'secret-required';
  if (hasEnded(caller.session?.until, now)) return 'token-expired';
  if (!caller.credential.enabled) return 'suspended';
  if (hasEnded(caller.credential.until, now)) return 'expired';
  return undefined;
}

/** Why nothing of a resource may be called (SPEC A9, C5, C11, E2, I1). */
export async function accessRefusal(
  caller: Caller | undefined,
  resourceId: string,
  lookups: Lookups,
  now: number,
): Promise<Refusal | undefined> {
  const refusal = standingRefusal(caller, now);
  if (refusal || !caller) return refusal;
  const order = orderFor(caller, resourceId);
  if (!order) return 'no-access';
  if (!(await lookups.isExposed(resourceId))) return 'not-exposed';
  if (!order.grantRequired) return undefined;
  const { applicationId } = caller.credential;
  const grants = applicationId === undefined ? [] : await lookups.grants(applicationId, resourceId);
  return grants.some(({ until }) => !hasEnded(until, now)) ? undefined : 'no-access';
}

/** Why this call may not be made, though the resource may be called (SPEC M2). */
export function callRefusal(caller: Caller, { resourceId, method, path, query }: ResourceCall): Refusal | undefined {
  const { methods, scope } = orderFor(caller, resourceId) ?? {};
  // HEAD is GET without the body.
  if (methods && !methods.includes(method === 'HEAD' ? 'GET' : method)) return 'permission-denied';
  if (!scope) return undefined;
  const scopes = scopesOf(scope.source, path, query);
  if (scopes.length === 0) return 'scope-required';
  return scopes.every((id) => scope.ids.includes(id)) ? undefined : 'outside-scope';
}
