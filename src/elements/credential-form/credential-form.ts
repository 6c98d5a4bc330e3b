import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Credential } from '../../contract/credential.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { Audience } from '../../contract/credential-type.js';
import { common } from '../../locales/en/common.js';
import { Announcer } from '../shared/announcer.js';
import { errorPanel } from '../shared/error-panel.js';
import { LatchkeyElement } from '../shared/latchkey-element.js';
import { LiveController } from '../shared/live-controller.js';
import { Localize } from '../shared/localize.js';
import { MarketplaceController } from '../shared/marketplace-controller.js';
import type { Token } from '../shared/shared-client.js';
import { renderSkeleton } from '../shared/skeleton.js';
import { badgeStyles } from '../shared/styles/badge.styles.js';
import { baseStyles } from '../shared/styles/base.styles.js';
import { buttonStyles } from '../shared/styles/button.styles.js';
import { skeletonStyles } from '../shared/styles/skeleton.styles.js';
import type { CreatedCredential, CreatedHow } from './created-credential.js';
import type { CredentialDraft } from './credential-draft.js';
import type { CredentialEdit } from './credential-edit.js';
import { styles } from './credential-form.styles.js';

/** What of the properties makes it another form. */
const choices = ['environment', 'audience', 'teamId', 'applicationId', 'resourceId', 'credentialId'] as const;

/**
 * @summary Creates a credential and stays until it can be used, or edits one that is there.
 *
 * Asks for what the page has not chosen (environment, application or team, API), offers what is there already and could
 * be used, and asks for the type, what the credential may do, a name and what the type wants to know. Afterwards it
 * follows the credential from pending to active and offers its secret. Why none can be created is said instead of an
 * unusable form. With `credential-id` it edits the name and the grants of that one.
 *
 * @slot help - What the page says about it, below the heading.
 * @slot review - What the page says right before it is created or saved.
 * @slot next - What the page offers once it is created.
 * @slot no-access - What helps somebody who has access to no API, such as a link that requests it.
 * @slot no-application - What helps somebody who has no application, such as a link that creates one.
 *
 * @fires {CredentialCreateEvent} credential-create - The credential is about to be created. Cancel it to take over.
 * @fires {CredentialCreatedEvent} credential-created - The marketplace has taken it; it is pending.
 * @fires {CredentialReadyEvent} credential-ready - The data plane has it; it is active.
 * @fires {CredentialCreateFailedEvent} credential-create-failed - It was not created.
 * @fires {CredentialUpdateEvent} credential-update - Changes are about to be saved. Cancel it to take over.
 * @fires {CredentialUpdatedEvent} credential-updated - The marketplace has taken the changes.
 * @fires {CredentialUpdateFailedEvent} credential-update-failed - The changes were not saved.
 * @fires {ResourceExposeEvent} resource-expose - Somebody opens the API for keys and calls. Cancel it to take over.
 * @fires {ResourceExposedEvent} resource-exposed - The API is open.
 * @fires {ResourceUnexposeEvent} resource-unexpose - Somebody closes it. Cancel it to take over.
 * @fires {ResourceUnexposedEvent} resource-unexposed - The API is closed.
 * @fires {ResourceExposureFailedEvent} resource-exposure-failed - It was neither opened nor closed.
 * @fires {CredentialShareEvent} credential-share - Somebody makes a share link. Cancel it to take over.
 * @fires {CredentialSharedEvent} credential-shared - There is a share link.
 * @fires {SecretClosedEvent} secret-closed - The person is done with what was created: what holds the element may close.
 * @fires {FormUnsupportedEvent} form-unsupported - The type's questions use what cannot be shown as meant.
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
 * @csspart options - The options of a choice.
 * @csspart option - One of them.
 * @csspart error-summary - What is wrong, with links.
 * @csspart file - Where a file is chosen or dropped.
 * @csspart search - The search in a long list.
 * @csspart exposure - Whether the API is exposed.
 * @csspart exposure-switch - The switch of that.
 * @csspart submit-button - The button that creates or saves it.
 * @csspart blocked - Why no credential can be created.
 * @csspart status - Where the credential stands.
 * @csspart error - An error with its button to try again.
 *
 * @cssproperty [--latchkey-credential-form-max-width=640px] - How wide the form gets at most.
 *
 * @example
 * <credential-form base-url="/api/v1" application-id="app-1"></credential-form>
 * <credential-form base-url="/api/v1" credential-id="cred-1"></credential-form>
 */
export class CredentialForm extends LatchkeyElement {
  static override styles = [baseStyles, buttonStyles, badgeStyles, skeletonStyles, styles];

  /** A Marketplace to use instead of the one of a `<marketplace-provider>` or of `base-url`. */
  @property({ attribute: false }) marketplace?: Marketplace | undefined;

  /** Address of the marketplace's API: required, unless there is a provider around the element. */
  @property({ attribute: 'base-url' }) baseUrl?: string | undefined;

  /** Bearer token for `base-url`: a string, or a function that gives the current one. */
  @property({ attribute: false }) token?: Token | undefined;

  /** The environment the credential is for, where there are several; asked for unless told. */
  @property() environment?: string | undefined;

  /** The audience the credential is for, `internal` or `external`: only its types are offered. */
  @property() audience?: Audience | undefined;

  /** The team that gets the credential, where it belongs to no application; asked for unless told. */
  @property({ attribute: 'team-id' }) teamId?: string | undefined;

  /** The application that gets the credential; asked for unless told. */
  @property({ attribute: 'application-id' }) applicationId?: string | undefined;

  /** The resource the credential is for; asked for unless told. */
  @property({ attribute: 'resource-id' }) resourceId?: string | undefined;

