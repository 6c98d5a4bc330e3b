import { plural } from '../plural.js';

/** What every form says. */
export const form = {
  formName: 'Name',
  formNameNeeded: 'Enter a name.',
  formNameTooLong: 'Use at most 100 characters.',
  formChoose: 'Choose one.',
  formProblems: (count: number) =>
    plural('en', count, {
      one: 'There is a problem with what you entered.',
      other: `There are ${count} problems with what you entered.`,
    }),
  formKept: 'What you entered is still here, and trying again does nothing twice.',
  formDiscard: 'Discard what you entered?',
  formDiscardBody: 'It has not been sent yet.',
  formDiscardAnyway: 'Discard',
  formGoBack: 'Keep editing',
  formFieldsFailed: 'Some questions of this form could not be loaded. What you entered is still here.',

  'field-required': 'This is needed.',
  'field-unknown': 'This choice is no longer available. Choose another one.',
  'field-invalid': 'This is not accepted. Check it, then try again.',
  'field-type': 'This is not accepted. Check it, then try again.',
  'field-not-allowed': 'This is not one of the possible values.',
  'field-format': 'This is not in the expected form.',
  'field-too-short': 'This is too short.',
  'field-too-long': 'This is too long.',
  'field-too-small': 'This is too small.',
  'field-too-large': 'This is too large.',
  'field-not-multiple': 'This is not one of the steps that are possible.',
  'field-too-few': 'More of these are needed.',
  'field-too-many': 'These are too many.',
  'field-unasked': 'Nothing is asked for here any more.',
  'field-unsupported': 'This cannot be given here.',
  'field-locked': 'There is nothing to choose here.',
  'field-other-team': 'It belongs to a different team than what you chose.',
  'field-other-environment': 'It belongs to a different environment.',
  'field-environment-required': 'Choose an environment.',
  'field-other-type': 'Not every API that you chose accepts this type. Choose others, or another type.',
  'field-duplicate': 'This is there already.',
  'field-not-approved': 'It is not approved yet.',
  'field-not-active': 'It is not active any more.',
  'field-terms-not-accepted': 'Agree to the terms first.',
  'field-terms-changed':
    'These terms have changed since you agreed to them. Read them as they are now, and agree again.',
};
