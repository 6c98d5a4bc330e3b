import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Facet } from '../../contract/primitives.js';
import type { common } from '../../locales/en/common.js';
import type { listFilters } from '../../locales/en/list-filters.js';
import type { Announcer } from './announcer.js';
import { refusedOf } from './describe-error.js';
import { errorPanel } from './error-panel.js';
import { alertIcon } from './icons.js';
import type { Localize } from './localize.js';
import type { PagesController } from './pages-controller.js';
import { Reader } from './reader.js';
import { searchFrom } from './search-from.js';

const searchDelayMs = 250;
/** Changes come in bunches: what they do to the counts is asked for when a bunch is over. */
const recountDelayMs = 500;

/** Where a view is in what a marketplace is asked, and may refuse: a page may have got it from an old address. */
const ofView = /^\/(?:q|state|typeId|risk|sort|resourceId|applicationId)(?:\/|$)/;

/** One value of a facet. */
export type FacetValue = Facet['values'][number];

/** What a person looks at of a list: properties of it, of which an empty text or none narrows nothing. */
export interface ListView {
  query: string;
}

/** Changes of a view. */
export type ViewChanges<View> = { [K in keyof View]?: View[K] | undefined };

/** A list, with its view in its properties. */
type Host<View> = LitElement & ListView & ViewChanges<View>;

/** What the filters need of their list. */
export interface ListFiltersInit<View> {
  localize: Localize<typeof common & typeof listFilters>;
  pages: Pick<PagesController<{ id: string }>, 'items' | 'total' | 'facets' | 'status' | 'busy' | 'settled'>;
  announcer: Announcer;
  /** What the marketplace is asked for the list. */
  params(): object;
  /** Reads how the list divides now; nothing while there is no marketplace. */
  divide(signal: AbortSignal): Promise<readonly Facet[] | undefined>;
  /** How many items there are, in words. */
  count(): string;
  /** Says that nothing is left. */
  filteredOut(): string;
  /** The view when nothing narrows it that a person can take back. */
  wide(): ViewChanges<View>;
  /** The order as it is unless told, of a list that has several. */
  order?: ViewChanges<View>;
  /** What tells the page of the view as it is now. */
  changed(): Event;
}

/** The words in a text that are separated by spaces. */
export const wordsOf = (text = ''): string[] => text.match(/\S+/g) ?? [];

/**
 * What the search and the filters of every list do: change the view as a person asks for it, tell the page, say how many
 * are left, and count again when something has changed. Loaded on demand, once the list is there.
 */
export class ListFilters<View extends ListView> implements ReactiveController {
  readonly #host: Host<View>;
  readonly #init: ListFiltersInit<View>;
  readonly #reader: Reader<readonly Facet[] | undefined>;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  #recountTimer: ReturnType<typeof setTimeout> | undefined;
  /** What the values of the facets are called: a chosen one keeps its name when nothing is left of it. */
  readonly #names = new Map<string, string>();
  /** The values of the facets as they first came: what is counted anew does not change places. */
  readonly #places = new Map<string, number>();
  /** The facets that divide the list. */
  readonly #divided = new Set<string>();
  #isSearchable: boolean | undefined;

