import { html, type LitElement } from 'lit';
import type { ApiError } from '../../contract/error.js';
import type { Credential } from '../../contract/credential.js';
import type { CallOptions, Marketplace } from '../../contract/marketplace.js';
import type { common } from '../../locales/en/common.js';
import { credentialActions } from '../../locales/en/credential-actions.js';
import { reasons } from '../../locales/en/reasons.js';
import { confirmAction } from '../shared/confirm-dialog.js';
import { describeError } from '../shared/describe-error.js';
import { newIntent } from '../shared/intent.js';
import type { Localize } from '../shared/localize.js';
import {
  CredentialEnableEvent,
  CredentialEnabledEvent,
  CredentialFailedEvent,
  CredentialRemoveEvent,
  CredentialRemovedEvent,
  CredentialRevealEvent,
  CredentialSuspendEvent,
  CredentialSuspendedEvent,
} from './credential-events.js';
import type { RowAction } from './credential-rows.js';
import { canDo } from './credential-row.js';

/** The list as an action needs it: the row it is about. */
export interface ActionRow {
  marketplace: Marketplace;
  /** The newest known state of the credential; `undefined` once its row has gone. */
  current(): Credential | undefined;
  show(credential: Credential): void;
  reread(): Promise<void>;
}

type Change = Exclude<RowAction, 'reveal'>;

const befores = {
  reveal: CredentialRevealEvent,
  suspend: CredentialSuspendEvent,
  enable: CredentialEnableEvent,
  remove: CredentialRemoveEvent,
};

const afters = {
  suspend: CredentialSuspendedEvent,
  enable: CredentialEnabledEvent,
  remove: CredentialRemovedEvent,
};

/** What a row shows while the marketplace has not answered yet. */
const expected: Record<Change, Partial<Credential>> = {
  suspend: { transition: 'suspending' },
  enable: { transition: 'enabling' },
  retry: { state: 'pending' },
  remove: { state: 'deleting' },
};

/** After these the row shows something else than what was confirmed: look at it before trying again. */
const movedOn = ['state-conflict', 'precondition-failed', 'not-found'];

const hasMovedOn = (error: unknown): boolean => movedOn.includes((error as Partial<ApiError>).code ?? '');

/**
 * Does what somebody chose for a credential, from the before-event through the confirmation to the after-event.
 * Answers what went wrong as a sentence, unless a dialog has said it already.
 */
export async function performAction(
  host: LitElement,
  localize: Localize<typeof common>,
  action: RowAction,
  credential: Credential,
  row: ActionRow,
): Promise<string | undefined> {
  const words = localize.with({ ...credentialActions, ...reasons });
  if (action !== 'retry' && !host.dispatchEvent(new befores[action]({ credential }))) return undefined;
  if (action === 'reveal') {
    const { openSecretPanel } = await import('./secret-panel.js');
    await openSecretPanel(host, words, row.marketplace, credential);
    return undefined;
  }
  const idempotencyKey = newIntent();
  const run = (signal?: AbortSignal) => change(host, action, credential, row, { signal, idempotencyKey });
  if (action === 'retry') {
    try {
      await run();
      return undefined;
    } catch (error) {
      return describeError(words, error);
    }
  }
  const typed = credential.actions.find((one) => one.action === action)?.confirm === 'typed';
  const gentler = action === 'remove' && canDo(credential, 'suspend');
  const outcome = await confirmAction(host, words, {
    heading: words.term(`${action}Heading`, credential.name),
    body: html`<p>${words.term(`${action}Body`)}</p>
      ${
        action === 'remove' && credential.lastUsedAt
          ? html`<p>${words.term('removeUsed', words.relative(credential.lastUsedAt, row.marketplace.now()))}</p>`
          : ''
      }
      ${gentler ? html`<p class="muted">${words.term('suspendHint')}</p>` : ''}`,
    confirmLabel: words.term(`action-${action}`),
    critical: action === 'remove',
    typed: typed ? credential.name : undefined,
    alternativeLabel: gentler ? words.term('suspendInstead') : undefined,
    run,
    describe: (error) => describeError(words, error),
    isFinal: hasMovedOn,
  });
  return outcome === 'alternative'
    ? performAction(host, localize, 'suspend', row.current() ?? credential, row)
    : undefined;
}

/** Calls the marketplace; the row shows what is expected meanwhile, and the truth afterwards. */
async function change(
  host: LitElement,
  action: Change,
  credential: Credential,
  row: ActionRow,
  options: CallOptions,
): Promise<void> {
  const before = row.current() ?? credential;
  row.show({ ...before, ...expected[action], actions: [] });
  try {
    const answer = await row.marketplace.credentials[action](
      credential.id,
      {},
      { ...options, ifMatch: before.version },
    );
    row.show(answer);
    if (action !== 'retry') host.dispatchEvent(new afters[action]({ credential: answer }));
  } catch (error) {
    row.show(before);
    if (!options.signal?.aborted) {
      if (hasMovedOn(error)) await row.reread();
      host.dispatchEvent(new CredentialFailedEvent({ credential: before, action, error }));
    }
    throw error;
  }
}
