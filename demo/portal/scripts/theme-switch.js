import { element } from './dom.js';

const choices = [
  { value: 'system', name: 'System' },
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
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
  const options = choices.map(({ value, name }) => {
    const input = element('input', { type: 'radio', name: 'theme', value, checked: value === chosen });
    return element('label', {}, input, name);
  });
  const onchange = (event) => choose(event.target.value);
  return element('fieldset', { className: 'theme-switch', onchange }, element('legend', {}, 'Theme'), ...options);
}
