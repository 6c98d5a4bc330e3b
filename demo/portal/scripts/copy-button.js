import { element } from './dom.js';

const copiedMs = 4_000;

/**
 * A button that copies a text, and says in its place whether that worked.
 *
 * @param name - What is copied, e.g. `Key ID`.
 * @param text - Answers the text.
 */
export function copyButton(name, text) {
  const label = element('span', {}, 'Copy');
  const button = element('button', { className: 'button', type: 'button', 'aria-label': `Copy ${name}` }, label);
  const said = element('span', { className: 'visually-hidden', role: 'status' });
  let back;
  const say = (word, sentence) => {
    clearTimeout(back);
    label.textContent = word;
    said.textContent = sentence;
    back = setTimeout(() => {
      label.textContent = 'Copy';
      said.textContent = '';
    }, copiedMs);
  };
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text());
      say('Copied', `${name} copied.`);
    } catch {
      say('Not copied', `${name} could not be copied. Select it, and press Ctrl or Command and C.`);
    }
  });
  return element('span', { className: 'copy' }, button, said);
}
