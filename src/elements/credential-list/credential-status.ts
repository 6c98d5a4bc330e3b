import { html, type TemplateResult } from 'lit';
import type { Credential } from '../../contract/credential.js';
import type { common } from '../../locales/en/common.js';
import type { credentialList } from '../../locales/en/credential-list.js';
import { alertIcon, circleCheckIcon, circlePauseIcon, clockIcon, progressIcon } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';

const looks: Record<string, [className: string, icon: () => TemplateResult]> = {
  active: ['positive', circleCheckIcon],
  inactive: ['', circlePauseIcon],
  expired: ['critical', clockIcon],
  error: ['critical', alertIcon],
  unknown: ['', circlePauseIcon],
};

/** The word for where a credential stands: its transition while there is one, otherwise its state (SPEC C1). */
export const statusWord = (
  localize: Localize<typeof common & typeof credentialList>,
  { state, transition }: Credential,
): string =>
  localize.find(`state-${transition ?? state}`) ?? localize.find(`state-${state}`) ?? localize.term('unknown');

/** Icon and word for where a credential stands; never colour alone. */
export function statusBadge(
  localize: Localize<typeof common & typeof credentialList>,
  credential: Credential,
): TemplateResult {
  const [className, icon] = looks[credential.transition ?? credential.state] ?? ['spin', progressIcon];
  return html`<span class="badge ${className}">${icon()}${statusWord(localize, credential)}</span>`;
}
