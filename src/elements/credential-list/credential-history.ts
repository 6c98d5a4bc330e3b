import { html, nothing, render, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Credential } from '../../contract/credential.js';
import type { MarketplaceEvent } from '../../contract/event.js';
import type { HistoryEntry } from '../../contract/history.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { common } from '../../locales/en/common.js';
import { credentialHistory } from '../../locales/en/credential-history.js';
import { accessTimelineStyles } from '../shared/access/access-timeline.styles.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import { errorPanel } from '../shared/error-panel.js';
import { checkIcon, clockIcon, closeIcon } from '../shared/icons.js';
import { listen } from '../shared/live-updates.js';
import type { Localize } from '../shared/localize.js';
import { PagesController } from '../shared/pages-controller.js';
import { openSidePanel } from '../shared/side-panel.js';
import { renderSkeleton } from '../shared/skeleton.js';
import { skeletonStyles } from '../shared/styles/skeleton.styles.js';

type Words = Localize<typeof common & typeof credentialHistory>;
type Change = NonNullable<HistoryEntry['changes']>[number];

/** What ended something, and what happened by the passing of time: with marks of their own. */
const ends: readonly string[] = ['failed', 'suspended', 'expired', 'erased', 'deleting', 'deleted', 'unshared'];

/**
 * Shows what happened to a credential in a side panel of the host, and what happens to it meanwhile. Resolves when the
 * panel has closed.
 */
export async function openHistory(
  host: LitElement,
  localize: Localize<typeof common>,
  marketplace: Marketplace,
  credential: Credential,
): Promise<void> {
  const words = localize.with(credentialHistory);
  adoptStyles(host, [accessTimelineStyles, skeletonStyles]);
  const view = new HistoryView(words);
  view.open(marketplace, credential.id);
  const closed = new AbortController();
  const changed = ({ subject, subjectId }: MarketplaceEvent): void => {
    // Time alone makes history, too.
    if (subjectId === credential.id || subject === 'clock') view.refresh();
  };
  listen(marketplace, { changed }, closed.signal);
  await openSidePanel(host, words, {
    heading: () => words.term('historyHeading', credential.name),
    content: () => view.draw(),
    mayClose: () => Promise.resolve(true),
  });
  closed.abort();
  view.close();
}

/** The contents of the panel: a host of its own for what it reads, so that the list behind stays as it is. */
class HistoryView {
  readonly #words: Words;
  readonly #box = document.createElement('div');
  readonly #controllers = new Set<ReactiveController>();
  readonly #pages: PagesController<HistoryEntry>;

  constructor(words: Words) {
    this.#words = words;
    this.#pages = new PagesController<HistoryEntry>({
      addController: (controller) => this.#controllers.add(controller),
      removeController: (controller) => this.#controllers.delete(controller),
      requestUpdate: () => this.draw(),
      updateComplete: Promise.resolve(true),
    });
  }

  open(marketplace: Marketplace, id: string): void {
    this.#pages.open((cursor, signal) => marketplace.credentials.history(id, { cursor }, { signal }));
  }

  /** Reads again what is shown, which stays until the answer is there. */
  refresh(): void {
    void this.#pages.refresh();
  }

  close(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  /** Draws it as it is now, and answers the element it is in. */
  draw(): HTMLElement {
    const { items, status, error, busy } = this.#pages;
    render(
      html`<div class="history">
        ${status === 'failed' ? errorPanel(this.#words, error, () => void this.#pages.retry(), busy) : nothing}
        ${status === 'loading' && items.length === 0 ? renderSkeleton(this.#words.term('loading')) : nothing}
        ${status === 'ready' && items.length === 0 ? html`<p>${this.#words.term('historyEmpty')}</p>` : nothing}
        ${
          items.length === 0
            ? nothing
            : html`<ol class="timeline" part="timeline" aria-label=${this.#words.term('historyLabel')}>
                ${repeat(
                  items,
                  ({ id }) => id,
                  (entry) => this.#renderEntry(entry),
                )}
              </ol>`
        }
        ${
          this.#pages.next === undefined || status === 'failed'
            ? nothing
            : html`<button
                class="button"
                type="button"
                aria-disabled=${busy}
                aria-busy=${busy}
                @click=${() => void this.#pages.more()}
              >
                ${this.#words.term(busy ? 'loading' : 'loadMore')}
              </button>`
        }
        <p class="visually-hidden" role="status">
          ${status === 'ready' && items.length > 0 ? this.#words.term('historyShown', items.length) : nothing}
        </p>
      </div>`,
      this.#box,
    );
    return this.#box;
  }

  #renderEntry({ action, at, by, reason, changes = [] }: HistoryEntry): TemplateResult {
    const key = `history-${action}`;
    const known = Object.hasOwn(credentialHistory, key) ? (key as 'history-created') : 'history-unknown';
    const ended = ends.includes(action);
    return html`<li class=${ended ? 'refused' : 'done'}>
      <span class="mark">
        ${action === 'expired' || action === 'erased' ? clockIcon() : ended ? closeIcon() : checkIcon()}
      </span>
      <div>
        <p class="word">${this.#words.term(known, by?.name)}</p>
        <time class="muted" datetime=${at}>${this.#words.date(at, { time: true })}</time>
        ${changes.map((change) => html`<p class="change">${this.#changeOf(change)}</p>`)}
        ${reason === undefined ? nothing : html`<p class="reason">${this.#words.term('historyReason', reason)}</p>`}
      </div>
    </li>`;
  }

  #changeOf({ field, from, to }: Change): string {
    const name = this.#words.find(`historyField-${field}`) ?? field;
    if (to === undefined || to === '') return this.#words.term('historyUnset', name, from ?? '');
    return from === undefined || from === ''
      ? this.#words.term('historySet', name, to)
      : this.#words.term('historyChange', name, from, to);
  }
}
