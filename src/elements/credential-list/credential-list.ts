/* eslint lit-a11y/click-events-have-key-events: off -- what is clicked in the table are its buttons */
/* eslint lit-a11y/no-redundant-role: off -- as blocks and grids, parts of a table lose their own roles in some browsers */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Credential } from '../../contract/credential.js';
import type { CredentialOrder, CredentialRisk } from '../../contract/credential-params.js';
import { ApiError } from '../../contract/error.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { Page } from '../../contract/primitives.js';
import type { Audience } from '../../contract/credential-type.js';
import { basics } from '../../locales/en/basics.js';
import { credentialList } from '../../locales/en/credential-list.js';
import { Announcer } from '../shared/announcer.js';
import { LatchkeyElement } from '../shared/latchkey-element.js';
import { Localize } from '../shared/localize.js';
import { MarketplaceController } from '../shared/marketplace-controller.js';
import { PagesController } from '../shared/pages-controller.js';
import { searchFrom } from '../shared/search-from.js';
import type { Token } from '../shared/shared-client.js';
import { badgeStyles } from '../shared/styles/badge.styles.js';
import { baseStyles } from '../shared/styles/base.styles.js';
import { buttonStyles } from '../shared/styles/button.styles.js';
import { CredentialBlocks } from './credential-blocks.js';
import { styles } from './credential-list.styles.js';
import type { CredentialExtras } from './credential-extras.js';
import { iconStyles } from './credential-icons.styles.js';
import { facetFields, narrowing, paramsOf } from './credential-query.js';
import { columnNames, columnsOf, hasNotes, type RowContext } from './credential-row.js';

const sentences = { ...basics, ...credentialList };

/** What of the properties makes it another list. */
const scope = ['environment', 'audience', 'applicationId', 'resourceId'] as const;

/** What of the properties makes it another view of the same list: what is shown stays until the answer is there. */
const view = [...narrowing, 'sort', 'paging', 'pageSize', 'withoutFilters'] as const;

/** A list that is refused with one of these may be for nobody like this person: what can be created says so. */
const refusals = ['forbidden', 'not-eligible', 'validation-failed'];

