/* eslint lit-a11y/no-redundant-role: off -- as blocks and grids, parts of a table lose their own roles in some browsers */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { Credential } from '../../contract/credential.js';
import type { Marketplace } from '../../contract/marketplace.js';
import { common } from '../../locales/en/common.js';
import { credentialList } from '../../locales/en/credential-list.js';
import { Announcer } from '../shared/announcer.js';
import { CopyController } from '../shared/copy-controller.js';
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
import { credentialRow, type RowContext } from './credential-row.js';
import type { CredentialRows } from './credential-rows.js';

const sentences = { ...common, ...credentialList };

/** From how many credentials on a search box is worth its place. */
const searchFrom = 9;

const searchDelayMs = 250;

const minuteMs = 60_000;

/**
 * @summary The credentials of an application, of an API, or of all teams of the person, with what can be done with each.
 *
 * Shows state, identifiers and dates, follows changes live, and offers what the marketplace allows: view the secret,
 * suspend, enable, delete. Each change is confirmed. Secrets are never part of the list.
 *
 * @slot actions - Buttons beside the number of credentials, such as one that creates another.
 * @slot empty - What is shown when there is no credential yet.
 *
 * @fires {CredentialRevealEvent} credential-reveal - Somebody chose to view a secret. Cancel it to show it elsewhere.
 * @fires {CredentialSuspendEvent} credential-suspend - Somebody chose to suspend. Cancel it to take over.
 * @fires {CredentialEnableEvent} credential-enable - Somebody chose to enable. Cancel it to take over.
 * @fires {CredentialRemoveEvent} credential-remove - Somebody chose to delete. Cancel it to take over.
 * @fires {CredentialSuspendedEvent} credential-suspended - The marketplace accepted a suspension.
 * @fires {CredentialEnabledEvent} credential-enabled - The marketplace accepted enabling.
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
 * @csspart dialog - A confirmation.
 * @csspart panel - The side panel that shows a secret.
 *
 * @cssproperty [--latchkey-credential-list-radius=10px] - Radius of the list's corners.
 * @cssproperty [--latchkey-credential-list-header-offset=0] - How far below the top the header sticks.
 *
 * @example
 * <credential-list base-url="/api/v1" application-id="app-1"></credential-list>
 */
export class CredentialList extends LitElement {
  static override styles = [baseStyles, buttonStyles, badgeStyles, styles];

  /** A Marketplace to use instead of the one of a `<marketplace-provider>` or of `base-url`. */
  @property({ attribute: false }) marketplace?: Marketplace | undefined;

  /** Address of the marketplace's API, when there is no provider around the element. */
  @property({ attribute: 'base-url' }) baseUrl?: string | undefined;

  /** Bearer token for `base-url`: a string, or a function that gives the current one. */
  @property({ attribute: false }) token?: Token | undefined;

  /** Only credentials of this application. */
  @property({ attribute: 'application-id' }) applicationId?: string | undefined;

  /** Only credentials for this resource. */
  @property({ attribute: 'resource-id' }) resourceId?: string | undefined;

  /** Only credentials with this in their name or identifiers; follows the search box. */
  @property() query = '';

  /** What went wrong outside of reading the list, as a sentence. */
  @state() private notice: string | undefined;

