/** The languages that the elements speak; English first. The portal around them is in English. */
export const languages = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
  { code: 'fr', name: 'Français' },
  { code: 'es', name: 'Español' },
  { code: 'pt-BR', name: 'Português (Brasil)' },
  { code: 'ja', name: '日本語' },
  { code: 'zh-CN', name: '简体中文' },
  { code: 'ar', name: 'العربية' },
];

const elements = 'access-request-form, access-request-list, credential-form, credential-list, secret-reveal';

/** The language that was chosen for the elements. */
export const language = () => localStorage.getItem('language') ?? languages[0].code;

/**
 * Has an element of the library speak the chosen language. It says so itself, in `lang` and `dir`: the page around it
 * stays in English, and whoever has it read aloud hears each in its own language (WCAG 3.1.2).
 */
export function speak(made) {
  made.lang = language();
  made.dir = language() === 'ar' ? 'rtl' : 'ltr';
  return made;
}

/** Has all elements speak a language, and keeps that for the next visit. */
export function chooseLanguage(code) {
  if (code === languages[0].code) localStorage.removeItem('language');
  else localStorage.setItem('language', code);
  document.querySelectorAll(elements).forEach(speak);
}
