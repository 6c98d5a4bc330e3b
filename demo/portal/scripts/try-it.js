import { callFields } from './call-fields.js';
import { callConsole, pastedIn, secretField, select, showOutcome, field } from './call-parts.js';
import { examplesOf } from './call-examples.js';
import { element } from './dom.js';
import { callGateway } from './gateway-call.js';

const pair = (id, secret) => [
  { name: 'id', label: id, isIdentifier: true },
  { name: 'secret', label: secret },
];

/** What a call needs, by how it carries the credential. */
const secretsOf = {
  header: ({ name, secretName }) => keyOrPair(name, secretName, 'header'),
  query: ({ name, secretName }) => keyOrPair(name, secretName, 'parameter'),
  basic: () => pair('User name', 'Password'),
  oauth2: () => pair('Client ID', 'Client secret'),
};

/** A key alone, or with a secret, which not every key has. */
function keyOrPair(name, secretName, place) {
  if (secretName === undefined) return [{ name: 'key', label: 'API key' }];
  const [id, secret] = pair('Key ID', 'Key secret');
  return [
    { ...id, help: `Sent in the ${place} ${name}.` },
    {
      ...secret,
      help: `Sent in the ${place} ${secretName}. Leave it empty if the key has none.`,
      isOptional: true,
    },
  ];
}

/** For a client that has no secret: nothing can be pasted here, and nothing should be. */
function aboutPrivateKeys({ tokenUrl }) {
  return element(
    'div',
    { className: 'notice' },
    element('p', {}, element('strong', {}, 'Your private key stays with you: this page cannot call with it.')),
    element(
      'p',
      {},
      'Your program signs a short-lived statement of who it is with the key (',
      element('code', {}, 'private_key_jwt'),
      '), and exchanges it for an access token at ',
      element('code', {}, tokenUrl),
      ':',
    ),
    element(
      'pre',
      { tabIndex: 0, role: 'region', 'aria-label': 'Request for an access token' },
      [
        `curl ${tokenUrl} \\`,
        '  -d grant_type=client_credentials \\',
        '  -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \\',
        '  -d client_assertion="$SIGNED_STATEMENT"',
      ].join('\n'),
    ),
    element(
      'p',
      {},
      'The statement is a JWT: ',
      element('code', {}, 'iss'),
      ' and ',
      element('code', {}, 'sub'),
      ' are the client ID, ',
      element('code', {}, 'aud'),
      ' the address of the token service, ',
      element('code', {}, 'jti'),
      ' something new each time, ',
      element('code', {}, 'exp'),
      ' at most an hour ahead.',
    ),
  );
}

/** What to say instead of a form; nothing where a call can be made from here. */
const whyNotHere = ({ kind, scheme }) => (kind === 'oauth-public-key' ? aboutPrivateKeys(scheme) : undefined);

const canBeTried = ({ kind, scheme }) => kind === 'oauth-public-key' || scheme.kind in secretsOf;

/**
 * A form that calls one of the resources through the gateway with what is pasted into it. What is pasted stays in its
 * fields and nowhere else, and leaves with the page.
 *
 * @param resources - At least one.
 * @param session - Who is signed in: the examples are about their teams.
 */
export function tryIt(resources, session) {
  const resource = select(
    'resource',
    resources.map(({ id, name }) => [id, name]),
  );
  const resourceField = field('Resource', resource);
  resourceField.hidden = resources.length === 1;
  const type = select('type', []);
  const { node, offer, call } = callFields();
  const secrets = element('div', { className: 'fields' });
  const button = element('button', { className: 'button primary' }, 'Call the API');
  const toCall = element(
    'div',
    { className: 'section' },
    node,
    secrets,
    element('div', { className: 'actions' }, button),
  );
  const explanation = element('div', {});
  const answers = element('div', { className: 'section answers', role: 'status' });

  const chosen = () => resources.find(({ id }) => id === resource.value);
  const chosenType = () => chosen().credentialTypes.find(({ id }) => id === type.value);

  function offerTypes() {
    const types = chosen().credentialTypes.filter(canBeTried);
    const before = type.value;
    type.replaceChildren(...types.map(({ id, name }) => element('option', { value: id }, name)));
    if (types.some(({ id }) => id === before)) type.value = before;
    offer(chosen(), examplesOf(chosen(), session));
    offerSecrets();
  }

  function offerSecrets() {
    const shown = chosenType();
    const explained = shown ? whyNotHere(shown) : element('p', {}, 'No credential of this API can be tried here.');
    toCall.hidden = explained !== undefined;
    explanation.replaceChildren(...(explained ? [explained] : []));
    explanation.hidden = explained === undefined;
    showSecrets(explained ? [] : secretsOf[shown.scheme.kind](shown.scheme));
    answers.replaceChildren();
  }

  /** What was pasted stays as long as the same is asked for. */
  function showSecrets(wanted) {
    const text = JSON.stringify(wanted);
    if (secrets.dataset.wanted === text) return;
    secrets.dataset.wanted = text;
    secrets.replaceChildren(...wanted.map(secretField));
  }

  async function tryCall() {
    const asked = call();
    const given = asked && pastedIn(secrets);
    if (!given || button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    const outcomes = await callGateway(asked, chosenType().scheme, given);
    answers.replaceChildren(...outcomes.map(showOutcome));
    button.ariaDisabled = null;
  }

  resource.onchange = offerTypes;
  type.onchange = offerSecrets;
  offerTypes();
  const form = element(
    'form',
    { className: 'section', noValidate: true, autocomplete: 'off' },
    element('div', { className: 'fields' }, resourceField, field('Credential', type)),
    explanation,
    toCall,
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    if (!toCall.hidden) void tryCall();
  };
  // A page that is kept for the back button keeps its fields too.
  addEventListener('pagehide', () => secrets.querySelectorAll('input').forEach((input) => (input.value = '')));
  return callConsole(form, answers);
}
