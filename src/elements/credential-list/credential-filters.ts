import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CredentialFacet, CredentialOrder, CredentialRisk } from '../../contract/credential-params.js';
import type { Facet } from '../../contract/primitives.js';
import type { common } from '../../locales/en/common.js';
import { credentialFilters } from '../../locales/en/credential-filters.js';
import type { credentialList } from '../../locales/en/credential-list.js';
import type { Localize } from '../shared/localize.js';
import { Reader } from '../shared/reader.js';
import type { CredentialList } from './credential-list.js';
import type { RowsContext } from './credential-rows.js';
import { statusWord } from './credential-status.js';
import { CredentialViewChangeEvent, type CredentialView } from './credential-view-event.js';

/** From how many credentials on a search box is worth its place. */
const searchFrom = 9;

const searchDelayMs = 250;
/** Changes come in bunches: what they do to the counts is asked for when a bunch is over. */
const recountDelayMs = 500;

type Value = Facet['values'][number];

/** The properties of the list behind the facets. Of states and types there may be several. */
const properties = {
  state: 'states',
  typeId: 'types',
  resourceId: 'filterResourceId',
  applicationId: 'filterApplicationId',
} as const satisfies Partial<Record<CredentialFacet, keyof CredentialView>>;

type Divided = keyof typeof properties;

/** The orders that pressing a header goes through, before the newest come first again. */
const orders: Record<string, readonly CredentialOrder[]> = {
  credentialName: ['name', '-name'],
  credentialLastUsed: ['-used', 'used'],
  credentialExpires: ['expires', '-expires'],
};

const words = (text: string): string[] => text.match(/\S+/g) ?? [];

/** What a person looks at of a list: the search, the filters with their counts, the order, and the pages. */
export class CredentialFilters implements ReactiveController {
  readonly #host: CredentialList;
  readonly #context: RowsContext;
  readonly #words: Localize<typeof common & typeof credentialList & typeof credentialFilters>;
  readonly #recount: Reader<readonly Facet[] | undefined>;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  #recountTimer: ReturnType<typeof setTimeout> | undefined;
  /** What the values of the facets are called: a chosen one keeps its name when nothing is left of it. */
  readonly #names = new Map<string, string>();

