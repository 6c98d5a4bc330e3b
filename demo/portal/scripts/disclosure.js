import { element } from './dom.js';

/**
 * Something behind a button in the header: a disclosure that closes with Escape, when something else is pressed, and when
 * the focus goes elsewhere.
 *
 * @param className - Beside `menu`.
 * @param button - What is always there.
 * @param content - What is behind it.
 */
export function disclosure(className, button, ...content) {
  const summary = element('summary', {}, ...button);
  const details = element('details', { className: `menu ${className}` }, summary, ...content);
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    details.open = false;
    summary.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!event.composedPath().includes(details)) details.open = false;
  });
  details.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !details.contains(relatedTarget)) details.open = false;
  });
  return details;
}
