import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AccessRequest } from '../../contract/access-request.js';
import type { Marketplace } from '../../contract/marketplace.js';
import { common } from '../../locales/en/common.js';
import { Announcer } from '../shared/announcer.js';
import { errorPanel } from '../shared/error-panel.js';
import { LatchkeyElement } from '../shared/latchkey-element.js';
import { LiveController } from '../shared/live-controller.js';
import { Localize } from '../shared/localize.js';
import { MarketplaceController } from '../shared/marketplace-controller.js';
import { marketplaceNeeded, MissingWarning } from '../shared/missing-warning.js';
import type { Token } from '../shared/shared-client.js';
import { renderSkeleton } from '../shared/skeleton.js';
import { badgeStyles } from '../shared/styles/badge.styles.js';
import { baseStyles } from '../shared/styles/base.styles.js';
import { buttonStyles } from '../shared/styles/button.styles.js';
import { skeletonStyles } from '../shared/styles/skeleton.styles.js';
import { styles } from './access-request-form.styles.js';
import type { RequestDraft, RequestSubject } from './request-draft.js';
import type { RequestProgress } from './request-progress.js';

/**
 * @summary Asks for access to an API, and follows the request until a credential can be created.
 *
 * Shows every subscription and application with the reason why it cannot be used, asks what the API's provider wants
 * to know, says beforehand how the request is decided, and afterwards shows its progress live. Once access is granted
 * and ready it goes straight on to creating a credential.
 *
 * @slot help - What the page says about the request, below the heading.
 * @slot review - What the page says right before sending.
 * @slot next - What the page offers beside a request that was sent.
 * @slot no-application - What helps somebody who has no application to choose, such as a link that creates one.
 * @slot no-subscription - What helps somebody who has no subscription to choose.
 *
 * @fires {AccessRequestCreateEvent} access-request-create - The request is about to be sent. Cancel it to take over.
 * @fires {AccessRequestCreatedEvent} access-request-created - The request was sent.
 * @fires {AccessRequestUpdateEvent} access-request-update - A rejected request is about to be sent again. Cancel it to take over.
 * @fires {AccessRequestUpdatedEvent} access-request-updated - A rejected request was sent again.
 * @fires {AccessRequestApprovedEvent} access-request-approved - Access was granted and is ready. Cancel it to keep the form from offering a credential.
 * @fires {AccessRequestContinueEvent} access-request-continue - Somebody wants a credential. Cancel it to offer that elsewhere.
 * @fires {AccessRequestEditEvent} access-request-edit - Somebody wants to change a rejected request. Cancel it to offer that elsewhere.
 * @fires {AccessRequestWithdrawEvent} access-request-withdraw - Somebody chose to withdraw. Cancel it to take over.
 * @fires {AccessRequestWithdrawnEvent} access-request-withdrawn - The request was withdrawn.
 * @fires {AccessRequestOpenEvent} access-request-open - Somebody wants to see the request that this one would duplicate. Cancel it to show it elsewhere.
 * @fires {AccessRequestFailedEvent} access-request-failed - Something was refused or could not be done.
 * @fires {FormUnsupportedEvent} form-unsupported - The API's questions use what cannot be shown as meant.
 * @fires {CredentialCreateEvent} credential-create - From the credential's form in it: the credential is about to be created. Cancel it to take over.
 * @fires {CredentialCreatedEvent} credential-created - From the credential's form in it: the marketplace has taken it; it is pending.
 * @fires {CredentialReadyEvent} credential-ready - From the credential's form in it: the data plane has it; it is active.
 * @fires {CredentialCreateFailedEvent} credential-create-failed - From the credential's form in it: it was not created.
 * @fires {ResourceExposeEvent} resource-expose - From the credential's form in it: somebody opens the API for keys and calls. Cancel it to take over.
 * @fires {ResourceExposedEvent} resource-exposed - From the credential's form in it: the API is open.
 * @fires {ResourceUnexposeEvent} resource-unexpose - From the credential's form in it: somebody closes it. Cancel it to take over.
 * @fires {ResourceUnexposedEvent} resource-unexposed - From the credential's form in it: the API is closed.
 * @fires {ResourceExposureFailedEvent} resource-exposure-failed - From the credential's form in it: it was neither opened nor closed.
 * @fires {CredentialShareEvent} credential-share - From the credential's form in it: somebody makes a share link. Cancel it to take over.
 * @fires {CredentialSharedEvent} credential-shared - From the credential's form in it: there is a share link.
 * @fires {SecretClosedEvent} secret-closed - From the credential's form in it: the person is done with what was created.
 * @fires {SecretRevealedEvent} secret-revealed - From the secret in it: the secret was decrypted in the page.
 * @fires {SecretCopiedEvent} secret-copied - From the secret in it: a value was copied.
 * @fires {SecretCopyFailedEvent} secret-copy-failed - From the secret in it: the browser refused to copy.
 * @fires {SecretDownloadedEvent} secret-downloaded - From the secret in it: the secret was handed over as a file.
 * @fires {SecretHiddenEvent} secret-hidden - From the secret in it: the page has let go of the secret, and why.
 * @fires {SecretFailedEvent} secret-failed - From the secret in it: the secret could not be revealed.
 * @fires {CredentialRenewEvent} credential-renew - From the secret in it: somebody chose to renew. Cancel it to take over.
 * @fires {CredentialRegenerateEvent} credential-regenerate - From the secret in it: somebody chose to regenerate. Cancel it to take over.
 * @fires {CredentialRenewedEvent} credential-renewed - From the secret in it: the marketplace accepted a renewal.
 * @fires {CredentialRegeneratedEvent} credential-regenerated - From the secret in it: the marketplace accepted a regeneration.
 * @fires {CredentialFailedEvent} credential-failed - From the secret in it: a confirmed change did not happen.
 * @fires {CredentialReplaceEvent} credential-replace - From the secret in it: the person asks for another credential in its place.
 *
 * @csspart form - The form.
 * @csspart field - A field with its label.
 * @csspart control - What a field is filled in with.
 * @csspart file - Where a file is chosen or dropped.
 * @csspart options - The options of a choice.
 * @csspart option - One of them.
 * @csspart error-summary - What is wrong, with links.
 * @csspart steps - The steps of a longer form.
 * @csspart review - Everything that will be sent, to be looked at once more.
 * @csspart terms - The terms of the plan and the agreement to them.
 * @csspart approval - How the request will be decided.
 * @csspart blocked - Why no request can be made.
 * @csspart submit-button - The button that sends, or goes on to the next step.
 * @csspart back-button - The button that goes back to the step before.
 * @csspart timeline - The steps of the request.
 * @csspart step - One of them.
 * @csspart reason - Why somebody decided so.
 * @csspart status - Where the request stands.
 * @csspart error - An error with its button to try again.
 * @csspart dialog - A confirmation.
 *
 * @cssproperty [--latchkey-access-request-form-max-width=640px] - How wide the form gets at most.
 *
 * @example
 * <access-request-form base-url="/api/v1" resource-id="orders-api"></access-request-form>
 */
