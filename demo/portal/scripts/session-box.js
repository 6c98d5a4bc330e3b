import { callFields } from './call-fields.js';
import { callConsole, pastedIn, secretField, showOutcome } from './call-parts.js';
import { examplesOf } from './call-examples.js';
import { element } from './dom.js';
import { callWithToken, fetchSession } from './gateway-call.js';
import { marketplace } from './portal.js';

const times = new Intl.DateTimeFormat('en', { timeStyle: 'medium' });

/**
 * Exchanges a key pair for a session token, and calls the API with it (SPEC E3). The token is kept in memory, for this
 * page alone: what happens to the pair meanwhile does not end it (SPEC C7).
 */
export function sessionBox(resource, session) {
  const { scheme } = resource.credentialTypes[0];
  const { node, offer, call } = callFields();
  const pair = element(
    'div',
    { className: 'fields' },
    secretField({ name: 'id', label: 'Application ID', isIdentifier: true }),
    secretField({ name: 'secret', label: 'Application secret' }),
  );
  const exchange = element('button', { className: 'button primary' }, 'Get a session token');
  const callButton = element('button', { className: 'button', type: 'button', disabled: true }, 'Call the API');
  const state = element('p', { className: 'muted' }, 'Get a session token first.');
  const answers = element('div', { className: 'section answers', role: 'status' });
  let token;

  async function getToken() {
    const given = pastedIn(pair);
    if (!given || exchange.ariaDisabled === 'true') return;
    exchange.ariaDisabled = 'true';
    const { token: issued, seconds, outcome } = await fetchSession(scheme.tokenUrl, given.id, given.secret);
    if (issued !== undefined) {
      token = issued;
      const until = times.format(new Date(marketplace.now() + seconds * 1000));
      state.textContent = `You have a session token, valid until ${until}.`;
      callButton.disabled = false;
    }
    answers.replaceChildren(showOutcome(outcome));
    exchange.ariaDisabled = null;
    const isWaiting = form.contains(document.activeElement); // whoever has gone on is not called back
    if (issued !== undefined && isWaiting) callButton.focus();
  }

  async function callApi() {
    const asked = call();
    if (!asked || callButton.ariaDisabled === 'true') return;
    callButton.ariaDisabled = 'true';
    answers.replaceChildren(showOutcome(await callWithToken(asked, token)));
    callButton.ariaDisabled = null;
  }

  offer(resource, examplesOf(resource, session));
  const form = element(
    'form',
    { className: 'step', noValidate: true, autocomplete: 'off' },
    element('h3', {}, '1. Exchange the pair'),
    pair,
    element('div', { className: 'actions' }, exchange),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    void getToken();
  };
  callButton.onclick = () => void callApi();
  // A page that is kept for the back button keeps its fields too.
  addEventListener('pagehide', () => form.reset());
  const calling = element(
    'div',
    { className: 'step' },
    element('h3', {}, '2. Call with the token'),
    state,
    node,
    element('div', { className: 'actions' }, callButton),
  );
  return callConsole(element('div', { className: 'section' }, form, calling), answers);
}
