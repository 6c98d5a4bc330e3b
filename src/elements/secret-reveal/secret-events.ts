import type { Credential } from '../../contract/credential.js';
import type { DownloadFormat } from './download.js';

/** Why a secret is no longer held by the page. */
export type SecretHideReason =
  'closed' | 'idle' | 'tab-hidden' | 'signed-out' | 'window-ended' | 'credential-changed' | 'disconnected';

/** Names the credential a secret belongs to; never holds any of the secret. */
export interface SecretDetail {
  credentialId: string;
}

const after = { bubbles: true, composed: true };

/** A secret was decrypted in the page. It is masked until the person shows it. */
export class SecretRevealedEvent extends CustomEvent<SecretDetail> {
  constructor(detail: SecretDetail) {
    super('secret-revealed', { ...after, detail });
  }
}

/** A value was copied; `field` is its name, such as `clientSecret`, or `snippet` for an example call that holds it. */
export class SecretCopiedEvent extends CustomEvent<SecretDetail & { field: string }> {
  constructor(detail: SecretDetail & { field: string }) {
    super('secret-copied', { ...after, detail });
  }
}

/** The browser refused to copy. `embedded`: inside an iframe, which then needs `allow="clipboard-write"`. */
export class SecretCopyFailedEvent extends CustomEvent<SecretDetail & { field: string; embedded: boolean }> {
  constructor(detail: SecretDetail & { field: string; embedded: boolean }) {
    super('secret-copy-failed', { ...after, detail });
  }
}

/** A secret was handed over as a file. */
export class SecretDownloadedEvent extends CustomEvent<SecretDetail & { format: DownloadFormat }> {
  constructor(detail: SecretDetail & { format: DownloadFormat }) {
    super('secret-downloaded', { ...after, detail });
  }
}

/** The page has let go of a secret, and why. */
export class SecretHiddenEvent extends CustomEvent<SecretDetail & { reason: SecretHideReason }> {
  constructor(detail: SecretDetail & { reason: SecretHideReason }) {
    super('secret-hidden', { ...after, detail });
  }
}

/** The person is done with the element: whatever holds it may close. Every guard has been passed. */
export class SecretClosedEvent extends CustomEvent<SecretDetail> {
  constructor(detail: SecretDetail) {
    super('secret-closed', { ...after, detail });
  }
}

/** A secret could not be revealed. */
export class SecretFailedEvent extends CustomEvent<SecretDetail & { error: unknown }> {
  constructor(detail: SecretDetail & { error: unknown }) {
    super('secret-failed', { ...after, detail });
  }
}

/** The person asks for another credential in place of one whose secret is lost. */
export class CredentialReplaceEvent extends CustomEvent<{ credential: Credential }> {
  constructor(detail: { credential: Credential }) {
    super('credential-replace', { ...after, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'secret-revealed': SecretRevealedEvent;
    'secret-copied': SecretCopiedEvent;
    'secret-copy-failed': SecretCopyFailedEvent;
    'secret-downloaded': SecretDownloadedEvent;
    'secret-hidden': SecretHiddenEvent;
    'secret-closed': SecretClosedEvent;
    'secret-failed': SecretFailedEvent;
    'credential-replace': CredentialReplaceEvent;
  }
}
