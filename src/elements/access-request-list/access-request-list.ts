import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AccessRequest, AccessState } from '../../contract/access-request.js';
import type { MarketplaceEvent } from '../../contract/event.js';
import type { Marketplace } from '../../contract/marketplace.js';
import { accessRequestList } from '../../locales/en/access-request-list.js';
import { accessStates } from '../../locales/en/access-states.js';
import { common } from '../../locales/en/common.js';
import {
  AccessRequestContinueEvent,
  AccessRequestEditEvent,
  type AccessRequestUpdatedEvent,
} from '../shared/access/access-request-events.js';
import { Announcer } from '../shared/announcer.js';
import { errorPanel } from '../shared/error-panel.js';
import { LiveController } from '../shared/live-controller.js';
import { Localize } from '../shared/localize.js';
import { MarketplaceController } from '../shared/marketplace-controller.js';
import { PagesController } from '../shared/pages-controller.js';
import type { Token } from '../shared/shared-client.js';
import { renderSkeleton } from '../shared/skeleton.js';
import { badgeStyles } from '../shared/styles/badge.styles.js';
import { baseStyles } from '../shared/styles/base.styles.js';
import { buttonStyles } from '../shared/styles/button.styles.js';
import { skeletonStyles } from '../shared/styles/skeleton.styles.js';
import { Ticker } from '../shared/ticker.js';
import { styles } from './access-request-list.styles.js';
import { renderCard, type CardAction } from './request-card.js';
import type { RequestDetails } from './request-details.js';

const sentences = { ...common, ...accessStates, ...accessRequestList };

const minuteMs = 60_000;

/** What is open under one of the requests, besides its details. */
type Inline = { id: string; kind: 'update' | 'create-credential' };

/**
 * @summary The access requests of an application, of an API or of everybody's teams: where each stands and what is next.
 *
 * Follows every request live: its progress with times, people and reasons, and what its `actions` offer. Teams withdraw,
 * change and send again, and go on to a credential; providers approve, reject and revoke, with a reason. Each is
 * confirmed. With `pending-only` it is a provider's desk.
 *
 * @slot actions - Buttons beside the number of requests, such as one that asks for access.
 * @slot empty - What is shown when there is no request yet.
 *
 * @fires {AccessRequestEditEvent} access-request-edit - Somebody wants to change a rejected request. Cancel it to offer that elsewhere.
 * @fires {AccessRequestContinueEvent} access-request-continue - Somebody wants a credential. Cancel it to offer that elsewhere.
 * @fires {AccessRequestWithdrawEvent} access-request-withdraw - Somebody chose to withdraw. Cancel it to take over.
 * @fires {AccessRequestWithdrawnEvent} access-request-withdrawn - A request was withdrawn.
 * @fires {AccessRequestApproveEvent} access-request-approve - A provider chose to approve. Cancel it to take over.
 * @fires {AccessRequestApprovedEvent} access-request-approved - A request was approved.
 * @fires {AccessRequestRejectEvent} access-request-reject - A provider chose to reject. Cancel it to take over.
 * @fires {AccessRequestRejectedEvent} access-request-rejected - A request was rejected.
 * @fires {AccessRequestRevokeEvent} access-request-revoke - A provider chose to revoke. Cancel it to take over.
 * @fires {AccessRequestRevokedEvent} access-request-revoked - Access was revoked.
 * @fires {AccessRequestFailedEvent} access-request-failed - Something confirmed could not be done.
 *
 * @csspart bar - The line above the list.
 * @csspart list - The list.
 * @csspart item - A request.
 * @csspart status - Where it stands.
 * @csspart details - Its progress and answers.
 * @csspart timeline - The steps of its way.
 * @csspart step - One of them.
 * @csspart reason - Why somebody decided so.
 * @csspart error - An error with its button to try again.
 * @csspart empty - What is shown instead of the list when there is nothing in it.
 * @csspart dialog - A confirmation.
 *
 * @example
 * <access-request-list base-url="/api/v1" application-id="app-1"></access-request-list>
 */
export class AccessRequestList extends LitElement {
  static override styles = [baseStyles, buttonStyles, badgeStyles, skeletonStyles, styles];

  /** A Marketplace to use instead of the one of a `<marketplace-provider>` or of `base-url`. */
  @property({ attribute: false }) marketplace?: Marketplace | undefined;

  /** Address of the marketplace's API, when there is no provider around the element. */
  @property({ attribute: 'base-url' }) baseUrl?: string | undefined;

  /** Bearer token for `base-url`: a string, or a function that gives the current one. */
  @property({ attribute: false }) token?: Token | undefined;

  /** Only requests for this application. */
  @property({ attribute: 'application-id' }) applicationId?: string | undefined;

  /** Only requests for this resource. */
  @property({ attribute: 'resource-id' }) resourceId?: string | undefined;

  /** Only requests in these states, separated by spaces: `pending provisioning`. */
  @property() states = '';

  /** Only requests that wait for a decision. */
  @property({ type: Boolean, attribute: 'pending-only' }) pendingOnly = false;

