import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { CreateCredential, Credential } from '../../contract/credential.js';
import type { MarketplaceEvent } from '../../contract/event.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { common } from '../../locales/en/common.js';
import { credentialForm } from '../../locales/en/credential-form.js';
import { form } from '../../locales/en/form.js';
import { reasons } from '../../locales/en/reasons.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Announcer } from '../shared/announcer.js';
import { describeReason } from '../shared/describe-error.js';
import { errorPanel } from '../shared/error-panel.js';
import { Attempt } from '../shared/form/attempt.js';
import { DraftForm, type FieldMessage } from '../shared/form/draft-form.js';
import { renderFieldset } from '../shared/form/field.js';
import { FormUnsupportedEvent } from '../shared/form/form-unsupported-event.js';
import { LeaveGuard } from '../shared/form/leave-guard.js';
import { renderOptions, type ChoiceOption } from '../shared/form/options.js';
import { alertIcon, progressIcon } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';
import { fieldStyles } from '../shared/styles/field.styles.js';
import { formStyles } from '../shared/styles/form.styles.js';
import type { CreatedCredential } from './created-credential.js';
import { CredentialChoices } from './credential-choices.js';
import {
  CredentialCreateEvent,
  CredentialCreateFailedEvent,
  CredentialCreatedEvent,
} from './credential-form-events.js';

const sentences = { ...reasons, ...form, ...credentialForm };

/** What a draft needs of the element that shows it. */
export interface CredentialDraftInit {
  localize: Localize<typeof common>;
  announcer: Announcer;
  /** The marketplace has taken it; the class that shows it from then on is loaded already. */
  created(credential: Credential, Created: typeof CreatedCredential): void;
}

/** Filling in; being checked before it is sent; on its way. */
type Phase = 'editing' | 'checking' | 'sending';

type ChoiceKind = 'resource' | 'type';

const pointers: Readonly<Record<string, ChoiceKind>> = { '/resourceId': 'resource', '/typeId': 'type' };

/**
 * A credential in the making: what is chosen, named and answered, until the marketplace has taken it (SPEC C2).
 * Rendered into the host's own shadow root; loaded when there is one to fill in. What was entered survives everything
 * but {@link open}.
 */
export class CredentialDraft {
  readonly #host: LitElement;
  readonly #init: CredentialDraftInit;
  readonly #localize: Localize<typeof common & typeof sentences>;
  readonly #choices: CredentialChoices;
  readonly #form: DraftForm;
  readonly #attempt = new Attempt();
  #marketplace: Marketplace | undefined;
  #applicationId = '';
  /** Whether the resource was given, so that it is not asked for. */
  #fixed = false;
  #phase: Phase = 'editing';
  #problems = new Map<ChoiceKind, string>();

