import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import * as english from '../../src/locales/en.js';
import type { Message, Messages, ShippedLocale } from '../../src/locales/locale.js';
import { root, sourcesIn, treeOf, visit } from './sources.js';

export { english };

/** The files of a language, by what is in them. */
export const groups = ['first', 'lists', 'forms', 'actions'] as const;
export type Group = (typeof groups)[number];

/** The codes of the languages on disk, beside English: those that have a folder. */
export const codes: string[] = readdirSync(join(root, 'src/locales'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'en')
  .map(({ name }) => name)
  .sort();

/** Where the sentences of a group stand. */
export const pathOf = (code: string, group: Group): string =>
  group === 'first' ? `src/locales/${code}.ts` : `src/locales/${code}/${group}.ts`;

/** A language as its files have it. */
export interface Language {
  header: Pick<ShippedLocale, '$code' | '$name' | '$dir'>;
  messages: Record<Group, Messages>;
}

/** Loads a language. */
export async function load(code: string): Promise<Language> {
  const { locale } = (await import(`../../src/locales/${code}.ts`)) as { locale: ShippedLocale };
  const { $code, $name, $dir, ...first } = locale;
  const part = async (group: Group): Promise<Messages> => {
    if (!existsSync(join(root, pathOf(code, group)))) return {};
    return ((await import(`../../src/locales/${code}/${group}.ts`)) as { messages: Messages }).messages;
  };
  return {
    header: { $code, $name, $dir },
    messages: {
      first: first,
      lists: await part('lists'),
      forms: await part('forms'),
      actions: await part('actions'),
    },
  };
}

/** What an English message takes: the name and type of each value. */
export interface Taken {
  name: string;
  isNumber: boolean;
}

/** The values of every English message that takes some. */
export function takenByKey(): Map<string, Taken[]> {
  const taken = new Map<string, Taken[]>();
  for (const path of sourcesIn('src/locales/en')) {
    visit(treeOf(path), (node) => {
      if (!ts.isPropertyAssignment(node) || !ts.isArrowFunction(node.initializer)) return;
      if (!ts.isIdentifier(node.name) && !ts.isStringLiteral(node.name)) return;
      const values = node.initializer.parameters.map(({ name, type }) => ({
        name: name.getText(),
        isNumber: type?.kind === ts.SyntaxKind.NumberKeyword,
      }));
      taken.set(node.name.text, values);
    });
  }
  return taken;
}

/** A use of `plural` in a language: in which message, for which language, with which forms. */
export interface PluralUse {
  key: string;
  language: string;
  forms: string[];
}

/** The message that something stands in, or the function outside of all messages. */
function holderOf(node: ts.Node): ts.PropertyAssignment | ts.VariableDeclaration {
  let at = node.parent;
  const isForm = (one: ts.Node): boolean => ts.isCallExpression(one.parent.parent);
  while (!ts.isVariableDeclaration(at) && (!ts.isPropertyAssignment(at) || isForm(at))) at = at.parent;
  return at;
}

/** Every use of `plural` in the files of a language. */
export function pluralsOf(paths: readonly string[]): PluralUse[] {
  const uses: PluralUse[] = [];
  for (const path of paths) {
    /** Functions of the file that several messages share, with the forms in them. */
    const shared = new Map<string, Omit<PluralUse, 'key'>>();
    visit(treeOf(path), (node) => {
      if (!ts.isCallExpression(node)) return;
      const [language, , forms] = node.arguments;
      const use =
        node.expression.getText() === 'plural'
          ? {
              language: language && ts.isStringLiteral(language) ? language.text : '',
              forms:
                forms && ts.isObjectLiteralExpression(forms)
                  ? forms.properties.map((property) => property.name?.getText() ?? '')
                  : [],
            }
          : shared.get(node.expression.getText());
      if (!use) return;
      const holder = holderOf(node);
      if (ts.isVariableDeclaration(holder)) shared.set(holder.name.getText(), use);
      else uses.push({ ...use, key: ts.isStringLiteral(holder.name) ? holder.name.text : holder.name.getText() });
    });
  }
  return uses;
}

/** What a message says with some values. */
export const say = (message: Message | undefined, values: readonly unknown[]): string =>
  typeof message === 'function' ? message(...(values as never[])) : (message ?? '');
