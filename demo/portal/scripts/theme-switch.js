import { element } from './dom.js';
import { language, word } from './languages.js';

let count = 0;

function choose(value) {
  if (value === 'system') {
    localStorage.removeItem('theme');
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem('theme', value);
    document.documentElement.dataset.theme = value;
  }
}

/** Radio buttons for the theme; the choice is kept for the next visit. */
export function themeSwitch() {
  const chosen = document.documentElement.dataset.theme ?? 'system';
  const name = `theme-${++count}`;
  const options = ['system', 'light', 'dark'].map((value) => {
    const input = element('input', { type: 'radio', name, value, checked: value === chosen });
    return element('label', { lang: language() }, input, element('span', { lang: language() }, word(value)));
  });
  const onchange = (event) => choose(event.target.value);
  const legend = element('legend', { lang: language() }, word('theme'));
  return element('fieldset', { className: 'theme-switch', onchange }, legend, ...options);
}
