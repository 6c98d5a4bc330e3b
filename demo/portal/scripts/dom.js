/**
 * Makes an element. A name with a dash is an attribute, any other a property; children are nodes or text, `undefined`
 * is left out. Nothing is ever parsed as markup. What the portal says itself is in English, whatever the language of the
 * page: an element with text says so, unless another language is told.
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (name.includes('-')) made.setAttribute(name, value);
    else made[name] = value;
  }
  const content = children.flat().filter((child) => child !== undefined);
  if (properties.lang === undefined && content.some((child) => typeof child === 'string')) made.lang = 'en';
  made.append(...content);
  return made;
}

/** The element of the page with an id. */
export const byId = (id) => document.getElementById(id);

/** A term and what is known of it, for `<dl class="facts">`. */
export const fact = (term, ...description) =>
  element('div', {}, element('dt', {}, term), element('dd', {}, ...description));

/** A short word in a box. */
export const tag = (text, tone = '') => element('li', { className: `tag ${tone}` }, text);
