import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { AccessOptions, SubscriptionOption } from '../../contract/access-options.js';
import type { AccessChoice } from '../../contract/access-request-params.js';
import type { AccessRequest } from '../../contract/access-request.js';
import type { CreateAccessRequest, UpdateAccessRequest } from '../../contract/access-request-params.js';
import type { ApiError } from '../../contract/error.js';
import type { MarketplaceEvent } from '../../contract/event.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { FieldError } from '../../contract/problem.js';
import { accessRequestForm } from '../../locales/en/access-request-form.js';
import { accessStates } from '../../locales/en/access-states.js';
import type { common } from '../../locales/en/common.js';
import { form } from '../../locales/en/form.js';
import { reasons } from '../../locales/en/reasons.js';
import { requestSteps } from '../../locales/en/request-steps.js';
import { requestTerms } from '../../locales/en/request-terms.js';
import { isolate } from '../../locales/isolate.js';
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
import { Attempt } from '../shared/form/attempt.js';
import { clip } from '../shared/form/clip.js';
import { DraftForm, type FieldMessage } from '../shared/form/draft-form.js';
import { FormUnsupportedEvent } from '../shared/form/form-unsupported-event.js';
import { LeaveGuard } from '../shared/form/leave-guard.js';
import type { Localize } from '../shared/localize.js';
import { choiceStyles } from '../shared/styles/choice.styles.js';
import { fieldStyles } from '../shared/styles/field.styles.js';
import { formStyles } from '../shared/styles/form.styles.js';
import { AccessChoices, obstacleOf, type ChoiceKind } from './access-choices.js';
import { planText, renderChoices } from './choice-fields.js';
import { renderBlocked, renderFooter, renderHeader, renderLost, renderStale } from './form-parts.js';
import { requestDraftStyles } from './request-draft.styles.js';
import { renderReview } from './request-review.js';
import { RequestSteps, type Step } from './request-steps.js';
import { TermsAgreement } from './terms-agreement.js';

const sentences = { ...reasons, ...form, ...accessStates, ...accessRequestForm, ...requestSteps, ...requestTerms };

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

