import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { english, groups, takenByKey } from './catalogue.js';
import { closureOf, isMadeOf, sourcesIn, textsIn, treeOf, visit } from './sources.js';

/** The part that each key stands in, by the path of its source. */
function keysByPart(): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  for (const path of sourcesIn('src/locales/en')) {
    const keys: string[] = [];
    visit(treeOf(path), (node) => {
      if (!ts.isPropertyAssignment(node) || !ts.isVariableDeclaration(node.parent.parent)) return;
      if (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) keys.push(node.name.text);
    });
    parts.set(path, keys);
  }
  return parts;
}

const parts = keysByPart();
const all = [...parts.values()].flat();

describe('English', () => {
  it('has every part in exactly one of the files that other languages have', () => {
    const listed = groups.flatMap((group) => Object.keys(english[group]));
    assert.deepEqual([...listed].sort(), [...all].sort());
    assert.equal(new Set(all).size, all.length, 'a key stands in two parts');
  });

  it('has in its first file what the elements import at once, and nothing else', () => {
    const loaded = closureOf('src/elements/index.ts');
    const expected = [...parts].flatMap(([path, keys]) => (loaded.has(path) ? keys : []));
    assert.deepEqual(Object.keys(english.first).sort(), expected.sort());
  });

  it('has no sentence that nothing says', () => {
    const elements = textsIn(sourcesIn('src/elements'));
    // What a key may be made of: the words of the contract, of the rules, and of the elements' own tables.
    const ruled = textsIn([...sourcesIn('src/contract'), ...sourcesIn('src/marketplace')]).literals;
    const words = new Set([...ruled, ...elements.literals]);
    const unused = all.filter(
      (key) => !elements.literals.has(key) && !elements.templates.some((template) => isMadeOf(template, words, key)),
    );
    assert.deepEqual(unused, []);
  });

  it('says a number only where it is told one, so that it is written as the language writes numbers', () => {
    const untyped = [...takenByKey()].filter(([, taken]) =>
      taken.some(({ name, isNumber }) => /^(count|total|used|most|shown|number|selected|all)$/.test(name) && !isNumber),
    );
    // File sizes are written by Intl already.
    assert.deepEqual(
      untyped.map(([key]) => key).filter((key) => !/file/i.test(key)),
      [],
    );
  });

  it('writes as a person does: typographic quotation marks, dots and apostrophes', () => {
    const wrong = sourcesIn('src/locales/en').flatMap((path) => {
      const found: string[] = [];
      visit(treeOf(path), (node) => {
        if (!ts.isStringLiteral(node) && !ts.isTemplateLiteralToken(node)) return;
        if (/\.\.\.|\s{2}/.test(node.text) || /\w'\w/.test(node.text)) found.push(node.text);
      });
      return found;
    });
    assert.deepEqual(wrong, []);
  });
});