  @state() private opened: ReadonlySet<string> = new Set();
  @state() private inline: Inline | undefined;
  @state() private details: RequestDetails | undefined;
  /** Why something outside of reading the list could not be loaded. */
  @state() private loadError: unknown;

  #marketplace = new MarketplaceController(this);
  #localize = new Localize(this, sentences);
  #announcer = new Announcer(this);
  #pages = new PagesController<AccessRequest>(this);
  #used: Marketplace | undefined;
  #reads = new Map<string, AbortController>();

  constructor() {
    super();
    new LiveController(this, this.#marketplace, { changed: (event) => this.#hear(event) });
    new Ticker(this, minuteMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const read of this.#reads.values()) read.abort();
    this.#used = undefined;
  }

  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('click', this.#handleClick);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const marketplace = this.#marketplace.value;
    const asksElse = (['applicationId', 'resourceId', 'states', 'pendingOnly'] as const).some((key) =>
      changed.has(key),
    );
    if (marketplace === this.#used && !asksElse) return;
    this.#used = marketplace;
    this.inline = this.details = undefined;
    this.opened = new Set();
    if (!marketplace) return this.#pages.reset();
    const { applicationId, resourceId } = this;
    const wanted = this.#wantedStates();
    this.#pages.open((cursor, signal) =>
      marketplace.accessRequests.list({ applicationId, resourceId, state: wanted, cursor }, { signal }),
    );
  }

  /** Reads the list again. What is shown stays until the answer is there. */
  refresh(): Promise<void> {
    return this.#pages.refresh();
  }

  #wantedStates(): AccessState[] | undefined {
    if (this.pendingOnly) return ['pending'];
    const states = this.states.split(/[\s,]+/).filter(Boolean) as AccessState[];
    return states.length > 0 ? states : undefined;
  }

  #hear({ subject, subjectId }: MarketplaceEvent): void {
    if (subject === 'access-request') void this.#reread(subjectId);
    else if (subject === 'clock' || subject === 'subscription') void this.refresh();
  }

