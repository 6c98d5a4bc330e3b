import type { MarketplacePolicy } from '../policy.js';
import { environmentObstacle } from '../rules/gate.js';
import { refuse } from './context.js';

/**
 * The environment that was chosen is one there is; it may have been left open.
 *
 * @throws {ApiError} `validation-failed` at `/environment`.
 */
export function demandKnownEnvironment(policy: MarketplacePolicy, chosen: string | undefined): void {
  if (environmentObstacle(policy, chosen) === 'unknown')
    refuse({ pointer: '/environment', detail: 'No such environment.', reason: 'unknown' });
}

/**
 * The same where it has to be chosen (SPEC E2).
 *
 * @throws {ApiError} `validation-failed` at `/environment`.
 */
export function demandEnvironment(policy: MarketplacePolicy, chosen: string | undefined): void {
  if (environmentObstacle(policy, chosen) === 'environment-required')
    refuse({ pointer: '/environment', detail: 'An environment is needed.', reason: 'environment-required' });
  demandKnownEnvironment(policy, chosen);
}
