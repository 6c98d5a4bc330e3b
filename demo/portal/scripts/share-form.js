import { isApiError } from '/assets/latchkey/client.js';
import { keepOff } from './call-parts.js';
import { element } from './dom.js';
import { strengthOf } from './strength.js';
import { sentenceOf } from './words.js';

const shortest = 8;
const longest = 128;

/** What is wrong with a secret as the marketplace would see it, as a sentence; empty if nothing is. */
function problemOf(secret) {
  if (secret === '') return 'Enter a secret.';
  if (!/^[\x21-\x7e]*$/.test(secret))
    return 'Use letters, digits and punctuation without accents, and no spaces: the secret travels in a header.';
  if (secret.length < shortest) return `Use at least ${shortest} characters.`;
  return secret.length > longest ? `Use at most ${longest} characters.` : '';
}

/**
 * The form on which the holder of a share link sets a secret, or replaces it (SPEC S9). What was typed stays after a
 * failure, and is gone after a success: it cannot be read back, here or anywhere.
 *
 * @param holder - The marketplace, as the holder of the link may use it.
 * @param share - What the holder may know.
 * @param link.onDead - Told when the link has stopped working.
 * @param link.isDead - Whether an error says so.
 */
export function secretForm(holder, share, { onDead, isDead }) {
  let known = share.secret;
  let isBusy = false;
  const input = element('input', {
    id: 'secret',
    name: 'secret',
    type: 'password',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    translate: false,
    maxLength: 1000,
    className: 'ph-no-capture mono',
    'aria-describedby': 'secret-help secret-strength secret-error',
    ...keepOff,
  });
  const heading = element('h2', { id: 'set-heading', tabIndex: -1 });
  const state = element('p', { className: 'muted' });
  const toggle = element('button', { className: 'button', type: 'button', 'aria-pressed': 'false' }, 'Show');
  const error = element('p', { className: 'error', id: 'secret-error' });
  const strength = element('p', { className: 'help strength', id: 'secret-strength' });
  const send = element('button', { className: 'button primary' });
  const problem = element('p', { className: 'notice critical', role: 'alert', hidden: true });
  const done = element('div', { role: 'status' });

  /** Once a secret is set there is nothing left to do: the form that replaces it steps back. */
  function showState() {
    const isSet = known === 'set';
    heading.textContent = isSet ? 'Your secret' : 'Choose a secret';
    send.textContent = isSet ? 'Set the new secret' : 'Set the secret';
    state.textContent = isSet
      ? 'A secret is set. Nobody can read it back.'
      : 'No secret is set yet. Until you set one, the key works without it.';
    state.hidden = done.hasChildNodes();
    replacing.hidden = !isSet;
    replacing.open = false;
    (isSet ? replacing : place).append(form);
  }

  function showProblem(text) {
    error.textContent = text;
    input.setAttribute('aria-invalid', String(text !== ''));
  }

  function showValue(isShown) {
    input.type = isShown ? 'text' : 'password';
    toggle.textContent = isShown ? 'Hide' : 'Show';
    toggle.setAttribute('aria-pressed', String(isShown));
  }

  function showSuccess() {
    input.value = '';
    strength.textContent = '';
    showValue(false);
    done.replaceChildren(
      element(
        'div',
        { className: 'notice positive' },
        element('p', {}, element('strong', {}, 'The secret is set.')),
        element(
          'p',
          {},
          'Nobody can read it back, so keep it where your program finds it. You can replace it for as long as this link works.',
        ),
      ),
    );
    showState();
    heading.focus();
  }

  async function submit() {
    const secret = input.value;
    showProblem(problemOf(secret));
    problem.hidden = true;
    done.replaceChildren();
    if (problemOf(secret) !== '') {
      input.focus();
      return;
    }
    isBusy = true;
    send.setAttribute('aria-disabled', 'true');
    try {
      known = (await holder.share.setSecret({ secret })).secret;
      showSuccess();
    } catch (failure) {
      if (isDead(failure)) {
        onDead();
        return;
      }
      const isRefused = isApiError(failure) && failure.code === 'validation-failed';
      if (isRefused) showProblem('The marketplace does not accept this secret. Choose another one.');
      problem.textContent = `${sentenceOf(failure)} What you entered is still here.`;
      problem.hidden = isRefused;
      (isRefused ? input : send).focus();
    } finally {
      isBusy = false;
      send.removeAttribute('aria-disabled');
    }
  }

  input.addEventListener('input', () => {
    const isWrong = input.getAttribute('aria-invalid') === 'true';
    if (isWrong) showProblem(problemOf(input.value));
    strength.textContent = input.value === '' ? '' : strengthOf(input.value);
  });
  toggle.addEventListener('click', () => showValue(input.type === 'password'));
  addEventListener('pagehide', () => (input.value = '')); // a page that is kept for the back button keeps its fields

  const form = element(
    'form',
    { className: 'section', noValidate: true, autocomplete: 'off', 'aria-labelledby': 'set-heading' },
    element(
      'div',
      { className: 'field' },
      element('label', { htmlFor: 'secret' }, 'Secret'),
      element('div', { className: 'with-button' }, input, toggle),
      element(
        'p',
        { className: 'help', id: 'secret-help' },
        `${shortest} to ${longest} characters: letters, digits and punctuation, no spaces. A password manager can make one for you.`,
      ),
      strength,
      error,
    ),
    problem,
    element('div', { className: 'actions' }, send),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!isBusy) void submit();
  });
  const place = element('div', {});
  const replacing = element('details', { className: 'replacing' }, element('summary', {}, 'Replace the secret'));
  showState();
  return element(
    'section',
    { className: 'card', 'aria-labelledby': 'set-heading' },
    heading,
    state,
    done,
    place,
    replacing,
  );
}
