import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AccessRequest, AccessState } from '../../contract/access-request.js';
import type { AccessFacet, ListAccessRequests } from '../../contract/access-request-params.js';
import type { MarketplaceEvent } from '../../contract/event.js';
import type { Marketplace } from '../../contract/marketplace.js';
import { accessRequestList } from '../../locales/en/access-request-list.js';
import { accessStates } from '../../locales/en/access-states.js';
import { common } from '../../locales/en/common.js';
import { Announcer } from '../shared/announcer.js';
import { refusedOf } from '../shared/describe-error.js';
import { errorPanel } from '../shared/error-panel.js';
import { alertIcon } from '../shared/icons.js';
import { LatchkeyElement } from '../shared/latchkey-element.js';
import { LiveController } from '../shared/live-controller.js';
import { Localize } from '../shared/localize.js';
import { MarketplaceController } from '../shared/marketplace-controller.js';
import { marketplaceNeeded, MissingWarning } from '../shared/missing-warning.js';
import { PagesController } from '../shared/pages-controller.js';
import { searchFrom } from '../shared/search-from.js';
import type { Token } from '../shared/shared-client.js';
import { renderSkeleton } from '../shared/skeleton.js';
import { badgeStyles } from '../shared/styles/badge.styles.js';
import { baseStyles } from '../shared/styles/base.styles.js';
import { buttonStyles } from '../shared/styles/button.styles.js';
import { skeletonStyles } from '../shared/styles/skeleton.styles.js';
import { Ticker } from '../shared/ticker.js';
import { styles } from './access-request-list.styles.js';
import { renderCard, type CardAction } from './request-card.js';
import type { RequestActions } from './request-actions.js';
import type { RequestFilters } from './request-filters.js';
import { renderRoom, roomOf } from './request-room.js';

const sentences = { ...common, ...accessStates, ...accessRequestList };

const minuteMs = 60_000;

/** What of the properties makes it another list. */
const scope = ['applicationId', 'resourceId', 'pendingOnly'] as const;

/** What makes it another view of the same list: what is shown stays until the answer is there. */
const view = ['query', 'states', 'filterResourceId', 'filterApplicationId', 'withoutFilters'] as const;

/**
 * @summary The access requests of an application, of an API or of everybody's teams: where each stands and what is next.
 *
 * Follows every request live: its progress with times, people and reasons, and what its `actions` offer. Teams withdraw,
 * change and send again, and go on to a credential; providers approve, reject and revoke, with a reason. Each is
 * confirmed. With `pending-only` it is a provider's desk. It can be searched, and narrowed by state, API and application;
 * the view is attributes and one event, so that a page can put it into its address.
 *
 * @slot help - What the page says about the requests, above them.
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
 * @fires {AccessRequestViewChangeEvent} access-request-view-change - Somebody searched or filtered; holds the whole view.
 * @fires {AccessRequestUpdateEvent} access-request-update - From the form in it: a rejected request is about to be sent again. Cancel it to take over.
 * @fires {AccessRequestUpdatedEvent} access-request-updated - From the form in it: a rejected request was sent again.
 * @fires {AccessRequestOpenEvent} access-request-open - From the form in it: somebody wants to see the request that this one would duplicate. Cancel it to show it elsewhere.
 * @fires {FormUnsupportedEvent} form-unsupported - From the form in it: the API's questions use what cannot be shown as meant.
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
 * @csspart bar - The line above the list.
 * @csspart filters - The search and the filters.
 * @csspart search - The search box.
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
 * @cssstate loading - Nothing is known of the list yet: a page may hold back what stands below, which is about to move.
 *
 * @example
 * <access-request-list base-url="/api/v1" application-id="app-1"></access-request-list>
 */
export class AccessRequestList extends LatchkeyElement {
  static override styles = [baseStyles, buttonStyles, badgeStyles, skeletonStyles, styles];

  /** A Marketplace to use instead of the one of a `<marketplace-provider>` or of `base-url`. */
  @property({ attribute: false }) marketplace?: Marketplace | undefined;

  /** Address of the marketplace's API: required, unless there is a provider around the element. */
  @property({ attribute: 'base-url' }) baseUrl?: string | undefined;

  /** Bearer token for `base-url`: a string, or a function that gives the current one. */
  @property({ attribute: false }) token?: Token | undefined;

  /** Only requests for this application. */
  @property({ attribute: 'application-id' }) applicationId?: string | undefined;

  /** Only requests for this resource. */
  @property({ attribute: 'resource-id' }) resourceId?: string | undefined;

  /** Only requests with this in their name; follows the search box. */
  @property({ useDefault: true }) query = '';

  /**
   * Only requests in these states, separated by spaces: `pending provisioning`; follows the filters. It is what a person
   * looks at, shown as pressed filters and cleared with them; with `without-filters` it is the page's alone, like
   * `application-id`, `resource-id` and `pending-only`.
   */
  @property({ useDefault: true }) states = '';