/**
 * @summary The credentials of an application, of an API, or of all teams of the person, with what can be done with each.
 *
 * Shows state, identifiers and dates, what each may do and until when, follows changes live, and offers what the
 * marketplace allows. Each change is confirmed. Secrets are never part of the list. How many there may be, and why no
 * more can be created, is said beside it; who may not see credentials at all is told why instead.
 *
 * A person can search, filter with counts, sort, and do something with several credentials at once. What they look at is
 * in the properties `query`, `states`, `types`, `risk`, `sort`, `filterResourceId` and `filterApplicationId`, and one
 * event tells when they change it, so that a page can put it into its address. Ten thousand rows are no burden; all of
 * them are in the page.
 *
 * @slot actions - Buttons beside the number of credentials, such as one that creates another.
 * @slot empty - What is shown when there is no credential yet.
 * @slot help - Text under the line above the list, such as where to find more.
 *
 * @fires {CredentialViewChangeEvent} credential-view-change - Somebody searched, filtered or sorted: the whole view.
 * @fires {CredentialBatchEvent} credential-batch - Somebody chose something for several. Cancel it to take over.
 * @fires {CredentialBatchedEvent} credential-batched - The marketplace answered for each of several.
 * @fires {CredentialAddEvent} credential-add - Somebody chose to create one here. Cancel it to take over.
 * @fires {CredentialRevealEvent} credential-reveal - Somebody chose to view a secret. Cancel it to show it elsewhere.
 * @fires {CredentialEditEvent} credential-edit - Somebody chose to edit. Cancel it to take over.
 * @fires {CredentialRenewEvent} credential-renew - Somebody chose to renew. Cancel it to take over.
 * @fires {CredentialRegenerateEvent} credential-regenerate - Somebody chose to regenerate. Cancel it to take over.
 * @fires {CredentialSuspendEvent} credential-suspend - Somebody chose to suspend. Cancel it to take over.
 * @fires {CredentialEnableEvent} credential-enable - Somebody chose to enable. Cancel it to take over.
 * @fires {CredentialRetryEvent} credential-retry - Somebody chose to try again. Cancel it to take over.
 * @fires {CredentialShareEvent} credential-share - Somebody chose to make a share link. Cancel it to take over.
 * @fires {CredentialUnshareEvent} credential-unshare - Somebody chose to end it. Cancel it to take over.
 * @fires {CredentialProvisionEvent} credential-provision - The provider chose to set one up. Cancel it to take over.
 * @fires {CredentialRefuseEvent} credential-refuse - The provider chose to refuse that. Cancel it to take over.
 * @fires {CredentialRemoveEvent} credential-remove - Somebody chose to delete. Cancel it to take over.
 * @fires {CredentialRenewedEvent} credential-renewed - The marketplace accepted a renewal.
 * @fires {CredentialRegeneratedEvent} credential-regenerated - The marketplace accepted a regeneration.
 * @fires {CredentialSuspendedEvent} credential-suspended - The marketplace accepted a suspension.
 * @fires {CredentialEnabledEvent} credential-enabled - The marketplace accepted enabling.
 * @fires {CredentialRetriedEvent} credential-retried - The marketplace accepted another try.
 * @fires {CredentialSharedEvent} credential-shared - A share link was made; the event does not hold it.
 * @fires {CredentialUnsharedEvent} credential-unshared - The share link no longer works.
 * @fires {CredentialProvisionedEvent} credential-provisioned - The marketplace accepted that one is set up.
 * @fires {CredentialRefusedEvent} credential-refused - The provider has said why one cannot be set up.
 * @fires {CredentialRemovedEvent} credential-removed - The marketplace accepted a deletion.
 * @fires {CredentialFailedEvent} credential-failed - A confirmed change did not happen.
 * @fires {CredentialReplaceEvent} credential-replace - Somebody asks for another credential in place of one whose secret
 *   is no longer stored: show where it can be created.
 * @fires {CredentialCreateEvent} credential-create - From the form in its panel: the credential is about to be created. Cancel it to take over.
 * @fires {CredentialCreatedEvent} credential-created - From the form in its panel: the marketplace has taken it; it is pending.
 * @fires {CredentialReadyEvent} credential-ready - From the form in its panel: the data plane has it; it is active.
 * @fires {CredentialCreateFailedEvent} credential-create-failed - From the form in its panel: it was not created.
 * @fires {CredentialUpdateEvent} credential-update - From the form in its panel: changes are about to be saved. Cancel it to take over.
 * @fires {CredentialUpdatedEvent} credential-updated - From the form in its panel: the marketplace has taken the changes.
 * @fires {CredentialUpdateFailedEvent} credential-update-failed - From the form in its panel: the changes were not saved.
 * @fires {ResourceExposeEvent} resource-expose - From the form in its panel: somebody opens the API for keys and calls. Cancel it to take over.
 * @fires {ResourceExposedEvent} resource-exposed - From the form in its panel: the API is open.
 * @fires {ResourceUnexposeEvent} resource-unexpose - From the form in its panel: somebody closes it. Cancel it to take over.
 * @fires {ResourceUnexposedEvent} resource-unexposed - From the form in its panel: the API is closed.
 * @fires {ResourceExposureFailedEvent} resource-exposure-failed - From the form in its panel: it was neither opened nor closed.
 * @fires {SecretClosedEvent} secret-closed - From the form in its panel: the person is done with what was created.
 * @fires {FormUnsupportedEvent} form-unsupported - From the form in its panel: the type's questions use what cannot be shown as meant.
 * @fires {SecretRevealedEvent} secret-revealed - From the secret in its panel: the secret was decrypted in the page.
 * @fires {SecretCopiedEvent} secret-copied - From the secret in its panel: a value was copied.
 * @fires {SecretCopyFailedEvent} secret-copy-failed - From the secret in its panel: the browser refused to copy.
 * @fires {SecretDownloadedEvent} secret-downloaded - From the secret in its panel: the secret was handed over as a file.
 * @fires {SecretHiddenEvent} secret-hidden - From the secret in its panel: the page has let go of the secret, and why.
 * @fires {SecretFailedEvent} secret-failed - From the secret in its panel: the secret could not be revealed.
 *
 * @csspart bar - The line above the list.
 * @csspart search - The search box.
 * @csspart filters - The quick filters and the choices of states, types, APIs and applications.
 * @csspart batch - What can be done with the selection.
 * @csspart batch-result - For which of several something did not work, and why.
 * @csspart list - The table.
 * @csspart item - A row.
 * @csspart identifier - An identifier.
 * @csspart error - An error with its button to try again.
 * @csspart empty - What is shown instead of the list when there is nothing in it.
 * @csspart pages - The buttons to the next page and the one before.
 * @csspart limits - How many there are of how many there may be.
 * @csspart create-button - The button that creates one.
 * @csspart blocked - Why no credential can be created, or shown.
 * @csspart environments - The choice of the environment.
 * @csspart dialog - A confirmation.
 * @csspart card - What tells a credential from others before it is deleted.
 * @csspart panel - The side panel that shows a secret, a form or the history.
 * @csspart timeline - What happened to a credential.
 *
 * @cssstate loading - Nothing is known of the list yet: a page may hold back what stands below, which is about to move.
 *
 * @cssproperty [--latchkey-credential-list-radius=10px] - Radius of the list's corners.
 * @cssproperty [--latchkey-credential-list-header-offset=0] - How far below the top the header sticks.
 *
 * @example
 * <credential-list base-url="/api/v1" application-id="app-1"></credential-list>
 * <credential-list base-url="/api/v1" resource-id="res-1" audience="external" share-url="/share"></credential-list>
 * <credential-list base-url="/api/v1" selectable creatable risk="expiring" sort="expires" paging="pages" page-size="25">
 * </credential-list>
 */
