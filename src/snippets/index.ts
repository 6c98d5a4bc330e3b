/** Examples of calls in six languages, by a resource's authentication scheme: no side effects, no Lit. */
export { callSnippet, snippetLanguages, type CallSnippetOptions, type SnippetLanguage } from './call-snippet.js';
