/** The terms of a plan, to be agreed to in a request for access. */
export const requestTerms = {
  termsAgree: (title: string) => `I agree to: ${title}`,
  termsRead: (title: string) => `Read “${title}” (opens in a new tab)`,
  termsRevision: (revision: string) => `Revision ${revision}. Which revision you agreed to is kept with your request.`,
  termsMissing: 'Read the terms and agree to them to go on.',
};