  /** The credential to edit; without it, one is created. */
  @property({ attribute: 'credential-id' }) credentialId?: string | undefined;

  /** Address of the page on which a share link is opened; without it, none is offered after creating. */
  @property({ attribute: 'share-url' }) shareUrl?: string | undefined;

  /** Whether the heading is left to the page: it is still there for assistive technology. */
  @property({ type: Boolean, attribute: 'without-heading' }) withoutHeading = false;

  #marketplace = new MarketplaceController(this);
  #localize = new Localize(this, common);
  #announcer = new Announcer(this);
  #used: Marketplace | undefined;
  /** The form; loaded when there is something to fill in, and kept from then on. */
  #draft: CredentialDraft | undefined;
  /** The form for a credential that is there; likewise. */
  #edit: CredentialEdit | undefined;
  /** The credential that was created here. */
  #created: CreatedCredential | undefined;
  /** Which of the two forms is shown: what the attributes ask for, as they are. */
  #form: CredentialDraft | CredentialEdit | undefined;
  /** Which opening counts: that of the attributes as they are. */
  #opening: object | undefined;
  #loadError: unknown;

  constructor() {
    super();
    new LiveController(this, this.#marketplace, { changed: (event) => this.#view?.hear(event) });
  }

  /** Whether something would be lost now: what was entered, or a credential that is on its way. */
  get dirty(): boolean {
    return this.#form?.dirty ?? false;
  }

  /**
   * Asks whether what holds the element may close: the person, if something would be lost. Never while it is being
   * sent.
   */
  async requestClose(): Promise<boolean> {
    const reveal = this.renderRoot.querySelector('secret-reveal');
    if (reveal) return reveal.requestClose();
    if (this.#form?.sending) return false;
    if (!this.dirty) return true;
    const { confirmDiscard } = await import('../shared/form/confirm-discard.js');
    return confirmDiscard(this, this.#localize);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.stop();
    // What was entered and what is on its way stays: an element that is only moved goes on where it was.
    this.#used = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const marketplace = this.#marketplace.value;
    if (choices.some((name) => changed.has(name))) this.#forget();
    if (!marketplace || marketplace === this.#used) return;
    this.#used = marketplace;
    if (this.#view) this.#view.resume(marketplace);
    else void this.#open();
  }

  /** Reads again what is shown, as after signing in again. What was entered stays. */
  refresh(): void {
    if (this.#loadError === undefined) void this.#view?.refresh();
    else this.reset();
    // It hears of a provider's `refresh()` by itself, but not of this one.
    void this.renderRoot.querySelector('secret-reveal')?.refresh();
  }

  /** Starts over with an empty form. What was entered is lost. */
  reset(): void {
    this.#forget();
    this.requestUpdate();
  }

  get #view(): CredentialDraft | CredentialEdit | CreatedCredential | undefined {
    return this.#created ?? this.#form;
  }

  #forget(): void {
    this.#created?.stop();
    this.#form?.close();
    this.#created = this.#form = this.#opening = this.#loadError = this.#used = undefined;
  }

  /** Shows the form, unless the attributes or the Marketplace have become others until its code was there. */
  async #open(): Promise<void> {
    const marketplace = this.#used;
    if (!marketplace) return;
    const opening = (this.#opening = {});
    const isDue = (): boolean => opening === this.#opening && marketplace === this.#used;
    const { environment, audience, teamId, applicationId, resourceId, credentialId } = this;
    try {
      if (credentialId === undefined) {
        const draft = await this.#loadDraft();
        if (!isDue()) return;
        this.#form = draft;
        await draft.open(marketplace, { environment, audience, teamId, applicationId, resourceId });
      } else {
        const edit = await this.#loadEdit();
        if (!isDue()) return;
        this.#form = edit;
        await edit.open(marketplace, credentialId);
      }
    } catch (error) {
      if (!isDue()) return;
      this.#loadError = error;
      this.requestUpdate();
    }
  }

  async #loadDraft(): Promise<CredentialDraft> {
    const { CredentialDraft } = await import('./credential-draft.js');
    return (this.#draft ??= new CredentialDraft(this, {
      localize: this.#localize,
      announcer: this.#announcer,
      requestClose: () => this.requestClose(),
      created: (credential, Created, how) => this.#follow(credential, Created, how),
    }));
  }

  async #loadEdit(): Promise<CredentialEdit> {
    const { CredentialEdit } = await import('./credential-edit.js');
    return (this.#edit ??= new CredentialEdit(this, {
      localize: this.#localize,
      announcer: this.#announcer,
      requestClose: () => this.requestClose(),
    }));
  }

  /** Shows a credential that was created here, from now on. */
  #follow(credential: Credential, Created: typeof CreatedCredential, how: CreatedHow): void {
    this.#created = new Created(this, credential, {
      localize: this.#localize,
      announcer: this.#announcer,
      how,
      shareUrl: this.shareUrl,
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
    // The form has slots for help and review where they belong; while it is not there, these take what would go there.
    const blocked = this.#view === this.#draft ? this.#draft?.blocked : undefined;
    return html`<div class="frame ${this.withoutHeading ? 'bare' : ''}">
      ${this.#renderContent()}
      <slot name="help" hidden></slot>
      <slot name="review" hidden></slot>
      <slot name="next" ?hidden=${this.#created === undefined}></slot>
      <slot name="no-access" ?hidden=${blocked !== 'no-access'}></slot>
      <slot name="no-application" ?hidden=${blocked !== 'no-application'}></slot>
      ${this.#announcer.region()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'credential-form': CredentialForm;
  }
}