export class CredentialList extends LatchkeyElement {
  static override styles = [baseStyles, buttonStyles, badgeStyles, styles, iconStyles];

  /** A Marketplace to use instead of the one of a `<marketplace-provider>` or of `base-url`. */
  @property({ attribute: false }) marketplace?: Marketplace | undefined;

  /** Address of the marketplace's API: required, unless there is a provider around the element. */
  @property({ attribute: 'base-url' }) baseUrl?: string | undefined;

  /** Bearer token for `base-url`: a string, or a function that gives the current one. */
  @property({ attribute: false }) token?: Token | undefined;

  /** Only credentials of this environment. Where the marketplace has several, it is asked for here unless told. */
  @property() environment?: string | undefined;

  /** Only credentials for this audience: `internal` or `external`. */
  @property() audience?: Audience | undefined;

  /** Only credentials of this application. */
  @property({ attribute: 'application-id' }) applicationId?: string | undefined;

  /** Only credentials for this resource. */
  @property({ attribute: 'resource-id' }) resourceId?: string | undefined;

  /** Address of your page on which a share link is opened: the link is this with `#` and a token. */
  @property({ attribute: 'share-url' }) shareUrl?: string | undefined;

  /** Whether credentials can be created here: adds a button, and a form in the panel. */
  @property({ type: Boolean }) creatable = false;

  /**
   * Whether a role decides who may see credentials here (SPEC M1): then that is asked for first, and who may not sees the
   * explanation without a refused request.
   */
  @property({ type: Boolean }) gated = false;

  /** Only credentials with this in their name or identifiers; follows the search box. */
  @property({ useDefault: true }) query = '';

  /** Only credentials in these states, separated by spaces: `active inactive`; follows the filters. */
  @property({ useDefault: true }) states = '';

  /** Only credentials of the types with these ids, separated by spaces; follows the filters. */
  @property({ useDefault: true }) types = '';

