/* eslint lit-a11y/no-redundant-role: off -- as blocks and grids, parts of a table lose their own roles in some browsers */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { Credential } from '../../contract/credential.js';
import { ApiError } from '../../contract/error.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { Audience } from '../../contract/product.js';
import { common } from '../../locales/en/common.js';
import { credentialList } from '../../locales/en/credential-list.js';
import { Announcer } from '../shared/announcer.js';
import { errorPanel } from '../shared/error-panel.js';
import { alertIcon } from '../shared/icons.js';
import { LiveController } from '../shared/live-controller.js';
import { Localize } from '../shared/localize.js';
import { MarketplaceController } from '../shared/marketplace-controller.js';
import { PagesController } from '../shared/pages-controller.js';
import type { Token } from '../shared/shared-client.js';
import { badgeStyles } from '../shared/styles/badge.styles.js';
import { baseStyles } from '../shared/styles/base.styles.js';
import { buttonStyles } from '../shared/styles/button.styles.js';
import { Ticker } from '../shared/ticker.js';
import { styles } from './credential-list.styles.js';
import type { CredentialExtras } from './credential-extras.js';
import { credentialRow, hasNotes, type RowContext } from './credential-row.js';

const sentences = { ...common, ...credentialList };

/** What of the properties makes it another list. */
const filters = ['environment', 'audience', 'applicationId', 'resourceId'] as const;

/** A list that is refused with one of these may be for nobody like this person: what can be created says so. */
const refusals = ['forbidden', 'not-eligible', 'validation-failed'];

const minuteMs = 60_000;

/**
 * @summary The credentials of an application, of an API, or of all teams of the person, with what can be done with each.
 *
 * Shows state, identifiers and dates, what each may do and until when, follows changes live, and offers what the
 * marketplace allows. Each change is confirmed. Secrets are never part of the list. How many there may be, and why no
 * more can be created, is said beside it; who may not see credentials at all is told why instead.
 *
 * @slot actions - Buttons beside the number of credentials, such as one that creates another.
 * @slot empty - What is shown when there is no credential yet.
 *
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
 *
 * @csspart bar - The line above the list.
 * @csspart list - The table.
 * @csspart item - A row.
 * @csspart identifier - An identifier.
 * @csspart error - An error with its button to try again.
 * @csspart empty - What is shown instead of the list when there is nothing in it.
 * @csspart limits - How many there are of how many there may be.
 * @csspart create-button - The button that creates one.
 * @csspart blocked - Why no credential can be created, or shown.
 * @csspart environments - The choice of the environment.
 * @csspart dialog - A confirmation.
 * @csspart panel - The side panel that shows a secret or a form.
 *
 * @cssproperty [--latchkey-credential-list-radius=10px] - Radius of the list's corners.
 * @cssproperty [--latchkey-credential-list-header-offset=0] - How far below the top the header sticks.
 *
 * @example
 * <credential-list base-url="/api/v1" application-id="app-1"></credential-list>
 * <credential-list base-url="/api/v1" resource-id="res-1" audience="external" share-url="/share"></credential-list>
 */
export class CredentialList extends LitElement {
  static override styles = [baseStyles, buttonStyles, badgeStyles, styles];

  /** A Marketplace to use instead of the one of a `<marketplace-provider>` or of `base-url`. */
  @property({ attribute: false }) marketplace?: Marketplace | undefined;

  /** Address of the marketplace's API, when there is no provider around the element. */
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
  @property() query = '';

  /** What went wrong outside of reading the list, as a sentence. */
  @state() private notice: string | undefined;

  #marketplace = new MarketplaceController(this);
  #localize = new Localize(this, sentences);
  #announcer = new Announcer(this);
  #pages = new PagesController<Credential>(this);
  #shown: Marketplace | undefined;
  /** What belongs to the list once it is there; loaded then. */
  #extras: CredentialExtras | undefined;
  #loading: Promise<CredentialExtras> | undefined;
  /** Whether what else can be created is known or asked for, with the filters as they are. */
  #offering = false;
  /** Whether the list was refused, and it is being asked why. */
  #deciding = false;

