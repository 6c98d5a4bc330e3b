import { render } from 'lit';
import type { Credential } from '../../contract/credential.js';
import { isolate } from '../../locales/isolate.js';
import { formatList } from '../shared/formatter.js';
import type { CredentialNotes } from './credential-notes.js';
import { hasNotes, type RowCells } from './credential-row.js';

/** Where something rare was rendered, besides what every row has. */
const extended = new WeakSet<Element>();

/**
 * Adds to a row what few rows have: notes, grants in place of what it serves, and buttons beside its menu. What serves
 * several is a list in the page's language, with each name in its own direction. Answers whether what it serves is
 * rendered with that.
 *
 * @param quick - The buttons.
 */
export function completeRow(
  credential: Credential,
  { status, serves, actions }: RowCells,
  now: number,
  { notes, quick, language }: { notes: CredentialNotes; quick: unknown; language: string },
): boolean {
  renderMore(status, hasNotes(credential) ? notes.status(credential, now) : undefined);
  renderMore(actions, quick, actions.lastChild);
  const grants = notes.grants(credential);
  const names = credential.resources.map(({ name }) => name);
  const isList = names.length > 1;
  if (isList || serves.classList.length > 1) serves.classList.toggle('several', isList);
  if (!grants && !isList && !extended.has(serves)) return false;
  if (!extended.has(serves)) serves.textContent = '';
  renderMore(serves, grants ?? formatList(language, isList ? names.map(isolate) : names));
  return true;
}

/** Renders what few rows have behind what is in a cell, or before one of it. */
function renderMore(cell: HTMLElement, more: unknown, renderBefore: ChildNode | null = null): void {
  if (more === undefined && !extended.has(cell)) return;
  extended.add(cell);
  render(more, cell, { renderBefore });
}
