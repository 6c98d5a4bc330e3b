import { element } from './dom.js';
import { callGateway } from './gateway-call.js';

/** Tells password managers and recorders of sessions to keep off. */
const keepOff = {
  'data-1p-ignore': '',
  'data-lpignore': 'true',
  'data-bwignore': 'true',
  'data-sentry-mask': '',
  'data-dd-privacy': 'mask',
  'data-hj-suppress': '',
  className: 'ph-no-capture mono',
};

const kinds = {
  header: [{ name: 'key', label: 'API key' }],
  oauth2: [
    { name: 'clientId', label: 'Client ID' },
    { name: 'clientSecret', label: 'Client secret' },
  ],
};

function field(label, control, ...more) {
  return element('div', { className: 'field' }, element('label', { htmlFor: control.id }, label), control, ...more);
}

function secretField({ name, label }) {
  const input = element('input', {
    id: `try-${name}`,
    name,
    type: 'password',
    autocomplete: 'off',
    spellcheck: false,
    translate: false,
    required: true,
    'aria-describedby': `try-${name}-error`,
    ...keepOff,
  });
  return field(label, input, element('p', { className: 'error', id: `try-${name}-error` }));
}

function select(name, options) {
  return element(
    'select',
    { id: `try-${name}`, name },
    ...options.map(([value, text]) => element('option', { value }, text)),
  );
}

function showOutcome({ request, status, isOk, words, headers, body }) {
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

/**
 * A form that calls one of the resources through the gateway with what is pasted into it. What is pasted stays in its
 * fields and nowhere else, and leaves with the page.
 */
export function tryIt(resources) {
  const resource = select(
    'resource',
    resources.map(({ id, name }) => [id, name]),
  );
  const type = select('type', []);
  const path = element('input', {
    id: 'try-path',
    name: 'path',
    autocomplete: 'off',
    spellcheck: false,
    className: 'mono',
  });
  const help = element('p', { className: 'help', id: 'try-path-help' });
  const secrets = element('div', { className: 'fields' });
  const button = element('button', { className: 'button primary' }, 'Call the API');
  const answers = element('div', { className: 'section', role: 'status' });
  path.setAttribute('aria-describedby', help.id);

  const chosen = () => resources.find(({ id }) => id === resource.value);
  const scheme = () => chosen().credentialTypes.find(({ id }) => id === type.value).scheme;

  function offerTypes() {
    const types = chosen().credentialTypes.filter(({ scheme }) => scheme.kind in kinds);
    type.replaceChildren(...types.map(({ id, name }) => element('option', { value: id }, name)));
    help.textContent = `Below ${new URL(chosen().baseUrl, location.href).pathname}. Leave it empty for the whole list.`;
    offerSecrets();
  }

  function offerSecrets() {
    secrets.replaceChildren(...kinds[scheme().kind].map(secretField));
  }

  function findMissing() {
    const inputs = [...secrets.querySelectorAll('input')];
    for (const input of inputs) {
      input.setAttribute('aria-invalid', String(input.value === ''));
      const error = document.getElementById(`${input.id}-error`);
      error.textContent = input.value === '' ? 'Paste it here first.' : '';
    }
    return inputs.find((input) => input.value === '');
  }

  async function call() {
    const missing = findMissing();
    if (missing) {
      missing.focus();
      return;
    }
    const url = new URL(chosen().baseUrl, location.href);
    const below = path.value.trim().replace(/^\/+/, '');
    if (below !== '') url.pathname += `/${below}`;
    button.disabled = true;
    const given = Object.fromEntries(
      [...secrets.querySelectorAll('input')].map(({ name, value }) => [name, value.trim()]),
    );
    const outcomes = await callGateway(url, scheme(), given);
    answers.replaceChildren(...outcomes.map(showOutcome));
    button.disabled = false;
    button.focus();
  }

  resource.onchange = offerTypes;
  type.onchange = offerSecrets;
  offerTypes();
  const form = element(
    'form',
    { className: 'section', noValidate: true, autocomplete: 'off' },
    element(
      'div',
      { className: 'fields' },
      field('Resource', resource),
      field('Path', path, help),
      field('Credential', type),
    ),
    secrets,
    element('div', { className: 'actions' }, button),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    void call();
  };
  // A page that is kept for the back button keeps its fields too.
  addEventListener('pagehide', () => form.reset());
  return element('div', { className: 'card' }, form, answers);
}
