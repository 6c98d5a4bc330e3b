import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Credential } from '../../contract/credential.js';
import type { CreateCredential } from '../../contract/credential-params.js';
import type { MarketplaceEvent } from '../../contract/event.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { common } from '../../locales/en/common.js';
import { credentialBlocked } from '../../locales/en/credential-blocked.js';
import { credentialForm } from '../../locales/en/credential-form.js';
import { form } from '../../locales/en/form.js';
import { reasons } from '../../locales/en/reasons.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Announcer } from '../shared/announcer.js';
import { blockedView, isGated } from '../shared/credential/blocked-view.js';
import { errorPanel } from '../shared/error-panel.js';
import { Attempt } from '../shared/form/attempt.js';
import { clip } from '../shared/form/clip.js';
import { DraftForm, type FieldMessage } from '../shared/form/draft-form.js';
import { FormUnsupportedEvent } from '../shared/form/form-unsupported-event.js';
import { LeaveGuard } from '../shared/form/leave-guard.js';
import type { Localize } from '../shared/localize.js';
import { choiceStyles } from '../shared/styles/choice.styles.js';
import { fieldStyles } from '../shared/styles/field.styles.js';
import { formStyles } from '../shared/styles/form.styles.js';
import {
  labels,
  reasonText,
  renderChoices,
  renderExisting,
  renderLifetimes,
  renderTypes,
  secretSentence,
  type ChoiceView,
  type FieldKind,
  type FormWords,
} from './choice-fields.js';
import type { CreatedCredential, CreatedHow } from './created-credential.js';
import { CredentialChoices, type GivenChoices } from './credential-choices.js';
import {
  CredentialCreateEvent,
  CredentialCreateFailedEvent,
  CredentialCreatedEvent,
} from './credential-form-events.js';
import { extendCredential } from './extend-credential.js';
import { GateLoader } from './gate-loader.js';
import { renderFooter } from './form-footer.js';
import { GrantsLoader } from './grants-loader.js';

const sentences = { ...reasons, ...form, ...credentialBlocked, ...credentialForm };

/** What a draft needs of the element that shows it. */
export interface CredentialDraftInit {
  localize: Localize<typeof common>;
  announcer: Announcer;
  /** Asks whether the form may be left. */
  requestClose(): Promise<boolean>;
  /** The marketplace has taken it; the class that shows it from then on is loaded already. */
  created(credential: Credential, Created: typeof CreatedCredential, how: CreatedHow): void;
}

/** Filling in; being checked before it is sent; on its way. */
type Phase = 'editing' | 'checking' | 'sending';

const pointers: Readonly<Record<string, FieldKind>> = {
  '/environment': 'environment',
  '/teamId': 'team',
  '/applicationId': 'application',
  '/resourceId': 'resource',
  '/resourceIds': 'existing',
  '/typeId': 'type',
  '/lifetimeMs': 'lifetime',
};

/**
 * A credential in the making: what is chosen, named and answered, until the marketplace has taken it (SPEC C2).
 * Rendered into the host's own shadow root; loaded when there is one to fill in. What was entered survives everything
 * but {@link open}.
 */
export class CredentialDraft {
  readonly #host: LitElement;
  readonly #init: CredentialDraftInit;
  readonly #localize: FormWords;
  readonly #choices: CredentialChoices;
  readonly #form: DraftForm;
  readonly #grants: GrantsLoader;
  readonly #gate: GateLoader;
  readonly #attempt = new Attempt();
  #marketplace: Marketplace | undefined;
  /** Which opening this is: what comes of one that is over is told, but changes nothing here. */
  #opening = {};
  #phase: Phase = 'editing';
  #problems = new Map<FieldKind, () => string>();

