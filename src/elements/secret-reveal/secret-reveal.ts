import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Credential } from '../../contract/credential.js';
import type { Marketplace } from '../../contract/marketplace.js';
import { common } from '../../locales/en/common.js';
import { secretReveal } from '../../locales/en/secret-reveal.js';
import { Announcer } from '../shared/announcer.js';
import { canDo } from '../shared/credential/can-do.js';
import { CopyController } from '../shared/copy-controller.js';
import { isNotFound, isSignedOut } from '../shared/describe-error.js';
import { duration } from '../shared/duration.js';
import { errorPanel } from '../shared/error-panel.js';
import { progressIcon } from '../shared/icons.js';
import { keepFocus } from '../shared/keep-focus.js';
import { LatchkeyElement } from '../shared/latchkey-element.js';
import { LiveController } from '../shared/live-controller.js';
import { Localize } from '../shared/localize.js';
import { MarketplaceController } from '../shared/marketplace-controller.js';
import { marketplaceNeeded, MissingWarning } from '../shared/missing-warning.js';
import { Reader } from '../shared/reader.js';
import type { Token } from '../shared/shared-client.js';
import { badgeStyles } from '../shared/styles/badge.styles.js';
import { baseStyles } from '../shared/styles/base.styles.js';
import { buttonStyles } from '../shared/styles/button.styles.js';
import { Ticker } from '../shared/ticker.js';
import { offerView } from './offer-view.js';
import { dropParked, takeParked, watchLate, wishFor } from './parked-secrets.js';
import { CredentialReplaceEvent, SecretClosedEvent, type SecretHideReason } from './secret-events.js';
import { hiddenHint, isSeenOnce, secretState } from './secret-phase.js';
import { styles } from './secret-reveal.styles.js';
import type { SecretSession, SessionOptions } from './secret-session.js';
import { SnippetController } from './snippets/snippet-controller.js';

const sentences = { ...common, ...secretReveal };

const secondMs = 1_000;

/** When the time left to view the secret is announced, in milliseconds before its end. */
const windowMarksMs = [24 * 60 * 60_000, 60 * 60_000, 5 * 60_000];

/** What is known of the credential. The last good state stays when reading it again fails. */
type Reading =
  { is: 'loading' } | { is: 'failed'; error: unknown } | { is: 'gone' } | { is: 'read'; credential: Credential };

/**
 * @summary Shows the secret of a credential while that is possible, and lets go of it soon.
 *
 * Says how long the secret can be viewed by the marketplace's clock, asks before it is decrypted, and shows it masked:
 * it can be copied without being shown, or taken away as a file. It is gone from the page when the person is done,
 * after a minute without activity, at the end of its window, with the session or with the element. A secret that can be
 * viewed only once would be lost then: it is masked instead, until it was copied, downloaded or ticked as stored. An
 * example call shows how to use it.
 *
 * In a dialog of your own, call `requestClose()` before closing, and close on `secret-closed`.
 *
 * @slot next - What to do once the secret can be seen no more, beside renewing, instead of a button that fires `credential-replace`.
 *
 * @fires {SecretRevealedEvent} secret-revealed - The secret was decrypted in the page.
 * @fires {SecretCopiedEvent} secret-copied - A value was copied.
 * @fires {SecretCopyFailedEvent} secret-copy-failed - The browser refused to copy.
 * @fires {SecretDownloadedEvent} secret-downloaded - The secret was handed over as a file.
 * @fires {SecretHiddenEvent} secret-hidden - The page has let go of the secret, and why.
 * @fires {SecretClosedEvent} secret-closed - The person is done: what holds the element may close.
 * @fires {SecretFailedEvent} secret-failed - The secret could not be revealed.
 * @fires {CredentialRenewEvent} credential-renew - Somebody chose to renew. Cancel it to take over.
 * @fires {CredentialRegenerateEvent} credential-regenerate - Somebody chose to regenerate. Cancel it to take over.
 * @fires {CredentialRenewedEvent} credential-renewed - The marketplace accepted a renewal.
 * @fires {CredentialRegeneratedEvent} credential-regenerated - The marketplace accepted a regeneration.
 * @fires {CredentialFailedEvent} credential-failed - A confirmed change did not happen.
 * @fires {CredentialReplaceEvent} credential-replace - The person asks for another credential in its place.
 *
 * @csspart base - All of it.
 * @csspart row - A value with its label and buttons.
 * @csspart value - A value, or an example call.
 * @csspart snippet - An example call with its choices.
 * @csspart error - An error with its button to try again.
 * @csspart dialog - A question: before it closes, before a change.
 *
 * @example
 * <secret-reveal base-url="/api/v1" credential-id="cred-1"></secret-reveal>
 */
export class SecretReveal extends LatchkeyElement {
  static override styles = [baseStyles, buttonStyles, badgeStyles, styles];

