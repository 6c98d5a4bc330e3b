import { html, nothing, type TemplateResult } from 'lit';
import type { AccessRequest } from '../../contract/access-request.js';
import type { accessRequestList } from '../../locales/en/access-request-list.js';
import type { accessStates } from '../../locales/en/access-states.js';
import type { common } from '../../locales/en/common.js';
import { accessBadge } from '../shared/access/access-state.js';
import { icon } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';

/** What a button of a card is for. */
export type CardAction =
  'approve' | 'reject' | 'create-credential' | 'update' | 'withdraw' | 'revoke' | 'details' | 'close';

/** In the order they are offered; the first one that is possible stands out. */
const offered = ['approve', 'reject', 'create-credential', 'update', 'withdraw', 'revoke'] as const;
const leading: readonly string[] = ['approve', 'create-credential', 'update'];

/** The levels of a heading that its tag does not say. */
const otherLevels = [1, 2, 4, 5, 6];

/** What a card needs besides its request. */
export interface CardContext {
  localize: Localize<typeof common & typeof accessStates & typeof accessRequestList>;
  /** The marketplace's clock, in milliseconds since 1970. */
  now: number;
  /** Level of its heading; 3 if it is none from 1 to 6. */
  level: number;
  /** Its details, when they are open. */
  details?: TemplateResult | undefined;
  /** A form that is open under it. */
  inline?: TemplateResult | undefined;
}

/** One request: what it is for, where it stands, why, and what can be done (SPEC A8). */
export function renderCard(request: AccessRequest, context: CardContext): TemplateResult {
  const { localize, now, level, details, inline } = context;
  const { id, name, resource, application, requestedBy, owner, timeline, createdAt } = request;
  const reason = timeline.at(-1)?.reason;
  const heading = `name-${id}`;
  return html`<li class="card" part="item" data-id=${id} aria-labelledby=${heading}>
    <div class="head">
      <h3 id=${heading} aria-level=${otherLevels.includes(level) ? level : nothing}><bdi>${name}</bdi></h3>
      ${accessBadge(localize, request)}
    </div>
    <p class="meta muted">
      <span><bdi>${resource.name}</bdi> · <bdi>${application.name}</bdi></span>
      <span>${localize.term('requestFrom', requestedBy.name, owner.name)}</span>
      <time datetime=${createdAt} title=${localize.date(createdAt, { time: true })}>
        ${localize.term('requestSent', localize.relative(createdAt, now))}
      </time>
    </p>
    ${reason && !details ? html`<p class="why" part="reason"><bdi>${localize.term('requestReason', reason)}</bdi></p>` : nothing}
    ${inline ? renderInline(inline, context) : renderActions(request, context)}
    <div class="details" part="details" id="details-${id}" ?hidden=${!details}>${details ?? nothing}</div>
  </li>`;
}

function renderActions({ id, name, actions }: AccessRequest, { localize, details }: CardContext): TemplateResult {
  const possible = offered.filter((action) => actions.some((one) => one.action === action && one.allowed));
  return html`<div class="actions">
    ${possible.map(
      (action, index) =>
        html`<button
          class="button ${index === 0 && leading.includes(action) ? 'primary' : ''}"
          type="button"
          data-do=${action}
          aria-label=${localize.term('requestDoNamed', localize.term(`do-${action}`), name)}
        >
          ${localize.term(`do-${action}`)}
        </button>`,
    )}
    <button
      class="button quiet disclose"
      type="button"
      data-do="details"
      aria-expanded=${details !== undefined}
      aria-controls="details-${id}"
      aria-label=${localize.term('requestDoNamed', localize.term('requestDetails'), name)}
    >
      ${localize.term('requestDetails')} ${icon('m6 9 6 6 6-6')}
    </button>
  </div>`;
}

const renderInline = (inline: TemplateResult, { localize }: CardContext): TemplateResult =>
  html`<div class="inline" tabindex="-1">
    ${inline}
    <div class="actions">
      <button class="button quiet" type="button" data-do="close">${localize.term('close')}</button>
    </div>
  </div>`;
