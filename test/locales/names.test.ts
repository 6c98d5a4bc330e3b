import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';
import type { Message, Messages } from '../../src/locales/locale.js';
import { codes, english, load, say, takenByKey } from './catalogue.js';
import { sourcesIn, treeOf, visit } from './sources.js';

/**
 * What an element shows, and the sentence it is named by instead: who speaks to the computer says what is shown, so the
 * name holds those words as they are (WCAG 2.5.3, label in name).
 */
const pairs: readonly (readonly [shown: string, named: string])[] = [
  ['copy', 'copyNamed'],
  ['copied', 'copiedNamed'],
  ['credentialViewSecret', 'credentialViewSecretOf'],
  ['retry', 'credentialRetryOf'],
  ['requestView', 'requestViewFor'],
  ['requestDetails', 'requestDoNamed'],
  ['do-approve', 'requestDoNamed'],
  ['do-reject', 'requestDoNamed'],
  ['do-create-credential', 'requestDoNamed'],
  ['do-update', 'requestDoNamed'],
  ['do-withdraw', 'requestDoNamed'],
  ['do-revoke', 'requestDoNamed'],
  // the hint in a field without a label
  ['grantsSearchHint', 'grantsSearch'],
  ['credentialSearch', 'credentialSearch'],
  ['requestSearch', 'requestSearch'],
];

const taken = takenByKey();

/** The name of something that is called `Wert1x`; an action in it is what is shown. */
const nameOf = (message: Message | undefined, key: string, shown: string): string =>
  say(
    message,
    (taken.get(key) ?? []).map(({ name }, index) => (name === 'action' ? shown : `Wert${index + 1}x`)),
  );

/** A text as somebody says it, in words: without case, punctuation and what cannot be seen. */
const spoken = (text: string): string =>
  ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim()} `;

/** Whether words are in a name. Japanese and Chinese have no spaces between theirs. */
const holds = (code: string, name: string, words: string): boolean =>
  spoken(name).includes(/^(ja|zh)/.test(code) ? spoken(words).trim() : spoken(words));

/** The keys that are asked for in a part of a source; of one that is put together, its beginning. */
function keysIn(part: ts.Node): string[] {
  const keys: string[] = [];
  visit(part, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const [key] = node.arguments;
    if (node.expression.name.text !== 'term' || !key) return;
    visit(key, (one) => {
      if (ts.isStringLiteralLike(one)) keys.push(one.text);
      if (ts.isTemplateExpression(one)) keys.push(one.head.text);
    });
  });
  return keys;
}

/** What a variable of a source is given, for templates that use it more than once. */
function meaningOf(expression: ts.Expression): ts.Node {
  if (!ts.isIdentifier(expression)) return expression;
  let meaning: ts.Node = expression;
  visit(expression.getSourceFile(), (node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === expression.text && node.pos < expression.pos)
      meaning = node.initializer ?? meaning;
  });
  return meaning;
}

/** The keys of all that has a name of its own in a template and shows words, too. */
function namedElements(): { shown: string[]; named: string[] }[] {
  const found: { shown: string[]; named: string[] }[] = [];
  for (const path of sourcesIn('src/elements'))
    visit(treeOf(path), (node) => {
      if (!ts.isTaggedTemplateExpression(node) || !ts.isTemplateExpression(node.template)) return;
      const { head, templateSpans } = node.template;
      const markup = [head.text, ...templateSpans.map(({ literal }, index) => `\0${index}\0${literal.text}`)].join('');
      const keys = (text = ''): string[] =>
        [...text.matchAll(/\0(\d+)\0/g)].flatMap(([, index]) => {
          const span = templateSpans[Number(index)];
          return span ? keysIn(meaningOf(span.expression)) : [];
        });
      const elements = /<(button|a|summary|input|select)\b((?:[^>"\0]|"[^"]*"|\0\d+\0)*)>(?:([^]*?)<\/\1>)?/g;
      for (const [, , attributes = '', content = ''] of markup.matchAll(elements)) {
        const named = keys(/aria-label=\0\d+\0/.exec(attributes)?.[0]);
        const shown = keys(`${/placeholder=\0\d+\0/.exec(attributes)?.[0] ?? ''}${content}`);
        if (named.length > 0 && shown.length > 0) found.push({ shown, named });
      }
    });
  return found;
}

describe('names of what shows other words', () => {
  it('are all in the table', () => {
    const elements = namedElements();
    assert.ok(elements.length > 5, 'the templates are not understood');
    const isListed = (shown: string, named: readonly string[]): boolean =>
      pairs.some(([words, name]) => words.startsWith(shown) && named.includes(name));
    const missing = elements.filter(({ shown, named }) => !shown.every((key) => isListed(key, named)));
    assert.deepEqual(missing, []);
  });

  for (const code of ['en', ...codes])
    it(`hold those words in ${code}`, async () => {
      const parts = code === 'en' ? [english.messages] : Object.values((await load(code)).messages);
      const messages = Object.assign({}, ...parts) as Messages;
      const amiss = pairs.flatMap(([shown, named]) => {
        const words = say(messages[shown], []);
        const name = nameOf(messages[named], named, words);
        return words !== '' && holds(code, name, words) ? [] : [`${named}: ${name} (${words})`];
      });
      assert.deepEqual(amiss, []);
    });
});