  #request(id: string | undefined): AccessRequest | undefined {
    return this.#pages.items.find((request) => request.id === id);
  }

  async #reread(id: string): Promise<void> {
    const marketplace = this.#used;
    if (!marketplace) return;
    this.#reads.get(id)?.abort();
    const read = new AbortController();
    this.#reads.set(id, read);
    try {
      const request = await marketplace.accessRequests.get(id, {}, { signal: read.signal });
      if (!read.signal.aborted) this.#show(request);
    } catch {
      if (!read.signal.aborted) await this.refresh();
    } finally {
      if (this.#reads.get(id) === read) this.#reads.delete(id);
    }
  }

  /** Shows a request in its newest state, in its place, at the top, or no longer, and says what changed. */
  #show(request: AccessRequest): void {
    const before = this.#request(request.id);
    if (before && Date.parse(request.updatedAt) < Date.parse(before.updatedAt)) return;
    const belongs = this.#belongs(request);
    if (before && belongs) this.#pages.replace(request);
    else if (before) this.#pages.drop(request.id);
    else if (belongs && this.#pages.status === 'ready') this.#pages.prepend(request);
    else return;
    if (before?.state === request.state) return;
    const word = this.#localize.term(`access-${request.state}`);
    this.#announcer.announce(this.#localize.term('requestNowIs', request.name, word));
  }

  #belongs({ application, resource, state: current }: AccessRequest): boolean {
    const wanted: readonly string[] | undefined = this.#wantedStates();
    return (
      (this.applicationId === undefined || application.id === this.applicationId) &&
      (this.resourceId === undefined || resource.id === this.resourceId) &&
      (wanted === undefined || wanted.includes(current))
    );
  }

  readonly #handleClick = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>('button[data-do]');
    const request = this.#request(button?.closest<HTMLElement>('[data-id]')?.dataset['id']);
    if (button && request) void this.#act(request, button.dataset['do'] as CardAction);
  };

  async #act(request: AccessRequest, action: CardAction): Promise<void> {
    this.loadError = undefined;
    try {
      if (action === 'details') await this.#toggle(request);
      else if (action === 'update') await this.#openInline(new AccessRequestEditEvent({ request }), action);
      else if (action === 'create-credential')
        await this.#openInline(new AccessRequestContinueEvent({ request }), action);
      else if (action === 'close') this.#closeInline(request.id);
      else await this.#confirm(request, action);
    } catch (error) {
      this.loadError = error;
    }
  }

  async #toggle(request: AccessRequest): Promise<void> {
    const opened = new Set(this.opened);
    if (opened.delete(request.id)) {
      this.opened = opened;
      return;
    }
    if (!this.details) {
      const { RequestDetails } = await import('./request-details.js');
      this.details ??= new RequestDetails(this, this.#localize);
    }
    this.opened = opened.add(request.id);
    if (this.#used) void this.details.load(this.#used, request);
  }

  async #openInline(event: AccessRequestEditEvent | AccessRequestContinueEvent, kind: Inline['kind']): Promise<void> {
    const { id } = event.detail.request;
    if (!this.dispatchEvent(event)) return;
    if (kind === 'update') await import('../access-request-form/define.js');
    else await import('../credential-form/define.js');
    this.inline = { id, kind };
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.inline')?.focus();
  }

  #closeInline(id: string): void {
    this.inline = undefined;
    void this.updateComplete.then(() => this.#focusCard(id));
  }

  readonly #handleUpdated = ({ detail: { request } }: AccessRequestUpdatedEvent): void => {
    this.#show(request);
    this.#closeInline(request.id);
  };

  async #confirm(request: AccessRequest, action: 'withdraw' | 'approve' | 'reject' | 'revoke'): Promise<void> {
    const marketplace = this.#used;
    if (!marketplace) return;
    const index = this.#pages.items.indexOf(request);
    const { runAccessAction } = await import('../shared/access/access-actions.js');
    const result = await runAccessAction(this, this.#localize, marketplace, request, action);
    if (result === 'stale') await this.#reread(request.id);
    else if (result) this.#show(result);
    await this.updateComplete;
    // The button that was pressed may be gone, and the whole request with it.
    if (!(this.renderRoot as ShadowRoot).activeElement) this.#focusCard(request.id, index);
  }

  #focusCard(id: string, index = 0): void {
    const cards = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-id]')];
    const card = cards.find(({ dataset }) => dataset['id'] === id) ?? cards[Math.min(index, cards.length - 1)];
    (card?.querySelector<HTMLElement>('button') ?? this.renderRoot.querySelector<HTMLElement>('.bar'))?.focus();
  }

  readonly #handleMore = async (): Promise<void> => {
    await this.#pages.more();
    if (this.#pages.status === 'ready') this.#announcer.announce(this.#count());
  };

  readonly #handleRetry = (): void => {
    if (this.#marketplace.error !== undefined) this.#marketplace.retry();
    else if (this.#pages.status === 'failed') void this.#pages.retry();
    else this.loadError = undefined;
  };

  #count(): string {
    const { items, total, next } = this.#pages;
    if (next !== undefined && total !== undefined) return this.#localize.term('requestCountOf', items.length, total);
    return this.#localize.term('requestCount', total ?? items.length);
  }

  /** Whether there is nothing to list, as opposed to nothing yet. */
  #isEmpty(): boolean {
    return this.#pages.status === 'ready' && this.#pages.items.length === 0;
  }

  #renderList(): TemplateResult {
    const now = this.#marketplace.value?.now() ?? 0;
    const minute = Math.floor(now / minuteMs);
    return html`<ul
      class="list"
      part="list"
      aria-label=${this.#localize.term('requests')}
      aria-busy=${this.#pages.busy}
    >
      ${repeat(
        this.#pages.items,
        ({ id }) => id,
        (request) => {
          const open = this.opened.has(request.id) ? this.details : undefined;
          const inline = this.inline?.id === request.id ? this.inline.kind : undefined;
          const answers = open?.answers(request);
          return guard([request, open, answers, inline, minute, this.#localize.language], () =>
            renderCard(request, {
              localize: this.#localize,
              now,
              details: open?.render(request),
              inline: inline && this.#renderInline(request, inline),
            }),
          );
        },
      )}
    </ul>`;
  }

  #renderInline({ id, application, resource }: AccessRequest, kind: Inline['kind']): TemplateResult {
    if (kind === 'update') {
      return html`<access-request-form
        .marketplace=${this.#used}
        access-request-id=${id}
        editing
        @access-request-updated=${this.#handleUpdated}
      ></access-request-form>`;
    }
    return html`<credential-form
      .marketplace=${this.#used}
      application-id=${application.id}
      resource-id=${resource.id}
    ></credential-form>`;
  }

  #renderEmpty(): TemplateResult {
    const kind = this.pendingOnly ? 'requestsNonePending' : 'requestsEmpty';
    return html`<div class="empty" part="empty" ?hidden=${!this.#isEmpty()}>
      <slot name="empty">
        <strong>${this.#localize.term(kind)}</strong>
        <span class="muted">${this.#localize.term(`${kind}Hint`)}</span>
      </slot>
    </div>`;
  }

  protected override render(): TemplateResult {
    const { status, items, error, busy, next } = this.#pages;
    const lost = this.#marketplace.error ?? (status === 'failed' ? error : this.loadError);
    const isFirst = items.length === 0 && (status === 'loading' || status === 'initial') && lost === undefined;
    return html`<div class="frame">
      <div class="bar" part="bar" tabindex="-1">
        <span class="count muted">${items.length > 0 ? this.#count() : nothing}</span>
        <slot name="actions"></slot>
      </div>
      ${lost === undefined ? nothing : errorPanel(this.#localize, lost, this.#handleRetry, busy)}
      ${isFirst ? renderSkeleton(this.#localize.term('loading')) : nothing}
      ${items.length > 0 ? this.#renderList() : nothing} ${this.#renderEmpty()}
      ${
        next === undefined
          ? nothing
          : html`<button class="button more" type="button" aria-disabled=${busy} @click=${this.#handleMore}>
              ${this.#localize.term(busy ? 'loading' : 'loadMore')}
            </button>`
      }
      ${this.#announcer.region()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'access-request-list': AccessRequestList;
  }
}
