import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Credential } from '../../contract/credential.js';
import type { ApiError } from '../../contract/error.js';
import type { MarketplaceEvent } from '../../contract/event.js';
import type { SecretField } from '../../contract/secret.js';
import type { common } from '../../locales/en/common.js';
import type { secretReveal } from '../../locales/en/secret-reveal.js';
import { secretSession } from '../../locales/en/secret-session.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Announcer } from '../shared/announcer.js';
import type { CopyController } from '../shared/copy-controller.js';
import { isSignedOut } from '../shared/describe-error.js';
import { duration } from '../shared/duration.js';
import { keepFocus } from '../shared/keep-focus.js';
import { listen } from '../shared/live-updates.js';
import type { Localize } from '../shared/localize.js';
import { selectText } from '../shared/select-text.js';
import { dialogStyles } from '../shared/styles/dialog.styles.js';
import { fieldStyles } from '../shared/styles/field.styles.js';
import { guardedStyles } from '../shared/styles/guarded.styles.js';
import { confirmView } from './confirm-view.js';
import type { DownloadFormat } from './download.js';
import { ExitGuard } from '../shared/exit-guard.js';
import { HeldSecret, type HeldSecretOptions } from './held-secret.js';
import {
  dropParked,
  keepClient,
  parkSecret,
  takeParked,
  tellLate,
  Wish,
  wishFor,
  type Place,
} from './parked-secrets.js';
import {
  SecretCopiedEvent,
  SecretCopyFailedEvent,
  SecretDownloadedEvent,
  SecretFailedEvent,
  SecretHiddenEvent,
  SecretRevealedEvent,
  type SecretHideReason,
} from './secret-events.js';
import { defaultHideAfterMs, isSeenOnce, keptHint, windowEnd, type SecretWords } from './secret-phase.js';
import type { SecretReveal } from './secret-reveal.js';
import { sessionStyles } from './secret-session.styles.js';
import { footView, shownView } from './shown-view.js';

export type SessionWords = Localize<typeof common & typeof secretReveal & typeof secretSession>;

/** When the end of the countdown without activity is announced, in milliseconds before it. */
const idleMarkMs = 20_000;

/** After these the credential is no longer what was offered. */
const movedOn = ['secret-gone', 'state-conflict', 'not-found'];

export interface SessionOptions {
  localize: SecretWords;
  announcer: Announcer;
  copy: CopyController;
  place: Place;
  credential: Credential;
  /** A secret that is held already: nothing is asked for. */
  held?: HeldSecret | undefined;
  /** Called when the session is over: the secret was let go of, for a reason, or never shown. */
  over(reason?: SecretHideReason): void;
  /** Called when it could not be revealed; finally, if the credential is no longer what was offered. */
  failed(isFinal: boolean): void;
  /** Called when the person says to be done. */
  done(): void;
  /** Called when the person has said no to the question. */
  declined(): void;
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
  /** The wish to see it: the same until it is there. */
  readonly #wish: Wish;
  /** What was on its way, or is held, goes on at the same Marketplace. */
  readonly #lease;
  #phase: Phase = { name: 'confirming' };
  /** What went wrong while copying or downloading: a sentence, and at which of the values. */
  #notice: { text: string; field?: string } | undefined;
  /** The file that the browser was handed last. */
  #file: string | undefined;
  #asking: Promise<boolean> | undefined;
  /** Whether the countdown has not come to {@link idleMarkMs} yet. */
  #isBeforeMark = true;

  constructor(host: SecretReveal, options: SessionOptions) {
    this.#host = host;
    this.#options = options;
    this.#localize = options.localize.with(secretSession);
    const { place, credential } = options;
    this.#lease = keepClient(place);
    this.#wish = wishFor(place.marketplace, credential.id) ?? new Wish(place, credential.id);
    adoptStyles(host, [dialogStyles, fieldStyles, guardedStyles, sessionStyles]);
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
    else if (!this.isUnderway) this.drop(reason);
  }

  /** Ends it because the element shows something else; a secret that would be lost for good waits for its return. */
  leave(reason: SecretHideReason): void {
    if (this.#phase.name === 'shown' && this.#phase.held.isKept) {
      this.#park(this.#phase.held);
      this.#end();
    } else if (this.isUnderway) {
      this.#wish.isLost = true;
      this.#end();
    } else this.drop(reason);
  }

