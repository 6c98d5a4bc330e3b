import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { shipped } from '../../src/locales/shipped.js';
import { codes, english, groups, load, pathOf, pluralsOf, say, takenByKey, type Language } from './catalogue.js';
import { root } from './sources.js';

/** Words that are the same in other languages: names, abbreviations, and what developers say everywhere. */
const international =
  /^(?:APIs?|\(optional\)|Name|Team|Status|Details|Link|Filter|Filters|Version|Tab|Token|JSON|CSV|OK|ID)$/;

/** English words that are words of another language too, and mean the same there. */
const cognates: Record<string, readonly string[]> = {
  fr: ['Actions', 'Active', 'Application', 'Inactive', 'Page', 'Pages', 'Type'],
  es: ['Error', 'No'],
};

/** What quotes a name in each language. */
const quotes: Record<string, readonly [open: string, close: string]> = {
  de: ['„', '“'],
  fr: ['«', '»'],
  es: ['«', '»'],
  'pt-BR': ['“', '”'],
  ja: ['「', '」'],
  'zh-CN': ['“', '”'],
  ar: ['«', '»'],
};

const everyQuote = ['“', '”', '„', '«', '»', '「', '」', '‘', '‚'];

/** What ends a sentence, by what ends the English one. */
const endings: Record<string, RegExp> = {
  '.': /[.。]$/,
  '?': /[?？؟]$/,
  '…': /…$/,
  ':': /[:：]$/,
};

const taken = takenByKey();

/** A text for each value of a message: recognisable, and such that no language changes it. */
const samplesOf = (key: string, count = 7): unknown[] =>
  (taken.get(key) ?? []).map(({ isNumber }, index) => (isNumber ? count + index * 1000 : `Wert${index + 1}x`));

/** A number for every plural category that whole numbers have in a language, up to ten thousand. */
function countsOf(code: string): Map<Intl.LDMLPluralRule, number> {
  const rules = new Intl.PluralRules(code);
  const counts = new Map<Intl.LDMLPluralRule, number>();
  for (let count = 0; count <= 10_000; count++) {
    const category = rules.select(count);
    if (!counts.has(category)) counts.set(category, count);
  }
  return counts;
}

/** English messages with their keys. */
const originals = Object.entries(english.messages);

describe('the languages on disk', () => {
  it('are those that are shipped', () => {
    assert.deepEqual(codes, Object.keys(shipped).sort());
  });

  it('are loaded by their codes', async () => {
    for (const code of codes) {
      await shipped[code]?.();
      const { header } = await load(code);
      assert.equal(header.$code, code);
    }
  });
});

