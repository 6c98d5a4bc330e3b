import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AccessRequest } from '../../contract/access-request.js';
import type { AccessFacet } from '../../contract/access-request-params.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { Facet } from '../../contract/primitives.js';
import { accessRequestFilters } from '../../locales/en/access-request-filters.js';
import type { accessRequestList } from '../../locales/en/access-request-list.js';
import type { accessStates } from '../../locales/en/access-states.js';
import type { common } from '../../locales/en/common.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Announcer } from '../shared/announcer.js';
import type { Localize } from '../shared/localize.js';
import type { PagesController } from '../shared/pages-controller.js';
import { Reader } from '../shared/reader.js';
import type { AccessRequestList } from './access-request-list.js';
import { AccessRequestViewChangeEvent, type AccessRequestView } from './access-request-view-event.js';
import { requestFiltersStyles } from './request-filters.styles.js';

/** From how many requests on a search box is worth its place. */
const searchFrom = 9;

const searchDelayMs = 250;
/** Changes come in bunches: what they do to the counts is asked for when a bunch is over. */
const recountDelayMs = 500;

type Value = Facet['values'][number];

const wordsOf = (text: string): string[] => text.match(/\S+/g) ?? [];

/** What the filters need of their list. */
export interface RequestFiltersInit {
  localize: Localize<typeof common & typeof accessStates & typeof accessRequestList>;
  announcer: Announcer;
  pages: PagesController<AccessRequest>;
  marketplace(): Marketplace | undefined;
  /** What the list asks for, without pages. */
  params(): object;
  /** Whether a person has narrowed the list. */
  isNarrowed(): boolean;
  /** How many requests there are, in words. */
  count(): string;
}

/** The search and the filters of a list of requests, with what each would leave (SPEC A8). */
export class RequestFilters implements ReactiveController {
  readonly #host: AccessRequestList;
  readonly #init: RequestFiltersInit;
  readonly #words: Localize<
    typeof common & typeof accessStates & typeof accessRequestList & typeof accessRequestFilters
  >;
  readonly #counts: Reader<readonly Facet[] | undefined>;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  #countTimer: ReturnType<typeof setTimeout> | undefined;
  /** What is called how: what is chosen keeps its name when nothing is left of it. */
  readonly #names = new Map<string, string>();

