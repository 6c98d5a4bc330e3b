import { element } from './dom.js';
import { sentenceOf } from './words.js';

/** The latest filling of each part of the page. */
const turns = new WeakMap();

/** Says what went wrong, with a way to try again. */
export function failure(error, retry) {
  const button = element('button', { className: 'button', type: 'button' }, 'Try again');
  button.addEventListener('click', retry);
  return element('div', { className: 'notice critical', role: 'alert' }, element('p', {}, sentenceOf(error)), button);
}

/**
 * Fills a part of the page with the nodes that `read` answers, `undefined` to leave it as it is; a failure is shown in
 * the same place, below the part's main heading if it has one. A later filling wins over one that is still under way,
 * and until it is there the old content stays.
 */
export async function fill(region, read) {
  const turn = {};
  turns.set(region, turn);
  region.setAttribute('aria-busy', 'true');
  let content;
  try {
    content = await read();
  } catch (error) {
    content = [...region.querySelectorAll('h1'), failure(error, () => void fill(region, read))];
  }
  if (turns.get(region) !== turn) return;
  if (content !== undefined) region.replaceChildren(...[content].flat());
  region.removeAttribute('aria-busy');
}