  /** Of a list of several resources, only the requests for this one; follows the filters. */
  @property({ attribute: 'filter-resource-id' }) filterResourceId?: string | undefined;

  /** Of a list of several applications, only the requests for this one; follows the filters. */
  @property({ attribute: 'filter-application-id' }) filterApplicationId?: string | undefined;

  /** Only requests that wait for a decision. */
  @property({ type: Boolean, attribute: 'pending-only' }) pendingOnly = false;

  /**
   * Leaves the filters out: states, APIs and applications. What the page narrows the list to by their properties then is
   * its own choice, which nobody else can see or clear.
   */
  @property({ type: Boolean, attribute: 'without-filters' }) withoutFilters = false;

  /** Level of the requests' headings, 1 to 6: one below the heading of the part of the page that the list is in. */
  @property({ type: Number, attribute: 'heading-level', useDefault: true }) headingLevel = 3;

  /** What can be done with the requests; loaded with the first press of a button. */
  @state() private actions: RequestActions | undefined;
  /** The search and the filters; loaded once the list is there. */
  @state() private filters: RequestFilters | undefined;
  /** Whether a part of the element that is loaded on demand could not be. */
  @state() private isPartMissing = false;

  #internals = this.attachInternals();
  #marketplace = new MarketplaceController(this);
  #localize = new Localize(this, sentences);
  #announcer = new Announcer(this);
  #pages = new PagesController<AccessRequest>(this);
  #used: Marketplace | undefined;
  #loadingFilters = false;
  #reads = new Map<string, AbortController>();

  constructor() {
    super();
    new LiveController(this, this.#marketplace, { changed: (event) => this.#hear(event) });
    new Ticker(this, minuteMs);
    new MissingWarning(this, () => (this.#isFirst && !this.#used ? marketplaceNeeded : undefined));
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
    const isAnother = marketplace !== this.#used || scope.some((name) => changed.has(name));
    if (isAnother) {
      this.#used = marketplace;
      this.actions?.reset();
      this.isPartMissing = false;
    }
    if (!marketplace) this.#pages.reset();
    else if (isAnother || view.some((name) => changed.has(name))) {
      this.#pages.open(
        (cursor, signal) => {
          const { facets, ...params } = this.#params();
          // They are of the whole list: once is enough.
          return marketplace.accessRequests.list(
            { ...params, ...(cursor === undefined ? { facets } : { cursor }) },
            { signal },
          );
        },
        { keep: !isAnother },
      );
    }
    void this.#loadFilters();
  }

  protected override updated(): void {
    if (this.#isFirst) this.#internals.states.add('loading');
    else this.#internals.states.delete('loading');
  }

  /** What is asked of the marketplace, but which page. */
  #params(): ListAccessRequests {
    const { applicationId, resourceId, query } = this;
    const wanted = this.#wantedStates();
    const divided: [AccessFacet, boolean][] = [
      ['state', !this.pendingOnly],
      ['resourceId', resourceId === undefined],
      ['applicationId', applicationId === undefined],
    ];
    return {
      applicationId: applicationId ?? this.filterApplicationId,
      resourceId: resourceId ?? this.filterResourceId,
      state: wanted,
      q: query.trim() || undefined,
      facets: this.withoutFilters ? undefined : divided.flatMap(([facet, is]) => (is ? [facet] : [])),
    };
  }

  /** Whether the marketplace does not accept what it is asked for: maybe because of the filters, which know. */
  get #isRefused(): boolean {
    return refusedOf(this.#problem) !== undefined;
  }

  /** Loads the filters once the list is there: it works without them. */
  async #loadFilters(): Promise<void> {
    if (this.#loadingFilters || (this.#pages.status !== 'ready' && !this.#isRefused)) return;
    this.#loadingFilters = true;
    try {
      const { RequestFilters } = await import('./request-filters.js');
      this.filters = new RequestFilters(this, {
        localize: this.#localize,
        announcer: this.#announcer,
        pages: this.#pages,
        marketplace: () => this.#used,
        params: () => this.#params(),
        count: () => this.#count(),
      });
    } catch {
      this.isPartMissing = true;
    }
  }

  /** Whether anything narrows the list that a person could take back: without filters, that is the search alone. */
  get #isNarrowed(): boolean {
    const { query, states, filterResourceId, filterApplicationId, withoutFilters } = this;
    const chosen = withoutFilters ? [] : [states, filterResourceId, filterApplicationId];
    return [query, ...chosen].some((text) => text?.trim());
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

  /** Shows a request in its newest state, and says what changed. */
  #show(request: AccessRequest): void {
    const before = this.#request(request.id);
    if (!this.#place(request)) return;
    // A page that is on its way may be older than this.
    if (this.#pages.busy) void this.#pages.settled.then(() => this.#place(request));
    this.filters?.recount();
    if (before?.state === request.state) return;
    const word = this.#localize.term(`access-${request.state}`);
    this.#announcer.announce(this.#localize.term('requestNowIs', request.name, word));
  }

  /** Puts a request in its place, at the top, or out of the list; answers whether that changes anything. */
  #place(request: AccessRequest): boolean {
    const before = this.#request(request.id);
    if (before && Date.parse(request.updatedAt) < Date.parse(before.updatedAt)) return false;
    const belongs = this.#belongs(request);
    if (before && belongs) this.#pages.replace(request);
    else if (before) this.#pages.drop(request.id);
    else if (belongs && this.#pages.status === 'ready') this.#pages.prepend(request);
    else return false;
    return true;
  }

  #belongs({ application, resource, state: current, name }: AccessRequest): boolean {
    const { applicationId, resourceId, state: wanted, q = '' } = this.#params();
    return (
      (applicationId === undefined || application.id === applicationId) &&
      (resourceId === undefined || resource.id === resourceId) &&
      (wanted === undefined || (wanted as readonly string[]).includes(current)) &&
      name.toLowerCase().includes(q.toLowerCase())
    );
  }

  readonly #handleClick = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>('button[data-do]');
    const request = this.#request(button?.closest<HTMLElement>('[data-id]')?.dataset['id']);
    if (button && request) void this.#press(request, button.dataset['do'] as CardAction);
  };

  async #press(request: AccessRequest, action: CardAction): Promise<void> {
    this.isPartMissing = false;
    try {
      if (!this.actions) {
        const { RequestActions } = await import('./request-actions.js');
        this.actions ??= new RequestActions(this, {
          localize: this.#localize,
          pages: this.#pages,
          marketplace: () => this.#used,
          show: (changed) => this.#show(changed),
          reread: (id) => this.#reread(id),
        });
      }
      await this.actions.press(request, action);
    } catch {
      this.isPartMissing = true;
    }
  }

