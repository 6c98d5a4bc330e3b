// A custom element by hand, as quick as one gets: rows are cloned from one template, in blocks that the browser lays out
// when they come near the screen; one listener for all of it.
import type { Credential } from '../../../src/contract/credential.js';
import { now } from '../credentials.js';
import { shown } from './painted.js';
import { columns, textOf } from './text.js';
import { tableStyles } from './table.css.js';

const blockSize = 50;

type Child = Node | string;

function element(name: string, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const button = (className: string, ...children: Child[]): HTMLElement =>
  element('button', { type: 'button', class: className }, ...children);

const row = element(
  'tr',
  { role: 'row' },
  element('td', { role: 'cell' }, element('input', { type: 'checkbox' })),
  element('th', { role: 'rowheader', scope: 'row' }, button('name'), element('span', { class: 'kind muted' })),
  element('td', { role: 'cell' }, element('bdi', { class: 'mono', dir: 'ltr' }), button('copy')),
  element('td', { role: 'cell' }, element('span', { class: 'badge' })),
  element('td', { role: 'cell' }),
  element('td', { role: 'cell' }),
  element('td', { role: 'cell' }),
  element('td', { role: 'cell' }),
  element('td', { role: 'cell', class: 'actions' }, button('reveal', 'View secret'), button('menu')),
);

class HandWrittenList extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });

  async connectedCallback(): Promise<void> {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tableStyles);
    this.#root.adoptedStyleSheets = [sheet];
    const answer = await fetch(`/api/v1/credentials${location.search}`);
    const { items } = (await answer.json()) as { items: Credential[] };
    const table = element('table', { role: 'table' });
    const heads = columns.map((text) => element('th', { role: 'columnheader', scope: 'col' }, text));
    table.append(element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, element('td'), ...heads)));
    for (let first = 0; first < items.length; first += blockSize) {
      const block = element('tbody', { role: 'rowgroup', class: 'block' });
      for (const credential of items.slice(first, first + blockSize)) block.append(this.#row(credential));
      table.append(block);
    }
    table.addEventListener('click', (event) => {
      const value = (event.target as Element).closest('tr')?.querySelector('bdi')?.textContent;
      if ((event.target as Element).matches('.copy') && value) void navigator.clipboard.writeText(value);
    });
    this.#root.append(table);
  }

  #row(credential: Credential): HTMLElement {
    const made = row.cloneNode(true) as HTMLElement;
    const text = textOf(credential, now);
    made.dataset['id'] = credential.id;
    const [select, name, identifier, status, environment, serves, used, expires, actions] = made.children;
    (select!.firstChild as Element).setAttribute('aria-label', `Select ${text.name}`);
    name!.firstChild!.textContent = text.name;
    name!.lastChild!.textContent = text.type;
    identifier!.firstChild!.textContent = text.identifier;
    (identifier!.lastChild as Element).setAttribute('aria-label', text.copy);
    status!.firstChild!.textContent = text.state;
    environment!.textContent = text.environment;
    serves!.textContent = text.serves;
    used!.textContent = text.used;
    expires!.textContent = text.expires;
    if (!text.canReveal) actions!.firstChild!.remove();
    (actions!.lastChild as Element).setAttribute('aria-label', `Actions for ${text.name}`);
    return made;
  }
}
customElements.define('hand-written-list', HandWrittenList);

Object.assign(globalThis, { shown });
