import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { ApiError } from '../../contract/error.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { SecretField, SecretInfo } from '../../contract/secret.js';
import type { common } from '../../locales/en/common.js';
import type { secretReveal } from '../../locales/en/secret-reveal.js';
import { secretSession } from '../../locales/en/secret-session.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Announcer } from '../shared/announcer.js';
import type { CopyController } from '../shared/copy-controller.js';
import { duration } from '../shared/duration.js';
import { alertIcon } from '../shared/icons.js';
import { keepFocus } from '../shared/keep-focus.js';
import type { Localize } from '../shared/localize.js';
import { selectText } from '../shared/select-text.js';
import { dialogStyles } from '../shared/styles/dialog.styles.js';
import { fieldStyles } from '../shared/styles/field.styles.js';
import { confirmView } from './confirm-view.js';
import { HeldSecret } from './held-secret.js';
import {
  SecretCopiedEvent,
  SecretCopyFailedEvent,
  SecretDownloadedEvent,
  SecretFailedEvent,
  SecretHiddenEvent,
  SecretRevealedEvent,
  type SecretHideReason,
} from './secret-events.js';
import { windowEnd, type SecretWords } from './secret-phase.js';
import type { SecretReveal } from './secret-reveal.js';
import { sessionStyles } from './secret-session.styles.js';
import { shownView, type DownloadFormat } from './shown-view.js';

export type SessionWords = Localize<typeof common & typeof secretReveal & typeof secretSession>;

/** When the end of the countdown without activity is announced, in milliseconds before it. */
const idleMarkMs = 20_000;

const secondMs = 1_000;

/** After these the credential is no longer what was offered. */
const movedOn = ['secret-gone', 'state-conflict', 'not-found'];

export interface SessionOptions {
  localize: SecretWords;
  announcer: Announcer;
  copy: CopyController;
  marketplace: Marketplace;
  credential: { id: string; name: string; secret: SecretInfo };
  /** Called when the session is over: the secret was let go of, for a reason, or never shown. */
  over(reason?: SecretHideReason): void;
  /** The idempotency key of the wish: the same until the secret is there (SPEC S4). */
  intent: string;
  /** Called when it could not be revealed; finally, if the credential is no longer what was offered. */
  failed(isFinal: boolean): void;
  /** Called when it is there. */
  revealed(): void;
  /** Called when the person says to be done. */
  done(): void;
}

/** Where it stands: the question, the way to the secret, the secret. */
type Phase = { name: 'confirming'; error?: unknown } | { name: 'decrypting' } | { name: 'shown'; held: HeldSecret };

/** One view of a secret, from the question until it is let go of. Loaded when somebody wants to view it. */
export class SecretSession implements ReactiveController {
  readonly #host: SecretReveal;
  readonly #options: SessionOptions;
  readonly #localize: SessionWords;
  readonly #ending = new AbortController();
  #phase: Phase = { name: 'confirming' };
  /** What went wrong while copying or downloading, as a sentence. */
  #notice: string | undefined;
  #asking: Promise<boolean> | undefined;

  constructor(host: SecretReveal, options: SessionOptions) {
    this.#host = host;
    this.#options = options;
    this.#localize = options.localize.with(secretSession);
    adoptStyles(host, [dialogStyles, fieldStyles, sessionStyles]);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.drop('disconnected');
  }

  /** Ends it, whatever it is at. */
  drop(reason: SecretHideReason): void {
    if (this.#ending.signal.aborted) return;
    if (this.#phase.name === 'shown') this.#phase.held.drop(reason);
    else this.#end();
  }

  /** Looks at the marketplace's clock: see {@link HeldSecret.check}. */
  check(): void {
    if (this.#phase.name === 'shown') this.#phase.held.check();
  }

  /** See `SecretReveal.requestClose`. */
  requestClose(): Promise<boolean> {
    this.#asking ??= this.#askToClose().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  render(): TemplateResult {
    const phase = this.#phase;
    const { secret, name } = this.#options.credential;
    if (phase.name !== 'shown')
      return confirmView(this.#localize, secret, {
        busy: phase.name === 'decrypting',
        error: phase.name === 'confirming' ? phase.error : undefined,
        confirm: () => void this.#reveal(),
        cancel: () => this.#isUnderway || this.drop('closed'),
      });
    const { held } = phase;
    return html`${shownView(this.#localize, held, {
      name,
      copied: this.#options.copy.copied,
      again: this.#againUntil(),
      copy: (field) => void this.#copyField(held, field),
      download: (format) => void this.#download(held, format),
      done: () => this.#options.done(),
    })}
    ${
      this.#notice === undefined
        ? nothing
        : html`<div class="notice caution" role="alert">
            ${alertIcon()}
            <p>${this.#notice}</p>
          </div>`
    }`;
  }

  #enter(phase: Phase): void {
    void keepFocus(this.#host);
    this.#phase = phase;
    this.#host.requestUpdate();
  }

  #notify(notice: string | undefined): void {
    this.#notice = notice;
    this.#host.requestUpdate();
  }

  #end(reason?: SecretHideReason): void {
    this.#ending.abort();
    this.#host.removeController(this);
    void keepFocus(this.#host);
    this.#options.over(reason);
  }

  async #reveal(): Promise<void> {
    if (this.#phase.name !== 'confirming') return;
    this.#enter({ name: 'decrypting' });
    const { marketplace, credential, intent } = this.#options;
    const { signal } = this.#ending;
    const { id } = credential;
    let secret;
    try {
      secret = await marketplace.credentials.reveal(id, {}, { signal, idempotencyKey: intent });
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
      return;
    }
    if (signal.aborted) return;
    this.#options.revealed();
    const held = new HeldSecret(
      { ...secret, availableUntil: secret.availableUntil ?? credential.secret.availableUntil },
      {
        hideAfterMs: () => this.#host.hideAfterMs,
        hideOnTabHidden: () => this.#host.hideOnTabHidden,
        isOnlyView: this.#isOnlyView,
        now: () => marketplace.now(),
        changed: () => this.#follow(),
        dropped: (reason) => this.#letGo(reason),
      },
    );
    this.#enter({ name: 'shown', held });
    this.#options.announcer.announce(this.#localize.term('secretShown'));
    this.#host.dispatchEvent(new SecretRevealedEvent({ credentialId: id }));
  }

  #fail(error: unknown): void {
    this.#host.dispatchEvent(new SecretFailedEvent({ credentialId: this.#options.credential.id, error }));
    const isFinal = movedOn.includes((error as Partial<ApiError>).code ?? '');
    if (isFinal) this.#end();
    else this.#enter({ name: 'confirming', error });
    this.#options.failed(isFinal);
  }

  #letGo(reason: SecretHideReason): void {
    this.#end(reason);
    this.#host.dispatchEvent(new SecretHiddenEvent({ credentialId: this.#options.credential.id, reason }));
  }

