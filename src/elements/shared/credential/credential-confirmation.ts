import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Credential } from '../../../contract/credential.js';
import type { Confirmation } from '../confirm-dialog.js';
import { adoptStyles } from '../adopt-styles.js';
import { duration } from '../duration.js';
import { canDo } from './can-do.js';
import type { ActionPlace, ActionWords, CredentialChange } from './credential-actions.js';
import { cardStyles, credentialCard } from './credential-card.js';

/** What is asked before a change, and what the change is called with once it is confirmed. */
export interface ChangeConfirmation extends Omit<Confirmation, 'run' | 'describe' | 'isFinal'> {
  params(answer: string): object;
}

/** The changes that are confirmed. */
export type ConfirmedChange = Exclude<CredentialChange, 'retry'>;

/** Words the question before a change of a credential, with its consequence as it is now; each time it is called. */
export async function confirmationOf(
  host: LitElement,
  words: ActionWords,
  action: ConfirmedChange,
  credential: Credential,
  { marketplace, environments }: ActionPlace,
): Promise<() => ChangeConfirmation> {
  const now = marketplace.now();
  if (action === 'remove') adoptStyles(host, [cardStyles]);
  const renewal =
    action === 'renew' ? (await import('./renew-choice.js')).renewChoice(host, words, credential, now) : undefined;
  return () => ({ ...questionOf(words, action, credential, now, environments), ...renewal?.() });
}

function questionOf(
  words: ActionWords,
  action: ConfirmedChange,
  credential: Credential,
  now: number,
  environments: ReadonlyMap<string, string> | undefined,
): ChangeConfirmation {
  const { name, type, actions } = credential;
  const isTyped = actions.find((one) => one.action === action)?.confirm === 'typed';
  const question = {
    heading: words.term(`${action}Heading`, name),
    confirmLabel: words.term(`action-${action}`),
    typed: isTyped ? name : undefined,
    params: () => ({}),
  };
  switch (action) {
    case 'regenerate': {
      // A key is its own identifier, and no session token is issued for it.
      const isKey = type.kind === 'api-key';
      return {
        ...question,
        critical: true,
        body: html`<p>${words.term(isKey ? 'regenerateKeyBody' : 'regenerateBody')}</p>
          ${sessions(words, credential, now, !isKey)}`,
      };
    }
    case 'remove': {
      const isGentler = canDo(credential, 'suspend');
      return {
        ...question,
        critical: true,
        alternativeLabel: isGentler ? words.term('suspendInstead') : undefined,
        body: html`${credentialCard(words, credential, environments)}
          <p>${words.term('removeBody')}</p>
          <p>${lastUse(words, credential, now)}</p>
          ${sessions(words, credential, now)}
          ${isGentler ? html`<p class="muted">${words.term('suspendHint')}</p>` : nothing}`,
      };
    }
    case 'fail':
      return {
        ...question,
        critical: true,
        body: html`<p>${words.term('failBody')}</p>`,
        asked: {
          label: words.term('failReason'),
          help: words.term('failReasonHelp'),
          missing: words.term('failReasonMissing'),
        },
        params: (reason) => ({ reason }),
      };
    default:
      return { ...question, body: html`<p>${words.term(`${action}Body`)}</p>` };
  }
}

function lastUse(words: ActionWords, { lastUsedAt }: Credential, now: number): string {
  if (lastUsedAt === undefined) return words.term('removeUsageUnknown');
  return lastUsedAt === null ? words.term('removeUnused') : words.term('removeUsed', words.relative(lastUsedAt, now));
}

/**
 * Session tokens outlive the pair they were issued for: until when, where that is known (SPEC C7).
 *
 * @param always also where nothing is known of any.
 */
function sessions(
  words: ActionWords,
  { sessionsUntil }: Credential,
  now: number,
  always = false,
): TemplateResult | typeof nothing {
  if (sessionsUntil === undefined) return always ? html`<p>${words.term('sessionsOpen')}</p>` : nothing;
  const left = Date.parse(sessionsUntil) - now;
  if (left <= 0) return nothing;
  const until = words.date(sessionsUntil, { time: true });
  return html`<p>${words.term('sessionsUntil', until, duration(words.language, left))}</p>`;
}
