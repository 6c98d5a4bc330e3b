import { element } from './dom.js';
import { rememberFocus } from './keep-focus.js';
import { isNotFound, sentenceOf } from './words.js';

/** The latest filling of each part of the page. */
const turns = new WeakMap();

/** What is shown in a part of the page, as text. */
const known = new WeakMap();

/** The way back from what does not exist. */
function wayBack(trail) {
  const above = trail?.querySelector('a');
  return above && element('a', { className: 'button', href: above.href }, `Back to ${above.textContent}`);
}

/**
 * Says what went wrong, with a way to try again where that can help, or else the way back.
 *
 * @param trail - The page's breadcrumbs, if it has some.
 */
export function failure(error, retry, trail) {
  const button = element('button', { className: 'button', type: 'button' }, 'Try again');
  button.addEventListener('click', retry);
  return element(
    'div',
    { className: 'notice critical', role: 'alert' },
    element('p', {}, sentenceOf(error)),
    isNotFound(error) ? wayBack(trail) : button,
  );
}

/**
 * Fills a part of the page with the nodes that `read` answers, `undefined` to leave it as it is; a failure is shown in
 * the same place, below what leads to the part and its main heading, if it has them. A later filling wins over one that is still under way,
 * and until it is there the old content stays.
 *
 * @returns {Promise<boolean>} Whether what was read is shown now.
 */
export async function fill(region, read) {
  const turn = {};
  turns.set(region, turn);
  region.setAttribute('aria-busy', 'true');
  let content;
  let isRead = true;
  try {
    content = await read();
  } catch (error) {
    isRead = false;
    const head = [...region.querySelectorAll('.trail, h1')];
    content = [...head, failure(error, () => void fill(region, read), region.querySelector('.trail'))];
  }
  if (turns.get(region) !== turn) return false;
  if (!isRead) known.delete(region);
  const giveBack = rememberFocus(region);
  if (content !== undefined) region.replaceChildren(...[content].flat());
  giveBack();
  region.removeAttribute('aria-busy');
  return isRead;
}

/**
 * Fills a part of the page with what `render` makes of what `read` answers. As long as that stays the same, so does the
 * part: nobody loses their place in it.
 */
export async function fillWith(region, read, render) {
  let text;
  const isShown = await fill(region, async () => {
    const data = await read();
    text = JSON.stringify(data);
    return known.get(region) === text ? undefined : render(data);
  });
  if (isShown) known.set(region, text);
}