  constructor(host: LitElement, init: CredentialDraftInit) {
    this.#host = host;
    this.#init = init;
    this.#localize = init.localize.with(sentences);
    this.#choices = new CredentialChoices(host);
    this.#form = new DraftForm(host, {
      localize: this.#localize,
      unsupported: (found) => host.dispatchEvent(new FormUnsupportedEvent({ found })),
    });
    this.#gate = new GateLoader(host, {
      localize: init.localize,
      announcer: init.announcer,
      changed: () => void this.#choices.refresh(),
    });
    this.#grants = new GrantsLoader(host, this.#localize, () => (this.#form.dirty = true));
    new LeaveGuard(host, { isNeeded: () => this.dirty, mayLeave: () => init.requestClose() });
    adoptStyles(host, [fieldStyles, choiceStyles, formStyles]);
  }

  /** Whether something would be lost now: what was entered, or a credential that is on its way. */
  get dirty(): boolean {
    return this.sending || this.#form.dirty;
  }

  get sending(): boolean {
    return this.#phase === 'sending';
  }

  /** Why no credential can be created with what is chosen. */
  get blocked(): string | undefined {
    return this.#choices.blocked;
  }

  /** Starts over, with an empty form. */
  open(marketplace: Marketplace, given: GivenChoices): Promise<void> {
    this.close();
    this.#marketplace = marketplace;
    return this.#choices.open(marketplace, given);
  }

  /** Forgets what was entered. What is on its way still gets there, but is no longer of this form. */
  close(): void {
    this.stop();
    this.#opening = {};
    this.#phase = 'editing';
    this.#problems.clear();
    this.#attempt.renew();
    this.#form.reset();
    this.#grants.reset();
    this.#gate.reset();
  }

  /** Reads again what can be chosen, as after signing in again. What was entered stays. */
  refresh(): void {
    this.#form.clearError();
    if (this.#marketplace) this.resume(this.#marketplace);
  }

  /** Goes on after the element was somewhere else, perhaps with another Marketplace. */
  resume(marketplace: Marketplace): void {
    this.#marketplace = marketplace;
    this.#gate.refresh(marketplace);
    void this.#choices.resume(marketplace);
  }

  /** Stops reading; what is being sent goes on. */
  stop(): void {
    this.#choices.stop();
  }

  /** What can be chosen may have changed: access that was granted, a place that has become free. */
  hear({ subject, removed }: MarketplaceEvent): void {
    if (subject === 'resource' && this.#marketplace) this.#gate.refresh(this.#marketplace);
    if (this.#phase === 'editing' && (subject !== 'credential' || removed)) void this.#choices.refresh();
  }

  get #view(): ChoiceView {
    return {
      localize: this.#localize,
      choices: this.#choices,
      now: this.#marketplace?.now() ?? 0,
      problemOf: (kind) => this.#problems.get(kind)?.(),
      choosing: (kind, choose) => (value) => {
        this.#form.dirty = true;
        this.#problems.delete(kind);
        choose(value);
      },
    };
  }

  #refuse(kind: FieldKind, message: () => string): FieldMessage {
    this.#problems.set(kind, message);
    // What the page has chosen, or what chose itself, has no control to go to.
    const controlId = this.#host.renderRoot.querySelector(`#${kind}`) ? kind : '';
    return this.#form.message(controlId, labels[kind], message);
  }

  async #checkChoices(): Promise<FieldMessage[]> {
    this.#problems.clear();
    const { options, existing, type, choice } = this.#choices;
    if (!options || existing) return [];
    const missing = (kind: FieldKind): FieldMessage[] => [this.#refuse(kind, () => this.#localize.term('formChoose'))];
    return [
      ...(this.#choices.lacksTeam ? missing('team') : []),
      ...(options.needsApplication && !choice.applicationId ? missing('application') : []),
      ...(!options.grants && !choice.resourceId ? missing('resource') : []),
      ...(type ? [] : missing('type')),
      ...(options.grants ? await this.#grants.check() : []),
    ];
  }

  readonly #handleSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const marketplace = this.#marketplace;
    if (this.#phase !== 'editing' || !marketplace) return;
    this.#phase = 'checking';
    this.#form.clearSummary();
    const opening = this.#opening;
    const { existing } = this.#choices;
    const problems = [...(await this.#checkChoices()), ...(existing ? [] : await this.#form.check())];
    if (opening !== this.#opening) return;
    if (problems.length > 0) {
      this.#stay();
      this.#form.showProblems(problems);
    } else if (existing) await this.#extend(marketplace, existing.id);
    else await this.#create(marketplace);
  };

  get #input(): CreateCredential {
    const { name, data } = this.#form;
    const { choice, options, type, lifetimeMs } = this.#choices;
    const { environment, teamId, applicationId, resourceId } = choice;
    const input: CreateCredential = { name, typeId: type?.id ?? '', data };
    if (options?.needsApplication) input.applicationId = applicationId;
    else if (teamId !== undefined) input.teamId = teamId;
    if (environment !== undefined) input.environment = environment;
    if (options?.grants) input.grants = this.#grants.choices;
    else input.resourceId = resourceId;
    if (lifetimeMs !== undefined) input.lifetimeMs = lifetimeMs;
    return input;
  }

  async #create(marketplace: Marketplace): Promise<void> {
    const input = this.#input;
    if (!this.#host.dispatchEvent(new CredentialCreateEvent({ input }))) return this.#stay();
    const opening = this.#opening;
    const idempotencyKey = this.#attempt.keyFor(input);
    await this.#send('newCredentialCreating', async (Created) => {
      try {
        const credential = await marketplace.credentials.create(input, { idempotencyKey });
        this.#done(opening);
        this.#host.dispatchEvent(new CredentialCreatedEvent({ credential }));
        if (opening === this.#opening) this.#init.created(credential, Created, 'created');
      } catch (error) {
        this.#refused(opening, error);
        this.#host.dispatchEvent(new CredentialCreateFailedEvent({ input, error }));
      }
    });
  }

  async #extend(marketplace: Marketplace, credentialId: string): Promise<void> {
    const opening = this.#opening;
    const { resourceId = '' } = this.#choices.choice;
    await this.#send('newCredentialExtending', async (Created) => {
      const credential = await extendCredential(this.#host, marketplace, { credentialId, resourceId }, this.#attempt);
      if (opening !== this.#opening) return;
      if (!credential) return this.#stay();
      this.#done(opening);
      this.#init.created(credential, Created, 'extended');
    });
  }

  /** Loads first what shows it afterwards: once it is there, nothing may keep it from being shown. */
  async #send(
    announcement: 'newCredentialCreating' | 'newCredentialExtending',
    send: (Created: typeof CreatedCredential) => Promise<void>,
  ): Promise<void> {
    const opening = this.#opening;
    this.#phase = 'sending';
    this.#host.requestUpdate();
    this.#init.announcer.announce(this.#localize.term(announcement));
    try {
      const { CreatedCredential } = await import('./created-credential.js');
      await send(CreatedCredential);
    } catch (error) {
      this.#refused(opening, error);
    }
  }

  #done(opening: object): void {
    if (opening !== this.#opening) return;
    this.#phase = 'editing';
    this.#form.reset();
    this.#attempt.renew();
  }

  #refused(opening: object, error: unknown): void {
    if (opening !== this.#opening) return;
    this.#stay();
    this.#form.showRefusal(error, (problem) => {
      // Into `/resourceIds`, which is one choice here.
      const kind = pointers[problem.pointer.replace(/^(\/resourceIds)\/\d+$/, '$1')];
      const message = (): string => this.#form.sentence(problem);
      return kind ? this.#refuse(kind, message) : this.#grants.place(problem, message);
    });
  }

  #stay(): void {
    this.#phase = 'editing';
    this.#host.requestUpdate();
  }

  readonly #handleRetry = (): void => void this.#choices.refresh();

  /** The form, for the host's template; nothing until it is known what can be chosen. */
  render(): TemplateResult | undefined {
    const { options, type, error } = this.#choices;
    if (!options) return error === undefined ? undefined : this.#renderError(error);
    const owner = this.#application?.name ?? this.#resource?.name;
    const kind = type?.name ?? '';
    this.#form.suggest(
      owner === undefined || !type ? (owner ?? kind) : this.#localize.term('newCredentialName', owner, kind),
      options.existing.map(({ name }) => name),
    );
    this.#form.ask(type?.form);
    if (options.grants) this.#grants.define(options.grants);
    const closed = this.#choices.closedResourceId;
    if (closed !== undefined && this.#marketplace) this.#gate.show(this.#marketplace, closed);
    return this.#renderForm();
  }

  get #application(): { name: string } | undefined {
    const { options, choice } = this.#choices;
    return options?.applications.find(({ id }) => id === choice.applicationId);
  }

  /** The resource whose gate is shown, if it has one. */
  get #gateId(): string | undefined {
    return this.#choices.closedResourceId ?? this.#choices.choice.resourceId;
  }

  get #resource(): { name: string; reason?: string | undefined } | undefined {
    const { options, choice } = this.#choices;
    return options?.resources.find(({ id }) => id === choice.resourceId);
  }

  #renderForm(): TemplateResult {
    const { error, options } = this.#choices;
    const isWhole = options !== undefined && !isGated(options);
    return html`<form part="form" novalidate @submit=${this.#handleSubmit}>
      ${this.#renderHeader()} ${this.#form.renderSummary()} ${error ? this.#renderError(error) : nothing}
      <div class="fields" ?inert=${this.sending}>
        ${renderChoices(this.#view)} ${this.#renderBlocked()} ${this.#gate.render(this.#gateId)}
        ${isWhole ? this.#renderRest() : nothing}
      </div>
      ${this.#isUsable ? this.#renderFooter() : nothing}
    </form>`;
  }

  #renderHeader(): TemplateResult {
    const [application, resource] = [this.#application, this.#resource];
    const subject =
      application && resource
        ? this.#localize.term('newCredentialFor', clip(resource.name), clip(application.name))
        : resource && this.#localize.term('newCredentialForApi', clip(resource.name));
    return html`<div class="header">
      <h2 id="heading" tabindex="-1">${this.#localize.term('newCredential')}</h2>
      ${subject ? html`<p class="muted">${subject}</p>` : nothing}
      <slot name="help"></slot>
    </div>`;
  }

  #renderError(error: unknown): TemplateResult {
    return errorPanel(this.#localize, error, this.#handleRetry, this.#choices.busy);
  }

  /** Whether there is something to create with what is chosen so far. */
  get #isUsable(): boolean {
    const { options, choice, types, blocked, lacksTeam } = this.#choices;
    if (!options || blocked !== undefined || lacksTeam || types.length === 0) return false;
    return options.grants !== undefined || choice.resourceId !== undefined;
  }

  /** Why no credential can be created with what is chosen; the choice itself says what is still to be chosen. */
  #renderBlocked(): TemplateResult | typeof nothing {
    const { options, blocked } = this.#choices;
    if (!options || blocked === undefined || blocked === 'environment-required') return nothing;
    const reason = this.#resource?.reason;
    // Where the resource says nothing else, there is more to say than its word.
    const says = reason === undefined || reason === blocked ? undefined : reasonText(this.#localize, reason);
    const message = options.message ?? says;
    return blockedView(this.#localize, { ...options, blocked, message });
  }

  #renderRest(): unknown {
    const { options, choice, types, type, existing, blocked } = this.#choices;
    if (!this.#isUsable) {
      const isEmpty = blocked === undefined && choice.resourceId !== undefined && types.length === 0;
      return isEmpty ? html`<p class="muted">${this.#localize.term('newCredentialNoTypes')}</p>` : nothing;
    }
    if (existing) return renderExisting(this.#view);
    const secret = type ? secretSentence(this.#localize, type) : '';
    return html`${renderExisting(this.#view)} ${renderTypes(this.#view)}
    ${options?.grants ? this.#grants.render() : nothing}
    ${this.#form.renderName(this.#localize.term('newCredentialNameHelp'))} ${this.#form.renderFields()}
    ${renderLifetimes(this.#view)} ${secret ? html`<p class="muted">${secret}</p>` : nothing}`;
  }

  #renderFooter(): TemplateResult {
    const { existing } = this.#choices;
    return renderFooter({
      sending: this.sending,
      hint: this.#localize.term(existing ? 'newCredentialExtending' : 'newCredentialCreating'),
      label: this.#localize.term(existing ? 'newCredentialExtend' : 'newCredentialCreate'),
    });
  }
}
