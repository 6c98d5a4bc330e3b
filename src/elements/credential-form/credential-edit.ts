import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Credential } from '../../contract/credential.js';
import type { UpdateCredential } from '../../contract/credential-params.js';
import type { ApiError } from '../../contract/error.js';
import type { GrantOption } from '../../contract/grant.js';
import type { MarketplaceEvent } from '../../contract/event.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { common } from '../../locales/en/common.js';
import { credentialBlocked } from '../../locales/en/credential-blocked.js';
import { credentialForm } from '../../locales/en/credential-form.js';
import { form } from '../../locales/en/form.js';
import { reasons } from '../../locales/en/reasons.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Announcer } from '../shared/announcer.js';
import { describeReason, isNotFound } from '../shared/describe-error.js';
import { errorPanel } from '../shared/error-panel.js';
import { Attempt } from '../shared/form/attempt.js';
import { DraftForm } from '../shared/form/draft-form.js';
import { LeaveGuard } from '../shared/form/leave-guard.js';
import { alertIcon } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';
import { Reader } from '../shared/reader.js';
import { choiceStyles } from '../shared/styles/choice.styles.js';
import { fieldStyles } from '../shared/styles/field.styles.js';
import { formStyles } from '../shared/styles/form.styles.js';
import type { FormWords } from './choice-fields.js';
import {
  CredentialUpdateEvent,
  CredentialUpdateFailedEvent,
  CredentialUpdatedEvent,
} from './credential-form-events.js';
import { renderFooter } from './form-footer.js';
import { GrantsLoader } from './grants-loader.js';

const sentences = { ...reasons, ...form, ...credentialBlocked, ...credentialForm };

export interface CredentialEditInit {
  localize: Localize<typeof common>;
  announcer: Announcer;
  /** Asks whether the form may be left. */
  requestClose(): Promise<boolean>;
}

/** What is known of the credential; what can be granted where it is granted in parts. */
interface Reading {
  credential: Credential;
  grants: readonly GrantOption[] | undefined;
}

/**
 * The name and the grants of a credential that is there, to be edited: nothing else of it can be (SPEC C9). Rendered
 * into the host's own shadow root; loaded when there is one to edit. What was entered survives everything but
 * {@link open}.
 */
export class CredentialEdit {
  readonly #host: LitElement;
  readonly #init: CredentialEditInit;
  readonly #localize: FormWords;
  readonly #form: DraftForm;
  readonly #grants: GrantsLoader;
  readonly #attempt = new Attempt();
  readonly #reader: Reader<Reading>;
  #marketplace: Marketplace | undefined;
  #id = '';
  /** Which opening this is: what comes of one that is over is told, but changes nothing here. */
  #opening = {};
  #reading: Reading | undefined;
  /** What the changes were made to: the newest state, unless that is at odds with them. */
  #base: Credential | undefined;
  /** Whether it was said that somebody else has changed it. */
  #isOutdated = false;
  #error: unknown;
  #isBusy = false;
  /** Whether what is shown was saved here. */
  #saved = false;