export class AccessRequestForm extends LatchkeyElement {
  static override styles = [baseStyles, buttonStyles, badgeStyles, skeletonStyles, styles];

  /** A Marketplace to use instead of the one of a `<marketplace-provider>` or of `base-url`. */
  @property({ attribute: false }) marketplace?: Marketplace | undefined;

  /** Address of the marketplace's API: required, unless there is a provider around the element. */
  @property({ attribute: 'base-url' }) baseUrl?: string | undefined;

  /** Bearer token for `base-url`: a string, or a function that gives the current one. */
  @property({ attribute: false }) token?: Token | undefined;

  /** The resource to ask access to: required, unless there is an `access-request-id`. */
  @property({ attribute: 'resource-id' }) resourceId?: string | undefined;

  /** The application that is chosen at first. */
  @property({ attribute: 'application-id' }) applicationId?: string | undefined;

  /** The subscription that is chosen at first. */
  @property({ attribute: 'subscription-id' }) subscriptionId?: string | undefined;

  /** A request that exists: shows its progress instead of an empty form. */
  @property({ attribute: 'access-request-id' }) accessRequestId?: string | undefined;

  /** Whether a rejected request (`access-request-id`) is opened for editing at once. */
  @property({ type: Boolean }) editing = false;

  #marketplace = new MarketplaceController(this);
  #localize = new Localize(this, common);
  #announcer = new Announcer(this);
  #used: Marketplace | undefined;
  /** The form; loaded when there is something to fill in, and kept from then on. */
  #draft: RequestDraft | undefined;
  /** The request that was sent; loaded when there is one. */
  #progress: RequestProgress | undefined;
  /** Which of the two is shown. */
  #shown: 'draft' | 'progress' | undefined;
  /** Which opening counts: that of the attributes as they are. */
  #opening: object | undefined;
  /** The request whose progress is shown, once one was sent. */
  #followed: string | undefined;
  #loadError: unknown;

