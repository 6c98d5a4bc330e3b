import { element } from './dom.js';
import { rememberFocus } from './keep-focus.js';
import { sentenceOf } from './words.js';

const reasonField = ({ label = 'Reason', help, isRequired }) =>
  element(
    'div',
    { className: 'field' },
    element(
      'label',
      { htmlFor: 'ask-reason' },
      label,
      isRequired ? undefined : element('span', { className: 'muted' }, ' (optional)'),
    ),
    element('textarea', {
      id: 'ask-reason',
      name: 'reason',
      rows: 2,
      maxLength: 1000,
      required: isRequired,
      'aria-describedby': 'ask-reason-help ask-reason-error',
    }),
    element('p', { className: 'help', id: 'ask-reason-help' }, help),
    element('p', { className: 'error', id: 'ask-reason-error' }),
  );

/** Says what is missing, and leads to it. */
function isComplete(form) {
  const field = form.elements.namedItem('reason');
  const isMissing = field?.required && field.value.trim() === '';
  if (!field) return true;
  field.setAttribute('aria-invalid', String(Boolean(isMissing)));
  form.querySelector('#ask-reason-error').textContent = isMissing ? 'Say why: it is shown to the team.' : '';
  if (isMissing) field.focus();
  return !isMissing;
}

/** What was filled in; a reason that was left out is none. */
function answersOf(form) {
  const { reason = '', ...answers } = Object.fromEntries(new FormData(form));
  return { ...answers, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
}

/**
 * Asks whether something shall be done, and does it. The dialog stays, busy, until the outcome is known; when it failed
 * it says so, keeps what was entered, and can be tried again.
 *
 * @param question.heading - What is asked.
 * @param question.words - What follows from it: a sentence, or nodes.
 * @param question.label - The button that does it.
 * @param question.keep - The button that does not.
 * @param question.isCritical - Whether something is lost by it.
 * @param question.isReady - Told the form: whether it can be done with what is chosen there; always, unless told.
 * @param question.content - More fields; their values come by their names.
 * @param question.reason - Asks why: `help`, and `isRequired`.
 * @param question.act - Does it. Called with what was filled in and an idempotency key, which stays for what is the same.
 * @returns {Promise<boolean>} Whether it was done.
 */
export function ask({
  heading,
  words,
  label,
  keep = 'Cancel',
  isCritical = false,
  isReady = () => true,
  content = [],
  reason,
  act,
}) {
  const confirm = element('button', { className: `button ${isCritical ? 'critical' : 'primary'}` }, label);
  const cancel = element('button', { className: 'button', type: 'button' }, keep);
  const problem = element('p', { className: 'notice critical', role: 'alert', hidden: true });
  const form = element(
    'form',
    { className: 'section', noValidate: true },
    element('h2', { id: 'ask-heading' }, heading),
    element('div', { className: 'section', id: 'ask-words' }, ...[words].flat().map((text) => element('p', {}, text))),
    ...content,
    reason && reasonField(reason),
    problem,
    element('div', { className: 'actions end' }, cancel, confirm),
  );
  const dialog = element(
    'dialog',
    { className: 'ask', role: 'alertdialog', 'aria-labelledby': 'ask-heading', 'aria-describedby': 'ask-words' },
    form,
  );
  const main = document.getElementById('main');
  const giveBack = rememberFocus(main);
  main.append(dialog);

  return new Promise((resolve) => {
    let isBusy = false;
    let isDone = false;
    let intent = window.crypto.randomUUID();

    const showReadiness = () => confirm.setAttribute('aria-disabled', String(!isReady(form)));

    async function submit() {
      if (isBusy || !isReady(form) || !isComplete(form)) return;
      isBusy = true;
      problem.hidden = true;
      form.setAttribute('aria-busy', 'true');
      for (const button of [confirm, cancel]) button.setAttribute('aria-disabled', 'true');
      try {
        await act(answersOf(form), { idempotencyKey: intent });
        isDone = true;
        dialog.close();
      } catch (error) {
        problem.textContent = sentenceOf(error);
        problem.hidden = false;
        isBusy = false;
        form.removeAttribute('aria-busy');
        for (const button of [confirm, cancel]) button.removeAttribute('aria-disabled');
        showReadiness();
      }
    }

    const leave = (event) => {
      event?.preventDefault();
      if (!isBusy) dialog.close();
    };
    form.addEventListener('input', () => {
      intent = window.crypto.randomUUID(); // something else is meant now
      showReadiness();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void submit();
    });
    cancel.addEventListener('click', leave);
    dialog.addEventListener('cancel', leave);
    // The browser closes a dialog on the second Escape whatever `cancel` says.
    dialog.addEventListener('keydown', (event) => event.key === 'Escape' && leave(event));
    dialog.addEventListener('close', () => {
      dialog.remove();
      giveBack(); // what was pressed may have been made anew meanwhile
      resolve(isDone);
    });
    showReadiness();
    dialog.showModal();
    (form.querySelector(':is(input, textarea):enabled') ?? cancel).focus();
  });
}
