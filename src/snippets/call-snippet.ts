import { callPlan, type CallPlan, type PlanOptions } from './call-plan.js';
import { csharpSnippet } from './csharp.js';
import { curlSnippet } from './curl.js';
import { goSnippet } from './go.js';
import { javaSnippet } from './java.js';
import { javascriptSnippet } from './javascript.js';
import { pythonSnippet } from './python.js';

/** A language that examples are written in. */
export type SnippetLanguage = 'curl' | 'javascript' | 'python' | 'go' | 'java' | 'csharp';

const writers: Record<SnippetLanguage, (plan: CallPlan) => string> = {
  curl: curlSnippet,
  javascript: javascriptSnippet,
  python: pythonSnippet,
  go: goSnippet,
  java: javaSnippet,
  csharp: csharpSnippet,
};

/** The languages with their names, in the order to offer them. */
export const snippetLanguages: readonly (readonly [SnippetLanguage, string])[] = [
  ['curl', 'curl'],
  ['javascript', 'JavaScript'],
  ['python', 'Python'],
  ['go', 'Go'],
  ['java', 'Java'],
  ['csharp', 'C#'],
];

/** What to call, how it carries the credential, and the language to write it in. */
export interface CallSnippetOptions extends PlanOptions {
  language: SnippetLanguage;
}

/**
 * Code that calls an address with a credential, by its resource's authentication scheme (SPEC S8): headers, query
 * parameters, HTTP Basic, or a token that is fetched first. Identifier and secret are placeholders (`YOUR_API_KEY`)
 * unless they are told. Every text is quoted for its language; nothing a server says can become code.
 *
 * @returns `undefined` for a scheme that is not known here, and for what is no http or https address.
 *
 * @example
 * callSnippet({ language: 'curl', url: resource.baseUrl, scheme: type.scheme, kind: type.kind });
 */
export function callSnippet({ language, ...options }: CallSnippetOptions): string | undefined {
  const plan = callPlan(options);
  return plan && writers[language](plan);
}
