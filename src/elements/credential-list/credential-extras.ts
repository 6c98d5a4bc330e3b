import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Credential } from '../../contract/credential.js';
import type { MarketplaceEvent } from '../../contract/event.js';
import { common } from '../../locales/en/common.js';
import { credentialRows } from '../../locales/en/credential-rows.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import { canDo } from '../shared/credential/can-do.js';
import { alertIcon } from '../shared/icons.js';
import { LiveController } from '../shared/live-controller.js';
import type { Localize } from '../shared/localize.js';
import { fieldStyles } from '../shared/styles/field.styles.js';
import { Ticker } from '../shared/ticker.js';
import { extrasStyles } from './credential-extras.styles.js';
import { CredentialFilters } from './credential-filters.js';
import type { CredentialList } from './credential-list.js';
import { completeRow } from './credential-more.js';
import { CredentialNotes } from './credential-notes.js';
import { CredentialOffer } from './credential-offer.js';
import type { RowExtras } from './credential-row.js';
import { CredentialRows, type ListContext, type RowsContext } from './credential-rows.js';
import { CredentialSelection } from './credential-selection.js';

const minuteMs = 60_000;

/** The actions that may have a button of their own in each row. */
const quickActions = ['renew', 'suspend', 'enable', 'remove'] as const;

/**
 * What belongs to the list once it is there: what happens in its rows and what they have to say beyond their columns,
 * the search, the filters, the selection, and what else can be created. Loaded after the list is shown.
 */
export class CredentialExtras implements ReactiveController {
  readonly #host: CredentialList;
  readonly #context: RowsContext;
  readonly #words: Localize<typeof credentialRows>;
  readonly #offer: CredentialOffer;
  readonly #filters: CredentialFilters;
  readonly #selection: CredentialSelection;
  readonly #notes: CredentialNotes;
  readonly rows: CredentialRows;
  /** What went wrong outside of reading the list, as a sentence. */
  #notice: string | undefined;

  constructor(host: CredentialList, list: ListContext) {
    const localize = list.localize.with(common);
    const context: RowsContext = {
      ...list,
      localize,
      marketplace: () => list.source.value,
      environments: () => this.#offer.environments,
      notify: (notice) => {
        this.#notice = notice;
        host.requestUpdate();
      },
    };
    this.#host = host;
    this.#context = context;
    this.#words = localize.with(credentialRows);
    this.#offer = new CredentialOffer(host, context);
    this.#filters = new CredentialFilters(host, context);
    this.#selection = new CredentialSelection(host, context);
    this.#notes = new CredentialNotes(context.localize);
    this.rows = new CredentialRows(host, context);
    adoptStyles(host, [fieldStyles, extrasStyles]);
    host.addController(this);
    new LiveController(host, list.source, { changed: (event) => void this.follow(event) });
    new Ticker(host, minuteMs);
  }

  /** Whether the reason why there is nothing to show takes the place of the list. */
  get replaces(): boolean {
    return this.#offer.replaces;
  }

  /** What the rows are drawn with. */
  get row(): RowExtras {
    return {
      copied: this.rows.copied,
      environments: this.#offer.environments,
      selected: this.#selection.ids,
      complete: (credential, cells, now) =>
        completeRow(credential, cells, now, {
          notes: this.#notes,
          quick: this.#renderQuick(credential),
          language: this.#words.language,
        }),
    };
  }

  hostUpdate(): void {
    this.#selection.prune();
  }

  hostDisconnected(): void {
    this.#notice = undefined;
    this.close();
  }

  /** Asks what else can be created, with the list's filters as they are. Resolves once that has ended. */
  async open(): Promise<void> {
    await this.#offer.open();
  }

  /** Forgets what was said of another list. */
  close(): void {
    this.#offer.close();
    this.#selection.clear();
  }

  /** Follows an event of the marketplace. */
  async follow(event: MarketplaceEvent): Promise<void> {
    this.#offer.follow(event, !this.rows.find(event.subjectId));
    this.#filters.recount();
    await this.rows.follow(event);
  }

  /** Does what was pressed in a row; what opens something, only if nobody has gone elsewhere meanwhile. */
  async press(button: HTMLElement, event: KeyboardEvent, isChecked: boolean, isHeld: () => boolean): Promise<void> {
    if (button.dataset['do'] === 'select')
      this.#selection.toggle(button.closest('tr')?.dataset['id'] ?? '', isChecked, event.shiftKey);
    else if (isHeld()) await this.rows.press(button, event.key === 'ArrowUp');
  }

  /** What stands above the list, or in its place. */
  renderAbove(): TemplateResult {
    return this.#offer.renderAbove();
  }

  /** What went wrong: reading the list, or something else. */
  renderProblem(): TemplateResult {
    const { pages, source } = this.#context;
    const { status, error } = pages;
    const retry = (): void => (source.error === undefined ? void pages.retry() : source.retry());
    return html`${
      status === 'failed' || source.error !== undefined
        ? this.#filters.renderProblem(source.error ?? error, retry)
        : nothing
    }
    ${
      this.#notice === undefined
        ? nothing
        : html`<div class="notice caution" role="alert">
            ${alertIcon()}
            <p>${this.#notice}</p>
          </div>`
    }`;
  }

  /** What stands beside the number of credentials. */
  renderInBar(): TemplateResult {
    return html`${this.#offer.renderLimits()} ${this.#filters.renderSearch()} ${this.#offer.renderCreate()}`;
  }

  /** The filters, and what could not be done with a selection. */
  renderTools(): TemplateResult {
    return html`${this.#filters.render()} ${this.#host.selectable ? this.#selection.renderFailed() : nothing}`;
  }

  order(key: string): 'ascending' | 'descending' | undefined {
    return this.#filters.order(key);
  }

  renderHeading(key: string, text: string): TemplateResult | string {
    return this.#filters.renderHeading(key, text);
  }

  renderSelectAll(): TemplateResult {
    return this.#selection.renderAll();
  }

  renderNoMatch(): TemplateResult {
    return this.#filters.renderNoMatch();
  }

  /** What stands below the rows: what can be done with those that are selected, and the way to further ones. */
  renderBelow(): TemplateResult {
    return html`${this.#host.selectable ? this.#selection.renderBar() : nothing} ${this.#filters.renderPages()}`;
  }

  /** The buttons of a row that the page asks for. */
  #renderQuick(credential: Credential): TemplateResult[] | undefined {
    if (this.#host.quickActions === '') return undefined;
    const wanted = this.#host.quickActions.split(/\s+/);
    return quickActions
      .filter((action) => wanted.includes(action) && canDo(credential, action))
      .map(
        (action) =>
          html`<button
            class="icon-button mask mask-${action}"
            type="button"
            data-do=${action}
            aria-label=${this.#words.term(`quick-${action}`, credential.name)}
          ></button>`,
      );
  }
}