  constructor(host: AccessRequestList, init: RequestFiltersInit) {
    this.#host = host;
    this.#init = init;
    this.#words = init.localize.with(accessRequestFilters);
    this.#counts = new Reader(host, {
      done: (facets) => (init.pages.facets = facets ?? init.pages.facets),
      failed: () => undefined,
    });
    adoptStyles(host, [requestFiltersStyles]);
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#searchTimer);
    clearTimeout(this.#countTimer);
    this.#counts.stop();
  }

  /** Counts again soon, after something has changed. */
  recount(): void {
    if (!this.#init.pages.facets) return;
    clearTimeout(this.#countTimer);
    this.#countTimer = setTimeout(() => {
      const marketplace = this.#init.marketplace();
      if (!marketplace) return;
      const params = { ...this.#init.params(), limit: 1 };
      void this.#counts.run(async (signal) => (await marketplace.accessRequests.list(params, { signal })).facets);
    }, recountDelayMs);
  }

  render(): TemplateResult | typeof nothing {
    const { facets } = this.#init.pages;
    const { states, filterResourceId, filterApplicationId, withoutFilters, pendingOnly } = this.#host;
    const shown = withoutFilters
      ? []
      : [
          pendingOnly ? nothing : this.#renderStates(this.#valuesOf('state', facets, states)),
          this.#renderChoice('filterResourceId', this.#valuesOf('resourceId', facets, filterResourceId)),
          this.#renderChoice('filterApplicationId', this.#valuesOf('applicationId', facets, filterApplicationId)),
        ].filter((filter) => filter !== nothing);
    const search = this.#renderSearch();
    if (search === nothing && shown.length === 0) return nothing;
    return html`<div class="filters" part="filters" role="group" aria-label=${this.#words.term('requestFilters')}>
      ${search} ${shown}
      ${
        this.#init.isNarrowed()
          ? html`<button class="button quiet" type="button" @click=${this.#clear}>
              ${this.#words.term('requestFiltersClear')}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** Says that the search or the filters have found nothing. */
  renderNoMatch(): TemplateResult {
    const query = this.#host.query.trim();
    return html`<div class="empty" part="empty">
      <strong> ${query ? this.#words.term('requestsNoMatch', query) : this.#words.term('requestsFilteredOut')} </strong>
      <button class="button" type="button" @click=${this.#clear}>${this.#words.term('requestsShowAll')}</button>
    </div>`;
  }

  #renderSearch(): TemplateResult | typeof nothing {
    const { items, total = 0 } = this.#init.pages;
    if (!this.#init.isNarrowed() && Math.max(items.length, total) < searchFrom) return nothing;
    const label = this.#words.term('requestSearch');
    return html`<input
      type="search"
      part="search"
      .value=${this.#host.query}
      placeholder=${label}
      aria-label=${label}
      @input=${this.#handleSearch}
    />`;
  }

  #renderStates(values: readonly Value[]): TemplateResult | typeof nothing {
    if (values.length < 2 && this.#host.states === '') return nothing;
    const chosen = wordsOf(this.#host.states);
    const toggle = (state: string): void => {
      const states = chosen.includes(state) ? chosen.filter((one) => one !== state) : [...chosen, state];
      this.#change({ states: states.join(' ') });
    };
    return html`${values.map(({ value, count }) => {
      const word = this.#words.find(`access-${value}`) ?? value;
      return html`<button
        class="button chip"
        type="button"
        aria-pressed=${chosen.includes(value)}
        @click=${() => toggle(value)}
      >
        ${this.#words.term('requestFilterValue', word, count)}
      </button>`;
    })}`;
  }

  #renderChoice(
    property: 'filterResourceId' | 'filterApplicationId',
    values: readonly Value[],
  ): TemplateResult | typeof nothing {
    const chosen = this.#host[property] ?? '';
    if (values.length < 2 && chosen === '') return nothing;
    const label = property === 'filterResourceId' ? 'requestFilterResource' : 'requestFilterApplication';
    return html`<label>
      <span>${this.#words.term(label)}</span>
      <select
        .value=${live(chosen)}
        @change=${(event: Event) =>
          this.#change({ [property]: (event.target as HTMLSelectElement).value || undefined })}
      >
        <option value="" ?selected=${chosen === ''}>${this.#words.term('requestFilterAll')}</option>
        ${values.map(
          ({ value, count }) =>
            html`<option value=${value} ?selected=${value === chosen}>
              ${this.#words.term('requestFilterValue', this.#names.get(value) ?? value, count)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  /** The values of a facet, with what is chosen of it even where nothing is left of that. */
  #valuesOf(field: AccessFacet, facets: readonly Facet[] = [], chosen = ''): readonly Value[] {
    const values = facets.find((facet) => facet.field === field)?.values ?? [];
    for (const { value, name } of values) if (name) this.#names.set(value, name);
    const missing = wordsOf(chosen).filter((one) => values.every(({ value }) => value !== one));
    return [...values.filter(({ count }) => count > 0), ...missing.map((value) => ({ value, count: 0 }))];
  }

  /** Changes the view as a person asked for, and tells the page. */
  #change(changes: Partial<AccessRequestView>): void {
    Object.assign(this.#host, changes);
    const { query, states, filterResourceId, filterApplicationId } = this.#host;
    const view = { query, states, filterResourceId, filterApplicationId };
    this.#host.dispatchEvent(new AccessRequestViewChangeEvent({ view }));
    void this.#tell();
  }

  /** Says how many are left, once that is known. */
  async #tell(): Promise<void> {
    const { pages, announcer, count } = this.#init;
    await this.#host.updateComplete;
    await pages.settled;
    if (pages.status !== 'ready') return;
    announcer.announce(pages.items.length > 0 ? count() : this.#words.term('requestsFilteredOut'));
  }

  readonly #clear = (): void => {
    clearTimeout(this.#searchTimer);
    const search = this.#host.renderRoot.querySelector<HTMLInputElement>('[part="search"]');
    if (search) search.value = '';
    this.#change({ query: '', states: '', filterResourceId: undefined, filterApplicationId: undefined });
    // The button leaves with what it has cleared.
    this.#host.renderRoot.querySelector<HTMLElement>('.bar')?.focus();
  };

  readonly #handleSearch = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => this.#change({ query: value }), searchDelayMs);
  };
}
