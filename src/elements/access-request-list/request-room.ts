import { html, type TemplateResult } from 'lit';
import type { Facet } from '../../contract/primitives.js';

/** What has a place above a list of which nothing is known yet: the search, a few states, the API and the application. */
const usual = { isSearchable: true, chips: 4, choices: 2 };

/** What there will be of the search and the filters of a list, as far as its first answer tells. */
export interface Room {
  isSearchable: boolean;
  /** How many states. */
  chips: number;
  /** How many boxes to choose from. */
  choices: number;
}

/** What the first answer tells of it. */
export function roomOf(facets: readonly Facet[] | undefined, isSearchable: boolean): Room {
  const sizes = (facets ?? []).map(({ field, values }) => {
    const size = values.filter(({ count }) => count > 0).length;
    return { field, size: size > 1 ? size : 0 };
  });
  const chips = sizes.find(({ field }) => field === 'state')?.size ?? 0;
  return { isSearchable, chips, choices: sizes.filter(({ field, size }) => field !== 'state' && size > 0).length };
}

/** Keeps the room of the search and the filters until they are there, so that they do not move the list. */
export function renderRoom({ isSearchable, chips, choices }: Room = usual): TemplateResult {
  const boxes = (count: number, kind: string): TemplateResult[] =>
    Array.from({ length: count }, () => html`<i class=${kind}></i>`);
  return html`<div class="room">
    ${boxes(Number(isSearchable), 'box')} ${boxes(chips, 'chip')} ${boxes(choices, 'choice')}
  </div>`;
}