/** The step in which a control stands. */
const stepOf = (controlId: string): Step =>
  ['team', 'subscription', 'application'].includes(controlId) ? 'who' : controlId === 'terms' ? 'review' : 'details';

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
  readonly #terms: TermsAgreement;
  readonly #attempt = new Attempt();
  readonly #steps = new RequestSteps();
  #marketplace: Marketplace | undefined;
  /** Which opening this is: what comes of one that is over is told, but changes nothing here. */
  #opening = {};
  #subject: RequestSubject | undefined;
  #phase: Phase = 'editing';
  #problems = new Map<ChoiceKind, () => string>();

  constructor(host: LitElement, init: RequestDraftInit) {
    this.#host = host;
    this.#init = init;
    this.#localize = init.localize.with(sentences);
    this.#choices = new AccessChoices(host);
    this.#form = new DraftForm(host, {
      localize: this.#localize,
      unsupported: (found) => host.dispatchEvent(new FormUnsupportedEvent({ found })),
      reveal: (controlId) => {
        if (controlId && this.#steps.go(stepOf(controlId))) host.requestUpdate();
      },
    });
    this.#terms = new TermsAgreement(this.#localize, () => {
      this.#form.dirty = true;
      host.requestUpdate();
    });
    new LeaveGuard(host, { isNeeded: () => this.dirty, mayLeave: () => this.requestClose() });
    adoptStyles(host, [fieldStyles, choiceStyles, formStyles, requestDraftStyles]);
  }

  /** Whether something would be lost now: what was entered, or a request that is on its way. */
  get dirty(): boolean {
    return this.#phase === 'sending' || this.#form.dirty;
  }

  /** Asks the person whether what was entered may be lost, if there is anything; never while it is being sent. */
  async requestClose(): Promise<boolean> {
    if (this.#phase === 'sending') return false;
    if (!this.dirty) return true;
    const { confirmDiscard } = await import('../shared/form/confirm-discard.js');
    return confirmDiscard(this.#host, this.#localize);
  }

  /** Starts over, for another request. */
  async open(marketplace: Marketplace, subject: RequestSubject): Promise<void> {
    this.close();
    this.#marketplace = marketplace;
    this.#subject = subject;
    if ('rejected' in subject) {
      const { name, data, resource, subscription, terms } = subject.rejected;
      if (terms) this.#terms.reset([[subscription.id, terms.revision]]);
      this.#form.reset(name, data);
      await this.#choices.open(marketplace, resource.id, {});
    } else await this.#choices.open(marketplace, subject.resourceId, subject.choice);
  }

  /** Forgets what was entered. What is on its way still gets there, but is no longer of this form. */
  close(): void {
    this.stop();
    this.#opening = {};
    this.#subject = undefined;
    this.#phase = 'editing';
    this.#problems.clear();
    this.#attempt.renew();
    this.#terms.reset();
    this.#steps.reset();
    this.#form.reset();
  }

  /** Reads again what can be chosen, as after signing in again. What was entered stays. */
  refresh(): void {
    this.#form.clearError();
    void this.#choices.refresh();
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

  readonly #view = async (requestId: string): Promise<void> => {
    if (!this.#host.dispatchEvent(new AccessRequestOpenEvent({ requestId }))) return;
    const opening = this.#opening;
    const mayLeave = await this.requestClose().catch(() => false);
    if (mayLeave && opening === this.#opening) this.#init.view(requestId);
  };

  /** The subscription that is chosen, or that the request has already. */
  get #subscription(): SubscriptionOption | undefined {
    const { options, choice } = this.#choices;
    const wanted = this.#rejected?.subscription.id ?? choice.subscriptionId;
    return options?.subscriptions.find(({ id }) => id === wanted);
  }

  /** What was agreed to, as it goes with what is sent. */
  get #agreement(): { termsRevision?: string } {
    const subscription = this.#subscription;
    const termsRevision = subscription && this.#terms.revisionOf(subscription);
    return termsRevision === undefined ? {} : { termsRevision };
  }

  #checkChoices(): FieldMessage[] {
    this.#problems.clear();
    if (this.#rejected) return [];
    const missing = (['subscription', 'application'] as const).filter((kind) => !this.#choices.choice[`${kind}Id`]);
    return missing.map((kind) => this.#refuseChoice(kind, () => this.#localize.term('formChoose')));
  }

  #checkTerms(): FieldMessage[] {
    const problem = this.#terms.check(this.#subscription);
    return problem ? [this.#form.message('terms', 'requestTerms', problem)] : [];
  }

  #refuseChoice(kind: ChoiceKind, message: () => string): FieldMessage {
    this.#problems.set(kind, message);
    return this.#form.message(kind, kind === 'subscription' ? 'requestSubscription' : 'requestApplication', message);
  }

  /** What is wrong with what is asked for in a step; with all of it, where everything stands on one page. */
  async #check(step: Step | undefined): Promise<FieldMessage[]> {
    const isAsked = (one: Step): boolean => step === undefined || step === one;
    return [
      ...(isAsked('who') ? this.#checkChoices() : []),
      ...(isAsked('details') ? await this.#form.check() : []),
      ...(isAsked('review') ? this.#checkTerms() : []),
    ];
  }

  readonly #handleSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const marketplace = this.#marketplace;
    if (this.#phase !== 'editing' || !marketplace) return;
    this.#phase = 'checking';
    this.#form.clearSummary();
    const opening = this.#opening;
    await this.#choices.judged();
    const problems = await this.#check(this.#steps.isLast ? undefined : this.#steps.current);
    if (opening !== this.#opening) return;
    if (problems.length > 0) {
      this.#stay();
      this.#form.showProblems(problems);
    } else if (!this.#steps.isLast) {
      this.#stay();
      this.#goTo(1);
    } else if (this.#rejected) await this.#sendAgain(marketplace, this.#rejected);
    else await this.#send(marketplace);
  };

  /** Shows another step, says so, and takes the focus there. What was entered in this one stays. */
  readonly #goTo = (to: Step | number): void => {
    if (this.#phase !== 'editing' || !this.#steps.go(to)) return;
    this.#form.clearSummary();
    this.#init.announcer.announce(this.#steps.heading(this.#localize));
    const root = this.#host.renderRoot;
    void this.#host.updateComplete.then(() => root.querySelector<HTMLElement>('#step-heading')?.focus());
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
      ...this.#agreement,
    };
    if (!this.#host.dispatchEvent(new AccessRequestCreateEvent({ input }))) return this.#stay();
    const idempotencyKey = this.#attempt.keyFor(input);
    await this.#deliver('create', () => marketplace.accessRequests.create(input, { idempotencyKey }));
  }

  async #sendAgain(marketplace: Marketplace, request: AccessRequest): Promise<void> {
    const { name, data } = this.#form;
    const input: UpdateAccessRequest = { name, data, ...this.#agreement };
    if (!this.#host.dispatchEvent(new AccessRequestUpdateEvent({ request, input }))) return this.#stay();
    const options = { idempotencyKey: this.#attempt.keyFor(input), ifMatch: request.version };
    await this.#deliver('update', () => marketplace.accessRequests.update(request.id, input, options));
  }

  /** Sends, and either hands over what came of it or shows why it was refused, with everything still there. */
  async #deliver(action: 'create' | 'update', send: () => Promise<AccessRequest>): Promise<void> {
    const opening = this.#opening;
    const rejected = this.#rejected;
    this.#phase = 'sending';
    this.#host.requestUpdate();
    this.#init.announcer.announce(this.#localize.term('requestSending'));
    let request: AccessRequest;
    try {
      request = await send();
    } catch (error) {
      if (opening === this.#opening) this.#refuse(error);
      this.#host.dispatchEvent(new AccessRequestFailedEvent({ action, request: rejected, error }));
      return;
    }
    const Sent = action === 'create' ? AccessRequestCreatedEvent : AccessRequestUpdatedEvent;
    if (opening === this.#opening) {
      this.#phase = 'editing';
      this.#form.reset();
      this.#attempt.renew();
    }
    this.#host.dispatchEvent(new Sent({ request }));
    if (opening === this.#opening) await this.#init.sent(request);
  }

  #refuse(error: unknown): void {
    this.#stay();
    this.#form.showRefusal(error, (problem) => this.#place(problem));
    const { code, errors } = error as Partial<ApiError>;
    // What was chosen or agreed to has changed in the meantime: what counts now is shown.
    const isOutdated = errors?.some(({ pointer }) => pointer === '/termsRevision' || pointer in pointers);
    if (code === 'duplicate-access-request' || isOutdated) void this.#choices.refresh();
  }

  #place(problem: FieldError): FieldMessage | undefined {
    const message = (): string => this.#form.sentence(problem);
    if (problem.pointer === '/termsRevision') {
      this.#terms.refuse(this.#subscription, message);
      return this.#form.message('terms', 'requestTerms', message);
    }
    const kind = pointers[problem.pointer];
    return kind && this.#refuseChoice(kind, message);
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
      problemOf: (kind) => this.#problems.get(kind)?.(),
      choose: this.#choose,
      view: (requestId) => void this.#view(requestId),
    });
  }

  #renderReview(options: AccessOptions): TemplateResult {
    const { choice } = this.#choices;
    const subscription = this.#subscription;
    const application = options.applications.find(({ id }) => id === choice.applicationId);
    const term = (key: 'requestSubscription' | 'requestApplication' | 'requestApi' | 'formName', text = '') => {
      return { label: this.#localize.term(key), text: clip(text) };
    };
    const plan = subscription && planText({ localize: this.#localize }, subscription);
    const who = [
      term('requestApi', options.resource.name),
      term(
        'requestSubscription',
        plan && this.#localize.term('requestChosenPlan', isolate(clip(subscription.name)), plan),
      ),
      term('requestApplication', application?.name),
    ];
    const details = [term('formName', this.#form.name), ...this.#form.answers];
    const sections = [
      { step: 'who' as const, answers: who },
      { step: 'details' as const, answers: details },
    ];
    return renderReview(
      this.#localize,
      sections.filter(({ step }) => this.#steps.all.includes(step)),
      this.#goTo,
    );
  }

  #renderStep(options: AccessOptions, blocked: string | undefined): unknown {
    const steps = this.#steps;
    const hasChoices = !this.#rejected && blocked !== 'not-required';
    return html`${hasChoices && (blocked !== undefined || steps.shows('who')) ? this.#renderChoices(options) : nothing}
    ${
      blocked === undefined && steps.shows('details')
        ? html`${this.#form.renderName(this.#localize.term('requestNameHelp'))} ${this.#form.renderFields()}`
        : nothing
    }
    ${steps.current === 'review' ? this.#renderReview(options) : nothing}
    ${blocked === undefined && steps.shows('review') ? this.#terms.render(this.#subscription) : nothing}`;
  }

  /** The form, for the host's template; nothing until it is known what can be chosen. */
  render(): TemplateResult | undefined {
    const { options, error, busy } = this.#choices;
    if (!options) return error === undefined ? undefined : renderLost(this.#localize, error, busy, this.#handleRetry);
    this.#form.suggest(this.#suggestedName(options));
    this.#form.ask(options.form);
    const sending = this.#phase === 'sending';
    const rejected = this.#rejected;
    const blocked = rejected ? undefined : obstacleOf(options);
    if (blocked === undefined) this.#steps.decide(options, rejected !== undefined);
    return html`<form part="form" novalidate @submit=${this.#handleSubmit}>
      ${renderHeader(this.#localize, options, rejected)}
      ${blocked ? nothing : this.#steps.render(this.#localize, this.#goTo)} ${this.#form.renderSummary()}
      ${blocked ? renderBlocked(this.#localize, blocked) : nothing}
      <div class="fields" ?inert=${sending}>
        ${error ? renderStale(this.#localize, busy, this.#handleRetry) : nothing} ${this.#renderStep(options, blocked)}
      </div>
      ${
        blocked
          ? nothing
          : renderFooter(this.#localize, {
              approval: options.approval,
              sending,
              sends: this.#steps.isLast,
              back: this.#steps.isFirst ? undefined : () => this.#goTo(-1),
              cancel: rejected && this.#handleCancel,
            })
      }
    </form>`;
  }
}
