import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Ref } from '../../contract/primitives.js';
import type { grantsField } from '../../locales/en/grants-field.js';
import { clip } from '../shared/form/clip.js';
import type { Localize } from '../shared/localize.js';

/** More than so many have a search, and are one stop of the Tab key. */
export const longList = 10;

/** Several of many, to be ticked. */
export interface TickListInit {
  /** The ids in the page are made of it. */
  id: string;
  /** What the list is called. */
  label: string;
  items: readonly Ref[];
  isTicked(id: string): boolean;
  toggle(id: string): void;
  /** What is typed into the search. */
  query: string;
  search(query: string): void;
  /** Ticks all that are found, or none of them. */
  setAll(ids: readonly string[], on: boolean): void;
  localize: Localize<typeof grantsField>;
}

const fold = (text: string): string => text.toLocaleLowerCase();

/** Those whose name or id holds what is searched for. */
export const found = (items: readonly Ref[], query: string): readonly Ref[] => {
  const wanted = fold(query.trim());
  return wanted === '' ? items : items.filter(({ id, name }) => fold(name).includes(wanted) || fold(id) === wanted);
};

/** Moves the focus in a long list by the keys that lists know; the Tab key leaves it. */
function move(event: KeyboardEvent): void {
  const boxes = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLInputElement>('input')];
  const at = boxes.indexOf(event.target as HTMLInputElement);
  const places: Partial<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + 10,
    PageUp: at - 10,
    Home: 0,
    End: boxes.length - 1,
  };
  const place = places[event.key];
  if (place === undefined || at < 0) return;
  event.preventDefault();
  boxes[Math.min(Math.max(place, 0), boxes.length - 1)]?.focus();
}

/** The box that has the focus is the one that the Tab key comes back to. */
function remember(event: FocusEvent): void {
  const list = event.currentTarget as HTMLElement;
  for (const box of list.querySelectorAll<HTMLInputElement>('input[tabindex="0"]')) box.tabIndex = -1;
  if (event.target instanceof HTMLInputElement) event.target.tabIndex = 0;
}

/** Boxes to tick; a long list with a search, and as one stop of the Tab key in which the arrow keys move. */
export function renderTickList(init: TickListInit): TemplateResult {
  const { id, label, items, isTicked, toggle, query, search, setAll, localize } = init;
  const isLong = items.length > longList;
  const shown = isLong ? found(items, query) : items;
  const ids = shown.map((item) => item.id);
  const isAll = ids.length > 0 && ids.every(isTicked);
  return html`${
      isLong
        ? html`<input
            id="${id}-search"
            class="search"
            part="search"
            type="search"
            autocomplete="off"
            aria-label=${localize.term('grantsSearch', label)}
            placeholder=${localize.term('grantsSearchHint')}
            aria-describedby="${id}-found"
            .value=${live(query)}
            @input=${(event: Event) => search((event.target as HTMLInputElement).value)}
            @keydown=${(event: KeyboardEvent) => {
              // The Enter key would send the form.
              if (event.key === 'Enter') event.preventDefault();
            }}
          />`
        : nothing
    }
    <p class="${query && isLong ? 'help' : 'visually-hidden'}" id="${id}-found" aria-live="polite">
      ${query && isLong ? localize.term('grantsFound', shown.length, items.length) : nothing}
    </p>
    ${
      shown.length === 0
        ? nothing
        : html`<div
            class="options"
            part="options"
            @keydown=${isLong ? move : nothing}
            @focusin=${isLong ? remember : nothing}
          >
            ${repeat(
              shown,
              (item) => item.id,
              (item, place) =>
                html`<div class="option" part="option">
                  <input
                    id="${id}-${item.id}"
                    type="checkbox"
                    tabindex=${isLong && place > 0 ? '-1' : '0'}
                    .checked=${live(isTicked(item.id))}
                    @change=${() => toggle(item.id)}
                  />
                  <label for="${id}-${item.id}"><bdi>${clip(item.name)}</bdi></label>
                </div>`,
            )}
          </div>`
    }
    ${isLong ? html`<p class="help">${localize.term('grantsKeys')}</p>` : nothing}
    ${
      shown.length > 1
        ? html`<button class="link" type="button" @click=${() => setAll(ids, !isAll)}>
            ${localize.term(isAll ? 'grantsSelectNone' : query && isLong ? 'grantsSelectFound' : 'grantsSelectAll')}
            <span class="visually-hidden">${label}</span>
          </button>`
        : nothing
    }`;
}