  readonly #handleMore = async (): Promise<void> => {
    await this.#pages.more();
    if (this.#pages.status === 'ready') this.#announcer.announce(this.#count());
  };

  readonly #handleRetry = (): void => {
    if (this.#marketplace.error !== undefined) this.#marketplace.retry();
    else void this.#pages.retry();
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

  /** Why the list could not be read, if that is so. */
  get #problem(): unknown {
    return this.#marketplace.error ?? (this.#pages.status === 'failed' ? this.#pages.error : undefined);
  }

  /** Whether nothing is known yet of what is listed. */
  get #isFirst(): boolean {
    const { items, status } = this.#pages;
    return items.length === 0 && (status === 'loading' || status === 'initial') && this.#problem === undefined;
  }

  #renderRoom(): TemplateResult | typeof nothing {
    const { items, facets, total = items.length } = this.#pages;
    if (!this.#isFirst) return renderRoom(roomOf(facets, this.#isNarrowed || total >= searchFrom));
    return this.withoutFilters ? nothing : renderRoom();
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
        (request) =>
          guard([request, minute, this.headingLevel, this.#localize.words, ...(this.actions?.key(request) ?? [])], () =>
            renderCard(request, {
              localize: this.#localize,
              now,
              level: this.headingLevel,
              ...this.actions?.render(request),
            }),
          ),
      )}
    </ul>`;
  }

  #renderEmpty(): TemplateResult {
    const kind = this.pendingOnly ? 'requestsNonePending' : 'requestsEmpty';
    const isEmpty = this.#isEmpty();
    return html`<div class="empty" part="empty" ?hidden=${!isEmpty || this.#isNarrowed}>
        <slot name="empty">
          <strong>${this.#localize.term(kind)}</strong>
          <span class="muted">${this.#localize.term(`${kind}Hint`)}</span>
        </slot>
      </div>
      ${isEmpty && this.#isNarrowed ? this.filters?.renderNoMatch() : nothing}`;
  }

  #renderProblem(error: unknown): TemplateResult | typeof nothing {
    if (this.filters) return this.filters.renderProblem(error, this.#handleRetry);
    // Its sentence comes with the filters.
    if (this.#isRefused && !this.isPartMissing) return nothing;
    return errorPanel(this.#localize, error, this.#handleRetry, this.#pages.busy);
  }

  protected override render(): TemplateResult {
    const { items, busy, next } = this.#pages;
    const lost = this.#problem;
    return html`<div class="frame">
      <slot name="help"></slot>
      <div class="bar" part="bar" tabindex="-1">
        <span class="count muted">${items.length > 0 ? this.#count() : nothing}</span>
        <slot name="actions"></slot>
      </div>
      ${this.filters ? this.filters.render() : this.#renderRoom()}
      ${lost === undefined ? nothing : this.#renderProblem(lost)}
      ${
        this.isPartMissing
          ? html`<div class="notice caution" role="alert">
              ${alertIcon()}
              <p>${this.#localize.term('partFailed')}</p>
            </div>`
          : nothing
      }
      ${this.#isFirst ? renderSkeleton(this.#localize.term('loading')) : nothing}
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
