import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CredentialFacet, CredentialOrder } from '../../contract/credential-params.js';
import type { common } from '../../locales/en/common.js';
import { credentialFilters } from '../../locales/en/credential-filters.js';
import type { credentialList } from '../../locales/en/credential-list.js';
import { listFilters } from '../../locales/en/list-filters.js';
import { ListFilters, wordsOf, type FacetValue, type ViewChanges } from '../shared/list-filters.js';
import type { Localize } from '../shared/localize.js';
import type { CredentialList } from './credential-list.js';
import type { RowsContext } from './credential-rows.js';
import { statusWord } from './credential-status.js';
import { CredentialViewChangeEvent, type CredentialView } from './credential-view-event.js';

const sentences = { ...credentialFilters, ...listFilters };

/** The properties of the list behind the facets. Of states and types there may be several. */
const properties = {
  state: 'states',
  typeId: 'types',
  resourceId: 'filterResourceId',
  applicationId: 'filterApplicationId',
} as const satisfies Partial<Record<CredentialFacet, keyof CredentialView>>;

type Divided = keyof typeof properties;

/** The view when nothing narrows it. */
const wide: ViewChanges<CredentialView> = {
  query: '',
  states: '',
  types: '',
  risk: undefined,
  filterResourceId: undefined,
  filterApplicationId: undefined,
};

/** The orders that pressing a header goes through, before the newest come first again. */
const orders: Record<string, readonly CredentialOrder[]> = {
  credentialName: ['name', '-name'],
  credentialLastUsed: ['-used', 'used'],
  credentialExpires: ['expires', '-expires'],
};

/** What a person looks at of a list: the search, the filters with their counts, the order, and the pages. */
export class CredentialFilters implements ReactiveController {
  readonly #host: CredentialList;
  readonly #context: RowsContext;
  readonly #words: Localize<typeof common & typeof credentialList & typeof sentences>;
  readonly #list: ListFilters<CredentialView>;

  constructor(host: CredentialList, context: RowsContext) {
    this.#host = host;
    this.#context = context;
    this.#words = context.localize.with(sentences);
    this.#list = new ListFilters<CredentialView>(host, {
      localize: this.#words,
      pages: context.pages,
      announcer: context.announcer,
      params: context.params,
      divide: async (signal) => {
        const params = { ...context.params(), limit: 1 };
        return (await context.marketplace()?.credentials.list(params, { signal }))?.facets;
      },
      count: context.count,
      filteredOut: () => this.#words.term('credentialsFilteredOut'),
      wide: () => (host.withoutFilters ? { query: '' } : wide),
      order: { sort: undefined },
      changed: () => {
        const { query, states, types, risk, sort, filterResourceId, filterApplicationId } = host;
        const view = { query, states, types, risk, sort, filterResourceId, filterApplicationId };
        return new CredentialViewChangeEvent({ view });
      },
    });
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('pointerdown', this.#handleOutside);
  }

  hostDisconnected(): void {
    document.removeEventListener('pointerdown', this.#handleOutside);
  }

  /** Counts again soon, after something has changed. */
  recount(): void {
    this.#list.recount();
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
      @click=${() => this.#list.change({ sort: cycle[next] })}
    >
      ${text}
    </button>`;
  }

  renderSearch(): TemplateResult | typeof nothing {
    return this.#list.renderSearch(this.#words.term('credentialSearch'));
  }

  /** The quick filters, and a choice for each facet that divides the list. */
  render(): TemplateResult | typeof nothing {
    if (this.#host.withoutFilters) return nothing;
    const facets = (Object.keys(properties) as Divided[]).map((field) => this.#renderFacet(field));
    const risks = this.#list.valuesOf('risk', this.#host.risk);
    if (risks.length === 0 && facets.every((facet) => facet === nothing) && !this.#list.isNarrowed) return nothing;
    return html`<div class="filters" part="filters" role="group" aria-label=${this.#words.term('credentialFilters')}>
      ${risks.map((risk) => this.#renderRisk(risk))} ${facets}
      ${this.#list.renderClear(this.#words.term('filtersClear'))}
    </div>`;
  }

  /** Says that the search or the filters have found nothing. */
  renderNoMatch(): TemplateResult {
    const query = this.#host.query.trim();
    return this.#list.renderNoMatch(
      query ? this.#words.term('credentialsNoMatch', query) : this.#words.term('credentialsFilteredOut'),
      this.#words.term('credentialsShowAll'),
    );
  }

  /** Says why the list could not be read. */
  renderProblem(error: unknown, retry: () => void): TemplateResult {
    return this.#list.renderProblem(error, retry, this.#words.term('credentialsShowAll'));
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

  #nameOf(field: Divided, value: string): string {
    if (field === 'state') return statusWord(this.#words, { state: value as 'unknown' });
    return this.#list.nameOf(field, value);
  }

  #renderRisk({ value, count }: FacetValue): TemplateResult | typeof nothing {
    const label = this.#words.find(`risk-${value}`);
    // A risk that only a newer marketplace knows has no words here, and cannot be asked for.
    if (label === undefined) return nothing;
    const isChosen = this.#host.risk === value;
    return html`<button
      class="button chip"
      type="button"
      aria-pressed=${isChosen}
      @click=${() => this.#list.change({ risk: isChosen ? undefined : value })}
    >
      ${this.#words.term('facetValue', label, count)}
    </button>`;
  }

  #renderFacet(field: Divided): TemplateResult | typeof nothing {
    const property = properties[field];
    const chosen = wordsOf(this.#host[property]);
    const values = this.#list.valuesOf(field, this.#host[property]);
    if (!this.#list.divides(field, values) && chosen.length === 0) return nothing;
    const isMany = property === 'states' || property === 'types';
    const label = this.#words.term(`facet-${field}`);
    const choose = (value: string, isOn: boolean): void => {
      const rest = isMany ? chosen.filter((one) => one !== value) : [];
      const next = (isOn && value ? [...rest, value] : rest).join(' ');
      this.#list.change({ [property]: isMany ? next : next || undefined });
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