  /** A Marketplace to use instead of the one of a `<marketplace-provider>` or of `base-url`. */
  @property({ attribute: false }) marketplace?: Marketplace | undefined;

  /** Address of the marketplace's API: required, unless there is a provider around the element. */
  @property({ attribute: 'base-url' }) baseUrl?: string | undefined;

  /** Bearer token for `base-url`: a string, or a function that gives the current one. */
  @property({ attribute: false }) token?: Token | undefined;

  /** The credential whose secret it is: required. Another one drops what is shown. */
  @property({ attribute: 'credential-id' }) credentialId?: string | undefined;

  /** How long a decrypted secret is kept without activity, in milliseconds; a minute if it is no such number. */
  @property({ type: Number, attribute: 'hide-after-ms', useDefault: true }) hideAfterMs = 60_000;

  /** Whether a decrypted secret is dropped as soon as its tab is hidden. */
  @property({ type: Boolean, attribute: 'hide-on-tab-hidden' }) hideOnTabHidden = false;

  /** Whether no example call is offered. */
  @property({ type: Boolean, attribute: 'without-snippets' }) withoutSnippets = false;

  /** Whether the name and type of the credential are left to the page. */
  @property({ type: Boolean, attribute: 'without-heading' }) withoutHeading = false;

  /**
   * Whether somebody has asked to view the secret already, with a button of the page: the question before it is decrypted
   * comes at once, and to say no to it is to be done.
   */
  @property({ type: Boolean }) viewing = false;

  @state() private reading: Reading = { is: 'loading' };

  /** From the question before the secret is decrypted until it is let go of. */
  @state() private session: SecretSession | undefined;

  /** Why the last session ended. */
  @state() private lastEnd: SecretHideReason | undefined;

  /** Why the session could not begin. */
  @state() private notice: string | undefined;

