/**
 * The languages that come with the elements, beside English, by their BCP 47 codes. Each is loaded when something on the
 * page is in it. Adding one is adding its files and a line here.
 */
export const shipped: Readonly<Record<string, () => Promise<unknown>>> = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  ja: () => import('./ja.js'),
  'pt-BR': () => import('./pt-BR.js'),
  'zh-CN': () => import('./zh-CN.js'),
};
