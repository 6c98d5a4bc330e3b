import type { Ref } from '../contract/index.js';

/** Whom the marketplace acts for: told by the handler's authentication, never by the request itself. */
export interface Principal {
  id: string;
  name: string;
  teams: Ref[];
  /** `provider` decides for the marketplace; what other roles open is its policy. */
  roles: string[];
}

/** Whether the principal decides for the marketplace's provider. */
export const isProvider = (principal: Principal): boolean => principal.roles.includes('provider');

/** Whether the principal has one of the roles; nobody is left out where there are none to have. */
export const hasRole = (principal: Principal, roles: readonly string[] | undefined): boolean =>
  roles === undefined || roles.some((role) => principal.roles.includes(role));

/** Whether the principal is in the team. */
export const isMember = (principal: Principal, teamId: string): boolean =>
  principal.teams.some((team) => team.id === teamId);

/** Whether the principal may see what the team owns. */
export const maySee = (principal: Principal, teamId: string): boolean =>
  isProvider(principal) || isMember(principal, teamId);

/** Which owners' objects the principal's lists hold: `undefined` is everybody's. */
export const visibleTeams = (principal: Principal): string[] | undefined =>
  isProvider(principal) ? undefined : principal.teams.map((team) => team.id);
