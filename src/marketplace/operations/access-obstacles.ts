import { ApiError } from '../../contract/index.js';
import { judgeAccessRequest } from '../rules/access.js';
import { referred, type ReadContext } from './context.js';

/** Why an application has no access to a resource (SPEC A1); `undefined` if it has. */
export type AccessObstacle = (applicationId: string, resourceId: string) => string | undefined;

/**
 * What stands between applications and resources, as far as access requests tell.
 *
 * @param where - Which requests to look at: those of the application or of the resource that will be asked about; none if
 *   nothing will.
 */
export async function accessObstacles(
  { tx, principal, now }: ReadContext,
  where: { applicationId?: string; resourceId?: string } | undefined,
): Promise<AccessObstacle> {
  const own = principal.teams.map(({ id }) => id);
  const requests = where ? await tx.list('accessRequest', { where: { ...where, teamId: own } }) : [];
  const subscriptions = await referred(tx, 'subscription', requests, ({ subscriptionId }) => subscriptionId);
  return (applicationId, resourceId) => {
    let reason = 'no-access';
    for (const request of requests) {
      const subscription = subscriptions.get(request.subscriptionId);
      if (request.applicationId !== applicationId || request.resourceId !== resourceId || !subscription) continue;
      const verdict = judgeAccessRequest('create-credential', principal, request, subscription, now);
      if (verdict.is === 'allowed') return undefined;
      if (verdict.is === 'refused') reason = verdict.reason;
    }
    return reason;
  };
}

/**
 * An application needs access to a resource before it gets a credential for it (SPEC A1).
 *
 * @throws {ApiError} `access-required`, with the reason.
 */
export async function demandAccess(context: ReadContext, applicationId: string, resourceId: string): Promise<void> {
  const reason = (await accessObstacles(context, { applicationId, resourceId }))(applicationId, resourceId);
  if (reason !== undefined) throw new ApiError('access-required', `access: ${reason}`, { reason });
}