  /** Only what deserves a look: `expiring` within 30 days, `expired`, `unused` or `inactive`; follows the filters. */
  @property() risk?: CredentialRisk | undefined;

  /**
   * The order: `name`, `used` or `expires`, with `-` the other way round; the newest first unless told. Follows the
   * headers.
   */
  @property() sort?: CredentialOrder | undefined;

  /** Of a list of several resources, only the credentials for this one; follows the filters. */
  @property({ attribute: 'filter-resource-id' }) filterResourceId?: string | undefined;

  /** Of a list of several applications, only the credentials of this one; follows the filters. */
  @property({ attribute: 'filter-application-id' }) filterApplicationId?: string | undefined;

  /** How further credentials are reached: `more` adds them at the end, `pages` shows one page at a time. */
  @property({ useDefault: true }) paging: 'more' | 'pages' = 'more';

  /** How many credentials are on a page, at least 1 and at most 200; the marketplace decides unless told. */
  @property({ type: Number, attribute: 'page-size' }) pageSize?: number | undefined;

  /** Whether credentials can be selected, to do something with several of them at once. */
  @property({ type: Boolean }) selectable = false;

  /** Actions that get a button of their own in each row, separated by spaces: `suspend`, `enable`, `renew`, `remove`. */
  @property({ attribute: 'quick-actions', useDefault: true }) quickActions = '';

  /**
   * Leaves the filters out: states, types, APIs, applications, and what deserves a look. What the page narrows the list to
   * by their properties then is its own choice, which nobody else can see or clear.
   */
  @property({ type: Boolean, attribute: 'without-filters' }) withoutFilters = false;

  /** Whether what is loaded on demand could not be loaded. */
  @state() private crippled = false;

