import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Credential } from '../../contract/credential.js';
import type { Marketplace } from '../../contract/marketplace.js';
import { common } from '../../locales/en/common.js';
import { Announcer } from '../shared/announcer.js';
import { errorPanel } from '../shared/error-panel.js';
import { LiveController } from '../shared/live-controller.js';
import { Localize } from '../shared/localize.js';
import { MarketplaceController } from '../shared/marketplace-controller.js';
import type { Token } from '../shared/shared-client.js';
import { renderSkeleton } from '../shared/skeleton.js';
import { badgeStyles } from '../shared/styles/badge.styles.js';
import { baseStyles } from '../shared/styles/base.styles.js';
import { buttonStyles } from '../shared/styles/button.styles.js';
import { skeletonStyles } from '../shared/styles/skeleton.styles.js';
import type { CreatedCredential } from './created-credential.js';
import type { CredentialDraft } from './credential-draft.js';
import { styles } from './credential-form.styles.js';

/**
 * @summary Creates a credential for an application, and stays until it can be used.
 *
 * Asks for the API if the application has access to several, the credential type, a name and what the type wants to
 * know. Afterwards it follows the credential from pending to active and offers its secret.
 *
 * @slot no-access - What helps somebody whose application has access to no API, such as a link that requests it.
 *
 * @fires {CredentialCreateEvent} credential-create - The credential is about to be created. Cancel it to take over.
 * @fires {CredentialCreatedEvent} credential-created - The marketplace has taken it; it is pending.
 * @fires {CredentialReadyEvent} credential-ready - The data plane has it; it is active.
 * @fires {CredentialCreateFailedEvent} credential-create-failed - It was not created.
 * @fires {FormUnsupportedEvent} form-unsupported - The type's questions use what cannot be shown as meant.
 *
 * @csspart form - The form.
 * @csspart field - A field with its label.
 * @csspart control - What a field is filled in with.
 * @csspart options - The options of a choice.
 * @csspart option - One of them.
 * @csspart error-summary - What is wrong, with links.
 * @csspart submit-button - The button that creates it.
 * @csspart status - Where the credential stands.
 * @csspart error - An error with its button to try again.
 *
 * @cssproperty [--latchkey-credential-form-max-width=640px] - How wide the form gets at most.
 *
 * @example
 * <credential-form base-url="/api/v1" application-id="app-1"></credential-form>
 */
export class CredentialForm extends LitElement {
  static override styles = [baseStyles, buttonStyles, badgeStyles, skeletonStyles, styles];

  /** A Marketplace to use instead of the one of a `<marketplace-provider>` or of `base-url`. */
  @property({ attribute: false }) marketplace?: Marketplace | undefined;

  /** Address of the marketplace's API, when there is no provider around the element. */
  @property({ attribute: 'base-url' }) baseUrl?: string | undefined;

  /** Bearer token for `base-url`: a string, or a function that gives the current one. */
  @property({ attribute: false }) token?: Token | undefined;

  /** The application that gets the credential. */
  @property({ attribute: 'application-id' }) applicationId?: string | undefined;

  /** The resource the credential is for; without it, those the application has access to are offered. */
  @property({ attribute: 'resource-id' }) resourceId?: string | undefined;

  #marketplace = new MarketplaceController(this);
  #localize = new Localize(this, common);
  #announcer = new Announcer(this);
  #used: Marketplace | undefined;
  /** The form; loaded when there is something to fill in, and kept from then on. */
  #draft: CredentialDraft | undefined;
  /** The credential that was created here. */
  #created: CreatedCredential | undefined;
  /** Whether what is shown belongs to the attributes as they are. */
  #opened = false;
  #loadError: unknown;

  constructor() {
    super();
    new LiveController(this, this.#marketplace, { changed: (event) => this.#view?.hear(event) });
  }

  /** Whether something would be lost now: what was entered, or a credential that is on its way. */
  get dirty(): boolean {
    return this.#draft?.dirty ?? false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.stop();
    // What was entered and what is on its way stays: an element that is only moved goes on where it was.
    this.#used = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const marketplace = this.#marketplace.value;
    if (changed.has('applicationId') || changed.has('resourceId')) this.#forget();
    if (!marketplace || marketplace === this.#used) return;
    this.#used = marketplace;
    if (this.#opened) this.#view?.resume(marketplace);
    else void this.#open();
  }

  /** Starts over with an empty form. What was entered is lost. */
  reset(): void {
    this.#forget();
    this.requestUpdate();
  }

  get #view(): CredentialDraft | CreatedCredential | undefined {
    return this.#opened ? (this.#created ?? this.#draft) : undefined;
  }

  #forget(): void {
    this.#view?.stop();
    this.#created = this.#loadError = this.#used = undefined;
    this.#opened = false;
  }

  /** Shows an empty form. */
  async #open(): Promise<void> {
    const { applicationId, resourceId } = this;
    const marketplace = this.#used;
    if (!marketplace || applicationId === undefined) return;
    this.#opened = true;
    try {
      const { CredentialDraft } = await import('./credential-draft.js');
      if (marketplace !== this.#used) return;
      this.#draft ??= new CredentialDraft(this, {
        localize: this.#localize,
        announcer: this.#announcer,
        created: (credential, Created) => this.#follow(credential, Created),
      });
      await this.#draft.open(marketplace, applicationId, resourceId);
    } catch (error) {
      this.#loadError = error;
      this.requestUpdate();
    }
  }

  /** Shows a credential that was created here, from now on. */
  #follow(credential: Credential, Created: typeof CreatedCredential): void {
    this.#created = new Created(this, credential, {
      localize: this.#localize,
      announcer: this.#announcer,
      again: () => this.#again(),
    });
    this.#created.start(this.#used);
  }

  #again(): void {
    this.reset();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#heading')?.focus());
  }

  readonly #handleRetry = (): void => {
    if (this.#marketplace.error !== undefined) this.#marketplace.retry();
    else this.reset();
  };

  #renderContent(): TemplateResult {
    const lost = this.#marketplace.error ?? this.#loadError;
    if (lost !== undefined) return errorPanel(this.#localize, lost, this.#handleRetry);
    return this.#view?.render() ?? renderSkeleton(this.#localize.term('loading'));
  }

  protected override render(): TemplateResult {
    const draft = this.#created ? undefined : this.#draft;
    return html`<div class="frame">
      ${this.#renderContent()}
      <slot name="no-access" ?hidden=${!draft?.lacksAccess}></slot>
      ${this.#announcer.region()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'credential-form': CredentialForm;
  }
}
