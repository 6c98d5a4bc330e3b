import { speak } from './languages.js';

/**
 * Makes an element. A name with a dash is an attribute, any other a property; children are nodes or text, `undefined`
 * is left out. Nothing is ever parsed as markup. An element of the library speaks the chosen language; what the portal
 * slots into it is in English, and says so.
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (name.includes('-')) made.setAttribute(name, value);
    else made[name] = value;
  }
  if (tag.includes('-')) speak(made);
  if (properties.slot !== undefined) made.lang = 'en';
  made.append(...children.flat().filter((child) => child !== undefined));
  return made;
}

/** The element of the page with an id. */
export const byId = (id) => document.getElementById(id);

/** A term and what is known of it, for `<dl class="facts">`. */
export const fact = (term, ...description) =>
  element('div', {}, element('dt', {}, term), element('dd', {}, ...description));

/** A short word in a box. */
export const tag = (text, tone = '') => element('li', { className: `tag ${tone}` }, text);
