import { element } from './dom.js';

/** Tells password managers, translators and recorders of sessions to keep off a value. */
export const keepOff = {
  'data-1p-ignore': '',
  'data-lpignore': 'true',
  'data-bwignore': 'true',
  'data-private': '',
  'data-sentry-mask': '',
  'data-dd-privacy': 'mask',
  'data-hj-suppress': '',
};

/** A control under its label. */
export const field = (label, control, ...more) =>
  element('div', { className: 'field' }, element('label', { htmlFor: control.id }, label), control, ...more);

/**
 * A field for a part of a credential; what is no identifier is not to be seen over a shoulder.
 *
 * @param given.name - The name of its value.
 * @param given.label - What it is called.
 * @param given.help - What there is to know of it.
 * @param given.isIdentifier - Whether everybody may see it.
 * @param given.isOptional - Whether it may be left empty.
 */
export function secretField({ name, label, help, isIdentifier = false, isOptional = false }) {
  const id = `try-${name}`;
  const input = element('input', {
    id,
    name,
    type: isIdentifier ? 'text' : 'password',
    autocomplete: 'off',
    spellcheck: false,
    translate: false,
    required: !isOptional,
    'aria-describedby': `${id}-help ${id}-error`,
    className: 'ph-no-capture mono',
    ...keepOff,
  });
  return field(
    label,
    input,
    element('p', { className: 'help', id: `${id}-help` }, help ?? ''),
    element('p', { className: 'error', id: `${id}-error` }),
  );
}

/** A choice; `options` are pairs of value and text. */
export const select = (name, options) =>
  element('select', { id: `try-${name}`, name }, ...options.map(([value, text]) => element('option', { value }, text)));

/** What is filled into the fields of a part of a form, by name; `undefined` after saying what is missing. */
export function pastedIn(part) {
  const inputs = [...part.querySelectorAll('input')];
  const isMissing = (input) => input.required && input.value.trim() === '';
  for (const input of inputs) {
    input.setAttribute('aria-invalid', String(isMissing(input)));
    document.getElementById(`${input.id}-error`).textContent = isMissing(input) ? 'Paste it here first.' : '';
  }
  inputs.find(isMissing)?.focus();
  return inputs.some(isMissing) ? undefined : Object.fromEntries(inputs.map(({ name, value }) => [name, value.trim()]));
}

/** What happened with a request, in words and in its parts. */
export function showOutcome({ request, status, isOk, words, headers, body }) {
  const lines = headers.flatMap(([name, value]) => [`${name}: ${value}`, element('br')]);
  return element(
    'article',
    { className: 'call' },
    element('p', {}, element('code', {}, request)),
    element(
      'p',
      {},
      element('span', { className: `status ${isOk ? 'positive' : 'critical'}` }, status ?? 'No answer'),
      ` ${words}`,
    ),
    lines.length > 0 ? element('p', { className: 'muted small mono' }, ...lines) : undefined,
    body === '' ? undefined : element('pre', { tabIndex: 0, role: 'region', 'aria-label': 'Body of the answer' }, body),
  );
}

/** What is called beside what comes back. */
export const callConsole = (form, answers) =>
  element(
    'div',
    { className: 'card console' },
    form,
    element(
      'div',
      { className: 'answers-frame' },
      answers,
      element(
        'div',
        { className: 'placeholder' },
        element('strong', {}, 'No call yet'),
        element('span', {}, 'Status, headers and body of the answer appear here.'),
      ),
    ),
  );
