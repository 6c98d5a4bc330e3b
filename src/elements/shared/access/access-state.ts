import { html, type TemplateResult } from 'lit';
import type { AccessRequest } from '../../../contract/access-request.js';
import type { accessStates } from '../../../locales/en/access-states.js';
import { alertIcon, circleCheckIcon, circleXIcon, clockIcon, progressIcon } from '../icons.js';
import type { Localize } from '../localize.js';

const looks: Record<AccessRequest['state'], [className: string, icon: () => TemplateResult]> = {
  pending: ['caution', clockIcon],
  provisioning: ['spin', progressIcon],
  active: ['positive', circleCheckIcon],
  rejected: ['critical', circleXIcon],
  revoked: ['critical', circleXIcon],
  withdrawn: ['', circleXIcon],
  error: ['critical', alertIcon],
  unknown: ['', clockIcon],
};

/** Icon and word for where a request stands; never colour alone. */
export function accessBadge(localize: Localize<typeof accessStates>, { state }: AccessRequest): TemplateResult {
  const [className, icon] = looks[state];
  return html`<span class="badge ${className}" part="status">${icon()}${localize.term(`access-${state}`)}</span>`;
}

/** Whether the request's own `actions` offer something now; elements hold no rules. */
export const canNow = ({ actions }: AccessRequest, action: AccessRequest['actions'][number]['action']): boolean =>
  actions.some((one) => one.action === action && one.allowed);