for (const code of codes) {
  describe(`the language ${code}`, () => {
    let language: Language;
    const sentence = (key: string): Language['messages']['first'][string] | undefined =>
      groups.map((group) => language.messages[group][key]).find((one) => one !== undefined);

    /** The keys of the sentences that something is wrong with. */
    const wrong = (isWrong: (translated: string, original: string, key: string) => boolean): string[] =>
      originals.flatMap(([key, message]) => {
        if (sentence(key) === undefined) return [];
        const values = samplesOf(key);
        const translated = say(sentence(key), values);
        return isWrong(translated, say(message, values), key) ? [`${key}: ${translated}`] : [];
      });

    it('says what it is: its own name and its direction', async () => {
      language = await load(code);
      const { $name, $dir } = language.header;
      const { language: bare, script } = new Intl.Locale(code).maximize();
      const names = new Intl.DisplayNames(code, { type: 'language' });
      const own = [code, bare, `${bare}-${script}`].map((one) => names.of(one)?.toLocaleLowerCase(code));
      assert.ok(own.includes($name.toLocaleLowerCase(code)), `${$name} is none of ${own.join(', ')}`);
      assert.equal($dir, script === 'Arab' || script === 'Hebr' ? 'rtl' : 'ltr');
    });

    for (const group of groups) {
      it(`has every sentence of ${pathOf(code, group)}, and no other`, () => {
        const [has, needs] = [Object.keys(language.messages[group]), Object.keys(english[group])];
        assert.deepEqual(
          { missing: needs.filter((key) => !has.includes(key)), surplus: has.filter((key) => !needs.includes(key)) },
          { missing: [], surplus: [] },
        );
      });
    }

    it('takes the values that English takes, and shows each of them', () => {
      const other = originals.filter(
        ([key, message]) => sentence(key) !== undefined && typeof sentence(key) !== typeof message,
      );
      assert.deepEqual(
        other.map(([key]) => key),
        [],
      );
      const missing = wrong((translated, original, key) => {
        const values = samplesOf(key).map(String);
        return values.some((value) => original.includes(value) !== translated.includes(value));
      });
      assert.deepEqual(missing, []);
    });

    it('is translated throughout', () => {
      const same = wrong((translated, original, key) => {
        if (translated !== original) return false;
        // Without the values, is there a word left that could be translated?
        const words = samplesOf(key).reduce<string>((text, value) => text.replace(String(value), ''), original);
        const word = words.trim();
        return /\p{L}/u.test(word) && !international.test(word) && !cognates[code]?.includes(word);
      });
      assert.deepEqual(same, []);
    });

    it('has the plural forms of its language, wherever English tells one from several', () => {
      const uses = pluralsOf(groups.map((group) => pathOf(code, group)));
      const counts = countsOf(code);
      for (const use of uses) {
        assert.equal(use.language, code, use.key);
        const needed = [...counts.keys(), 'other'];
        const known: string[] = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
        assert.deepEqual(
          {
            missing: needed.filter((form) => !use.forms.includes(form)),
            unknown: use.forms.filter((form) => !known.includes(form)),
          },
          { missing: [], unknown: [] },
          use.key,
        );
      }
      if (counts.size === 1) return;
      const needed = new Set(pluralsOf(['src/locales/en.ts']).map(({ key }) => key));
      const counting = originals.filter(([key, message]) => {
        const [one, several] = [1, 2].map((count) => {
          const values = samplesOf(key, count);
          return values.reduce<string>((text, value) => text.replace(String(value), ''), say(message, values));
        });
        return one !== several;
      });
      for (const [key] of counting) needed.add(key);
      assert.deepEqual(
        [...needed].filter((key) => uses.every((use) => use.key !== key)),
        [],
      );
    });

    it('shows the number in every plural form that may stand for several numbers', () => {
      const hidden = originals.flatMap(([key, message]) => {
        const isCounted = (taken.get(key) ?? []).some(({ isNumber }) => isNumber);
        if (!isCounted || sentence(key) === undefined || !say(message, samplesOf(key, 7)).includes('7')) return [];
        return [...countsOf(code)].flatMap(([category, count]) => {
          const mayBeWords = category === 'zero' || category === 'one' || category === 'two';
          return mayBeWords || say(sentence(key), samplesOf(key, count)).includes(String(count))
            ? []
            : [`${key} (${category})`];
        });
      });
      assert.deepEqual(hidden, []);
    });

    it('quotes as its readers do', () => {
      const [open, close] = quotes[code] ?? assert.fail(`say what quotes in ${code}`);
      const foreign = everyQuote.filter((mark) => mark !== open && mark !== close);
      const amiss = wrong((translated, original) => {
        if (foreign.some((mark) => translated.includes(mark))) return true;
        return original.includes('“') !== (translated.includes(open) && translated.includes(close));
      });
      assert.deepEqual(amiss, []);
    });

    it('ends sentences as English does, and leaves words without an end', () => {
      const amiss = wrong((translated, original) => {
        const end = endings[original.at(-1) ?? ''];
        return end ? !end.test(translated) : /[.。?？؟…:：]$/.test(translated);
      });
      assert.deepEqual(amiss, []);
    });

    it('is typed with care: no three dots, no double spaces, none at an end', () => {
      assert.deepEqual(
        wrong((translated) => /\.\.\.| {2}|^\s|\s$/.test(translated)),
        [],
      );
    });

    for (const group of groups) {
      it(`costs at most 4 kB in ${pathOf(code, group)}`, () => {
        const source = readFileSync(join(root, pathOf(code, group)), 'utf8');
        const { code: minified } = transformSync(source, { loader: 'ts', minify: true, charset: 'utf8' });
        const { length } = brotliCompressSync(minified);
        assert.ok(length <= 4_000, `${length} bytes, brotli`);
      });
    }
  });
}
