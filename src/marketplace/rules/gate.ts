import { ApiError } from '../../contract/index.js';
import type { EnvironmentPolicy, MarketplacePolicy } from '../policy.js';
import { hasRole, isProvider, type Principal } from '../principal.js';
import type { ResourceRecord } from '../records.js';
import { absent, allowed, refused, type Verdict } from './verdict.js';

/** Whether a person may see and manage credentials at all (SPEC M1). */
export const mayUseCredentials = (policy: MarketplacePolicy, principal: Principal): boolean =>
  hasRole(principal, policy.credentialRoles?.anyOf) || isProvider(principal);

/**
 * The same as a guard.
 *
 * @throws {ApiError} `forbidden`, reason `role`.
 */
export function demandCredentials(policy: MarketplacePolicy, principal: Principal): void {
  if (!mayUseCredentials(policy, principal))
    throw new ApiError('forbidden', 'credentials: not for this role', { reason: 'role' });
}

/** Whether a person may have credentials in an environment (SPEC E1). */
export const isEligible = (environment: EnvironmentPolicy, principal: Principal): boolean =>
  hasRole(principal, environment.roles);

/** Why an environment has to be named, or cannot be the one that was; `undefined` if all is well (SPEC E2). */
export function environmentObstacle(
  { environments }: MarketplacePolicy,
  chosen: string | undefined,
): 'environment-required' | 'unknown' | undefined {
  if (chosen === undefined) return environments ? 'environment-required' : undefined;
  return environments?.some(({ id }) => id === chosen) ? undefined : 'unknown';
}

/** Who may open and close a resource for keys and calls, and when (SPEC I1). */
export function judgeExposure(
  action: 'expose' | 'unexpose',
  principal: Principal,
  policy: MarketplacePolicy,
  resource: Pick<ResourceRecord, 'exposedAtFirst'>,
  exposed: boolean,
): Verdict {
  if (resource.exposedAtFirst === undefined) return absent('unsupported');
  const { exposureRoles } = policy;
  const may = isProvider(principal) || (exposureRoles !== undefined && hasRole(principal, exposureRoles));
  if (!may) return absent('role');
  return exposed === (action === 'unexpose') ? allowed : refused(exposed ? 'exposed' : 'not-exposed');
}
