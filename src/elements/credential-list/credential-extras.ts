import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { MarketplaceEvent } from '../../contract/event.js';
import { credentialRows } from '../../locales/en/credential-rows.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Localize } from '../shared/localize.js';
import { fieldStyles } from '../shared/styles/field.styles.js';
import { extrasStyles } from './credential-extras.styles.js';
import type { CredentialList } from './credential-list.js';
import * as notes from './credential-notes.js';
import { CredentialOffer } from './credential-offer.js';
import { CredentialRows, type RowsContext } from './credential-rows.js';

/** From how many credentials on a search box is worth its place. */
const searchFrom = 9;

const searchDelayMs = 250;

/**
 * What belongs to the list once it is there: what happens in its rows and what they have to say beyond their columns,
 * the search, and what else can be created. Loaded after the list is shown.
 */
export class CredentialExtras implements ReactiveController {
  readonly #host: CredentialList;
  readonly #context: RowsContext;
  readonly #words: Localize<typeof credentialRows>;
  readonly #offer: CredentialOffer;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;

  readonly rows: CredentialRows;
  readonly notes = notes;

  constructor(host: CredentialList, context: RowsContext) {
    this.#host = host;
    this.#context = context;
    this.#words = context.localize.with(credentialRows);
    this.#offer = new CredentialOffer(host, context.localize, () =>
      context.notify(context.localize.term('partFailed')),
    );
    this.rows = new CredentialRows(host, context);
    adoptStyles(host, [fieldStyles, extrasStyles]);
    host.addController(this);
  }

  /** Whether the reason why there is nothing to show takes the place of the list. */
  get replaces(): boolean {
    return this.#offer.replaces;
  }

  hostDisconnected(): void {
    clearTimeout(this.#searchTimer);
    this.close();
  }

  /** Asks what else can be created, with the list's filters as they are. Resolves once that has ended. */
  async open(): Promise<void> {
    const { environment, applicationId, resourceId } = this.#host;
    const marketplace = this.#context.marketplace();
    if (marketplace) await this.#offer.open(marketplace, { environment, applicationId, resourceId });
  }

  /** Forgets what was said of another list. */
  close(): void {
    this.#offer.close();
  }

  /** Follows an event of the marketplace. */
  async follow(event: MarketplaceEvent): Promise<void> {
    const isKnown = this.#context.pages.items.some(({ id }) => id === event.subjectId);
    this.#offer.follow(event, !isKnown);
    await this.rows.follow(event);
  }

  /** What stands above the list, or in its place. */
  renderAbove(): TemplateResult {
    return this.#offer.renderAbove();
  }

  /** What stands beside the number of credentials. */
  renderInBar(): TemplateResult {
    const { items, total = 0 } = this.#context.pages;
    const { query } = this.#host;
    const searchable = query !== '' || Math.max(items.length, total) >= searchFrom;
    return html`${this.#offer.renderLimits()}
    ${
      searchable
        ? html`<input
            type="search"
            .value=${query}
            placeholder=${this.#words.term('credentialSearch')}
            aria-label=${this.#words.term('credentialSearch')}
            @input=${this.#handleSearch}
          />`
        : nothing
    }
    ${this.#offer.renderCreate()}`;
  }

  /** Says that the search has found nothing. */
  renderNoMatch(): TemplateResult {
    return html`<div class="empty" part="empty">
      <strong>${this.#words.term('credentialsNoMatch', this.#host.query.trim())}</strong>
      <button class="button" type="button" @click=${() => (this.#host.query = '')}>
        ${this.#words.term('credentialsShowAll')}
      </button>
    </div>`;
  }

  /** The button that reads the next page, if there is one. */
  renderMore(): TemplateResult | typeof nothing {
    const { next, busy } = this.#context.pages;
    if (next === undefined) return nothing;
    return html`<div class="load-more">
      <button class="button" type="button" aria-disabled=${busy} aria-busy=${busy} @click=${this.#handleMore}>
        ${this.#context.localize.term(busy ? 'loading' : 'loadMore')}
      </button>
    </div>`;
  }

  readonly #handleMore = async (): Promise<void> => {
    const { pages, announcer, count } = this.#context;
    await pages.more();
    if (pages.status === 'ready') announcer.announce(count());
  };

  readonly #handleSearch = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => (this.#host.query = value), searchDelayMs);
  };
}
