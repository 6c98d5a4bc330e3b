import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { AccessChoice, AccessOptions } from '../../contract/access-options.js';
import type { AccessRequest, CreateAccessRequest } from '../../contract/access-request.js';
import type { ApiError } from '../../contract/error.js';
import type { MarketplaceEvent } from '../../contract/event.js';
import type { Marketplace } from '../../contract/marketplace.js';
import { accessRequestForm } from '../../locales/en/access-request-form.js';
import { accessStates } from '../../locales/en/access-states.js';
import type { common } from '../../locales/en/common.js';
import { form } from '../../locales/en/form.js';
import { reasons } from '../../locales/en/reasons.js';
import {
  AccessRequestCreateEvent,
  AccessRequestCreatedEvent,
  AccessRequestFailedEvent,
  AccessRequestOpenEvent,
  AccessRequestUpdateEvent,
  AccessRequestUpdatedEvent,
} from '../shared/access/access-request-events.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Announcer } from '../shared/announcer.js';
import { errorPanel } from '../shared/error-panel.js';
import { Attempt } from '../shared/form/attempt.js';
import { DraftForm, type FieldMessage } from '../shared/form/draft-form.js';
import { FormUnsupportedEvent } from '../shared/form/form-unsupported-event.js';
import { LeaveGuard } from '../shared/form/leave-guard.js';
import type { Localize } from '../shared/localize.js';
import { fieldStyles } from '../shared/styles/field.styles.js';
import { formStyles } from '../shared/styles/form.styles.js';
import { AccessChoices, type ChoiceKind } from './access-choices.js';
import { renderChoices } from './choice-fields.js';
import { renderBlocked, renderFooter, renderHeader, renderStale } from './form-parts.js';

const sentences = { ...reasons, ...form, ...accessStates, ...accessRequestForm };

/** What a draft needs of the element that shows it. */
export interface RequestDraftInit {
  localize: Localize<typeof common>;
  announcer: Announcer;
  /** A request was sent and taken. */
  sent(request: AccessRequest): Promise<void>;
  /** A rejected request is left as it was. */
  cancel(): void;
  /** Another request is to be shown. */
  view(requestId: string): void;
}

/** What the request is for: an API, with what is chosen beforehand; or a rejected request that is to be changed. */
export type RequestSubject = { resourceId: string; choice: AccessChoice } | { rejected: AccessRequest };

/** Filling in; being checked before it is sent; on its way. */
type Phase = 'editing' | 'checking' | 'sending';

const pointers: Readonly<Record<string, ChoiceKind>> = {
  '/subscriptionId': 'subscription',
  '/applicationId': 'application',
};

/**
 * A request in the making: what is chosen, named and answered, until the marketplace has taken it (SPEC A2 to A7).
 * Rendered into the host's own shadow root; loaded when there is one to fill in. What was entered survives everything
 * but {@link open}.
 */
export class RequestDraft {
  readonly #host: LitElement;
  readonly #init: RequestDraftInit;
  readonly #localize: Localize<typeof common & typeof sentences>;
  readonly #choices: AccessChoices;
  readonly #form: DraftForm;
  readonly #attempt = new Attempt();
  #marketplace: Marketplace | undefined;
  #subject: RequestSubject | undefined;
  #phase: Phase = 'editing';
  #problems = new Map<ChoiceKind, string>();