  constructor(host: LitElement, init: CredentialEditInit) {
    this.#host = host;
    this.#init = init;
    this.#localize = init.localize.with(sentences);
    this.#form = new DraftForm(host, { localize: this.#localize, unsupported: () => undefined });
    this.#grants = new GrantsLoader(host, this.#localize, () => (this.#form.dirty = true));
    this.#reader = new Reader(host, {
      done: (reading) => this.#show(reading),
      failed: (error) => (this.#error = error),
    });
    new LeaveGuard(host, { isNeeded: () => this.dirty, mayLeave: () => init.requestClose() });
    adoptStyles(host, [fieldStyles, choiceStyles, formStyles]);
  }

  /** Whether something would be lost now: what was entered, or changes that are on their way. */
  get dirty(): boolean {
    return this.#isBusy || this.#form.dirty;
  }

  /** Whether changes are on their way. */
  get sending(): boolean {
    return this.#isBusy;
  }

  /** Starts over with a credential as it is. */
  open(marketplace: Marketplace, id: string): Promise<void> {
    this.close();
    this.#id = id;
    return this.#read(marketplace);
  }

  /** Forgets what was entered. What is on its way still gets there, but is no longer of this form. */
  close(): void {
    this.stop();
    this.#opening = {};
    this.#reading = this.#base = this.#error = undefined;
    this.#isBusy = this.#saved = this.#isOutdated = false;
    this.#form.reset();
    this.#attempt.renew();
  }

  /** Goes on after the element was somewhere else, perhaps with another Marketplace. */
  resume(marketplace: Marketplace): void {
    this.#marketplace = marketplace;
    // What is being saved will say itself what it has become.
    if (!this.#isBusy) void this.#read(marketplace);
  }

  /** Reads it again, as after signing in again. What was entered stays. */
  refresh(): void {
    this.#form.clearError();
    if (this.#marketplace) this.resume(this.#marketplace);
  }

  /** Stops reading; what is being sent goes on. */
  stop(): void {
    this.#reader.stop();
  }

  /** Reads it again when an event may be about it. */
  hear({ subject, subjectId }: MarketplaceEvent): void {
    const isAbout = subjectId === this.#id || subject === 'clock';
    if (isAbout && this.#marketplace) this.resume(this.#marketplace);
  }

  #read(marketplace: Marketplace): Promise<void> {
    this.#marketplace = marketplace;
    return this.#reader.run(async (signal) => {
      const credential = await marketplace.credentials.get(this.#id, {}, { signal });
      const { application, environment, owner } = credential;
      const whose = application ? { applicationId: application.id } : { teamId: owner.id };
      const options = credential.grants
        ? await marketplace.credentials.options({ environment, ...whose }, { signal })
        : undefined;
      return { credential, grants: options?.grants };
    });
  }

  /** What was entered stays, and what nobody touched here follows. */
  #show(reading: Reading): void {
    this.#error = undefined;
    this.#reading = reading;
    const { credential, grants } = reading;
    if (!this.#form.dirty) {
      this.#form.reset();
      this.#grants.reset(credential.grants);
    }
    if (!this.#form.dirty || this.#isOutdated || !this.#isAtOdds(credential)) {
      this.#base = credential;
      this.#isOutdated = false;
      this.#form.suggest(credential.name);
      this.#grants.rebase(credential.grants);
    }
    if (credential.grants) this.#grants.define(grants ?? []);
  }

  /** Whether somebody else changed the very thing that was changed here. */
  #isAtOdds({ name, grants }: Credential): boolean {
    const isRenamed = this.#form.named && name !== this.#base?.name;
    return isRenamed || (this.#grants.changed && JSON.stringify(grants) !== JSON.stringify(this.#base?.grants));
  }

  readonly #handleSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const marketplace = this.#marketplace;
    const credential = this.#reading?.credential;
    if (this.#isBusy || !marketplace || !credential) return;
    const opening = this.#opening;
    this.#isBusy = true;
    this.#form.clearSummary();
    const problems = [...(await this.#form.check()), ...(credential.grants ? await this.#grants.check() : [])];
    if (opening !== this.#opening) return;
    if (problems.length === 0) await this.#save(marketplace, this.#base ?? credential);
    if (opening !== this.#opening) return;
    this.#isBusy = false;
    if (problems.length > 0) this.#form.showProblems(problems);
    this.#host.requestUpdate();
  };

  /** Grants that nobody changed here are not sent: they may have been changed elsewhere since. */
  async #save(marketplace: Marketplace, { id, name, version }: Credential): Promise<void> {
    const opening = this.#opening;
    const input: UpdateCredential = { name: this.#form.named ? this.#form.name : name };
    if (this.#grants.changed) input.grants = this.#grants.choices;
    if (!this.#host.dispatchEvent(new CredentialUpdateEvent({ credentialId: id, input }))) return;
    this.#host.requestUpdate();
    this.#init.announcer.announce(this.#localize.term('editSaving'));
    try {
      const options = { idempotencyKey: this.#attempt.keyFor({ version, input }), ifMatch: version };
      const credential = await marketplace.credentials.update(id, input, options);
      if (opening === this.#opening) this.#showSaved(credential);
      this.#host.dispatchEvent(new CredentialUpdatedEvent({ credential }));
    } catch (error) {
      if (opening === this.#opening) this.#showRefusal(error);
      this.#host.dispatchEvent(new CredentialUpdateFailedEvent({ credentialId: id, input, error }));
    }
  }

  #showSaved(credential: Credential): void {
    // What was read before it was saved is older.
    this.#reader.stop();
    this.#form.dirty = false;
    this.#saved = true;
    this.#attempt.renew();
    this.#show({ credential, grants: this.#reading?.grants });
    this.#init.announcer.announce(this.#localize.term('editSaved', credential.name));
  }

  /** It may have moved on: once that is said, what is sent next is based on what it is now. */
  #showRefusal(error: unknown): void {
    this.#form.showRefusal(error, (problem) => this.#grants.place(problem, () => this.#form.sentence(problem)));
    this.#isOutdated ||= (error as Partial<ApiError>).code === 'precondition-failed';
    if (this.#marketplace) void this.#read(this.#marketplace);
  }

  /** The form, for the host's template; nothing until the credential is read. */
  render(): TemplateResult | undefined {
    if (isNotFound(this.#error)) return html`<p>${this.#localize.term('editGone')}</p>`;
    const error = this.#error === undefined ? nothing : this.#renderError();
    if (!this.#reading) return error === nothing ? undefined : html`${error}`;
    const { credential } = this.#reading;
    const action = credential.actions.find((one) => one.action === 'update');
    return html`<form part="form" novalidate @submit=${this.#handleSubmit}>
      <div class="header">
        <h2 id="heading" tabindex="-1">${this.#localize.term('editCredential')}</h2>
        <p class="muted">${this.#localize.term('editKeeps')}</p>
        <slot name="help"></slot>
      </div>
      ${this.#form.renderSummary()} ${error}
      ${action?.allowed ? this.#renderFields(credential) : this.#renderBlocked(action?.reason)}
    </form>`;
  }

  #renderFields({ grants, transition }: Credential): TemplateResult {
    const isUpdating = this.#saved && transition === 'updating';
    return html`<div class="fields" ?inert=${this.#isBusy}>
        ${isUpdating ? html`<p class="muted">${this.#localize.term('editUpdating')}</p>` : nothing}
        ${this.#form.renderName()} ${grants ? this.#grants.render() : nothing}
      </div>
      ${renderFooter({
        sending: this.#isBusy,
        hint: this.#localize.term('editSaving'),
        label: this.#localize.term('editSave'),
      })}`;
  }

  #renderBlocked(reason: string | undefined): TemplateResult {
    return html`<div class="notice caution" part="blocked">
      ${alertIcon()}
      <div>
        <p><strong>${this.#localize.term('editBlocked')}</strong></p>
        <p>${describeReason(this.#localize, reason)}</p>
      </div>
    </div>`;
  }

  #renderError(): TemplateResult {
    const retry = (): void => void (this.#marketplace && this.#read(this.#marketplace));
    return errorPanel(this.#localize, this.#error, retry, this.#reader.busy);
  }
}
