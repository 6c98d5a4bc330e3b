import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AccessRequest } from '../../contract/access-request.js';
import type { ListAccessRequests } from '../../contract/access-request-params.js';
import type { Marketplace } from '../../contract/marketplace.js';
import { accessRequestFilters } from '../../locales/en/access-request-filters.js';
import type { accessRequestList } from '../../locales/en/access-request-list.js';
import type { accessStates } from '../../locales/en/access-states.js';
import type { common } from '../../locales/en/common.js';
import { listFilters } from '../../locales/en/list-filters.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Announcer } from '../shared/announcer.js';
import { ListFilters, wordsOf, type FacetValue, type ViewChanges } from '../shared/list-filters.js';
import type { Localize } from '../shared/localize.js';
import type { PagesController } from '../shared/pages-controller.js';
import type { AccessRequestList } from './access-request-list.js';
import { AccessRequestViewChangeEvent, type AccessRequestView } from './access-request-view-event.js';
import { requestFiltersStyles } from './request-filters.styles.js';

const sentences = { ...accessRequestFilters, ...listFilters };

/** The view when nothing narrows it. */
const wide: ViewChanges<AccessRequestView> = {
  query: '',
  states: '',
  filterResourceId: undefined,
  filterApplicationId: undefined,
};

/** What the filters need of their list. */
export interface RequestFiltersInit {
  localize: Localize<typeof common & typeof accessStates & typeof accessRequestList>;
  announcer: Announcer;
  pages: PagesController<AccessRequest>;
  marketplace(): Marketplace | undefined;
  /** What the list asks for, without pages. */
  params(): ListAccessRequests;
  /** How many requests there are, in words. */
  count(): string;
}

/** The search and the filters of a list of requests, with what each would leave (SPEC A8). */
export class RequestFilters {
  readonly #host: AccessRequestList;
  readonly #words: Localize<typeof common & typeof accessStates & typeof accessRequestList & typeof sentences>;
  readonly #list: ListFilters<AccessRequestView>;

  constructor(host: AccessRequestList, { localize, announcer, pages, marketplace, params, count }: RequestFiltersInit) {
    this.#host = host;
    this.#words = localize.with(sentences);
    this.#list = new ListFilters<AccessRequestView>(host, {
      localize: this.#words,
      pages,
      announcer,
      params,
      divide: async (signal) =>
        (await marketplace()?.accessRequests.list({ ...params(), limit: 1 }, { signal }))?.facets,
      count,
      filteredOut: () => this.#words.term('requestsFilteredOut'),
      wide: () => (host.withoutFilters ? { query: '' } : wide),
      changed: () => {
        const { query, states, filterResourceId, filterApplicationId } = host;
        return new AccessRequestViewChangeEvent({ view: { query, states, filterResourceId, filterApplicationId } });
      },
    });
    adoptStyles(host, [requestFiltersStyles]);
  }

  /** Counts again soon, after something has changed. */
  recount(): void {
    this.#list.recount();
  }

  render(): TemplateResult | typeof nothing {
    const { states, filterResourceId, filterApplicationId, withoutFilters, pendingOnly } = this.#host;
    const shown = withoutFilters
      ? []
      : [
          pendingOnly ? nothing : this.#renderStates(this.#list.valuesOf('state', states)),
          this.#renderChoice('filterResourceId', this.#list.valuesOf('resourceId', filterResourceId)),
          this.#renderChoice('filterApplicationId', this.#list.valuesOf('applicationId', filterApplicationId)),
        ].filter((filter) => filter !== nothing);
    const search = this.#list.renderSearch(this.#words.term('requestSearch'));
    if (search === nothing && shown.length === 0) return nothing;
    return html`<div class="filters" part="filters" role="group" aria-label=${this.#words.term('requestFilters')}>
      ${search} ${shown} ${this.#list.renderClear(this.#words.term('requestFiltersClear'))}
    </div>`;
  }

  /** Says that the search or the filters have found nothing. */
  renderNoMatch(): TemplateResult {
    const query = this.#host.query.trim();
    return this.#list.renderNoMatch(
      query ? this.#words.term('requestsNoMatch', query) : this.#words.term('requestsFilteredOut'),
      this.#words.term('requestsShowAll'),
    );
  }

  /** Says why the list could not be read. */
  renderProblem(error: unknown, retry: () => void): TemplateResult {
    return this.#list.renderProblem(error, retry, this.#words.term('requestsShowAll'));
  }

  #renderStates(values: readonly FacetValue[]): TemplateResult | typeof nothing {
    if (!this.#list.divides('state', values) && this.#host.states === '') return nothing;
    const chosen = wordsOf(this.#host.states);
    const toggle = (state: string): void => {
      const states = chosen.includes(state) ? chosen.filter((one) => one !== state) : [...chosen, state];
      this.#list.change({ states: states.join(' ') });
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
    values: readonly FacetValue[],
  ): TemplateResult | typeof nothing {
    const chosen = this.#host[property] ?? '';
    const isResource = property === 'filterResourceId';
    const field = isResource ? 'resourceId' : 'applicationId';
    if (!this.#list.divides(field, values) && chosen === '') return nothing;
    return html`<label>
      <span>${this.#words.term(isResource ? 'requestFilterResource' : 'requestFilterApplication')}</span>
      <select
        .value=${live(chosen)}
        @change=${(event: Event) =>
          this.#list.change({ [property]: (event.target as HTMLSelectElement).value || undefined })}
      >
        <option value="" ?selected=${chosen === ''}>${this.#words.term('requestFilterAll')}</option>
        ${values.map(
          ({ value, count }) =>
            html`<option value=${value} ?selected=${value === chosen}>
              ${this.#words.term('requestFilterValue', this.#list.nameOf(field, value), count)}
            </option>`,
        )}
      </select>
    </label>`;
  }
}