  constructor(host: LitElement, init: RequestDraftInit) {
    this.#host = host;
    this.#init = init;
    this.#localize = init.localize.with(sentences);
    this.#choices = new AccessChoices(host);
    this.#form = new DraftForm(host, {
      localize: this.#localize,
      unsupported: (found) => host.dispatchEvent(new FormUnsupportedEvent({ found })),
    });
    new LeaveGuard(host, () => this.dirty);
    adoptStyles(host, [fieldStyles, formStyles]);
  }

  /** Whether something would be lost now: what was entered, or a request that is on its way. */
  get dirty(): boolean {
    return this.#phase === 'sending' || this.#form.dirty;
  }

  /** Starts over, for another request. */
  async open(marketplace: Marketplace, subject: RequestSubject): Promise<void> {
    this.#marketplace = marketplace;
    this.#subject = subject;
    this.#phase = 'editing';
    this.#problems.clear();
    this.#attempt.renew();
    if ('rejected' in subject) {
      const { name, data, resource } = subject.rejected;
      this.#form.reset(name, data);
      await this.#choices.open(marketplace, resource.id, {});
    } else {
      this.#form.reset();
      await this.#choices.open(marketplace, subject.resourceId, subject.choice);
    }
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

  /** What is possible may have changed: an approval, a duplicate, a new application. */
  hear({ subject }: MarketplaceEvent): void {
    if (this.#phase === 'editing' && subject !== 'credential') void this.#choices.refresh();
  }

  get #rejected(): AccessRequest | undefined {
    return this.#subject && 'rejected' in this.#subject ? this.#subject.rejected : undefined;
  }

  #suggestedName({ resource, applications }: AccessOptions): string {
    const application = applications.find(({ id }) => id === this.#choices.choice.applicationId);
    return application ? this.#localize.term('requestNameFor', resource.name, application.name) : resource.name;
  }

  readonly #choose = (kind: ChoiceKind, id: string): void => {
    this.#form.dirty = true;
    this.#problems.delete(kind);
    void this.#choices.choose(kind, id);
  };

  readonly #view = (requestId: string): void => {
    if (this.#host.dispatchEvent(new AccessRequestOpenEvent({ requestId }))) this.#init.view(requestId);
  };

  #checkChoices(): FieldMessage[] {
    this.#problems.clear();
    if (this.#rejected) return [];
    const missing = (['subscription', 'application'] as const).filter((kind) => !this.#choices.choice[`${kind}Id`]);
    return missing.map((kind) => this.#refuseChoice(kind, this.#localize.term('formChoose')));
  }

  #refuseChoice(kind: ChoiceKind, message: string): FieldMessage {
    this.#problems.set(kind, message);
    const label = this.#localize.term(kind === 'subscription' ? 'requestSubscription' : 'requestApplication');
    return { controlId: kind, label, message };
  }

  readonly #handleSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const marketplace = this.#marketplace;
    if (this.#phase !== 'editing' || !marketplace) return;
    this.#phase = 'checking';
    this.#form.clearSummary();
    await this.#choices.judged();
    const problems = [...this.#checkChoices(), ...(await this.#form.check())];
    if (problems.length > 0) {
      this.#stay();
      this.#form.showProblems(problems);
    } else if (this.#rejected) await this.#sendAgain(marketplace, this.#rejected);
    else await this.#send(marketplace);
  };

  async #send(marketplace: Marketplace): Promise<void> {
    const { subscriptionId = '', applicationId = '' } = this.#choices.choice;
    const { name, data } = this.#form;
    const input: CreateAccessRequest = {
      name,
      resourceId: this.#choices.resourceId,
      subscriptionId,
      applicationId,
      data,
    };
    if (!this.#host.dispatchEvent(new AccessRequestCreateEvent({ input }))) return this.#stay();
    const idempotencyKey = this.#attempt.keyFor(input);
    await this.#deliver('create', () => marketplace.accessRequests.create(input, { idempotencyKey }));
  }

  async #sendAgain(marketplace: Marketplace, request: AccessRequest): Promise<void> {
    const { name, data } = this.#form;
    const input = { name, data };
    if (!this.#host.dispatchEvent(new AccessRequestUpdateEvent({ request, input }))) return this.#stay();
    const options = { idempotencyKey: this.#attempt.keyFor(input), ifMatch: request.version };
    await this.#deliver('update', () => marketplace.accessRequests.update(request.id, input, options));
  }

  /** Sends, and either hands over what came of it or shows why it was refused, with everything still there. */
  async #deliver(action: 'create' | 'update', send: () => Promise<AccessRequest>): Promise<void> {
    this.#phase = 'sending';
    this.#host.requestUpdate();
    this.#init.announcer.announce(this.#localize.term('requestSending'));
    let request: AccessRequest;
    try {
      request = await send();
    } catch (error) {
      this.#refuse(action, error);
      return;
    }
    const Sent = action === 'create' ? AccessRequestCreatedEvent : AccessRequestUpdatedEvent;
    this.#phase = 'editing';
    this.#form.reset();
    this.#host.dispatchEvent(new Sent({ request }));
    await this.#init.sent(request);
  }

  #refuse(action: 'create' | 'update', error: unknown): void {
    this.#stay();
    this.#form.showRefusal(error, ({ pointer, detail }) => {
      const kind = pointers[pointer];
      return kind && this.#refuseChoice(kind, detail);
    });
    this.#host.dispatchEvent(new AccessRequestFailedEvent({ action, request: this.#rejected, error }));
    if ((error as Partial<ApiError>).code === 'duplicate-access-request') void this.#choices.refresh();
  }

  #stay(): void {
    this.#phase = 'editing';
    this.#host.requestUpdate();
  }

  readonly #handleRetry = (): void => void this.#choices.refresh();

  readonly #handleCancel = (): void => {
    if (this.#phase !== 'editing') return;
    this.#form.reset();
    this.#init.cancel();
  };

  /** Whether there is nothing of a kind that could be chosen. */
  lacks(kind: 'subscription' | 'application'): boolean {
    const options = this.#choices.options?.[`${kind}s`];
    return !this.#rejected && options !== undefined && !options.some(({ allowed }) => allowed);
  }

  #renderChoices(options: AccessOptions): TemplateResult {
    return renderChoices(options, {
      localize: this.#localize,
      choices: this.#choices,
      problemOf: (kind) => this.#problems.get(kind),
      choose: this.#choose,
      view: this.#view,
    });
  }

  /** The form, for the host's template; nothing until it is known what can be chosen. */
  render(): TemplateResult | undefined {
    const { options, error, busy } = this.#choices;
    if (!options) return error === undefined ? undefined : errorPanel(this.#localize, error, this.#handleRetry, busy);
    this.#form.suggest(this.#suggestedName(options));
    this.#form.ask(options.form);
    const sending = this.#phase === 'sending';
    const rejected = this.#rejected;
    const blocked = rejected ? undefined : options.blocked;
    return html`<form part="form" novalidate @submit=${this.#handleSubmit}>
      ${renderHeader(this.#localize, options, rejected)} ${this.#form.renderSummary()}
      ${blocked ? renderBlocked(this.#localize, blocked) : nothing}
      <div class="fields" ?inert=${sending}>
        ${error ? renderStale(this.#localize, busy, this.#handleRetry) : nothing}
        ${rejected || blocked === 'not-required' ? nothing : this.#renderChoices(options)}
        ${
          blocked
            ? nothing
            : html`${this.#form.renderName(this.#localize.term('requestNameHelp'))} ${this.#form.renderFields()}`
        }
      </div>
      ${
        blocked
          ? nothing
          : renderFooter(this.#localize, {
              approval: options.approval,
              sending,
              cancel: rejected && this.#handleCancel,
            })
      }
    </form>`;
  }
}