  constructor(host: LitElement, init: CredentialDraftInit) {
    this.#host = host;
    this.#init = init;
    this.#localize = init.localize.with(sentences);
    this.#choices = new CredentialChoices(host);
    this.#form = new DraftForm(host, {
      localize: this.#localize,
      unsupported: (found) => host.dispatchEvent(new FormUnsupportedEvent({ found })),
    });
    new LeaveGuard(host, () => this.dirty);
    adoptStyles(host, [fieldStyles, formStyles]);
  }

  /** Whether something would be lost now: what was entered, or a credential that is on its way. */
  get dirty(): boolean {
    return this.#phase === 'sending' || this.#form.dirty;
  }

  /** Whether the application has access to nothing a credential could be created for. */
  get lacksAccess(): boolean {
    return this.#choices.resources?.every(({ allowed }) => !allowed) ?? false;
  }

  /** Starts over, with an empty form. */
  open(marketplace: Marketplace, applicationId: string, resourceId: string | undefined): Promise<void> {
    this.#marketplace = marketplace;
    this.#applicationId = applicationId;
    this.#fixed = resourceId !== undefined;
    this.#phase = 'editing';
    this.#problems.clear();
    this.#attempt.renew();
    this.#form.reset();
    return this.#choices.open(marketplace, applicationId, resourceId);
  }

  /** Goes on after the element was somewhere else, perhaps with another Marketplace. */
  resume(marketplace: Marketplace): void {
    this.#marketplace = marketplace;
    void this.#choices.resume(marketplace);
  }

  /** Stops reading; what is being sent goes on. */
  stop(): void {
    this.#choices.stop();
  }

  /** Access may have been granted or taken back. */
  hear({ subject }: MarketplaceEvent): void {
    if (this.#phase === 'editing' && subject !== 'credential') void this.#choices.refresh();
  }

  readonly #chooseResource = (id: string): void => {
    this.#form.dirty = true;
    this.#problems.delete('resource');
    void this.#choices.chooseResource(id);
  };

  readonly #chooseType = (id: string): void => {
    this.#form.dirty = true;
    this.#problems.delete('type');
    this.#choices.chooseType(id);
  };

  #refuseChoice(kind: ChoiceKind, message: string): FieldMessage {
    this.#problems.set(kind, message);
    const label = this.#localize.term(kind === 'type' ? 'newCredentialType' : 'newCredentialResource');
    return { controlId: kind, label, message };
  }

  #checkChoices(): FieldMessage[] {
    this.#problems.clear();
    const message = this.#localize.term('formChoose');
    if (!this.#choices.option?.allowed) return [this.#refuseChoice('resource', message)];
    return this.#choices.type ? [] : [this.#refuseChoice('type', message)];
  }

  readonly #handleSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const marketplace = this.#marketplace;
    if (this.#phase !== 'editing' || !marketplace) return;
    this.#phase = 'checking';
    this.#form.clearSummary();
    const problems = [...this.#checkChoices(), ...(await this.#form.check())];
    if (problems.length > 0) {
      this.#stay();
      this.#form.showProblems(problems);
    } else await this.#create(marketplace);
  };

  async #create(marketplace: Marketplace): Promise<void> {
    const { name, data } = this.#form;
    const { resourceId = '', type } = this.#choices;
    const input: CreateCredential = {
      name,
      applicationId: this.#applicationId,
      resourceId,
      typeId: type?.id ?? '',
      data,
    };
    if (!this.#host.dispatchEvent(new CredentialCreateEvent({ input }))) return this.#stay();
    this.#phase = 'sending';
    this.#host.requestUpdate();
    this.#init.announcer.announce(this.#localize.term('newCredentialCreating'));
    try {
      // Loaded first: once the credential is there, nothing may keep it from being shown.
      const { CreatedCredential } = await import('./created-credential.js');
      const idempotencyKey = this.#attempt.keyFor(input);
      const credential = await marketplace.credentials.create(input, { idempotencyKey });
      this.#phase = 'editing';
      this.#form.reset();
      this.#host.dispatchEvent(new CredentialCreatedEvent({ credential }));
      this.#init.created(credential, CreatedCredential);
    } catch (error) {
      this.#stay();
      this.#form.showRefusal(error, ({ pointer, detail }) => {
        const kind = pointers[pointer];
        return kind && this.#refuseChoice(kind, detail);
      });
      this.#host.dispatchEvent(new CredentialCreateFailedEvent({ input, error }));
    }
  }

  #stay(): void {
    this.#phase = 'editing';
    this.#host.requestUpdate();
  }

  readonly #handleRetry = (): void => void this.#choices.refresh();

  /** The form, for the host's template; nothing until it is known what can be chosen. */
  render(): TemplateResult | undefined {
    const { application, type, resources, error } = this.#choices;
    if (!resources || !application) return error === undefined ? undefined : this.#renderError(error);
    this.#form.suggest(type ? this.#localize.term('newCredentialName', application.name, type.name) : application.name);
    this.#form.ask(type?.form);
    return this.#renderForm();
  }

  #renderForm(): TemplateResult {
    const { option, resource, application, error } = this.#choices;
    const sending = this.#phase === 'sending';
    const usable = option?.allowed && resource && resource.credentialTypes.length > 0;
    return html`<form part="form" novalidate @submit=${this.#handleSubmit}>
      <div class="header">
        <h2 id="heading" tabindex="-1">${this.#localize.term('newCredential')}</h2>
        ${
          application && option
            ? html`<p class="muted">${this.#localize.term('newCredentialFor', option.name, application.name)}</p>`
            : nothing
        }
      </div>
      ${this.#form.renderSummary()} ${error ? this.#renderError(error) : nothing}
      <div class="fields" ?inert=${sending}>
        ${this.#renderResources()} ${this.#renderObstacle()}
        ${
          usable
            ? html`${this.#renderTypes()} ${this.#form.renderName(this.#localize.term('newCredentialNameHelp'))}
              ${this.#form.renderFields()}`
            : nothing
        }
      </div>
      ${
        usable
          ? html`<div class="footer">
              ${sending ? html`<p class="muted">${this.#localize.term('newCredentialCreating')}</p>` : nothing}
              <div class="actions">
                <button class="button primary" part="submit-button" aria-disabled=${sending} aria-busy=${sending}>
                  <span class="progress spin">${progressIcon()}</span>
                  ${this.#localize.term('newCredentialCreate')}
                </button>
              </div>
            </div>`
          : nothing
      }
    </form>`;
  }

  #renderError(error: unknown): TemplateResult {
    return errorPanel(this.#localize, error, this.#handleRetry, this.#choices.busy);
  }

  #renderResources(): TemplateResult | typeof nothing {
    const { resources = [], resourceId } = this.#choices;
    if (this.#fixed || resources.length < 2) return nothing;
    const options = resources.map(({ reason, ...option }): ChoiceOption => {
      return { ...option, lines: [], reason: option.allowed ? undefined : this.#reasonText(reason) };
    });
    return renderFieldset(
      {
        id: 'resource',
        label: this.#localize.term('newCredentialResource'),
        help: this.#localize.term('newCredentialResourceHelp'),
        problem: this.#problems.get('resource'),
      },
      renderOptions({ name: 'resource', options, chosen: resourceId, choose: this.#chooseResource }),
    );
  }

  /** Why no credential can be created now; nothing while one can, or something is left to choose. */
  #renderObstacle(): TemplateResult | typeof nothing {
    const { resources = [], resource, option } = this.#choices;
    if (resources.some(({ allowed }) => allowed)) {
      if (!resource || resource.credentialTypes.length > 0 || !option?.allowed) return nothing;
      return html`<p class="muted">${this.#localize.term('newCredentialNoTypes')}</p>`;
    }
    const reason = (option ?? resources[0])?.reason;
    return html`<div class="notice caution" part="blocked">
      ${alertIcon()}
      <div>
        <p><strong>${this.#localize.term('newCredentialNoAccess')}</strong></p>
        <p>${reason ? this.#reasonText(reason) : this.#localize.term('newCredentialNoAccessHint')}</p>
      </div>
    </div>`;
  }

  #reasonText(reason = ''): string {
    return this.#localize.find(`newCredential-${reason}`) ?? describeReason(this.#localize, reason);
  }

  #renderTypes(): TemplateResult {
    const { resource, type } = this.#choices;
    const types = resource?.credentialTypes ?? [];
    const frame = {
      id: 'type',
      label: this.#localize.term('newCredentialType'),
      help: types.length === 1 ? this.#localize.term('newCredentialOnlyType') : undefined,
      problem: this.#problems.get('type'),
    };
    const options = types.map(({ id, name, description }): ChoiceOption => {
      return { id, name, allowed: true, lines: description ? [description] : [] };
    });
    return renderFieldset(frame, renderOptions({ name: 'type', options, chosen: type?.id, choose: this.#chooseType }));
  }
}
