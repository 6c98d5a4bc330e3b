import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Credential } from '../../contract/credential.js';
import type { MarketplaceEvent } from '../../contract/event.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { common } from '../../locales/en/common.js';
import { createdCredential } from '../../locales/en/created-credential.js';
import { reasons } from '../../locales/en/reasons.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Announcer } from '../shared/announcer.js';
import { canDo } from '../shared/credential/can-do.js';
import { errorPanel } from '../shared/error-panel.js';
import { alertIcon, circleCheckIcon, circleXIcon, progressIcon } from '../shared/icons.js';
import { clip } from '../shared/form/clip.js';
import type { Localize } from '../shared/localize.js';
import { newIntent } from '../shared/intent.js';
import { formStyles } from '../shared/styles/form.styles.js';
import { SecretClosedEvent } from '../secret-reveal/secret-events.js';
import { CredentialReadyEvent } from './credential-form-events.js';

const sentences = { ...reasons, ...createdCredential };

/** Whether it is new, or was there and serves another resource now. */
export type CreatedHow = 'created' | 'extended';

/** What following a credential needs of the element that shows it. */
export interface CreatedCredentialInit {
  localize: Localize<typeof common>;
  announcer: Announcer;
  how: CreatedHow;
  /** Address of the page on which a share link is opened, where there is one (SPEC S9). */
  shareUrl?: string | undefined;
  /** Another credential is wanted. */
  again(): void;
}

/** Where a new credential stands, as far as its creation goes; `gone` if it was deleted meanwhile. */
type Stage = 'pending' | 'ready' | 'error' | 'gone';

const looks = {
  pending: ['spin', progressIcon],
  ready: ['positive', circleCheckIcon],
  error: ['critical', alertIcon],
  gone: ['', circleXIcon],
} as const;

/** Whether the element stands in a dialog, through shadow roots: then there is something that can be closed. */
function isInDialog(element: Element): boolean {
  const root = element.getRootNode();
  if (element.closest('dialog, [role="dialog"]')) return true;
  return root instanceof ShadowRoot && isInDialog(root.host);
}

/**
 * A credential from the moment it was created until its secret can be taken: where it stands, live, and what comes
 * next. Rendered into the host's own shadow root; loaded when there is one (SPEC C1, C2).
 */
export class CreatedCredential {
  readonly #host: LitElement;
  readonly #init: CreatedCredentialInit;
  readonly #localize: Localize<typeof common & typeof sentences>;
  readonly #id: string;
  #marketplace: Marketplace | undefined;
  #credential: Credential;
  #stage: Stage = 'pending';
  #reading: AbortController | undefined;
  #error: unknown;
  #canReveal = false;
  /** Whether its secret is in the page. */
  #isShown = false;
  #retryKey = '';

  constructor(host: LitElement, credential: Credential, init: CreatedCredentialInit) {
    this.#host = host;
    this.#id = credential.id;
    this.#credential = credential;
    this.#init = init;
    adoptStyles(host, [formStyles]);
    this.#localize = init.localize.with(sentences);
  }

  /** Shows it, and takes the focus from the form that is gone. */
  start(marketplace: Marketplace | undefined): void {
    this.#marketplace = marketplace;
    this.#show(this.#credential);
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>('#heading')?.focus());
    // It may have become active before anybody listened for it.
    if (this.#stage === 'pending') void this.refresh();
  }

  /** Goes on after the element was somewhere else, perhaps with another Marketplace. */
  resume(marketplace: Marketplace): void {
    this.#marketplace = marketplace;
    void this.refresh();
  }

  /** Stops reading. */
  stop(): void {
    this.#reading?.abort();
  }

  /** Reads it again, as after signing in again. What is shown stays if it cannot be read. */
  async refresh(): Promise<void> {
    await this.#read((marketplace, signal) => marketplace.credentials.get(this.#id, {}, { signal }));
  }

