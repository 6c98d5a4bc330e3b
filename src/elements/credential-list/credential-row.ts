import { html, nothing, type TemplateResult } from 'lit';
import type { Credential } from '../../contract/credential.js';
import type { Identifier } from '../../contract/identifier.js';
import type { common } from '../../locales/en/common.js';
import type { credentialList } from '../../locales/en/credential-list.js';
import { checkIcon, copyIcon, icon, moreIcon } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';
import { canDo } from '../shared/credential/can-do.js';
import type * as Notes from './credential-notes.js';
import { statusBadge } from './credential-status.js';

const soonMs = 30 * 24 * 60 * 60 * 1000;

/** Shows the end of an identifier when there is no room for all of it. */
const tailLength = 4;

const eyeIcon = (): TemplateResult =>
  icon(
    'M2 12.3a1 1 0 0 1 0-.6 10.75 10.75 0 0 1 20 0 1 1 0 0 1 0 .6 10.75 10.75 0 0 1-20 0M9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0',
  );

/** What all rows have in common. */
export interface RowContext {
  localize: Localize<typeof common & typeof credentialList>;
  /** The marketplace's clock, in milliseconds. */
  now: number;
  /** Which identifier was copied a moment ago: {@link copyKey}. */
  copied: string | undefined;
  /** Whether any credential has usage data, or an expiry: otherwise its column is left out. */
  usage: boolean;
  expiry: boolean;
  /** What some credentials have to say beyond the columns; once it is loaded. */
  notes: typeof Notes | undefined;
}

/** Names one identifier of one credential. */
export const copyKey = (id: string, index: number): string => `${id}/${index}`;

/** Whether a credential has more to say than the columns have room for. */
export const hasNotes = ({ grants, overlapUntil, shareUntil, secret }: Credential): boolean =>
  grants !== undefined || overlapUntil !== undefined || shareUntil !== undefined || secret.visibility === 'never';

const cell = (label: string, content: unknown, className = ''): TemplateResult =>
  html`<td role="cell" class=${className} data-label=${label}>${content}</td>`;

/** A row of the list. Clicks are handled by the table: `data-do` says what a button is for. */
export function credentialRow(credential: Credential, context: RowContext): TemplateResult {
  const { localize, usage, expiry, notes } = context;
  const { id, name, type, environment, resources, grants } = credential;
  const served = grants && notes ? [] : resources.map((resource) => resource.name);
  return html`<tr role="row" part="item" data-id=${id}>
    <th role="rowheader" scope="row">
      ${
        canDo(credential, 'update')
          ? html`<button class="name" type="button" data-do="update">${name}</button>`
          : html`<span class="name">${name}</span>`
      }
      <span class="kind muted">${[type.name, environment, ...served].filter(Boolean).join(' · ')}</span>
      ${notes?.grantNotes(localize, credential)}
    </th>
    ${cell(localize.term('credentialIdentifier'), identifiers(credential, context), 'identifiers')}
    ${cell(localize.term('credentialStatus'), status(credential, context), 'status')}
    ${cell(localize.term('credentialCreated'), time(credential.createdAt, localize.date(credential.createdAt)), 'created')}
    ${usage ? cell(localize.term('credentialLastUsed'), lastUsed(credential, context)) : nothing}
    ${expiry ? cell(localize.term('credentialExpires'), expires(credential, context)) : nothing}
    <td role="cell" class="actions">
      ${
        canDo(credential, 'reveal')
          ? html`<button
              class="button quiet"
              type="button"
              data-do="reveal"
              aria-label=${localize.term('credentialViewSecretOf', name)}
            >
              ${eyeIcon()}<span>${localize.term('credentialViewSecret')}</span>
            </button>`
          : nothing
      }
      <button
        class="icon-button"
        type="button"
        data-do="menu"
        aria-label=${localize.term('credentialMenu', name)}
        aria-haspopup="menu"
        aria-expanded="false"
      >
        ${moreIcon()}
      </button>
    </td>
  </tr>`;
}

const time = (at: string, text: string): TemplateResult => html`<time datetime=${at}>${text}</time>`;

/** A dash for the eye, words for everybody else. */
const none = (words: string): TemplateResult =>
  html`<span class="muted" aria-hidden="true">–</span><span class="visually-hidden">${words}</span>`;

function identifiers(credential: Credential, context: RowContext): unknown {
  if (credential.identifiers.length === 0)
    return html`<span class="muted">${context.localize.term('credentialNoIdentifier')}</span>`;
  return credential.identifiers.map((identifier, index) => identifierLine(credential, identifier, index, context));
}

function identifierLine(
  { id, name }: Credential,
  { label, value }: Identifier,
  index: number,
  { localize, copied }: RowContext,
): TemplateResult {
  const done = copied === copyKey(id, index);
  return html`<span class="identifier">
    <bdi class="mono" dir="ltr" translate="no" part="identifier"
      ><span class="head">${value.slice(0, -tailLength)}</span>${value.slice(-tailLength)}</bdi
    >
    <button
      class="icon-button ${done ? 'done' : ''}"
      type="button"
      data-do="copy"
      data-index=${index}
      aria-label=${localize.term('credentialCopy', label, name)}
    >
      ${done ? checkIcon() : copyIcon()}
    </button>
  </span>`;
}

function status(credential: Credential, { localize, notes, now }: RowContext): TemplateResult {
  const reason = credential.state === 'error' ? credential.reasons?.at(-1)?.detail : undefined;
  return html`${statusBadge(localize, credential)}
  ${reason === undefined ? nothing : html`<span class="reason">${reason}</span>`}
  ${notes?.statusNotes(localize, credential, now)}
  ${
    canDo(credential, 'retry')
      ? html`<button
          class="button retry"
          type="button"
          data-do="retry"
          aria-label=${localize.term('credentialRetryOf', credential.name)}
        >
          ${localize.term('retry')}
        </button>`
      : nothing
  }`;
}

function lastUsed({ lastUsedAt }: Credential, { localize, now }: RowContext): TemplateResult {
  if (lastUsedAt === undefined) return none(localize.term('credentialNoUsage'));
  if (lastUsedAt === null) return html`<span class="muted">${localize.term('credentialNeverUsed')}</span>`;
  return time(lastUsedAt, localize.relative(lastUsedAt, now));
}

function expires({ expiresAt }: Credential, { localize, now }: RowContext): TemplateResult {
  if (expiresAt === undefined) return none(localize.term('credentialNoExpiry'));
  const left = Date.parse(expiresAt) - now;
  if (left > soonMs) return time(expiresAt, localize.date(expiresAt));
  const sentence = left > 0 ? 'credentialExpiresIn' : 'credentialExpiredAgo';
  return html`<span class="soon">${time(expiresAt, localize.term(sentence, localize.relative(expiresAt, now)))}</span>`;
}
