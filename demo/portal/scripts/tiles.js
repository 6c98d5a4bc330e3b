import { element } from './dom.js';

/**
 * Numbers that lead to what they count.
 *
 * @param label - What they are about.
 * @param counts - Each with `text`, the number as text; `words` that go with it; `href`; and a `tone` if it deserves a
 * look.
 */
export const tiles = (label, counts) =>
  element(
    'ul',
    { className: 'tiles', 'aria-label': label },
    ...counts.map(({ text, words, href, tone = '' }) =>
      element(
        'li',
        {},
        element(
          'a',
          { href, className: tone },
          element('span', { className: 'count' }, text),
          element('span', {}, ` ${words}`),
        ),
      ),
    ),
  );
