import { element } from './dom.js';

let count = 0;

const themes = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

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
  const options = themes.map(([value, text]) => {
    const input = element('input', { type: 'radio', name, value, checked: value === chosen });
    return element('label', {}, input, element('span', {}, text));
  });
  const onchange = (event) => choose(event.target.value);
  return element('fieldset', { className: 'theme-switch', onchange }, element('legend', {}, 'Theme'), ...options);
}
