import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The root of the repository, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The sources under a folder, as paths relative to the root. */
export const sourcesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts'))
    .sort();

const parsed = new Map<string, ts.SourceFile>();

/** A source as a tree. */
export function treeOf(path: string): ts.SourceFile {
  let tree = parsed.get(path);
  if (!tree) {
    tree = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true);
    parsed.set(path, tree);
  }
  return tree;
}

/** Looks at every node of a tree. */
export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  node.forEachChild((child) => visit(child, look));
}

/** Whether an import or export is gone once types are erased. */
function isOnlyTypes(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  const { namedBindings } = clause;
  return (
    clause.isTypeOnly ||
    (clause.name === undefined &&
      namedBindings !== undefined &&
      ts.isNamedImports(namedBindings) &&
      namedBindings.elements.length > 0 &&
      namedBindings.elements.every((one) => one.isTypeOnly))
  );
}

/** The sources of ours that a source imports: at once, or also on demand. */
export function importsOf(path: string, { onDemand = false } = {}): string[] {
  const found: string[] = [];
  const add = (specifier: ts.Node | undefined): void => {
    if (!specifier || !ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return;
    const target = relative(root, resolve(root, dirname(path), specifier.text.replace(/\.js$/, '.ts')));
    if (existsSync(join(root, target))) found.push(target.replaceAll('\\', '/'));
  };
  visit(treeOf(path), (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && !isOnlyTypes(node)) add(node.moduleSpecifier);
    if (onDemand && ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0]);
  });
  return found;
}

/** Everything that comes with a source, itself included. */
export function closureOf(path: string, options?: { onDemand?: boolean }): Set<string> {
  const reached = new Set([path]);
  for (const one of reached) for (const imported of importsOf(one, options)) reached.add(imported);
  return reached;
}

/** Every text in quotes, and every template as the texts between its values, in some sources. */
export function textsIn(paths: readonly string[]): { literals: Set<string>; templates: string[][] } {
  const literals = new Set<string>();
  const templates = new Map<string, string[]>();
  for (const path of paths) {
    visit(treeOf(path), (node) => {
      if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) literals.add(node.text);
      // The names of properties are words too: tables by state, say.
      if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) literals.add(node.name.text);
      if (ts.isShorthandPropertyAssignment(node)) literals.add(node.name.text);
      if (!ts.isTemplateExpression(node)) return;
      const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      if (parts.join('') === '' || !parts.every((part) => /^[\w-]*$/.test(part))) return;
      templates.set(parts.join('\n'), parts);
    });
  }
  return { literals, templates: [...templates.values()] };
}

/** Whether a template gives a text, with words for its values. */
export function isMadeOf(
  [first = '', ...others]: readonly string[],
  words: ReadonlySet<string>,
  text: string,
): boolean {
  if (others.length === 0) return text === first;
  if (!text.startsWith(first)) return false;
  const rest = text.slice(first.length);
  return Array.from(rest, (_, index) => index + 1).some(
    (length) => words.has(rest.slice(0, length)) && isMadeOf(others, words, rest.slice(length)),
  );
}
