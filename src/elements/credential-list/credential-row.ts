/* eslint lit-a11y/accessible-name: off -- the buttons get their names with the credential they are for */
import { html, render } from 'lit';
import type { Credential } from '../../contract/credential.js';
import type { basics } from '../../locales/en/basics.js';
import type { credentialList } from '../../locales/en/credential-list.js';
import { formatList } from '../shared/formatter.js';
import type { Localize } from '../shared/localize.js';
import { canDo } from '../shared/credential/can-do.js';
import type { CredentialList } from './credential-list.js';
import { statusLook, statusWord } from './credential-status.js';

type Words = Localize<typeof basics & typeof credentialList>;

const soonMs = 30 * 24 * 60 * 60 * 1000;

/** Shows the end of an identifier when there is no room for all of it. */
const tailLength = 4;

/** The columns: the class of their cells, and what they are called. */
export const columnNames = [
  ['title', 'credentialName'],
  ['identifiers', 'credentialIdentifier'],
  ['status', 'credentialStatus'],
  ['environment', 'credentialEnvironment'],
  ['serves', 'credentialServes'],
  ['used', 'credentialLastUsed'],
  ['expires', 'credentialExpires'],
] as const;

/** The columns that have something to say of these credentials, as class names. */
export function columnsOf(
  { environment, resourceId, filterResourceId }: CredentialList,
  items: readonly Credential[],
): string {
  const only = resourceId ?? filterResourceId;
  const has = (test: (credential: Credential) => unknown) => items.length === 0 || items.some(test);
  return [
    items.some((one) => one.environment !== undefined && one.environment !== environment) && 'placed',
    has(({ grants, resources }) => grants ?? resources.some(({ id }) => id !== only)) && 'serving',
    items.some(({ grants }) => grants) && 'granted',
    has(({ lastUsedAt }) => lastUsedAt !== undefined) && 'usage',
    items.some(({ expiresAt }) => expiresAt !== undefined) && 'expiry',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What is known once the list is there; loaded then. */
export interface RowExtras {
  /** Which identifier was copied a moment ago: {@link copyKey}. */
  copied: string | undefined;
  /** The environments by their ids. */
  environments: ReadonlyMap<string, string>;
  /** Which are selected. */
  selected: ReadonlySet<string>;
  /** Adds what few rows have to their cells. Answers whether that is in place of what the credential serves. */
  complete(credential: Credential, cells: RowCells, now: number): boolean;
}

/** The cells of a row that may have more in them. */
export interface RowCells {
  status: HTMLElement;
  serves: HTMLElement;
  actions: HTMLElement;
}

/** What all rows have in common. */
export interface RowContext {
  localize: Words;
  /** The marketplace's clock, in milliseconds. */
  now: number;
  /** Whether rows can be selected. */
  selectable: boolean;
  /** Whether the list is of several applications: then each row says whose it is. */
  owners: boolean;
  extras: RowExtras | undefined;
}

/** Names one identifier of one credential. */
export const copyKey = (id: string, index: number): string => `${id}/${index}`;

/** Whether a credential has more to say than the columns have room for. */
export const hasNotes = ({ state, grants, overlapUntil, shareUntil, secret }: Credential): boolean =>
  Boolean(state === 'error' || grants || overlapUntil || shareUntil || secret.visibility === 'never');

/**
 * What a row is copied from. Every row has every cell; styles leave out the columns that have nothing to say. Icons are
 * masks, which cost no elements. Clicks are handled by the table: `data-do` says what a button is for.
 */
export function blankRow(localize: Words, selectable: boolean): HTMLElement {
  const box = document.createElement('table');
  render(
    html`<tr role="row" part="item">
      <td role="cell" class="select">
        <label><input type="checkbox" data-do="select" /></label>
      </td>
      <th role="rowheader" scope="row" class="title">
        <button class="name" type="button" data-do="update"></button>
        <span class="kind muted"></span>
      </th>
      <td role="cell" class="identifiers">
        <bdi class="mono" dir="ltr" translate="no" part="identifier"><span></span>-</bdi>
        <button class="icon-button mask mask-copy" type="button" data-do="copy" data-index="0"></button>
      </td>
      <td role="cell" class="status"><span></span></td>
      <td role="cell" class="environment"></td>
      <td role="cell" class="serves"></td>
      <td role="cell" class="used"></td>
      <td role="cell" class="expires"></td>
      <td role="cell" class="actions">
        <button class="button quiet mask mask-eye" type="button" data-do="reveal"></button>
        <button
          class="icon-button mask mask-more"
          type="button"
          data-do="menu"
          aria-haspopup="menu"
          aria-expanded="false"
        ></button>
      </td>
    </tr>`,
    box,
  );
  const row = box.querySelector('tr') as HTMLElement;
  // The spaces between the elements would be copied too.
  const texts = document.createNodeIterator(row, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null)
    if (text.data.trim() === '') text.remove();
  // In a card each cell says what it is.
  for (const [name, key] of columnNames) row.querySelector(`.${name}`)?.setAttribute('data-label', localize.term(key));
  if (!selectable) row.firstElementChild?.remove();
  write(row.querySelector('.mask-eye') as Element, localize.term('credentialViewSecret'));
  return row;
}

/** A row, kept for as long as its credential is shown, wherever it moves: what has not changed is left alone. */
export class CredentialRow {
  readonly element: HTMLElement;
  readonly #blank: HTMLElement;
  readonly #cells: HTMLElement[] = [];

  /** @param blank - See {@link blankRow}. */
  constructor(blank: HTMLElement, id: string) {
    this.#blank = blank;
    this.element = blank.cloneNode(true) as HTMLElement;
    this.element.setAttribute('data-id', id);
    let cell = this.element.firstElementChild;
    for (; cell; cell = cell.nextElementSibling) this.#cells.push(cell as HTMLElement);
  }

  update(credential: Credential, context: RowContext): void {
    const { localize, extras, now } = context;
    const { id, name, environment = '', resources, lastUsedAt, expiresAt } = credential;
    const [head, identifiers, status, place, serves, used, expires, actions] = this.#cells.slice(-8) as Cells;
    if (context.selectable) {
      const input = this.#cells[0]?.querySelector('input') as HTMLInputElement;
      input.checked = extras?.selected.has(id) ?? false;
      call(input, localize.term('credentialSelect', name));
    }

    this.#updateName(head, credential, context);
    this.#updateIdentifiers(identifiers, credential, context);

    const badge = status.firstElementChild as HTMLElement;
    dress(badge, `badge ${statusLook(credential)}`);
    write(badge, statusWord(localize, credential));

    write(place, extras?.environments.get(environment) ?? environment);
    const served = resources.map((one) => one.name);
    if (!extras?.complete(credential, { status, serves, actions }, now))
      write(serves, formatList(localize.language, served));

    dress(used, lastUsedAt ? 'used' : 'used muted');
    write(used, lastUsed(credential, context));
    const leftMs = expiresAt === undefined ? Infinity : Date.parse(expiresAt) - now;
    dress(expires, leftMs === Infinity ? 'expires muted' : leftMs > soonMs ? 'expires' : 'expires soon');
    write(expires, expiry(expiresAt, leftMs, context));

    const [reveal, menu] = [actions.firstElementChild, actions.lastElementChild] as [HTMLElement, HTMLElement];
    const isHidden = !canDo(credential, 'reveal');
    if (reveal.hidden !== isHidden) reveal.hidden = isHidden;
    call(reveal, localize.term('credentialViewSecretOf', name));
    call(menu, localize.term('credentialMenu', name));
  }

  /** The name is a button where it opens something. */
  #updateName(cell: Element, credential: Credential, { localize, owners }: RowContext): void {
    const { name, type, application } = credential;
    const tag = canDo(credential, 'update') ? 'button' : 'span';
    let title = cell.firstElementChild as HTMLElement;
    if (title.localName !== tag) {
      title.replaceWith((title = document.createElement(tag)));
      title.className = 'name';
      title.dataset['do'] = 'update';
    }
    write(title, name);
    const kind = owners && application ? localize.term('credentialKindOf', type.name, application.name) : type.name;
    write(cell.lastElementChild as Element, kind);
  }

  /** A text and its button for each. */
  #updateIdentifiers(cell: HTMLElement, { id, name, identifiers }: Credential, context: RowContext): void {
    const { localize, extras } = context;
    if (cell.childElementCount !== identifiers.length * 2) {
      const pair = this.#blank.querySelector('.identifiers') as Element;
      cell.replaceChildren(...identifiers.flatMap(() => [...pair.cloneNode(true).childNodes]));
    }
    dress(cell, identifiers.length === 0 ? 'identifiers muted' : 'identifiers');
    if (identifiers.length === 0) write(cell, localize.term('credentialNoIdentifier'));
    let at = cell.firstElementChild;
    identifiers.forEach(({ label, value }, index) => {
      write(at?.firstElementChild as Element, value.slice(0, -tailLength));
      const tail = at?.lastChild as Text;
      if (tail.data !== value.slice(-tailLength)) tail.data = value.slice(-tailLength);
      at = at?.nextElementSibling ?? null;
      dress(at as Element, `icon-button mask mask-${extras?.copied === copyKey(id, index) ? 'done' : 'copy'}`);
      if (index > 0) at?.setAttribute('data-index', String(index));
      call(at as Element, localize.term('credentialCopy', label, name));
      at = at?.nextElementSibling ?? null;
    });
  }
}

type Cells = [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];

/** Writes a text where it is another one. */
function write(element: Element, text: string): void {
  const { firstChild } = element;
  if (!(firstChild instanceof Text)) element.textContent = text;
  else if (firstChild.data !== text) firstChild.data = text;
}

/** Names a control where it has another name. */
function call(control: Element, name: string): void {
  if (control.getAttribute('aria-label') !== name) control.setAttribute('aria-label', name);
}

/** Sets the classes where they are others. */
function dress(element: Element, className: string): void {
  if (element.className !== className) element.className = className;
}

function lastUsed({ lastUsedAt, createdAt }: Credential, { localize, now }: RowContext): string {
  if (lastUsedAt === undefined) return localize.term('credentialNoUsage');
  if (lastUsedAt === null) return localize.term('credentialNeverUsed', localize.date(createdAt));
  return localize.relative(lastUsedAt, now);
}

function expiry(expiresAt: string | undefined, leftMs: number, { localize, now }: RowContext): string {
  if (expiresAt === undefined) return localize.term('credentialNoExpiry');
  if (leftMs > soonMs) return localize.date(expiresAt);
  return localize.term(leftMs > 0 ? 'credentialExpiresIn' : 'credentialExpiredAgo', localize.relative(expiresAt, now));
}