  constructor(host: CredentialList, context: RowsContext) {
    this.#host = host;
    this.#context = context;
    this.#words = context.localize.with(credentialFilters);
    this.#recount = new Reader(host, {
      done: (facets) => (context.pages.facets = facets),
      failed: () => undefined,
    });
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('pointerdown', this.#handleOutside);
  }

  hostDisconnected(): void {
    clearTimeout(this.#searchTimer);
    clearTimeout(this.#recountTimer);
    this.#recount.stop();
    document.removeEventListener('pointerdown', this.#handleOutside);
  }

  /** Counts again soon, after something has changed. */
  recount(): void {
    if (!this.#context.pages.facets) return;
    clearTimeout(this.#recountTimer);
    this.#recountTimer = setTimeout(() => {
      const marketplace = this.#context.marketplace();
      if (!marketplace) return;
      const params = { ...this.#context.params(), limit: 1 };
      void this.#recount.run(async (signal) => (await marketplace.credentials.list(params, { signal })).facets);
    }, recountDelayMs);
  }

  /** The order a column is in. */
  order(key: string): 'ascending' | 'descending' | undefined {
    const { sort } = this.#host;
    if (!sort || !orders[key]?.includes(sort)) return undefined;
    return sort.startsWith('-') ? 'descending' : 'ascending';
  }

  /** The header of a column that the list can be sorted by. */
  renderHeading(key: string, text: string): TemplateResult | string {
    const cycle = orders[key];
    if (!cycle) return text;
    const next = (cycle as readonly (string | undefined)[]).indexOf(this.#host.sort) + 1;
    return html`<button
      class="sort mask mask-${this.order(key) ?? 'sort'}"
      type="button"
      @click=${() => this.#change({ sort: cycle[next] })}
    >
      ${text}
    </button>`;
  }

  renderSearch(): TemplateResult | typeof nothing {
    const { items, total = 0 } = this.#context.pages;
    const { query } = this.#host;
    if (query === '' && !this.#isNarrowed && Math.max(items.length, total) < searchFrom) return nothing;
    const label = this.#words.term('credentialSearch');
    return html`<input
      type="search"
      part="search"
      .value=${query}
      placeholder=${label}
      aria-label=${label}
      @input=${this.#handleSearch}
    />`;
  }

  /** The quick filters, and a choice for each facet that divides the list. */
  render(): TemplateResult | typeof nothing {
    const { pages } = this.#context;
    if (this.#host.withoutFilters) return nothing;
    const facets = (Object.keys(properties) as Divided[]).map((field) => this.#renderFacet(field, pages.facets));
    const risks = this.#valuesOf('risk', pages.facets, this.#host.risk);
    if (risks.length === 0 && facets.every((facet) => facet === nothing) && !this.#isNarrowed) return nothing;
    return html`<div class="filters" part="filters" role="group" aria-label=${this.#words.term('credentialFilters')}>
      ${risks.map((risk) => this.#renderRisk(risk))} ${facets}
      ${
        this.#isNarrowed
          ? html`<button class="button quiet" type="button" @click=${this.#clear}>
              ${this.#words.term('filtersClear')}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** Says that the search or the filters have found nothing. */
  renderNoMatch(): TemplateResult {
    const query = this.#host.query.trim();
    return html`<div class="empty" part="empty">
      <strong>
        ${query ? this.#words.term('credentialsNoMatch', query) : this.#words.term('credentialsFilteredOut')}
      </strong>
      <button class="button" type="button" @click=${this.#clear}>${this.#words.term('credentialsShowAll')}</button>
    </div>`;
  }

  /** The way to what is not shown yet: one button for more, or one for each direction. */
  renderPages(): TemplateResult | typeof nothing {
    const { next, busy, before } = this.#context.pages;
    if (next === undefined && before === 0) return nothing;
    if (this.#host.paging !== 'pages')
      return html`<div class="load-more">
        <button class="button" type="button" aria-disabled=${busy} aria-busy=${busy} @click=${this.#handleMore}>
          ${this.#words.term(busy ? 'loading' : 'loadMore')}
        </button>
      </div>`;
    const turn = (to: 'next' | 'previous', key: 'pagePrevious' | 'pageNext', possible: boolean) =>
      html`<button
        class="button"
        type="button"
        aria-disabled=${!possible || busy}
        @click=${() => possible && void this.#turn(to)}
      >
        ${this.#words.term(key)}
      </button>`;
    return html`<nav class="load-more" part="pages" aria-label=${this.#words.term('pagesLabel')}>
      ${turn('previous', 'pagePrevious', before > 0)}
      <span class="muted">${this.#words.term('pageNumber', before + 1)}</span>
      ${turn('next', 'pageNext', next !== undefined)}
    </nav>`;
  }

  get #isNarrowed(): boolean {
    const { query, states, types, risk, filterResourceId, filterApplicationId } = this.#host;
    return [query, states, types, risk, filterResourceId, filterApplicationId].some((text) => text?.trim());
  }

  /** The values of a facet, with what is chosen of it even where nothing is left of that. */
  #valuesOf(field: CredentialFacet, facets: readonly Facet[] = [], chosen = ''): readonly Value[] {
    const values = facets.find((facet) => facet.field === field)?.values ?? [];
    for (const { value, name } of values) if (name) this.#names.set(`${field} ${value}`, name);
    const missing = words(chosen).filter((id) => values.every(({ value }) => value !== id));
    return [...values.filter(({ count }) => count > 0), ...missing.map((value) => ({ value, count: 0 }))];
  }

  #nameOf(field: Divided, value: string): string {
    if (field === 'state') return statusWord(this.#words, { state: value as 'unknown' });
    return this.#names.get(`${field} ${value}`) ?? value;
  }

  #renderRisk({ value, count }: Value): TemplateResult | typeof nothing {
    const label = this.#words.find(`risk-${value}`);
    // A risk that only a newer marketplace knows has no words here, and cannot be asked for.
    if (label === undefined) return nothing;
    const isChosen = this.#host.risk === value;
    return html`<button
      class="button chip"
      type="button"
      aria-pressed=${isChosen}
      @click=${() => this.#change({ risk: isChosen ? undefined : value })}
    >
      ${this.#words.term('facetValue', label, count)}
    </button>`;
  }

  #renderFacet(field: Divided, facets: readonly Facet[] | undefined): TemplateResult | typeof nothing {
    const property = properties[field];
    const chosen = words(this.#host[property] ?? '');
    const values = this.#valuesOf(field, facets, this.#host[property]);
    if (values.length < 2 && chosen.length === 0) return nothing;
    const isMany = property === 'states' || property === 'types';
    const label = this.#words.term(`facet-${field}`);
    const choose = (value: string, isOn: boolean): void => {
      const rest = isMany ? chosen.filter((one) => one !== value) : [];
      const next = (isOn && value ? [...rest, value] : rest).join(' ');
      this.#change({ [property]: isMany ? next : next || undefined });
    };
    const option = (value: string, text: string) =>
      html`<label>
        <input
          type=${isMany ? 'checkbox' : 'radio'}
          name=${field}
          .checked=${live(value ? chosen.includes(value) : chosen.length === 0)}
          @change=${(event: Event) => choose(value, (event.target as HTMLInputElement).checked)}
        />
        ${text}
      </label>`;
    return html`<details class="facet" name="facet" @keydown=${this.#handleFacetKey}>
      <summary class="button mask mask-open">
        ${
          chosen.length > 1
            ? this.#words.term('facetChosenMany', label, chosen.length)
            : chosen[0] === undefined
              ? label
              : this.#words.term('facetChosen', label, this.#nameOf(field, chosen[0]))
        }
      </summary>
      <fieldset>
        <legend class="visually-hidden">${label}</legend>
        ${isMany ? nothing : option('', this.#words.term('facetAll'))}
        ${values.map(({ value, count }) =>
          option(value, this.#words.term('facetValue', this.#nameOf(field, value), count)),
        )}
      </fieldset>
    </details>`;
  }

  /** Changes the view as a person asked for, and tells the page. */
  #change(changes: { [K in keyof CredentialView]?: string | undefined }): void {
    Object.assign(this.#host, changes);
    const { query, states, types, risk, sort, filterResourceId, filterApplicationId } = this.#host;
    const view = { query, states, types, risk, sort, filterResourceId, filterApplicationId };
    this.#host.dispatchEvent(new CredentialViewChangeEvent({ view }));
    void this.#tell();
  }

  /** Says how many are left, once that is known. */
  async #tell(): Promise<void> {
    const { pages, announcer, count } = this.#context;
    await this.#host.updateComplete;
    await pages.settled;
    if (pages.status !== 'ready') return;
    announcer.announce(pages.items.length > 0 ? count() : this.#words.term('credentialsFilteredOut'));
  }

  readonly #clear = (): void => {
    const none = { risk: undefined, filterResourceId: undefined, filterApplicationId: undefined };
    this.#change({ query: '', states: '', types: '', ...none } satisfies {
      [K in keyof CredentialView]?: CredentialRisk | '' | undefined;
    });
    // The button leaves with what it has cleared.
    this.#host.renderRoot.querySelector<HTMLElement>('.bar')?.focus();
  };

  readonly #handleMore = async (): Promise<void> => {
    const { pages, announcer, count } = this.#context;
    await pages.more();
    if (pages.status === 'ready') announcer.announce(count());
  };

  async #turn(to: 'next' | 'previous'): Promise<void> {
    const { pages, announcer, count } = this.#context;
    await pages.turn(to);
    if (pages.status !== 'ready') return;
    announcer.announce(this.#words.term('pageOf', pages.before + 1, count()));
    this.#host.renderRoot.querySelector('.bar')?.scrollIntoView({ block: 'nearest' });
  }

  readonly #handleSearch = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => this.#change({ query: value }), searchDelayMs);
  };

  readonly #handleFacetKey = (event: KeyboardEvent): void => {
    const facet = event.currentTarget as HTMLDetailsElement;
    if (event.key !== 'Escape' || !facet.open) return;
    event.preventDefault();
    event.stopPropagation();
    facet.open = false;
    facet.querySelector('summary')?.focus();
  };

  readonly #handleOutside = (event: Event): void => {
    const path = event.composedPath();
    for (const facet of this.#host.renderRoot.querySelectorAll<HTMLDetailsElement>('.facet[open]'))
      if (!path.includes(facet)) facet.open = false;
  };
}