  /** Notes that the session goes on: what failed for that can be asked again. */
  signedIn(): void {
    this.held?.signedIn();
    if (this.#phase.name === 'confirming' && isSignedOut(this.#phase.error)) this.#enter({ name: 'confirming' });
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
        isFixed: this.isUnderway,
        error: phase.name === 'confirming' ? phase.error : undefined,
        confirm: () => void this.#reveal(),
        cancel: () => this.#decline(),
      });
    const { held } = phase;
    return shownView(this.#localize, held, {
      name,
      copied: this.#options.copy.copied,
      again: this.#againUntil(),
      notice: this.#notice,
      file: this.#file,
      copy: (field) => void this.#copyField(held, field),
      copiedByHand: (field) => this.#handleStored(held, field),
      download: (format) => void this.#download(held, format),
    });
  }

  /** What stands below all there is: how long a secret stays, and the end of it. */
  renderFoot(): TemplateResult | typeof nothing {
    const { held } = this;
    return held ? footView(this.#localize, held, this.#hideAfterMs, () => this.#options.done()) : nothing;
  }

  #decline(): void {
    if (this.isUnderway) return;
    this.drop('closed');
    this.#options.declined();
  }

  #enter(phase: Phase): void {
    void keepFocus(this.#host);
    this.#phase = phase;
    this.#host.requestUpdate();
  }

  #notify(text: string | undefined, field?: string): void {
    this.#notice = text === undefined ? undefined : { text, ...(field === undefined ? {} : { field }) };
    this.#host.requestUpdate();
  }

  /** Has it wait for an element that shows it. */
  #park(held: HeldSecret): void {
    const { place, credential } = this.#options;
    const { marketplace } = place;
    const resume = (host: SecretReveal, options: SessionOptions): SecretSession => new SecretSession(host, options);
    const signal = parkSecret(place, { credential, held, resume });
    const changed = ({ subjectId, removed }: MarketplaceEvent): void => {
      if (removed && subjectId === credential.id) held.drop('credential-changed');
    };
    listen(marketplace, { changed, failed: (error) => isSignedOut(error) && dropParked(marketplace) }, signal);
  }

  #end(reason?: SecretHideReason): void {
    // What is on its way and cannot be had again is waited for: it is parked as soon as it is there.
    if (!this.isUnderway) this.#calling.abort();
    this.#ending.abort();
    this.#lease.release();
    this.#host.removeController(this);
    void keepFocus(this.#host);
    this.#options.over(reason);
  }

  async #reveal(): Promise<void> {
    if (this.#phase.name !== 'confirming') return;
    this.#enter({ name: 'decrypting' });
    const { place, credential } = this.#options;
    const { marketplace } = place;
    const { id } = credential;
    const wish = this.#wish;
    if (this.#isOnlyView) wish.remember(place);
    let secret;
    try {
      const { signal } = this.#calling;
      secret = await marketplace.credentials.reveal(id, {}, { signal, idempotencyKey: wish.intent });
    } catch (error) {
      this.#fail(error);
      return;
    }
    const isLate = this.#ending.signal.aborted;
    // Asked for again in the meantime, it may be there twice: it is held once, where somebody sees it.
    if (this.#calling.signal.aborted || (isLate && wish.isGranted)) return;
    wish.isGranted = true;
    wish.forget();
    takeParked(marketplace, id)?.held.drop('closed');
    const availableUntil = secret.availableUntil ?? credential.secret.availableUntil;
    const held = new HeldSecret({ ...secret, availableUntil }, this.#holding());
    if (isLate) {
      this.#park(held);
      tellLate();
      return;
    }
    this.#show(held);
    this.#options.announcer.announce(this.#localize.term('secretShown'));
    this.#host.dispatchEvent(new SecretRevealedEvent({ credentialId: id }));
  }

  #holding(): HeldSecretOptions {
    return {
      hideAfterMs: () => this.#hideAfterMs,
      hideOnTabHidden: () => this.#host.hideOnTabHidden,
      isOnlyView: this.#isOnlyView,
      now: () => this.#options.place.marketplace.now(),
      changed: () => this.#follow(),
      kept: (reason) => this.#sayKept(reason),
      dropped: (reason) => this.#letGo(reason),
    };
  }

  /** What is no time must not keep it for ever. */
  get #hideAfterMs(): number {
    const { hideAfterMs } = this.#host;
    return Number.isFinite(hideAfterMs) && hideAfterMs >= 0 ? hideAfterMs : defaultHideAfterMs;
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
    const isFinal = movedOn.includes((error as Partial<ApiError>).code ?? '');
    if (isFinal) this.#wish.forget();
    else this.#wish.isLost = true;
    if (this.#ending.signal.aborted) {
      tellLate();
      return;
    }
    this.#host.dispatchEvent(new SecretFailedEvent({ credentialId: this.#options.credential.id, error }));
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
    const hasPassed = isSoon && this.#isBeforeMark && this.#hideAfterMs > idleMarkMs;
    this.#isBeforeMark = !isSoon;
    if (!hasPassed) return;
    const inWords = duration(this.#localize.language, idleMarkMs);
    this.#options.announcer.announce(this.#localize.term('secretHidesSoon', inWords));
  }

  /** Whether its only view is on its way: giving that up could lose it. */
  get isUnderway(): boolean {
    return this.#phase.name === 'decrypting' && this.#isOnlyView;
  }

  async #askToClose(): Promise<boolean> {
    const phase = this.#phase;
    if (this.isUnderway) return false;
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
      // What can be viewed again is not lost.
      confirmLabel: this.#localize.term(this.#isOnlyView ? 'secretCloseLose' : 'secretCloseAnyway'),
      critical: this.#isOnlyView,
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
    this.#notify(`${this.#localize.term('copyFailed')} ${embedded ? this.#localize.term('secretEmbedded') : ''}`, name);
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
      const { file, isAltered } = download(name, held.fields, format);
      this.#file = file;
      this.#notify(isAltered ? this.#localize.term('secretCsvAltered') : undefined);
      this.#options.announcer.announce(this.#localize.term('secretDownloadStarted', file));
    } catch {
      this.#file = undefined;
      this.#notify(this.#localize.term('secretDownloadFailed'));
      return;
    }
    held.stored();
    this.#host.dispatchEvent(new SecretDownloadedEvent({ credentialId: id, format }));
  }
}