  constructor() {
    super();
    new LiveController(this, this.#marketplace, { changed: (event) => this.#view?.hear(event) });
    new MissingWarning(this, () => {
      if (!this.#marketplace.value && this.#marketplace.error === undefined) return marketplaceNeeded;
      return this.resourceId || this.accessRequestId ? undefined : '`resource-id`, or `access-request-id`';
    });
  }

  /** Whether something would be lost now: what was entered, or a request that is on its way. */
  get dirty(): boolean {
    return this.#draft?.dirty ?? false;
  }

  /**
   * Asks whether what holds the element may close or lead elsewhere: the person, if something would be lost. Never while
   * a request is being sent. For pages whose router has shown another route before the browser knows of it.
   */
  async requestClose(): Promise<boolean> {
    const next = this.renderRoot.querySelector('credential-form');
    if (next) return next.requestClose();
    return this.#shown === 'draft' && this.#draft ? this.#draft.requestClose() : true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.stop();
    // What was entered and what is on its way stays: an element that is only moved goes on where it was.
    this.#used = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const marketplace = this.#marketplace.value;
    if (changed.has('resourceId') || changed.has('accessRequestId')) this.#forget();
    if (!marketplace || marketplace === this.#used) return;
    this.#used = marketplace;
    if (this.#view) this.#view.resume(marketplace);
    else void this.#open();
  }

  /** Reads again what is shown, as after signing in again. What was entered stays. */
  refresh(): void {
    if (this.#loadError === undefined) void this.#view?.refresh();
    else this.reset();
    // It hears of its provider's `refresh()` by itself, but not of this one.
    this.renderRoot.querySelector('credential-form')?.refresh();
  }

  /** Starts over. What was entered is lost. */
  reset(): void {
    this.#forget();
    this.requestUpdate();
  }

  get #view(): RequestDraft | RequestProgress | undefined {
    if (this.#shown === undefined) return undefined;
    return this.#shown === 'draft' ? this.#draft : this.#progress;
  }

  #forget(): void {
    this.#progress?.stop();
    this.#draft?.close();
    this.#shown = this.#followed = this.#opening = this.#loadError = this.#used = undefined;
  }

  /** Shows what the attributes ask for. */
  async #open(): Promise<void> {
    const { resourceId, subscriptionId, applicationId } = this;
    const requestId = this.#followed ?? this.accessRequestId;
    if (requestId !== undefined) {
      if (!(await this.#track(requestId))) return;
      const request = this.#progress?.request;
      if (this.editing && request?.actions.some(({ action, allowed }) => allowed && action === 'update')) {
        await this.#fillIn({ rejected: request });
      }
    } else if (resourceId !== undefined) {
      await this.#fillIn({ resourceId, choice: { subscriptionId, applicationId } });
    }
  }

  /** Shows the form. */
  async #fillIn(subject: RequestSubject): Promise<void> {
    const isShown = await this.#load(async (marketplace, isDue) => {
      const { RequestDraft } = await import('./request-draft.js');
      if (!isDue()) return;
      this.#draft ??= new RequestDraft(this, {
        localize: this.#localize,
        announcer: this.#announcer,
        sent: (request) => this.#handleSent(request),
        cancel: () => this.#return(),
        view: (requestId) => (this.accessRequestId = requestId),
      });
      this.#shown = 'draft';
      await this.#draft.open(marketplace, subject);
    });
    if (isShown && 'rejected' in subject) this.#focusHeading();
  }

  /** Shows the progress of a request. Whether that is still what is to be shown when it is there. */
  #track(id: string, request?: AccessRequest): Promise<boolean> {
    this.#followed = id;
    this.#shown = 'progress';
    this.#progress?.stop();
    this.#progress = undefined;
    return this.#load(async (marketplace, isDue) => {
      const { RequestProgress } = await import('./request-progress.js');
      if (!isDue()) return;
      this.#progress = new RequestProgress(this, id, {
        localize: this.#localize,
        announcer: this.#announcer,
        marketplace,
        edit: (rejected) => void this.#fillIn({ rejected }),
      });
      if (request) this.#progress.start(request);
      else await this.#progress.refresh();
    });
  }

  /** Loads what is to be shown now. Answers no where something else has come in between, or there is no Marketplace. */
  async #load(load: (marketplace: Marketplace, isDue: () => boolean) => Promise<void>): Promise<boolean> {
    const marketplace = this.#used;
    // Sent while the element was somewhere else: it is shown when that is back.
    if (!marketplace) return false;
    const opening = (this.#opening = {});
    const isDue = (): boolean => opening === this.#opening && marketplace === this.#used;
    this.#loadError = undefined;
    try {
      await load(marketplace, isDue);
    } catch (error) {
      if (isDue()) this.#loadError = error;
    }
    this.requestUpdate();
    return opening === this.#opening;
  }

  async #handleSent(request: AccessRequest): Promise<void> {
    if (!(await this.#track(request.id, request))) return;
    this.#focusHeading();
    this.#progress?.offerCredential();
  }

  /** Back from editing to the request as it was. */
  #return(): void {
    this.#shown = 'progress';
    this.requestUpdate();
    this.#focusHeading();
  }

  #focusHeading(): void {
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
    const draft = this.#shown === 'draft' ? this.#draft : undefined;
    // The form has slots for help and review where they belong; while it is not there, these take what would go there.
    return html`<div class="frame">
      ${this.#renderContent()}
      <slot name="help" hidden></slot>
      <slot name="review" hidden></slot>
      <slot name="next" ?hidden=${this.#shown !== 'progress'}></slot>
      <slot name="no-subscription" ?hidden=${!draft?.lacks('subscription')}></slot>
      <slot name="no-application" ?hidden=${!draft?.lacks('application')}></slot>
      ${this.#announcer.region()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'access-request-form': AccessRequestForm;
  }
}
