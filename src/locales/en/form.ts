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
  formFieldsFailed: 'Some questions of this form could not be loaded. What you entered is still here.',
};
