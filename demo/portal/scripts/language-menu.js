import { disclosure } from './disclosure.js';
import { element } from './dom.js';
import { icon } from './icons.js';
import { chooseLanguage, language, languages } from './languages.js';

/**
 * The language of the elements. The portal around them is in English, which it says.
 *
 * @param onChosen - Called when another one was chosen.
 */
export function languageMenu(onChosen) {
  const entries = languages.map(({ code, name }) => {
    const isCurrent = code === language();
    const button = element(
      'button',
      { type: 'button', 'aria-pressed': String(isCurrent) },
      element('span', { lang: code }, name),
      isCurrent ? icon('check') : undefined,
    );
    button.addEventListener('click', () => {
      chooseLanguage(code);
      onChosen();
    });
    return element('li', {}, button);
  });
  const { code, name } = languages.find(({ code }) => code === language()) ?? languages[0];
  return disclosure(
    'language',
    [
      icon('globe'),
      element(
        'span',
        { className: 'visually-hidden' },
        'Language of the elements: ',
        element('span', { lang: code }, name),
      ),
      element('span', { className: 'menu-name', 'aria-hidden': 'true' }, code.slice(0, 2)),
    ],
    element(
      'div',
      { className: 'menu-list' },
      element(
        'p',
        { className: 'menu-head' },
        element('strong', { id: 'language-heading' }, 'Language of the elements'),
        element('small', {}, 'Latchkey’s elements speak eight languages. The demo portal around them is in English.'),
      ),
      element('ul', { className: 'menu-entries', 'aria-labelledby': 'language-heading' }, ...entries),
    ),
  );
}
