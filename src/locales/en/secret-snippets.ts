/** What is said around example calls; loaded with them. */
export const secretSnippets = {
  snippetHeading: 'Example call',
  snippetLanguage: 'Language',
  snippetResource: 'API',
  snippetIn: (language: string) => `Example call in ${language}`,
  snippetCopy: 'Copy example call',
  snippetCopied: 'Example call copied.',
  snippetPlaceholder: 'Replace what is written in capitals with your own values.',
  snippetReal: 'With the real secret',
  snippetRealHint: 'The secret is in the example now. Whoever sees your screen can read it.',
  snippetAssertion: (placeholder: string, tokenUrl: string) =>
    `Sign an assertion with your private key for each token: a JWT whose “iss” and “sub” are the client ID, whose “aud” is ${tokenUrl}, with a “jti” of its own and an “exp” a few minutes ahead. Put it where ${placeholder} stands.`,
  snippetNone: 'There is no example for the way this API takes credentials.',
};