  /** Reads it again when an event may be about it. */
  hear({ subject, subjectId, removed }: MarketplaceEvent): void {
    if (subjectId === this.#id && removed) this.#show({ ...this.#credential, state: 'deleting' });
    else if (subjectId === this.#id || subject === 'clock') void this.refresh();
  }

  /** The credential, for the host's template. */
  render(): TemplateResult {
    const [className, icon] = looks[this.#stage];
    const { name, type, resources, reasons: failures = [] } = this.#credential;
    const hint = this.#hint;
    const title = this.#lacksSecret ? 'share' : this.#stage;
    return html`<section class="fields" aria-labelledby="heading">
      <div class="header">
        <h2 id="heading" tabindex="-1">${this.#localize.term(`created-title-${title}`, clip(name))}</h2>
        <p class="title muted">
          <span class="badge ${className}" part="status">
            ${icon()}${this.#localize.term(`created-word-${this.#stage}`)}
          </span>
          <span><bdi>${type.name}</bdi>${resources.map((resource) => html` · <bdi>${resource.name}</bdi>`)}</span>
        </p>
      </div>
      ${hint === undefined ? nothing : html`<p>${this.#localize.term(hint)}</p>`}
      ${
        this.#stage === 'error' && failures.length > 0
          ? html`<ul>
              ${failures.map(({ detail }) => html`<li><bdi>${detail}</bdi></li>`)}
            </ul>`
          : nothing
      }
      ${this.#error ? errorPanel(this.#localize, this.#error, () => void this.refresh()) : nothing}
      ${
        this.#canReveal
          ? html`<secret-reveal
              without-heading
              .marketplace=${this.#marketplace}
              credential-id=${this.#id}
              @secret-revealed=${() => this.#follow(true)}
              @secret-hidden=${() => this.#follow(false)}
            ></secret-reveal>`
          : nothing
      }
      ${this.#renderActions()}
    </section>`;
  }

  /** What comes next; where nothing can be viewed, what is there of the secret says so. */
  get #hint(): keyof typeof createdCredential | undefined {
    if (this.#stage !== 'ready') return `created-hint-${this.#stage}`;
    if (this.#init.how === 'extended') return 'created-hint-extended';
    if (this.#canShare && this.#lacksSecret) return 'created-hint-share';
    return this.#credential.secret.visibility === 'never' ? undefined : 'created-hint-ready';
  }

  /** Whether nothing can be called with it until somebody outside has set its secret (SPEC I2). */
  get #lacksSecret(): boolean {
    const { secret } = this.#credential;
    return this.#stage === 'ready' && secret.state === 'none' && canDo(this.#credential, 'share');
  }

  /** Whether somebody outside can be given a link to set its secret on (SPEC I2). */
  get #canShare(): boolean {
    return this.#stage === 'ready' && this.#init.shareUrl !== undefined && canDo(this.#credential, 'share');
  }

  async #share(): Promise<void> {
    const marketplace = this.#marketplace;
    if (!marketplace) return;
    try {
      const { performAction } = await import('../shared/credential/credential-actions.js');
      await performAction(this.#host, this.#init.localize, 'share', this.#credential, {
        marketplace,
        shareUrl: this.#init.shareUrl,
        current: () => this.#credential,
        show: (credential) => this.#show(credential),
        reread: () => this.refresh(),
        announce: (text) => this.#init.announcer.announce(text),
      });
    } catch (error) {
      this.#error = error;
      this.#host.requestUpdate();
    }
  }

  /** While the secret is there, it says itself when somebody is done. */
  #follow(isShown: boolean): void {
    this.#isShown = isShown;
    this.#host.requestUpdate();
  }

  #renderActions(): TemplateResult | typeof nothing {
    const isClosable = !(this.#isShown && this.#canReveal) && isInDialog(this.#host);
    const isOver = this.#stage !== 'pending';
    if (!isOver && !isClosable) return nothing;
    const canRetry = this.#credential.actions.some(({ action, allowed }) => action === 'retry' && allowed);
    return html`<div class="form-actions">
      ${
        this.#stage === 'error' && canRetry
          ? html`<button class="button primary" type="button" @click=${this.#handleRetry}>
              ${this.#localize.term('retry')}
            </button>`
          : nothing
      }
      ${
        this.#canShare
          ? html`<button class="button primary" type="button" data-action="share" @click=${() => void this.#share()}>
              ${this.#localize.term('createdShare')}
            </button>`
          : nothing
      }
      ${
        isClosable
          ? html`<button class="button" type="button" @click=${this.#handleDone}>
              ${this.#localize.term('createdDone')}
            </button>`
          : nothing
      }
      ${
        isOver
          ? html`<button class="button" type="button" @click=${this.#handleAgain}>
              ${this.#localize.term('createdAnother')}
            </button>`
          : nothing
      }
    </div>`;
  }

  #show(credential: Credential): void {
    const before = this.#stage;
    this.#credential = credential;
    const isUnderway = credential.state === 'pending' || credential.transition === 'updating';
    this.#stage = isUnderway ? 'pending' : credential.state === 'error' ? 'error' : 'ready';
    if (credential.state === 'deleting') this.#stage = 'gone';
    this.#host.requestUpdate();
    if (this.#stage === before) return;
    this.#announce();
    if (this.#stage !== 'ready') return;
    this.#host.dispatchEvent(new CredentialReadyEvent({ credential }));
    void this.#offerSecret();
  }

  #announce(): void {
    this.#init.announcer.announce(this.#localize.term(`created-now-${this.#stage}`, this.#credential.name));
  }

  async #offerSecret(): Promise<void> {
    try {
      await import('../secret-reveal/define.js');
      this.#canReveal = true;
    } catch (error) {
      this.#error = error;
    }
    this.#host.requestUpdate();
  }

  readonly #handleDone = async (): Promise<void> => {
    const reveal = this.#host.renderRoot.querySelector('secret-reveal');
    if (!((await reveal?.requestClose()) ?? true)) return;
    this.#host.dispatchEvent(new SecretClosedEvent({ credentialId: this.#id }));
  };

  /** The secret is asked for first: it may be there for the only time (SPEC S4). */
  readonly #handleAgain = async (): Promise<void> => {
    const reveal = this.#host.renderRoot.querySelector('secret-reveal');
    if ((await reveal?.requestClose()) ?? true) this.#init.again();
  };

  readonly #handleRetry = (): void => {
    this.#retryKey ||= newIntent();
    void this.#read(async (marketplace, signal) => {
      const options = { signal, idempotencyKey: this.#retryKey };
      const credential = await marketplace.credentials.retry(this.#id, {}, options);
      this.#retryKey = '';
      return credential;
    });
  };

  async #read(read: (marketplace: Marketplace, signal: AbortSignal) => Promise<Credential>): Promise<void> {
    const marketplace = this.#marketplace;
    if (!marketplace) return;
    this.stop();
    const { signal } = (this.#reading = new AbortController());
    this.#error = undefined;
    try {
      const credential = await read(marketplace, signal);
      if (!signal.aborted) this.#show(credential);
    } catch (error) {
      if (signal.aborted) return;
      if ((error as { code?: unknown }).code === 'not-found') {
        this.#stage = 'gone';
        this.#canReveal = false;
        this.#announce();
      } else this.#error = error;
      this.#host.requestUpdate();
    }
  }
}
