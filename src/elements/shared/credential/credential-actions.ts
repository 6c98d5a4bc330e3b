import type { LitElement } from 'lit';
import type { ApiError } from '../../../contract/error.js';
import type { Credential } from '../../../contract/credential.js';
import type { CallOptions, Marketplace } from '../../../contract/marketplace.js';
import type { common } from '../../../locales/en/common.js';
import { credentialActions } from '../../../locales/en/credential-actions.js';
import { reasons } from '../../../locales/en/reasons.js';
import { confirmAction } from '../confirm-dialog.js';
import { describeError } from '../describe-error.js';
import { newIntent } from '../intent.js';
import type { Localize } from '../localize.js';
import { confirmationOf } from './credential-confirmation.js';
import {
  CredentialEnableEvent,
  CredentialEnabledEvent,
  CredentialFailedEvent,
  CredentialProvisionEvent,
  CredentialProvisionedEvent,
  CredentialRefuseEvent,
  CredentialRefusedEvent,
  CredentialRegenerateEvent,
  CredentialRegeneratedEvent,
  CredentialRemoveEvent,
  CredentialRemovedEvent,
  CredentialRenewEvent,
  CredentialRenewedEvent,
  CredentialRetriedEvent,
  CredentialRetryEvent,
  CredentialShareEvent,
  CredentialSuspendEvent,
  CredentialSuspendedEvent,
  CredentialUnshareEvent,
  CredentialUnsharedEvent,
} from './credential-events.js';

/** A change of a credential that answers the credential as it then is. */
export type CredentialChange =
  'renew' | 'regenerate' | 'suspend' | 'enable' | 'retry' | 'unshare' | 'provision' | 'fail' | 'remove';

/** What can be done with a credential in a dialog. */
export type CredentialAction = CredentialChange | 'share';

export type ActionWords = Localize<typeof common & typeof credentialActions & typeof reasons>;

/** Where an action is done: the credential, as what shows it knows it. */
export interface ActionPlace {
  marketplace: Marketplace;
  /** Address of the page on which a share link is opened. */
  shareUrl?: string | undefined;
  /** The names of the environments by their ids, as far as they are known. */
  environments?: ReadonlyMap<string, string> | undefined;
  /** The newest known state of the credential; `undefined` once it has gone. */
  current(): Credential | undefined;
  show(credential: Credential): void;
  reread(): Promise<void>;
  announce(text: string): void;
}

const befores = {
  renew: CredentialRenewEvent,
  regenerate: CredentialRegenerateEvent,
  suspend: CredentialSuspendEvent,
  enable: CredentialEnableEvent,
  retry: CredentialRetryEvent,
  share: CredentialShareEvent,
  unshare: CredentialUnshareEvent,
  provision: CredentialProvisionEvent,
  fail: CredentialRefuseEvent,
  remove: CredentialRemoveEvent,
};

const afters = {
  renew: CredentialRenewedEvent,
  regenerate: CredentialRegeneratedEvent,
  suspend: CredentialSuspendedEvent,
  enable: CredentialEnabledEvent,
  retry: CredentialRetriedEvent,
  unshare: CredentialUnsharedEvent,
  provision: CredentialProvisionedEvent,
  fail: CredentialRefusedEvent,
  remove: CredentialRemovedEvent,
};

/** What is shown while the marketplace has not answered yet. */
export const expectedAfter: Record<CredentialChange, Partial<Credential>> = {
  renew: { transition: 'renewing' },
  regenerate: { transition: 'regenerating' },
  suspend: { transition: 'suspending' },
  enable: { transition: 'enabling' },
  retry: { state: 'pending' },
  unshare: { shareUntil: undefined },
  provision: {},
  fail: {},
  remove: { state: 'deleting' },
};

/** After these the credential is something else than what was confirmed: look at it before trying again. */
const movedOn = ['state-conflict', 'precondition-failed', 'not-found'];

export const hasMovedOn = (error: unknown): boolean => movedOn.includes((error as Partial<ApiError>).code ?? '');

/**
 * Does what somebody chose for a credential, from the before-event through the confirmation to the after-event.
 * Answers what went wrong as a sentence, unless a dialog has said it already. Load it on demand.
 */
export async function performAction(
  host: LitElement,
  localize: Localize<typeof common>,
  action: CredentialAction,
  credential: Credential,
  place: ActionPlace,
): Promise<string | undefined> {
  const words: ActionWords = localize.with({ ...credentialActions, ...reasons });
  if (!host.dispatchEvent(new befores[action]({ credential }))) return undefined;
  if (action === 'share') {
    const { shareCredential } = await import('./share-credential.js');
    await shareCredential(host, words, credential, place);
    return undefined;
  }
  const idempotencyKey = newIntent();
  const run = (params: object, signal?: AbortSignal) =>
    change(host, action, params, credential, place, { signal, idempotencyKey });
  if (action === 'retry') {
    try {
      await run({});
      return undefined;
    } catch (error) {
      return describeError(words, error);
    }
  }
  const ask = await confirmationOf(host, words, action, credential, place);
  const outcome = await confirmAction(host, words, () => {
    const { params, ...confirmation } = ask();
    return {
      ...confirmation,
      run: (signal, answer) => run(params(answer), signal),
      describe: (error) => describeError(words, error),
      isFinal: hasMovedOn,
    };
  });
  return outcome === 'alternative'
    ? performAction(host, localize, 'suspend', place.current() ?? credential, place)
    : undefined;
}

/** Calls the marketplace; what is expected is shown meanwhile, and the truth afterwards. */
async function change(
  host: LitElement,
  action: CredentialChange,
  params: object,
  credential: Credential,
  place: ActionPlace,
  options: CallOptions,
): Promise<void> {
  const before = place.current() ?? credential;
  place.show({ ...before, ...expectedAfter[action], actions: [] });
  const { credentials } = place.marketplace;
  type Method = (id: string, params: object, options: CallOptions) => Promise<Credential>;
  try {
    const answer = await (credentials[action] as Method).call(credentials, credential.id, params, {
      ...options,
      ifMatch: before.version,
    });
    place.show(answer);
    host.dispatchEvent(new afters[action]({ credential: answer }));
  } catch (error) {
    place.show(before);
    if (!options.signal?.aborted) {
      if (hasMovedOn(error)) await place.reread();
      host.dispatchEvent(new CredentialFailedEvent({ credential: before, action, error }));
    }
    throw error;
  }
}