  #marketplace = new MarketplaceController(this);
  #localize = new Localize(this, sentences);
  #announcer = new Announcer(this);
  #copy = new CopyController(this);
  #used: Marketplace | undefined;
  #reader = new Reader<Credential>(this, {
    done: (credential) => this.#handleCredential(credential),
    failed: (error) => this.#handleReadError(error),
  });
  #snippets = new SnippetController(
    this,
    { localize: this.#localize, announcer: this.#announcer, copy: this.#copy },
    () => (this.notice = this.#localize.term('partFailed')),
  );
  #windowLeftMs = Infinity;
  /** The credential whose question has come by itself, see {@link viewing}. */
  #viewed: string | undefined;
  /** Whether that question is on its way. */
  #isAsking = false;
  #unwatch: (() => void) | undefined;

  constructor() {
    super();
    new LiveController(this, this.#marketplace, {
      changed: ({ subject, subjectId, removed }) => {
        if (subject === 'clock') this.session?.held?.check();
        if (removed && subjectId === this.credentialId) this.#handleGone();
        else if (subject === 'clock' || (subject === 'credential' && subjectId === this.credentialId))
          void this.#read();
      },
      failed: (error) => isSignedOut(error) && this.#handleSignedOut(),
    });
    new Ticker(this, secondMs, () => this.#handleTick());
    new MissingWarning(this, () => {
      if (!this.#marketplace.value && this.#marketplace.error === undefined) return marketplaceNeeded;
      return this.credentialId ? undefined : '`credential-id`';
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = watchLate(() => this.#resume());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
    this.#reset();
    this.#used = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const marketplace = this.#marketplace.value;
    if (changed.has('viewing')) this.#viewed = undefined;
    if (changed.has('viewing') && this.viewing) this.#handleApproach();
    if (marketplace === this.#used && !changed.has('credentialId')) return;
    this.session?.leave('credential-changed');
    this.#reset();
    this.#used = marketplace;
    this.#resume();
    void this.#read();
  }

  /**
   * Asks to let go of the secret: answers whether it has, and so whether what holds the element may close. Asks the
   * person first if the secret was neither copied, downloaded nor ticked as stored.
   */
  requestClose(): Promise<boolean> {
    return this.session?.requestClose() ?? Promise.resolve(true);
  }

  /**
   * Reads the credential again, after somebody has signed in again, for instance. A secret that is held stays as it is,
   * and so does a question about it.
   */
  async refresh(): Promise<void> {
    this.#snippets.retry();
    await this.#read();
  }

  #reset(): void {
    this.#reader.stop();
    this.#snippets.shut();
    this.reading = { is: 'loading' };
    this.lastEnd = undefined;
    this.notice = undefined;
    this.#windowLeftMs = Infinity;
  }

  #now(): number {
    return this.#used?.now() ?? 0;
  }

  async #read(): Promise<void> {
    const { credentialId } = this;
    const marketplace = this.#marketplace.value;
    if (!marketplace || credentialId === undefined) return;
    await this.#reader.run((signal) => marketplace.credentials.get(credentialId, {}, { signal }));
  }

  #handleCredential(credential: Credential): void {
    this.reading = { is: 'read', credential };
    // Viewed is what its only view makes of it, while it is shown or on its way.
    const state = secretState(credential.secret, this.#now());
    if (state === 'erased') this.session?.rest('window-ended');
    else if (state !== 'available' && state !== 'viewed') this.session?.drop('credential-changed');
    this.session?.signedIn();
    const wish = this.#used && wishFor(this.#used, credential.id);
    if (wish && state !== 'viewed') wish.isLost = false;
    this.#resume();
    if (this.viewing && state === 'available') void this.#askAtOnce(credential);
  }

  /** Asks before the secret is decrypted, as somebody wants to view it; once for a credential. */
  async #askAtOnce(credential: Credential): Promise<void> {
    if (this.#viewed === credential.id || this.session || !canDo(credential, 'reveal')) return;
    this.#viewed = credential.id;
    this.#isAsking = true;
    await this.#handleView();
    this.#isAsking = false;
    this.requestUpdate();
  }

  /** Goes on with a secret that waits for being shown: nothing of it is to be read for that. */
  #resume(): void {
    const { credentialId } = this;
    this.requestUpdate();
    if (!this.#used || credentialId === undefined || this.session?.held || this.session?.isUnderway) return;
    const parked = takeParked(this.#used, credentialId);
    if (!parked) return;
    // Without its credential it is good for nothing.
    if (this.reading.is === 'gone') return parked.held.drop('credential-changed');
    this.session?.drop('closed');
    if (this.reading.is !== 'read') this.reading = { is: 'read', credential: parked.credential };
    this.session = parked.resume(this, this.#sessionWith(this.#used, parked));
  }

  #handleSignedOut(): void {
    this.session?.rest('signed-out');
    if (this.#used) dropParked(this.#used);
  }

  #handleReadError(error: unknown): void {
    if (isSignedOut(error)) this.#handleSignedOut();
    if (isNotFound(error)) this.#handleGone();
    else if (this.reading.is !== 'read') this.reading = { is: 'failed', error };
  }

  #handleGone(): void {
    this.#reader.stop();
    this.session?.drop('credential-changed');
    this.reading = { is: 'gone' };
  }

  #handleTick(): void {
    const secret = this.reading.is === 'read' ? this.reading.credential.secret : undefined;
    const until = secret?.availableUntil;
    if (document.hidden || until === undefined) return;
    const left = Date.parse(until) - this.#now();
    const before = this.#windowLeftMs;
    this.#windowLeftMs = left;
    if (left < 0 && before < 0) return;
    this.requestUpdate();
    if (before === Infinity || left <= 0 || !windowMarksMs.some((mark) => before > mark && left <= mark)) return;
    const inWords = duration(this.#localize.language, left + secondMs);
    this.#announcer.announce(this.#localize.term('secretWindowLeft', inWords));
  }

  /** Loads what viewing takes as soon as somebody comes near it. */
  #handleApproach = (): void => {
    void import('./secret-session.js').catch(() => undefined);
  };

  #handleView = async (): Promise<void> => {
    const marketplace = this.#used;
    if (!marketplace || this.reading.is !== 'read') return;
    const { credential } = this.reading;
    try {
      const { SecretSession } = await import('./secret-session.js');
      if (this.session || this.#used !== marketplace || this.credentialId !== credential.id) return;
      this.notice = undefined;
      void keepFocus(this);
      this.session = new SecretSession(this, this.#sessionWith(marketplace, { credential }));
    } catch {
      if (this.#used === marketplace) this.notice = this.#localize.term('partFailed');
    }
  };

  #sessionWith(
    marketplace: Marketplace,
    { credential, held }: Pick<SessionOptions, 'credential' | 'held'>,
  ): SessionOptions {
    const { baseUrl, token } = this;
    return {
      localize: this.#localize,
      announcer: this.#announcer,
      copy: this.#copy,
      place: { marketplace, baseUrl, token },
      credential,
      held,
      over: (reason) => this.#handleOver(reason),
      failed: (isFinal) => this.#handleFailed(isFinal),
      done: () => void this.#handleDone(),
      declined: () => this.viewing && void this.#handleDone(),
    };
  }

  #handleFailed(isFinal: boolean): void {
    this.#resume();
    if (isFinal) void this.#read();
  }

  #handleOver(reason: SecretHideReason | undefined): void {
    this.session = undefined;
    this.lastEnd = reason;
    const hint = hiddenHint(this.#localize, reason);
    if (hint !== undefined) this.#announcer.announce(hint);
  }

  #handleDone = async (): Promise<void> => {
    const { credentialId = '' } = this;
    if (await this.requestClose()) this.dispatchEvent(new SecretClosedEvent({ credentialId }));
  };

  #handleNext = async (action: 'renew' | 'regenerate'): Promise<void> => {
    const marketplace = this.#used;
    if (!marketplace || this.reading.is !== 'read') return;
    const { credential } = this.reading;
    try {
      const { performAction } = await import('../shared/credential/credential-actions.js');
      await performAction(this, this.#localize, action, credential, {
        marketplace,
        current: () => (this.reading.is === 'read' ? this.reading.credential : undefined),
        show: (changed) => changed.id === this.credentialId && this.#handleCredential(changed),
        reread: () => this.#read(),
        announce: (text) => this.#announcer.announce(text),
      });
    } catch {
      this.notice = this.#localize.term('partFailed');
    }
  };

  #handleReplace = (): void => {
    if (this.reading.is === 'read')
      this.dispatchEvent(new CredentialReplaceEvent({ credential: this.reading.credential }));
  };

  #renderReading(): unknown {
    const lost = this.#marketplace.error;
    if (lost !== undefined) return errorPanel(this.#localize, lost, () => this.#marketplace.retry());
    switch (this.reading.is) {
      case 'loading':
        return this.#renderLoading();
      case 'failed':
        return errorPanel(this.#localize, this.reading.error, () => void this.#read());
      case 'gone':
        return html`<p>${this.#localize.term('secretGone')}</p>`;
      case 'read':
        return html`${this.withoutHeading ? nothing : this.#renderCredential(this.reading.credential)}
        ${
          this.session?.render() ??
          (this.#isAsking ? this.#renderLoading() : this.#renderOffer(this.reading.credential))
        }`;
    }
  }

  #renderLoading(): TemplateResult {
    return html`<p class="busy spin muted" aria-busy="true">
      ${progressIcon()}${this.#localize.term('secretLoading')}
    </p>`;
  }

  #renderOffer(credential: Credential): TemplateResult {
    return offerView(this.#localize, credential, this.#now(), {
      hidden: this.lastEnd,
      isLost: this.#isLost(credential),
      view: () => void this.#handleView(),
      approach: this.#handleApproach,
    });
  }

  /** Whether its only view has been spent on an answer that did not arrive. */
  #isLost({ id, secret }: Credential): boolean {
    const isLost = this.#used && wishFor(this.#used, id)?.isLost;
    return isLost === true && isSeenOnce(secret) && secret.state === 'viewed';
  }

  #renderCredential({ name, type, resources }: Credential): TemplateResult {
    return html`<div>
      <div class="name"><bdi>${name}</bdi></div>
      <div class="kind muted">
        <bdi>${type.name}</bdi>${resources.map((resource) => html` · <bdi>${resource.name}</bdi>`)}
      </div>
    </div>`;
  }

  /** How to call with it: as soon as it is known to the gateway, and as long as nothing else is being asked. */
  #renderSnippets(credential: Credential): TemplateResult | typeof nothing {
    const isAsking = this.session && !this.session.held;
    const isPending = secretState(credential.secret, this.#now()) === 'pending';
    if (!this.#used || this.withoutSnippets || isAsking || isPending) return nothing;
    return this.#snippets.render(this.#used, credential, this.session?.held);
  }

  /** What gets a new secret for a credential whose secret cannot be seen any more (SPEC S3). */
  #renderNext(credential: Credential): TemplateResult {
    const ways = (['renew', 'regenerate'] as const).filter((action) => canDo(credential, action));
    const labels = { renew: 'secretRenew', regenerate: 'secretRegenerate' } as const;
    return html`${ways.map(
      (action) =>
        html`<button class="button primary" type="button" data-focus @click=${() => void this.#handleNext(action)}>
          ${this.#localize.term(labels[action])}
        </button>`,
    )}`;
  }

  protected override render(): TemplateResult {
    const credential = this.reading.is === 'read' && !this.session ? this.reading.credential : undefined;
    const state = secretState(credential?.secret, this.#now());
    const known = this.reading.is === 'read' ? this.reading.credential : undefined;
    const isGone = (state === 'erased' || state === 'viewed') && credential && !this.#isLost(credential);
    return html`<div class="frame" part="base">
      ${this.#renderReading()} ${this.notice === undefined ? nothing : html`<p role="alert">${this.notice}</p>`}
      <div class="next" ?hidden=${!isGone}>
        ${isGone ? this.#renderNext(credential) : nothing}
        <slot name="next">
          <button class="button" type="button" data-focus @click=${this.#handleReplace}>
            ${this.#localize.term('secretReplace')}
          </button>
        </slot>
      </div>
      ${known ? this.#renderSnippets(known) : nothing} ${this.session?.renderFoot() ?? nothing}
      ${this.#announcer.region()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'secret-reveal': SecretReveal;
  }
}
