import { html, nothing, type TemplateResult } from 'lit';
import type { Credential } from '../../contract/credential.js';
import type { Grant } from '../../contract/grant.js';
import type { common } from '../../locales/en/common.js';
import { credentialNotes } from '../../locales/en/credential-notes.js';
import { canDo } from '../shared/credential/can-do.js';
import { duration } from '../shared/duration.js';
import type { Localize } from '../shared/localize.js';

/** What credentials have to say beyond the columns of their rows. */
export class CredentialNotes {
  readonly #words: Localize<typeof common & typeof credentialNotes>;

  constructor(localize: Localize<typeof common>) {
    this.#words = localize.with(credentialNotes);
  }

  /** What a credential may do, where its resources are granted in parts. */
  grants({ grants }: Credential): TemplateResult[] | undefined {
    return grants?.map((grant) => html`<span class="grant">${this.#grantLine(grant)}</span>`);
  }

  /** Under its status: why it failed (SPEC C1), and what works beside it until when (SPEC C6, I2, S9). */
  status(credential: Credential, now: number): TemplateResult | undefined {
    const words = this.#words;
    const { name, overlapUntil, shareUntil, secret, state, reasons } = credential;
    const until = (at: string | undefined, text: (at: string, leftMs: number) => string): string | undefined => {
      const leftMs = at === undefined ? 0 : Date.parse(at) - now;
      return at === undefined || leftMs <= 0 ? undefined : text(words.date(at, { time: true }), leftMs);
    };
    const isSecretLess = secret.visibility === 'never' && state !== 'pending';
    const reason = state === 'error' ? reasons?.at(-1)?.detail : undefined;
    const lines = [
      until(overlapUntil, (end, leftMs) => words.term('noteOverlap', end, duration(words.language, leftMs))),
      isSecretLess && secret.state === 'none' && isShareable(credential) ? words.term('noteNoSecret') : undefined,
      isSecretLess && secret.state === 'set' ? words.term('noteSecretSet') : undefined,
      until(shareUntil, (end) => words.term('noteShared', end)),
    ].filter((line) => line !== undefined);
    return html`${reason === undefined ? nothing : html`<span class="reason">${reason}</span>`}
    ${lines.map((line) => html`<span class="note">${line}</span>`)}
    ${
      canDo(credential, 'retry')
        ? html`<button
            class="button retry"
            type="button"
            data-do="retry"
            aria-label=${words.term('credentialRetryOf', name)}
          >
            ${words.term('retry')}
          </button>`
        : nothing
    }`;
  }

  /** A grant in a line: `Profile API: Read-only · 2 workspaces` (SPEC M2). */
  #grantLine({ resource, permission, scope: { level, items } }: Grant): string {
    const [only, ...others] = items;
    const key = `scope-${level}` as const;
    const scope =
      only && others.length === 0 ? only.name : this.#words.term(isKnown(key) ? key : 'scope-unknown', items.length);
    return this.#words.term('grantLine', resource.name, permission.name, scope);
  }
}

const isKnown = (key: string): boolean => key in credentialNotes;

const isShareable = ({ actions }: Credential): boolean => actions.some(({ action }) => action === 'share');