  #follow(): void {
    this.#host.requestUpdate();
    if (this.#phase.name !== 'shown' || this.#phase.held.isKept) return;
    const left = this.#phase.held.leftMs;
    if (left > idleMarkMs || left <= idleMarkMs - secondMs) return;
    const inWords = duration(this.#localize.language, idleMarkMs);
    this.#options.announcer.announce(this.#localize.term('secretHidesSoon', inWords));
  }

  /** Whether its only view is on its way: giving that up could lose it. */
  get #isUnderway(): boolean {
    return this.#phase.name === 'decrypting' && this.#isOnlyView;
  }

  async #askToClose(): Promise<boolean> {
    const phase = this.#phase;
    if (this.#isUnderway) return false;
    if (phase.name === 'shown' && phase.held.unstored) {
      const confirmed = await this.#confirmClose();
      // What was in question may have gone by itself meanwhile.
      if (!confirmed && !this.#ending.signal.aborted) return false;
    }
    this.drop('closed');
    return true;
  }

  /** Whether it can be seen once, and this is it (SPEC S1). */
  get #isOnlyView(): boolean {
    return this.#options.credential.secret.visibility === 'once';
  }

  /** Until when it can be viewed again, in a sentence; empty if nothing ends that (SPEC S2). */
  #againUntil(): string {
    const { secret } = this.#options.credential;
    if (secret.availableUntil === undefined) return '';
    return this.#localize.term('secretAgainUntil', windowEnd(this.#localize, secret));
  }

  async #confirmClose(): Promise<boolean> {
    const { confirmAction } = await import('../shared/confirm-dialog.js');
    const { visibility, availableUntil } = this.#options.credential.secret;
    const never = availableUntil === undefined && visibility !== 'always';
    const again = never ? this.#localize.term('secretCloseNever') : this.#againUntil();
    const outcome = await confirmAction(this.#host, this.#localize, {
      heading: this.#localize.term('secretCloseHeading'),
      body: html`<p>${this.#localize.term('secretCloseBody')} ${again}</p>`,
      confirmLabel: this.#localize.term('secretCloseAnyway'),
      cancelLabel: this.#localize.term('secretGoBack'),
      run: () => undefined,
      describe: () => '',
    });
    return outcome === 'confirmed';
  }

  async #copyField(held: HeldSecret, { name, label, value, secret }: SecretField): Promise<void> {
    const detail = { credentialId: this.#options.credential.id, field: name };
    held.extend();
    const copied = await this.#options.copy.copy(name, value.reveal());
    if (this.#ending.signal.aborted) return;
    if (copied) {
      this.#notify(undefined);
      if (secret) held.stored(name);
      this.#options.announcer.announce(this.#localize.term('copiedNamed', label));
      this.#host.dispatchEvent(new SecretCopiedEvent(detail));
      return;
    }
    const embedded = window.parent !== window;
    held.setVisible(name, true);
    this.#notify(`${this.#localize.term('copyFailed')} ${embedded ? this.#localize.term('secretEmbedded') : ''}`);
    this.#host.dispatchEvent(new SecretCopyFailedEvent({ ...detail, embedded }));
    await this.#host.updateComplete;
    const shown = this.#host.renderRoot.querySelector(`#value-${CSS.escape(name)}`);
    if (shown) selectText(shown);
  }

  async #download(held: HeldSecret, format: DownloadFormat): Promise<void> {
    const { id, name } = this.#options.credential;
    held.extend();
    try {
      const { download } = await import('./download.js');
      if (this.#ending.signal.aborted) return;
      download(name, held.fields, format);
    } catch {
      this.#notify(this.#localize.term('secretDownloadFailed'));
      return;
    }
    held.stored();
    this.#host.dispatchEvent(new SecretDownloadedEvent({ credentialId: id, format }));
  }
}