  #internals = this.attachInternals();
  #marketplace = new MarketplaceController(this);
  #localize = new Localize(this, sentences);
  #announcer = new Announcer(this);
  #pages = new PagesController<Credential>(this);
  #blocks = new CredentialBlocks(this);
  #shown: Marketplace | undefined;
  /** What belongs to the list once it is there; loaded then. */
  #extras: CredentialExtras | undefined;
  #loading: Promise<CredentialExtras> | undefined;
  /** Whether what else can be created is known or asked for, with the filters as they are. */
  #offering = false;
  /** Whether the list was refused, and it is being asked why. */
  #deciding = false;
  /** The last click on a button of a row, or the last key. */
  #pressed: Event | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#shown = undefined;
    this.crippled = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const marketplace = this.#marketplace.value;
    const another = marketplace !== this.#shown || scope.some((name) => changed.has(name));
    this.#shown = marketplace;
    if (another) {
      this.#offering = this.#deciding = false;
      this.#extras?.close();
    }
    if (another || (marketplace && view.some((name) => changed.has(name)))) {
      if (!marketplace) this.#pages.reset();
      else this.#pages.open((cursor, signal) => this.#read(marketplace, cursor, signal), { keep: !another });
    }
    this.#follow();
  }

  async #read(marketplace: Marketplace, cursor: string | undefined, signal: AbortSignal): Promise<Page<Credential>> {
    if (this.gated && (await marketplace.credentials.options({}, { signal })).blocked === 'role')
      throw new ApiError('forbidden', 'credentials');
    const params = paramsOf(this);
    // They are of the whole list: once is enough.
    if (cursor !== undefined && this.paging === 'more') delete params.facets;
    const limit = this.pageSize ? Math.min(Math.max(this.pageSize | 0, 1), 200) : undefined;
    const page = await marketplace.credentials.list({ ...params, limit, cursor }, { signal });
    // Rows that have more in them would grow when it comes.
    if (this.quickActions || page.items.some(hasNotes)) await this.#withExtras();
    return page;
  }

  protected override updated(): void {
    if (this.#isFirst) this.#internals.states.add('loading');
    else this.#internals.states.delete('loading');
  }

  /** Loads what belongs to the list, once that is there. */
  #follow(): void {
    const { status, error } = this.#pages;
    const lost = this.#marketplace.error !== undefined;
    if (this.#offering || (status !== 'ready' && status !== 'failed' && !lost)) return;
    this.#offering = true;
    this.#deciding = refusals.includes((error as Partial<ApiError> | undefined)?.code ?? '');
    const open = (): void => {
      void this.#withExtras((extras) => extras.open()).then(() => {
        this.#deciding = false;
        this.requestUpdate();
      });
    };
    if (this.#loading || status !== 'ready') open();
    // The frame after the one that paints the rows.
    else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => this.isConnected && open())));
  }

  /** Reads the list again. What is shown stays until the answer is there. */
  refresh(): Promise<void> {
    this.#offering = false;
    return this.#pages.refresh();
  }

  /** Lets what is loaded on demand do something. */
  async #withExtras(use?: (extras: CredentialExtras) => Promise<void>): Promise<void> {
    this.#loading ??= import('./credential-extras.js').then(
      ({ CredentialExtras }) =>
        new CredentialExtras(this, {
          source: this.#marketplace,
          announcer: this.#announcer,
          localize: this.#localize,
          pages: this.#pages,
          params: () => paramsOf(this),
          count: () => this.#count(),
        }),
    );
    try {
      this.#extras = await this.#loading;
      this.crippled = false;
      await use?.(this.#extras);
    } catch {
      if (!this.#extras) this.#loading = undefined;
      this.crippled = true;
    }
  }

  /** A click in a row, or a key: an arrow opens a menu, and any takes back what was pressed and is still loading. */
  #handleClick = (event: Event): void => {
    const { key } = event as KeyboardEvent;
    const button = (event.target as Element).closest<HTMLInputElement>(key ? '[data-do="menu"]' : '[data-do]');
    const from = document.activeElement;
    if (key || button) this.#pressed = event;
    if (!button || (key && !/^Arrow[UD]/.test(key))) return;
    if (key) event.preventDefault();
    // A box may be drawn again before anything hears of it.
    const { checked } = button;
    const isHeld = (): boolean =>
      this.#pressed === event && [from, this, document.body].includes(document.activeElement);
    void this.#withExtras((extras) => extras.press(button, event as KeyboardEvent, checked, isHeld));
  };

  #handleRetry = (): void => {
    this.#offering = false;
    if (this.#pages.status === 'failed') void this.#pages.retry();
    else this.requestUpdate();
  };

  #count(): string {
    const { items, total, next } = this.#pages;
    if (next !== undefined && total !== undefined && this.paging === 'more')
      return this.#localize.term('credentialCountOf', items.length, total);
    return this.#localize.term('credentialCount', total ?? items.length);
  }

  #renderBar(): TemplateResult {
    const { items, status } = this.#pages;
    return html`<div class="bar" part="bar" tabindex="-1">
        <span class="count muted">${status !== 'failed' && items.length > 0 ? this.#count() : nothing}</span>
        ${this.#extras?.renderInBar()}
        <slot name="actions"></slot>
      </div>
      <slot name="help"></slot>
      ${this.#extras ? this.#extras.renderTools() : this.#renderRoom()}`;
  }

  /**
   * Keeps room for what is loaded on demand and would move the table: the filters, as many as there will be as far as is
   * known, and, where they take a line each, the search and the button that creates one.
   */
  #renderRoom(): TemplateResult {
    const { items, facets, total = items.length } = this.#pages;
    const filters = facets
      ? facets.flatMap(({ field, values }) => {
          const found = values.filter(({ count }) => count > 0);
          return field === 'risk' ? found : found.slice(1, 2);
        })
      : this.#isFirst
        ? facetFields
        : [];
    const isSearched = total >= searchFrom || this.#isNarrowed;
    return html`<div class="room" ?hidden=${this.crippled || this.withoutFilters}>
        ${filters.map(() => html`<i></i>`)}
      </div>
      <div class="line" ?hidden=${!isSearched}></div>
      <div class="line" ?hidden=${!isSearched || !this.creatable}></div>`;
  }

  #renderTable(): TemplateResult {
    const { blocks, busy } = this.#pages;
    const localize = this.#localize;
    const extras = this.#extras;
    const columns = columnsOf(this, this.#pages.items);
    const context: RowContext = {
      localize,
      now: this.#marketplace.value?.now() ?? 0,
      selectable: this.selectable,
      owners: (this.applicationId ?? this.filterApplicationId) === undefined,
      extras: extras?.row,
    };
    return html`<table
      role="table"
      part="list"
      class="${columns} ${this.quickActions && 'quick'}"
      aria-label=${localize.term('credentials')}
      aria-busy=${busy}
      ?hidden=${this.#isEmpty()}
      @click=${this.#handleClick}
    >
      <thead role="rowgroup">
        <tr role="row">
          ${this.selectable ? (extras?.renderSelectAll() ?? html`<td role="cell" class="select"></td>`) : nothing}
          ${columnNames.map(
            ([name, key]) =>
              html`<th role="columnheader" scope="col" class=${name} aria-sort=${extras?.order(key) ?? nothing}>
                ${extras?.renderHeading(key, localize.term(key)) ?? localize.term(key)}
              </th>`,
          )}
          <th role="columnheader" scope="col" class="actions">
            <span class="visually-hidden">${localize.term('credentialActions')}</span>
          </th>
        </tr>
      </thead>
      ${this.#blocks.draw(blocks, context, `${columns} ${this.quickActions}`)}
      ${
        this.#isFirst
          ? html`<tbody class="skeleton" aria-hidden="true">
              ${[1, 2, 3].map(
                () =>
                  html`<tr>
                    ${this.selectable ? html`<td class="select"></td>` : nothing}
                    ${columnNames.map(([name]) => html`<td class=${name}></td>`)}
                    <td class="actions"></td>
                  </tr>`,
              )}
            </tbody>`
          : nothing
      }
    </table>`;
  }

  /** Whether anything narrows the list that a person could take back: without filters, that is the search alone. */
  get #isNarrowed(): boolean {
    return narrowing.slice(0, this.withoutFilters ? 1 : undefined).some((name) => this[name]?.trim());
  }

  #renderEmpty(): TemplateResult {
    const empty = this.#isEmpty() && this.#pages.status === 'ready';
    return html`<div class="empty" part="empty" ?hidden=${!empty || this.#isNarrowed}>
        <slot name="empty">
          <strong>${this.#localize.term('credentialsEmpty')}</strong>
          <span class="muted">${this.#localize.term('credentialsEmptyHint')}</span>
        </slot>
      </div>
      ${empty && this.#isNarrowed ? this.#extras?.renderNoMatch() : nothing}`;
  }

  /** Whether nothing is known yet of what is listed. */
  get #isFirst(): boolean {
    return this.#pages.blocks.length === 0 && !this.#isEmpty();
  }

  /** Whether there is nothing to list, as opposed to nothing yet. */
  #isEmpty(): boolean {
    const { status, blocks } = this.#pages;
    return status !== 'loading' && status !== 'initial' && !this.#deciding && blocks.length === 0;
  }

  protected override render(): TemplateResult {
    return html`<div class="frame" @keydown=${this.#handleClick}>
      ${this.#extras?.renderAbove()}
      <div ?hidden=${this.#extras?.replaces}>
        ${this.#renderBar()} ${this.#deciding ? nothing : this.#extras?.renderProblem()}
        ${
          this.crippled
            ? html`<div class="notice caution" role="alert">
                <p>${this.#localize.term('partFailed')}</p>
                <button class="button" type="button" @click=${this.#handleRetry}>
                  ${this.#localize.term('retry')}
                </button>
              </div>`
            : nothing
        }
        ${this.#renderTable()} ${this.#renderEmpty()} ${this.#extras?.renderBelow()}
      </div>
      ${this.#announcer.region()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'credential-list': CredentialList;
  }
}
