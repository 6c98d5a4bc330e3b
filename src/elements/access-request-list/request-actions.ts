import { html, type TemplateResult } from 'lit';
import type { AccessRequest } from '../../contract/access-request.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { accessRequestList } from '../../locales/en/access-request-list.js';
import type { common } from '../../locales/en/common.js';
import {
  AccessRequestContinueEvent,
  AccessRequestEditEvent,
  type AccessRequestUpdatedEvent,
} from '../shared/access/access-request-events.js';
import { focusBar } from '../shared/focus-bar.js';
import type { Localize } from '../shared/localize.js';
import type { PagesController } from '../shared/pages-controller.js';
import type { AccessRequestList } from './access-request-list.js';
import type { CardAction } from './request-card.js';
import type { RequestDetails } from './request-details.js';

/** What the actions need of their list. */
export interface RequestActionsInit {
  localize: Localize<typeof common & typeof accessRequestList>;
  pages: PagesController<AccessRequest>;
  marketplace(): Marketplace | undefined;
  /** Shows a request in its newest state. */
  show(request: AccessRequest): void;
  /** Reads a request again. */
  reread(id: string): Promise<void>;
}

/** What is open under a request. */
export interface OpenUnder {
  details?: TemplateResult | undefined;
  inline?: TemplateResult | undefined;
}

/** What can be done with the requests of a list; loaded when somebody first presses one of their buttons. */
export class RequestActions {
  readonly #host: AccessRequestList;
  readonly #init: RequestActionsInit;
  #opened: ReadonlySet<string> = new Set();
  #details: RequestDetails | undefined;
  /** The form that is open under one of them. */
  #form: { id: string; kind: 'update' | 'create-credential' } | undefined;

  constructor(host: AccessRequestList, init: RequestActionsInit) {
    this.#host = host;
    this.#init = init;
  }

  /** Closes everything: the list has become another one. */
  reset(): void {
    this.#opened = new Set();
    this.#form = this.#details = undefined;
  }

  /** What decides about the looks of a request, beyond the request itself. */
  key(request: AccessRequest): readonly unknown[] {
    const isOpen = this.#opened.has(request.id);
    return [isOpen, isOpen && this.#details?.answers(request), this.#form?.id === request.id && this.#form.kind];
  }

  /** What is open under a request. */
  render(request: AccessRequest): OpenUnder {
    return {
      details: this.#opened.has(request.id) ? this.#details?.render(request) : undefined,
      inline: this.#form?.id === request.id ? this.#renderForm(request) : undefined,
    };
  }

  /** Does what a button is for. */
  async press(request: AccessRequest, action: CardAction): Promise<void> {
    if (action === 'details') await this.#toggle(request);
    else if (action === 'update') await this.#openForm(new AccessRequestEditEvent({ request }), action);
    else if (action === 'create-credential') await this.#openForm(new AccessRequestContinueEvent({ request }), action);
    else if (action === 'close') this.#closeForm(request.id);
    else await this.#confirm(request, action);
  }

  async #toggle(request: AccessRequest): Promise<void> {
    const opened = new Set(this.#opened);
    if (!opened.delete(request.id)) {
      if (!this.#details) {
        const { RequestDetails } = await import('./request-details.js');
        this.#details ??= new RequestDetails(this.#host, this.#init.localize);
      }
      opened.add(request.id);
      const marketplace = this.#init.marketplace();
      if (marketplace) void this.#details.load(marketplace, request);
    }
    this.#opened = opened;
    this.#host.requestUpdate();
  }

  async #openForm(
    event: AccessRequestEditEvent | AccessRequestContinueEvent,
    kind: 'update' | 'create-credential',
  ): Promise<void> {
    const { id } = event.detail.request;
    if (!this.#host.dispatchEvent(event)) return;
    if (kind === 'update') await import('../access-request-form/define.js');
    else await import('../credential-form/define.js');
    this.#form = { id, kind };
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.inline')?.focus();
  }

  #closeForm(id: string): void {
    this.#form = undefined;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#focusCard(id));
  }

  readonly #handleUpdated = ({ detail: { request } }: AccessRequestUpdatedEvent): void => {
    this.#init.show(request);
    this.#closeForm(request.id);
  };

  async #confirm(request: AccessRequest, action: 'withdraw' | 'approve' | 'reject' | 'revoke'): Promise<void> {
    const { localize, pages, show, reread } = this.#init;
    const marketplace = this.#init.marketplace();
    if (!marketplace) return;
    const index = pages.items.indexOf(request);
    const { runAccessAction } = await import('../shared/access/access-actions.js');
    const result = await runAccessAction(this.#host, localize, marketplace, request, action);
    if (result === 'stale') await reread(request.id);
    else if (result) show(result);
    await this.#host.updateComplete;
    // The button that was pressed may be gone, and the whole request with it.
    if (!this.#host.shadowRoot?.activeElement) this.#focusCard(request.id, index);
  }

  #focusCard(id: string, index = 0): void {
    const { renderRoot } = this.#host;
    const cards = [...renderRoot.querySelectorAll<HTMLElement>('[data-id]')];
    const card = cards.find(({ dataset }) => dataset['id'] === id) ?? cards[Math.min(index, cards.length - 1)];
    const button = card?.querySelector('button');
    if (button) button.focus();
    else focusBar(renderRoot, this.#init.localize.term('requests'));
  }

  #renderForm({ id, application, resource }: AccessRequest): TemplateResult {
    const marketplace = this.#init.marketplace();
    if (this.#form?.kind === 'update') {
      return html`<access-request-form
        .marketplace=${marketplace}
        access-request-id=${id}
        editing
        @access-request-updated=${this.#handleUpdated}
      ></access-request-form>`;
    }
    return html`<credential-form
      .marketplace=${marketplace}
      application-id=${application.id}
      resource-id=${resource.id}
    ></credential-form>`;
  }
}