  #marketplace = new MarketplaceController(this);
  #localize = new Localize(this, sentences);
  #announcer = new Announcer(this);
  #copy = new CopyController(this);
  #pages = new PagesController<Credential>(this);
  #shown: Marketplace | undefined;
  #rows: Promise<CredentialRows> | undefined;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new LiveController(this, this.#marketplace, {
      ready: () => this.#pages.status === 'ready' || this.#pages.status === 'failed',
      changed: (event) => void this.#withRows((rows) => rows.follow(event)),
    });
    new Ticker(this, minuteMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#searchTimer);
    this.#shown = undefined;
    this.notice = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const marketplace = this.#marketplace.value;
    const another = marketplace !== this.#shown || changed.has('applicationId') || changed.has('resourceId');
    this.#shown = marketplace;
    if (!another && !(changed.has('query') && marketplace)) return;
    const { applicationId, resourceId } = this;
    const q = this.query.trim() || undefined;
    if (!marketplace) this.#pages.reset();
    else
      this.#pages.open(
        (cursor, signal) => marketplace.credentials.list({ applicationId, resourceId, q, cursor }, { signal }),
        {
          keep: !another,
        },
      );
  }

  /** Reads the list again. What is shown stays until the answer is there. */
  refresh(): Promise<void> {
    return this.#pages.refresh();
  }

  /** Lets the part of the list that is loaded on demand do something. */
  async #withRows(use: (rows: CredentialRows) => Promise<void> = () => Promise.resolve()): Promise<void> {
    this.#rows ??= import('./credential-rows.js').then(
      ({ CredentialRows }) =>
        new CredentialRows(this, {
          localize: this.#localize,
          announcer: this.#announcer,
          copy: this.#copy,
          pages: this.#pages,
          marketplace: () => this.#marketplace.value,
          notify: (notice) => (this.notice = notice),
        }),
    );
    try {
      await use(await this.#rows);
    } catch {
      this.#rows = undefined;
      this.notice = this.#localize.term('partFailed');
    }
  }

  #handleApproach = (): void => void this.#withRows();

  #handleClick = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-do]');
    if (button) void this.#withRows((rows) => rows.press(button));
  };

  #handleKey = (event: KeyboardEvent): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-do="menu"]');
    const last = event.key === 'ArrowUp';
    if (!button || (event.key !== 'ArrowDown' && !last)) return;
    event.preventDefault();
    void this.#withRows((rows) => rows.openMenu(button, last));
  };

  #handleSearch = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => (this.query = value), searchDelayMs);
  };

  #handleMore = async (): Promise<void> => {
    await this.#pages.more();
    if (this.#pages.status === 'ready') this.#announcer.announce(this.#count());
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
    const { items, total = 0, status } = this.#pages;
    const searchable = this.query !== '' || Math.max(items.length, total) >= searchFrom;
    return html`<div class="bar" part="bar" tabindex="-1">
      <span class="count muted">${status === 'ready' && items.length > 0 ? this.#count() : nothing}</span>
      ${
        searchable
          ? html`<input
              type="search"
              .value=${this.query}
              placeholder=${this.#localize.term('credentialSearch')}
              aria-label=${this.#localize.term('credentialSearch')}
              @input=${this.#handleSearch}
            />`
          : nothing
      }
      <slot name="actions"></slot>
    </div>`;
  }

  #renderTable(context: RowContext): TemplateResult {
    const { usage, expiry, copied } = context;
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
      @pointerenter=${this.#handleApproach}
      @focusin=${this.#handleApproach}
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
      ${
        empty && filtered !== ''
          ? html`<div class="empty" part="empty">
              <strong>${this.#localize.term('credentialsNoMatch', filtered)}</strong>
              <button class="button" type="button" @click=${() => (this.query = '')}>
                ${this.#localize.term('credentialsShowAll')}
              </button>
            </div>`
          : nothing
      }`;
  }

  /** Whether there is nothing to list, as opposed to nothing yet. */
  #isEmpty(): boolean {
    const { status, pages } = this.#pages;
    return status !== 'loading' && status !== 'initial' && pages.every((page) => page.length === 0);
  }

  protected override render(): TemplateResult {
    const { items, status, error, busy, next } = this.#pages;
    const lost = this.#marketplace.error;
    const context: RowContext = {
      localize: this.#localize,
      now: this.#marketplace.value?.now() ?? 0,
      copied: this.#copy.copied,
      usage: items.length === 0 || items.some(({ lastUsedAt }) => lastUsedAt !== undefined),
      expiry: items.some(({ expiresAt }) => expiresAt !== undefined),
    };
    return html`<div class="frame">
      ${this.#renderBar()}
      ${
        status === 'failed' || lost !== undefined
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
      ${this.#renderTable(context)} ${this.#renderEmpty()}
      ${
        next === undefined
          ? nothing
          : html`<div class="more">
              <button class="button" type="button" aria-disabled=${busy} aria-busy=${busy} @click=${this.#handleMore}>
                ${this.#localize.term(busy ? 'loading' : 'loadMore')}
              </button>
            </div>`
      }
      ${this.#announcer.region()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'credential-list': CredentialList;
  }
}
