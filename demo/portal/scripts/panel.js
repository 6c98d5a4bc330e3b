import { element } from './dom.js';
import { icon } from './icons.js';

const body = element('div', { className: 'panel-body', tabIndex: -1 });
const button = element('button', { className: 'icon-button', type: 'button', 'aria-label': 'Close panel' });
const dialog = element('dialog', { className: 'panel' });
button.append(icon('close'));
dialog.append(button, body);
// Inside the provider, so that the elements in it find their marketplace.
document.getElementById('main').append(dialog);

let whenClosed;

/** Closes the panel; what is in it has a say first: something may be lost that was entered, or not stored yet. */
async function leave() {
  if ((await body.firstElementChild?.requestClose?.()) ?? true) dialog.close();
}

/** Whether a press was on the backdrop, as opposed to the panel's own edge. */
function isOutside({ clientX, clientY }) {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

dialog.addEventListener('secret-closed', () => dialog.close());
button.addEventListener('click', () => void leave());
dialog.addEventListener('pointerdown', (event) => event.target === dialog && isOutside(event) && void leave());
dialog.addEventListener('cancel', (event) => {
  if (event.target !== dialog) return;
  event.preventDefault();
  void leave();
});
// The browser closes a dialog on the second Escape whatever `cancel` says.
dialog.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  event.preventDefault();
  void leave();
});
dialog.addEventListener('close', (event) => {
  if (event.target !== dialog) return;
  body.replaceChildren();
  whenClosed?.();
});

/**
 * Opens the panel at the side of the page, for work that should not lose the page's place. It looks like that of the
 * elements, and is on the side where they would have it. The browser keeps the focus in it and gives it back to where it
 * came from.
 *
 * @param name - What it is for.
 * @param content - The element of the library that does the work.
 * @param onClose - Called after it was closed in whichever way.
 */
export function openPanel(name, content, onClose) {
  whenClosed = onClose;
  dialog.setAttribute('aria-label', name);
  dialog.dir = content.dir;
  body.replaceChildren(content);
  if (dialog.open) return;
  dialog.showModal();
  body.focus();
}

/** Closes the panel without asking. */
export function closePanel() {
  dialog.close();
}
