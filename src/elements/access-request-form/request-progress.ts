import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { AccessRequest } from '../../contract/access-request.js';
import type { MarketplaceEvent } from '../../contract/event.js';
import type { Marketplace } from '../../contract/marketplace.js';
import { accessProgress } from '../../locales/en/access-request.js';
import { accessStates } from '../../locales/en/access-states.js';
import type { common } from '../../locales/en/common.js';
import {
  AccessRequestApprovedEvent,
  AccessRequestContinueEvent,
  AccessRequestEditEvent,
} from '../shared/access/access-request-events.js';
import { accessBadge, canNow } from '../shared/access/access-state.js';
import { renderTimeline } from '../shared/access/access-timeline.js';
import { accessTimelineStyles } from '../shared/access/access-timeline.styles.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Announcer } from '../shared/announcer.js';
import { errorPanel } from '../shared/error-panel.js';
import type { Localize } from '../shared/localize.js';
import { formStyles } from '../shared/styles/form.styles.js';
import { progressStyles } from './request-progress.styles.js';

const sentences = { ...accessStates, ...accessProgress };

/** What following a request needs of the element that shows it. */
export interface RequestProgressInit {
  localize: Localize<typeof common>;
  announcer: Announcer;
  marketplace: Marketplace;
  /** A rejected request is to be changed. */
  edit(request: AccessRequest): void;
}

/**
 * An access request from sending to a credential: where it stands, live, what can be done about it, and once it is
 * ready the form for a credential (SPEC A7, A8). Rendered into the host's own shadow root; loaded when there is one.
 */
export class RequestProgress {
  readonly #host: LitElement;
  readonly #init: RequestProgressInit;
  readonly #localize: Localize<typeof common & typeof sentences>;
  readonly #id: string;
  #marketplace: Marketplace;
  #reading: AbortController | undefined;
  /** Whether the form for a credential is shown. */
  #continuing = false;
  #error: unknown;

  /** The request in its newest known state. */
  request: AccessRequest | undefined;

  constructor(host: LitElement, id: string, init: RequestProgressInit) {
    this.#host = host;
    this.#id = id;
    this.#init = init;
    this.#localize = init.localize.with(sentences);
    this.#marketplace = init.marketplace;
    adoptStyles(host, [formStyles, accessTimelineStyles, progressStyles]);
  }

  /** Shows a request that was just sent. */
  start(request: AccessRequest): void {
    this.show(request);
    // It may have been decided and set up before anybody listened for it.
    if (request.state === 'pending' || request.state === 'provisioning') void this.refresh();
  }

  /** Stops reading. */
  stop(): void {
    this.#reading?.abort();
  }

  /** Goes on after the element was somewhere else, perhaps with another Marketplace. */
  resume(marketplace: Marketplace): void {
    this.#marketplace = marketplace;
    void this.refresh();
  }

  /** Reads the request again. What is shown stays if it cannot be read. */
  async refresh(): Promise<void> {
    this.stop();
    const { signal } = (this.#reading = new AbortController());
    this.#error = undefined;
    try {
      const request = await this.#marketplace.accessRequests.get(this.#id, {}, { signal });
      if (!signal.aborted) this.show(request);
    } catch (error) {
      if (signal.aborted) return;
      this.#error = error;
      this.#host.requestUpdate();
    }
  }

  /** Reads it again when an event may be about it. */
  hear({ subject, subjectId }: MarketplaceEvent): void {
    if (subjectId === this.#id || subject === 'clock' || subject === 'subscription') void this.refresh();
  }

  /** Shows the request in a newer state, says what changed, and goes on when it has become ready (SPEC A7). */
  show(request: AccessRequest): void {
    const before = this.request;
    // Answers may overtake each other: the newer state stays.
    if (before && Date.parse(request.updatedAt) < Date.parse(before.updatedAt)) return;
    this.request = request;
    this.#host.requestUpdate();
    if (before && before.state !== request.state) {
      const state = this.#localize.term(`access-${request.state}`);
      this.#init.announcer.announce(this.#localize.term('accessStatusIs', request.name, state));
    }
    if (before && !canNow(before, 'create-credential')) this.offerCredential();
  }

  /** Offers a credential, if one can be created now and the page does not object. */
  offerCredential(): void {
    const { request } = this;
    if (!request || !canNow(request, 'create-credential')) return;
    if (this.#host.dispatchEvent(new AccessRequestApprovedEvent({ request }))) void this.#continue();
  }

  /** The request, for the host's template. */
  render(): TemplateResult | undefined {
    const { request } = this;
    const failed = this.#error ? errorPanel(this.#localize, this.#error, () => void this.refresh()) : nothing;
    if (!request)
      return html`${this.#error ? failed : html`<p aria-busy="true">${this.#localize.term('loading')}</p>`}`;
    const hint = this.#localize.find(`hint-${request.state}`);
    return html`<section class="fields" aria-labelledby="heading">
      <div class="header">
        <div class="title">
          <h2 id="heading" tabindex="-1"><bdi>${request.name}</bdi></h2>
          ${accessBadge(this.#localize, request)}
        </div>
        <p class="muted">
          <bdi>${request.resource.name}</bdi> · <bdi>${request.application.name}</bdi> ·
          <bdi>${request.subscription.name}</bdi>
        </p>
      </div>
      ${failed} ${hint ? html`<p>${hint}</p>` : nothing} ${renderTimeline(this.#localize, request)}
      ${this.#renderActions(request)} ${this.#renderCredentialForm(request)}
    </section>`;
  }

  #renderActions(request: AccessRequest): TemplateResult | typeof nothing {
    const act: Partial<Record<string, () => void>> = {
      'create-credential': () => this.#proceed(request),
      update: () => this.#edit(request),
      withdraw: () => void this.#withdraw(request),
    };
    const offered = request.actions.filter(
      ({ action, allowed }) => allowed && act[action] && !(action === 'create-credential' && this.#continuing),
    );
    if (offered.length === 0) return nothing;
    return html`<div class="form-actions">
      ${offered.map(
        ({ action }) =>
          html`<button
            class="button ${action === 'withdraw' ? '' : 'primary'}"
            type="button"
            data-action=${action}
            @click=${act[action]}
          >
            ${this.#localize.find(`request-${action}`)}
          </button>`,
      )}
    </div>`;
  }

  #renderCredentialForm({ application, resource }: AccessRequest): TemplateResult | typeof nothing {
    if (!this.#continuing) return nothing;
    return html`<div class="next">
      <credential-form
        .marketplace=${this.#marketplace}
        application-id=${application.id}
        resource-id=${resource.id}
      ></credential-form>
    </div>`;
  }

  #edit(request: AccessRequest): void {
    if (this.#host.dispatchEvent(new AccessRequestEditEvent({ request }))) this.#init.edit(request);
  }

  #proceed(request: AccessRequest): void {
    if (this.#host.dispatchEvent(new AccessRequestContinueEvent({ request }))) void this.#continue();
  }

  async #continue(): Promise<void> {
    try {
      await import('../credential-form/define.js');
      this.#continuing = true;
    } catch (error) {
      this.#error = error;
    }
    this.#host.requestUpdate();
  }

  async #withdraw(request: AccessRequest): Promise<void> {
    const { runAccessAction } = await import('../shared/access/access-actions.js');
    const result = await runAccessAction(this.#host, this.#localize, this.#marketplace, request, 'withdraw');
    if (result === 'stale') await this.refresh();
    else if (result) this.show(result);
  }
}
