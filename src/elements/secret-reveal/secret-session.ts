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
import type { DownloadFormat } from './download.js';
import { ExitGuard } from '../shared/exit-guard.js';
import { HeldSecret, type HeldSecretOptions } from './held-secret.js';
import { parkSecret } from './parked-secrets.js';
import {
  SecretCopiedEvent,
  SecretCopyFailedEvent,
  SecretDownloadedEvent,
  SecretFailedEvent,
  SecretHiddenEvent,
  SecretRevealedEvent,
  type SecretHideReason,
} from './secret-events.js';
import { isSeenOnce, keptHint, windowEnd, type SecretWords } from './secret-phase.js';
import type { SecretReveal } from './secret-reveal.js';
import { sessionStyles } from './secret-session.styles.js';
import { shownView } from './shown-view.js';

export type SessionWords = Localize<typeof common & typeof secretReveal & typeof secretSession>;

/** When the end of the countdown without activity is announced, in milliseconds before it. */
const idleMarkMs = 20_000;

/** After these the credential is no longer what was offered. */
const movedOn = ['secret-gone', 'state-conflict', 'not-found'];

export interface SessionOptions {
  localize: SecretWords;
  announcer: Announcer;
  copy: CopyController;
  marketplace: Marketplace;
  /** Names where the credential is, for as long as the page lives: see {@link parkSecret}. */
  place: unknown;
  credential: { id: string; name: string; secret: SecretInfo };
  /** A secret that is held already: nothing is asked for. */
  held?: HeldSecret | undefined;
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
  /** Ends when its answer is no longer wanted, whatever it is. */
  readonly #calling = new AbortController();
  #phase: Phase = { name: 'confirming' };
  /** What went wrong while copying or downloading, as a sentence. */
  #notice: string | undefined;
  #asking: Promise<boolean> | undefined;
  /** Whether the countdown has not come to {@link idleMarkMs} yet. */
  #isBeforeMark = true;

  constructor(host: SecretReveal, options: SessionOptions) {
    this.#host = host;
    this.#options = options;
    this.#localize = options.localize.with(secretSession);
    adoptStyles(host, [dialogStyles, fieldStyles, sessionStyles]);
    host.addController(this);
    if (options.held) this.#show(options.held);
  }

  hostDisconnected(): void {
    this.leave('disconnected');
  }

  /** The values that are held, and where they are shown. */
  get held(): HeldSecret | undefined {
    return this.#phase.name === 'shown' ? this.#phase.held : undefined;
  }

