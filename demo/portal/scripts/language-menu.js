import { disclosure } from './disclosure.js';
import { element } from './dom.js';
import { icon } from './icons.js';
import { chooseLanguage, language, languages, word } from './languages.js';

/**
 * The language of the page: of the elements and of the header. The rest of the portal is in English, which it says.
 *
 * @param onChosen - Called when another one was chosen.
 */
export function languageMenu(onChosen) {
  const entries = languages.map(({ code, name }) => {
    const isCurrent = code === language();
    const button = element(
      'button',
      { type: 'button', lang: code, 'aria-pressed': String(isCurrent) },
      element('span', { lang: code }, name),
      isCurrent ? icon('check') : undefined,
    );
    button.addEventListener('click', () => {
      chooseLanguage(code);
      onChosen();
    });
    return element('li', {}, button);
  });
  const { name } = languages.find(({ code }) => code === language()) ?? languages[0];
  return disclosure(
    'language',
    [
      icon('globe'),
      element('span', { className: 'visually-hidden', lang: language() }, `${word('language')}: ${name}`),
      element('span', { className: 'menu-name', lang: language(), 'aria-hidden': 'true' }, language().slice(0, 2)),
    ],
    element(
      'div',
      { className: 'menu-list' },
      element('ul', { className: 'menu-entries', 'aria-label': word('language') }, ...entries),
      element(
        'p',
        { className: 'menu-note' },
        'Navigation and all elements speak it. The texts of this demo’s own pages are in English.',
      ),
    ),
  );
}
