import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import tokens from '../../src/elements/shared/styles/tokens.json' with { type: 'json' };

const folder = fileURLToPath(new URL('../../src/elements/', import.meta.url));

/** The sources of the elements by their paths below `src/elements`. */
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(folder + path, 'utf8') }));

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Every `var(--latchkey-…, fallback)`: its name, its fallback and where it stands. */
const reads = sources.flatMap(({ path, text }) =>
  [...text.matchAll(/var\(\s*(--latchkey-[a-z0-9-]+)/g)].map((match) => {
    let depth = 1;
    let end = match.index + match[0].length;
    while (depth > 0) depth += { '(': 1, ')': -1 }[text[end++] ?? ')'] ?? 0;
    const rest = squeezed(text.slice(match.index + match[0].length, end - 1));
    return { path, name: match[1] ?? '', fallback: rest.startsWith(',') ? rest.slice(1).trim() : undefined };
  }),
);

/** The private properties that stand for tokens: `--_accent` for `--latchkey-color-accent`. */
const standIns = new Map(
  sources
    .filter(({ path }) => path === 'shared/styles/base.styles.ts')
    .flatMap(({ text }) => [...text.matchAll(/(--_[a-z-]+):[^;]*?var\((--latchkey-[a-z-]+)/g)])
    .map(([, short, name]) => [short, name] as const),
);

/** A fallback in the words of the documentation: with tokens, not with what stands for them. */
const inTokens = (fallback = ''): string =>
  fallback.replace(/var\((--_[a-z-]+)\)/g, (all, short: string) => {
    const token = standIns.get(short);
    return token === undefined ? all : `var(${token})`;
  });

/** A value without tokens in it: what it comes to where nothing is set. */
const settled = (value: string): string =>
  value.replace(/var\((--latchkey-[a-z-]+)\)/g, (all, name: string) => {
    const token = tokens.find((one) => one.name === name);
    return token ? settled(token.default) : all;
  });

const names = (list: readonly { name: string }[]): string[] => [...new Set(list.map(({ name }) => name))].sort();

/** What the class of an element documents: `@cssproperty [--x=default] - text`. */
const documentedBy = sources.flatMap(({ path, text }) =>
  [...text.matchAll(/@cssprop(?:erty)? +\[?(--latchkey-[a-z-]+)(?:=([^\]]*))?\]? - /g)].map(([, name = '', value]) => ({
    path,
    name,
    value,
  })),
);

describe('custom properties', () => {
  const shared = new Set(names(tokens));

  it('are documented where they are read, and read where they are documented', () => {
    assert.deepEqual(names([...tokens, ...documentedBy]), names(reads));
  });

  it('have one default, and it is the documented one', () => {
    for (const { name, fallback, path } of reads) {
      const token = tokens.find((one) => one.name === name);
      if (token) assert.equal(inTokens(fallback), token.default, `${name} in ${path}`);
      const own = documentedBy.filter((one) => one.name === name);
      for (const one of own) assert.equal(settled(inTokens(fallback)), one.value, `${name} in ${path}`);
    }
  });

  it('are shared, or belong to the element whose name they carry', () => {
    for (const { name, path } of documentedBy) {
      const tag = path.split('/')[0] ?? '';
      assert.ok(name.startsWith(`--latchkey-${tag}-`), `${name} in ${path}`);
    }
    const free = names(reads).filter((name) => !shared.has(name));
    assert.deepEqual(free, names(documentedBy));
  });

  it('are never set by the elements', () => {
    for (const { path, text } of sources) assert.doesNotMatch(text, /[^(]--latchkey-[a-z-]+\s*:/, path);
  });

  it('are the only colours: no element paints with one of its own', () => {
    const styles = sources.filter(({ path }) => path.endsWith('.styles.ts'));
    for (const { path, text } of styles) {
      const withoutFallbacks = text.replace(/var\(--latchkey-[^;]*;/g, '');
      assert.doesNotMatch(withoutFallbacks, /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsl|light-dark\(/i, path);
    }
  });
});