  constructor(host: Host<View>, init: ListFiltersInit<View>) {
    this.#host = host;
    this.#init = init;
    this.#reader = new Reader(host, {
      done: (facets) => (init.pages.facets = facets ?? init.pages.facets),
      failed: () => undefined,
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#searchTimer);
    clearTimeout(this.#recountTimer);
    this.#reader.stop();
  }

  /** Whether anything narrows the list that a person can take back. */
  get isNarrowed(): boolean {
    return this.#isSet(this.#init.wide());
  }

  /** Whether any of these is something. */
  #isSet(view: ViewChanges<View>): boolean {
    const names = Object.keys(view) as (keyof View)[];
    return names.some((name) => (this.#host[name] as string | undefined)?.trim());
  }

  /** Whether what is shown is the list with nothing left out. */
  get #isWhole(): boolean {
    return !this.isNarrowed && !this.#init.pages.busy;
  }

  /** Counts again soon, after something has changed. */
  recount(): void {
    if (!this.#init.pages.facets) return;
    clearTimeout(this.#recountTimer);
    this.#recountTimer = setTimeout(() => void this.#reader.run((signal) => this.#divide(signal)), recountDelayMs);
  }

  /** Reads how the list divides; nothing if by then it is another list, or another view of it. */
  async #divide(signal: AbortSignal): Promise<readonly Facet[] | undefined> {
    const asked = JSON.stringify(this.#init.params());
    const facets = await this.#init.divide(signal);
    return asked === JSON.stringify(this.#init.params()) ? facets : undefined;
  }

  /** The values of a facet, with those of them that are chosen even where nothing is left of them. */
  valuesOf(field: string, chosen?: string): readonly FacetValue[] {
    const values = this.#init.pages.facets?.find((facet) => facet.field === field)?.values ?? [];
    for (const { value, name } of values) if (name) this.#names.set(`${field} ${value}`, name);
    const missing = wordsOf(chosen).filter((one) => values.every(({ value }) => value !== one));
    const all = [...values.filter(({ count }) => count > 0), ...missing.map((value) => ({ value, count: 0 }))];
    const placeOf = ({ value }: FacetValue): number => {
      const key = `${field} ${value}`;
      if (!this.#places.has(key)) this.#places.set(key, this.#places.size);
      return this.#places.get(key) ?? 0;
    };
    return all
      .map((value) => ({ value, place: placeOf(value) }))
      .sort((a, b) => a.place - b.place)
      .map(({ value }) => value);
  }

  /** Whether a facet with these values is worth its place. What has one keeps it while the list is narrowed. */
  divides(field: string, values: readonly FacetValue[]): boolean {
    if (values.length > 1) this.#divided.add(field);
    else if (this.#isWhole) this.#divided.delete(field);
    return this.#divided.has(field);
  }

  /** What a value of a facet is called. */
  nameOf(field: string, value: string): string {
    return this.#names.get(`${field} ${value}`) ?? value;
  }

  /** Changes the view as a person asked for, and tells the page. */
  change(changes: ViewChanges<View>): void {
    Object.assign(this.#host, changes);
    this.#host.dispatchEvent(this.#init.changed());
    void this.#tell();
  }

  /** Says how many are left, once that is known. */
  async #tell(): Promise<void> {
    const { pages, announcer, count, filteredOut } = this.#init;
    await this.#host.updateComplete;
    await pages.settled;
    if (pages.status === 'ready') announcer.announce(pages.items.length > 0 ? count() : filteredOut());
  }

  /** The search box, where there is enough to search in. What narrows the list neither brings it nor takes it away. */
  renderSearch(label: string): TemplateResult | typeof nothing {
    const { items, total = 0 } = this.#init.pages;
    const { query } = this.#host;
    if (this.#isWhole) this.#isSearchable = Math.max(items.length, total) >= searchFrom;
    if (query === '' && !(this.#isSearchable ??= true)) return nothing;
    return html`<input
      type="search"
      part="search"
      .value=${query}
      placeholder=${label}
      aria-label=${label}
      @input=${this.#handleSearch}
    />`;
  }

  /** The button that takes back what narrows the list, where anything does. */
  renderClear(label: string): TemplateResult | typeof nothing {
    if (!this.isNarrowed) return nothing;
    return html`<button class="button quiet" type="button" @click=${this.#handleClear}>${label}</button>`;
  }

  /** Says that the search or the filters have found nothing. */
  renderNoMatch(sentence: string, label: string): TemplateResult {
    return html`<div class="empty" part="empty">
      <strong>${sentence}</strong>
      <button class="button" type="button" @click=${this.#handleClear}>${label}</button>
    </div>`;
  }

  /**
   * Says why the list could not be read. Where that is because of a view that the marketplace does not know, trying again
   * cannot help: then it offers to take the view back.
   */
  renderProblem(error: unknown, retry: () => void, label: string): TemplateResult {
    const { localize, pages, wide, order } = this.#init;
    const refused = refusedOf(error);
    const view = { ...wide(), ...order };
    const isOfView = refused?.length === 0 || refused?.some(({ pointer }) => ofView.test(pointer));
    if (!isOfView || !this.#isSet(view)) return errorPanel(localize, error, retry, pages.busy);
    return html`<div class="notice critical" role="alert" part="error">
      ${alertIcon()}
      <p>${localize.term('viewRefused')}</p>
      <button class="button" type="button" @click=${() => this.#widen(view)}>${label}</button>
    </div>`;
  }

  readonly #handleSearch = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => this.change({ query: value } as ViewChanges<View>), searchDelayMs);
  };

  readonly #handleClear = (): void => this.#widen(this.#init.wide());

  #widen(view: ViewChanges<View>): void {
    clearTimeout(this.#searchTimer);
    // What has not been searched yet is in the box only.
    const search = this.#host.renderRoot.querySelector<HTMLInputElement>('[part="search"]');
    if (search) search.value = '';
    this.change(view);
    // The button leaves with what it has cleared.
    this.#host.renderRoot.querySelector<HTMLElement>('.bar')?.focus();
  }
}
