import { html, nothing, type TemplateResult } from 'lit';
import type { Credential } from '../../contract/credential.js';
import type { Grant } from '../../contract/grant.js';
import type { common } from '../../locales/en/common.js';
import { credentialNotes } from '../../locales/en/credential-notes.js';
import { duration } from '../shared/duration.js';
import type { Localize } from '../shared/localize.js';

type Words = Localize<typeof common & typeof credentialNotes>;

/** What a credential may do, in a line for each API: `Profile API: Read-only · 2 workspaces` (SPEC M2). */
function grantLine(words: Words, { resource, permission, scope: { level, items } }: Grant): string {
  const [only, ...others] = items;
  const scope = only && others.length === 0 ? only.name : words.term(`scope-${level}`, items.length);
  return words.term('grantLine', resource.name, permission.name, scope);
}

/** The lines under a credential's name. */
export function grantNotes(localize: Localize<typeof common>, { grants = [] }: Credential): TemplateResult[] {
  const words = localize.with(credentialNotes);
  return grants.map((grant) => html`<span class="kind muted">${grantLine(words, grant)}</span>`);
}

/** The lines under a credential's status: what works beside it, and until when (SPEC C6, I2, S9). */
export function statusNotes(localize: Localize<typeof common>, credential: Credential, now: number): unknown {
  const words = localize.with(credentialNotes);
  const { overlapUntil, shareUntil, secret, state } = credential;
  const until = (at: string | undefined, text: (at: string, leftMs: number) => string): string | undefined => {
    const leftMs = at === undefined ? 0 : Date.parse(at) - now;
    return at === undefined || leftMs <= 0 ? undefined : text(words.date(at, { time: true }), leftMs);
  };
  const isSecretLess = secret.visibility === 'never' && state !== 'pending';
  const lines = [
    until(overlapUntil, (end, leftMs) => words.term('noteOverlap', end, duration(words.language, leftMs))),
    isSecretLess && secret.state === 'none' && isShareable(credential) ? words.term('noteNoSecret') : undefined,
    isSecretLess && secret.state === 'set' ? words.term('noteSecretSet') : undefined,
    until(shareUntil, (end) => words.term('noteShared', end)),
  ].filter((line) => line !== undefined);
  return lines.length === 0 ? nothing : lines.map((line) => html`<span class="note">${line}</span>`);
}

const isShareable = ({ actions }: Credential): boolean => actions.some(({ action }) => action === 'share');
