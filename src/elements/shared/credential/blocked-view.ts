import { html, nothing, type TemplateResult } from 'lit';
import type { CredentialOptions } from '../../../contract/credential-options.js';
import type { Audience } from '../../../contract/credential-type.js';
import type { credentialBlocked } from '../../../locales/en/credential-blocked.js';
import { lockIcon } from '../../secret-reveal/icons.js';
import { alertIcon } from '../icons.js';
import type { Localize } from '../localize.js';
import { webAddress } from '../web-address.js';

/** Nothing about credentials is for this person, so that nothing else is shown (SPEC M1, E1). */
const gates = ['role', 'not-eligible'];

/** Whether nothing but the reason can be shown, the credentials that are there included. */
export const isGated = ({ blocked }: CredentialOptions): boolean => gates.includes(blocked ?? '');

/** Why no credential for an audience, or for any, can be created: as a whole, or because none of its types can. */
export function obstacleOf({ blocked, types }: CredentialOptions, audience: Audience | undefined): string | undefined {
  const mine = types.filter((type) => audience === undefined || type.audience === audience);
  return blocked ?? (mine.every(({ allowed }) => !allowed) ? mine[0]?.reason : undefined);
}

/** Why no credential can be created: in the marketplace's own words, where it has some. */
export function blockedView(
  localize: Localize<typeof credentialBlocked>,
  options: Pick<CredentialOptions, 'blocked' | 'message' | 'learnMoreUrl'>,
): TemplateResult {
  const { blocked = '', message, learnMoreUrl } = options;
  const isGate = gates.includes(blocked);
  const hint = message ?? localize.find(`cannot-${blocked}-hint`);
  const more = webAddress(learnMoreUrl);
  return html`<div class="notice ${isGate ? '' : 'caution'}" part="blocked" id="blocked">
    ${isGate ? lockIcon() : alertIcon()}
    <div>
      <p><strong>${localize.find(`cannot-${blocked}`) ?? localize.term('cannotCreate')}</strong></p>
      ${hint === undefined ? nothing : html`<p><bdi>${hint}</bdi></p>`}
    </div>
    ${more === undefined ? nothing : html`<a class="button" href=${more}>${localize.term('learnMore')}</a>`}
  </div>`;
}
