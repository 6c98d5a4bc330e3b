/** Words of your own, without an element: `registerLocale` rewords sentences and adds languages. */
export type { Locale } from './locale.js';
export { registerLocale } from './register.js';
