import { field, select } from './call-parts.js';
import { element } from './dom.js';

const input = (name, more = {}) =>
  element('input', { id: `try-${name}`, name, autocomplete: 'off', spellcheck: false, className: 'mono', ...more });

/**
 * What to call: an example to begin with, its method, path and body, all of which can be changed.
 *
 * @returns `node`; `offer`, which begins anew with a resource and its examples; `call`, which answers what is to be
 * called, or `undefined` after saying what is wrong with it.
 */
export function callFields() {
  const example = select('example', []);
  const method = select('method', [
    ['GET', 'GET'],
    ['POST', 'POST'],
  ]);
  const path = input('path', { 'aria-describedby': 'try-path-help' });
  const body = element('textarea', {
    id: 'try-body',
    name: 'body',
    rows: 3,
    spellcheck: false,
    className: 'mono',
    'aria-describedby': 'try-body-error',
  });
  const help = element('p', { className: 'help', id: 'try-path-help' });
  const bodyError = element('p', { className: 'error', id: 'try-body-error' });
  const bodyField = field('Body', body, bodyError);
  let base = '';
  let examples = [];

  function adjust() {
    bodyField.hidden = method.value === 'GET';
  }

  function show(index) {
    const { method: verb, path: below, body: content } = examples[index];
    method.value = verb;
    path.value = `/${below}`;
    body.value = content === undefined ? '' : JSON.stringify(content, undefined, 2);
    adjust();
  }

  function offer(resource, offered) {
    base = resource.baseUrl;
    examples = offered;
    example.replaceChildren(...examples.map(({ name }, index) => element('option', { value: index }, name)));
    help.textContent = `Added to ${new URL(base, location.href).pathname}`;
    show(0);
  }

  function call() {
    const url = new URL(base, location.href);
    const [below, query = ''] = path.value.trim().replace(/^\/+/, '').split('?');
    if (below !== '') url.pathname += `/${below}`;
    if (query !== '') url.search = query;
    if (method.value === 'GET') return { url, method: 'GET' };
    try {
      JSON.parse(body.value);
      bodyError.textContent = '';
      body.setAttribute('aria-invalid', 'false');
      return { url, method: method.value, body: body.value };
    } catch {
      bodyError.textContent = 'This is not JSON.';
      body.setAttribute('aria-invalid', 'true');
      body.focus();
      return undefined;
    }
  }

  example.onchange = () => show(Number(example.value));
  method.onchange = adjust;
  const node = element(
    'div',
    { className: 'section' },
    element(
      'div',
      { className: 'fields call-fields' },
      field('Example', example),
      field('Method', method),
      field('Path', path, help),
    ),
    bodyField,
  );
  return { node, offer, call };
}