  /** Ends it, whatever it is at, as somebody decided. */
  drop(reason: SecretHideReason): void {
    if (this.#ending.signal.aborted) return;
    if (this.#phase.name === 'shown') this.#phase.held.drop(reason);
    else this.#end();
  }

  /** Ends it for a reason that nobody decided; a secret that would be lost for good stays, masked (SPEC S4). */
  rest(reason: SecretHideReason): void {
    if (this.#phase.name === 'shown') this.#phase.held.rest(reason);
    else if (!this.#isUnderway) this.drop(reason);
  }

  /** Ends it because the element shows something else; a secret that would be lost for good waits for its return. */
  leave(reason: SecretHideReason): void {
    if (this.#phase.name === 'shown' && this.#phase.held.isKept) this.#park(this.#phase.held);
    if (this.#isUnderway) this.#end();
    else this.drop(reason);
  }

  /** Notes that the session goes on. */
  signedIn(): void {
    this.held?.signedIn();
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
        isFixed: this.#isUnderway,
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
      copiedByHand: (field) => this.#handleStored(held, field),
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

  #park(held: HeldSecret): void {
    const { place, credential } = this.#options;
    parkSecret(place, credential.id, held);
    this.#end();
  }

  #end(reason?: SecretHideReason): void {
    // What is on its way and cannot be had again is waited for: it is parked as soon as it is there.
    if (!this.#isUnderway) this.#calling.abort();
    this.#ending.abort();
    this.#host.removeController(this);
    void keepFocus(this.#host);
    this.#options.over(reason);
  }

  async #reveal(): Promise<void> {
    if (this.#phase.name !== 'confirming') return;
    this.#enter({ name: 'decrypting' });
    const { marketplace, credential, intent, place } = this.#options;
    const { id } = credential;
    let secret;
    try {
      const { signal } = this.#calling;
      secret = await marketplace.credentials.reveal(id, {}, { signal, idempotencyKey: intent });
    } catch (error) {
      if (!this.#ending.signal.aborted) this.#fail(error);
      return;
    }
    if (this.#calling.signal.aborted) return;
    const availableUntil = secret.availableUntil ?? credential.secret.availableUntil;
    const held = new HeldSecret({ ...secret, availableUntil }, this.#holding());
    if (this.#ending.signal.aborted) return parkSecret(place, id, held);
    this.#options.revealed();
    this.#show(held);
    this.#options.announcer.announce(this.#localize.term('secretShown'));
    this.#host.dispatchEvent(new SecretRevealedEvent({ credentialId: id }));
  }

  #holding(): HeldSecretOptions {
    return {
      hideAfterMs: () => this.#host.hideAfterMs,
      hideOnTabHidden: () => this.#host.hideOnTabHidden,
      isOnlyView: this.#isOnlyView,
      now: () => this.#options.marketplace.now(),
      changed: () => this.#follow(),
      kept: (reason) => this.#sayKept(reason),
      dropped: (reason) => this.#letGo(reason),
    };
  }

  #show(held: HeldSecret): void {
    new ExitGuard({
      isNeeded: () => held.unstored,
      ask: () => this.requestClose(),
      signal: this.#ending.signal,
    });
    this.#enter({ name: 'shown', held });
    if (this.#options.held !== held) return;
    held.attach(this.#holding());
    this.#sayKept('disconnected');
  }

  #sayKept(reason: SecretHideReason): void {
    const hint = keptHint(this.#localize, reason);
    if (hint !== undefined) this.#options.announcer.announce(hint);
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
    const isSoon = left <= idleMarkMs;
    // Whenever the clock is looked at next: a busy page does so late. A countdown that is shorter never passes the mark.
    const hasPassed = isSoon && this.#isBeforeMark && this.#host.hideAfterMs > idleMarkMs;
    this.#isBeforeMark = !isSoon;
    if (!hasPassed) return;
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
    return isSeenOnce(this.#options.credential.secret);
  }

  /** Until when it can be viewed again, in a sentence; empty if nothing ends that (SPEC S2). */
  #againUntil(): string {
    const { secret } = this.#options.credential;
    if (secret.availableUntil === undefined || this.#isOnlyView) return '';
    return this.#localize.term('secretAgainUntil', windowEnd(this.#localize, secret));
  }

  async #confirmClose(): Promise<boolean> {
    const { confirmAction } = await import('../shared/confirm-dialog.js');
    const outcome = await confirmAction(this.#host, this.#localize, () => ({
      heading: this.#localize.term('secretCloseHeading'),
      body: html`<p>
        ${this.#localize.term('secretCloseBody')}
        ${this.#isOnlyView ? this.#localize.term('secretCloseNever') : this.#againUntil()}
      </p>`,
      confirmLabel: this.#localize.term('secretCloseAnyway'),
      cancelLabel: this.#localize.term('secretGoBack'),
      run: () => undefined,
      describe: () => '',
    }));
    return outcome === 'confirmed';
  }

  /** A value is in the clipboard: the button put it there, or the person did. */
  #handleStored(held: HeldSecret, { name, label, secret }: SecretField): void {
    this.#notify(undefined);
    if (secret) held.stored(name);
    this.#options.announcer.announce(this.#localize.term('copiedNamed', label));
    this.#host.dispatchEvent(new SecretCopiedEvent({ credentialId: this.#options.credential.id, field: name }));
  }

  async #copyField(held: HeldSecret, field: SecretField): Promise<void> {
    const { name, value } = field;
    held.extend();
    const copied = await this.#options.copy.copy(name, value.reveal());
    if (this.#ending.signal.aborted) return;
    if (copied) {
      this.#handleStored(held, field);
      return;
    }
    const embedded = window.parent !== window;
    held.setVisible(name, true);
    this.#notify(`${this.#localize.term('copyFailed')} ${embedded ? this.#localize.term('secretEmbedded') : ''}`);
    const { id } = this.#options.credential;
    this.#host.dispatchEvent(new SecretCopyFailedEvent({ credentialId: id, field: name, embedded }));
    await this.#host.updateComplete;
    const shown = this.#host.renderRoot.querySelector(`#value-${held.fields.indexOf(field)}`);
    if (shown) selectText(shown);
  }

  async #download(held: HeldSecret, format: DownloadFormat): Promise<void> {
    const { id, name } = this.#options.credential;
    held.extend();
    try {
      const { download } = await import('./download.js');
      if (this.#ending.signal.aborted) return;
      const { isAltered } = download(name, held.fields, format);
      this.#notify(isAltered ? this.#localize.term('secretCsvAltered') : undefined);
    } catch {
      this.#notify(this.#localize.term('secretDownloadFailed'));
      return;
    }
    held.stored();
    this.#host.dispatchEvent(new SecretDownloadedEvent({ credentialId: id, format }));
  }
}