  constructor() {
    super();
    new LiveController(this, this.#marketplace, {
      ready: () => this.#pages.status === 'ready' || this.#pages.status === 'failed',
      changed: (event) => void this.#withExtras((extras) => extras.follow(event)),
    });
    new Ticker(this, minuteMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#shown = undefined;
    this.notice = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const marketplace = this.#marketplace.value;
    const { environment, audience, applicationId, resourceId } = this;
    const another = marketplace !== this.#shown || filters.some((name) => changed.has(name));
    this.#shown = marketplace;
    if (another) {
      this.#offering = this.#deciding = false;
      this.#extras?.close();
    }
    if (another || (changed.has('query') && marketplace)) {
      const q = this.query.trim() || undefined;
      if (!marketplace) this.#pages.reset();
      else
        this.#pages.open(
          async (cursor, signal) => {
            if (this.gated && (await marketplace.credentials.options({}, { signal })).blocked === 'role')
              throw new ApiError('forbidden', 'credentials');
            const params = { environment, audience, applicationId, resourceId, q, cursor };
            return marketplace.credentials.list(params, { signal });
          },
          { keep: !another },
        );
    }
    this.#follow();
  }

  /** Loads what belongs to the list, once that is there. */
  #follow(): void {
    const { status, error } = this.#pages;
    if (this.#offering || (status !== 'ready' && status !== 'failed')) return;
    this.#offering = true;
    this.#deciding = refusals.includes((error as Partial<ApiError> | undefined)?.code ?? '');
    void this.#withExtras((extras) => extras.open()).then(() => {
      this.#deciding = false;
      this.requestUpdate();
    });
  }

  /** Reads the list again. What is shown stays until the answer is there. */
  refresh(): Promise<void> {
    return this.#pages.refresh();
  }

  /** Lets what is loaded on demand do something. */
  async #withExtras(use: (extras: CredentialExtras) => Promise<void>): Promise<void> {
    this.#loading ??= import('./credential-extras.js').then(
      ({ CredentialExtras }) =>
        new CredentialExtras(this, {
          localize: this.#localize,
          announcer: this.#announcer,
          pages: this.#pages,
          marketplace: () => this.#marketplace.value,
          count: () => this.#count(),
          notify: (notice) => (this.notice = notice),
        }),
    );
    try {
      this.#extras = await this.#loading;
      await use(this.#extras);
    } catch {
      this.#loading = undefined;
      this.notice = this.#localize.term('partFailed');
    }
  }

  #handleClick = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-do]');
    if (button) void this.#withExtras(({ rows }) => rows.press(button));
  };

  #handleKey = (event: KeyboardEvent): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-do="menu"]');
    const last = event.key === 'ArrowUp';
    if (!button || (event.key !== 'ArrowDown' && !last)) return;
    event.preventDefault();
    void this.#withExtras(({ rows }) => rows.openMenu(button, last));
  };

  #handleRetry = (): void => {
    if (this.#marketplace.error !== undefined) this.#marketplace.retry();
    else void this.#pages.retry();
  };

  #count(): string {
    const { items, total, next } = this.#pages;
    if (next !== undefined && total !== undefined) return this.#localize.term('credentialCountOf', items.length, total);
    return this.#localize.term('credentialCount', total ?? items.length);
  }

  #renderBar(): TemplateResult {
    const { items, status } = this.#pages;
    return html`<div class="bar" part="bar" tabindex="-1">
      <span class="count muted">${status === 'ready' && items.length > 0 ? this.#count() : nothing}</span>
      ${this.#extras?.renderInBar()}
      <slot name="actions"></slot>
    </div>`;
  }

  #renderTable(context: RowContext): TemplateResult {
    const { usage, expiry, copied, notes } = context;
    const { pages, busy } = this.#pages;
    const { language } = this.#localize;
    const minute = Math.floor(context.now / minuteMs);
    const heading = (text: string, className = '') =>
      html`<th role="columnheader" scope="col" class=${className}>${text}</th>`;
    return html`<table
      role="table"
      part="list"
      class="${usage ? 'usage' : ''} ${expiry ? 'expiry' : ''}"
      aria-label=${this.#localize.term('credentials')}
      aria-busy=${busy}
      ?hidden=${this.#isEmpty()}
      @click=${this.#handleClick}
      @keydown=${this.#handleKey}
    >
      <thead role="rowgroup">
        <tr role="row">
          ${heading(this.#localize.term('credentialName'))} ${heading(this.#localize.term('credentialIdentifier'))}
          ${heading(this.#localize.term('credentialStatus'))}
          ${heading(this.#localize.term('credentialCreated'), 'created')}
          ${usage ? heading(this.#localize.term('credentialLastUsed')) : nothing}
          ${expiry ? heading(this.#localize.term('credentialExpires')) : nothing}
          <th role="columnheader" scope="col">
            <span class="visually-hidden">${this.#localize.term('credentialActions')}</span>
          </th>
        </tr>
      </thead>
      ${pages.map(
        (page) =>
          html`<tbody role="rowgroup">
            ${guard(
              [
                page,
                language,
                minute,
                usage,
                expiry,
                notes && page.some(hasNotes),
                copied && page.some(({ id }) => copied.startsWith(`${id}/`)) && copied,
              ],
              () => page.map((credential) => credentialRow(credential, context)),
            )}
          </tbody>`,
      )}
      ${pages.length === 0 ? this.#renderSkeleton() : nothing}
    </table>`;
  }

  #renderSkeleton(): TemplateResult {
    const bone = html`<td role="cell"><span class="bone"></span></td>`;
    return html`<tbody class="skeleton" aria-hidden="true">
      ${[1, 2, 3].map(
        () =>
          html`<tr>
            ${bone}${bone}${bone}
            <td class="created"><span class="bone"></span></td>
            ${bone}
            <td></td>
          </tr>`,
      )}
    </tbody>`;
  }

  #renderEmpty(): TemplateResult {
    const filtered = this.query.trim();
    const empty = this.#isEmpty() && this.#pages.status === 'ready';
    return html`<div class="empty" part="empty" ?hidden=${!empty || filtered !== ''}>
        <slot name="empty">
          <strong>${this.#localize.term('credentialsEmpty')}</strong>
          <span class="muted">${this.#localize.term('credentialsEmptyHint')}</span>
        </slot>
      </div>
      ${empty && filtered !== '' ? this.#extras?.renderNoMatch() : nothing}`;
  }

  /** Whether there is nothing to list, as opposed to nothing yet. */
  #isEmpty(): boolean {
    const { status, pages } = this.#pages;
    return status !== 'loading' && status !== 'initial' && !this.#deciding && pages.every((page) => page.length === 0);
  }

  protected override render(): TemplateResult {
    const { items, status, error, busy } = this.#pages;
    const lost = this.#marketplace.error;
    const context: RowContext = {
      localize: this.#localize,
      now: this.#marketplace.value?.now() ?? 0,
      copied: this.#extras?.rows.copied,
      usage: items.length === 0 || items.some(({ lastUsedAt }) => lastUsedAt !== undefined),
      expiry: items.some(({ expiresAt }) => expiresAt !== undefined),
      notes: this.#extras?.notes,
    };
    return html`<div class="frame">
      ${this.#extras?.renderAbove()}
      <div ?hidden=${this.#extras?.replaces}>
        ${this.#renderBar()}
        ${
          (status === 'failed' && !this.#deciding) || lost !== undefined
            ? errorPanel(this.#localize, lost ?? error, this.#handleRetry, busy)
            : nothing
        }
        ${
          this.notice === undefined
            ? nothing
            : html`<div class="notice caution" role="alert">
                ${alertIcon()}
                <p>${this.notice}</p>
              </div>`
        }
        ${this.#renderTable(context)} ${this.#renderEmpty()} ${this.#extras?.renderMore()}
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
