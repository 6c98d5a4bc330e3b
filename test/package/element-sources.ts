import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { closureOf, importsOf, root, sourcesIn, treeOf, visit } from '../locales/sources.js';

/** What the sources of an element say it has. */
export interface ElementSources {
  paths: string[];
  /** Event classes that are used, by whether that is in the element's own folder. */
  ownEvents: Set<string>;
  allEvents: Set<string>;
  /** The other elements that are in it. */
  inner: string[];
  slots: Set<string>;
  parts: Set<string>;
  /** Parts in the element's own folder. */
  ownParts: Set<string>;
  /** Custom properties that are read, `--latchkey-…`. */
  properties: Set<string>;
  states: Set<string>;
}

/** Every event class of the elements, by its name: the path of its source. */
export function eventClasses(): Map<string, string> {
  const classes = new Map<string, string>();
  for (const path of sourcesIn('src/elements')) {
    visit(treeOf(path), (node) => {
      if (!ts.isClassDeclaration(node) || !node.name) return;
      if (node.heritageClauses?.some((clause) => clause.getText().includes('CustomEvent')))
        classes.set(node.name.text, path);
    });
  }
  return classes;
}

/** The sources of an element: what it imports at once and on demand, but not other elements, which stand for themselves. */
function pathsOf(tag: string): string[] {
  const start = `src/elements/${tag}/${tag}.ts`;
  const isOther = (path: string): boolean => /\/define\.ts$/.test(path);
  const reached = new Set([start]);
  for (const path of reached) {
    for (const imported of importsOf(path, { onDemand: true })) {
      if (imported.startsWith('src/elements/') && !isOther(imported)) reached.add(imported);
    }
  }
  return [...reached];
}

/** Reads the sources of an element. */
export function sourcesOf(tag: string, events: ReadonlyMap<string, string>): ElementSources {
  const paths = pathsOf(tag);
  const found: ElementSources = {
    paths,
    ownEvents: new Set(),
    allEvents: new Set(),
    inner: [...closureOf(`src/elements/${tag}/${tag}.ts`, { onDemand: true })].flatMap(
      (path) => /^src\/elements\/([\w-]+)\/define\.ts$/.exec(path)?.[1] ?? [],
    ),
    slots: new Set(),
    parts: new Set(),
    ownParts: new Set(),
    properties: new Set(),
    states: new Set(),
  };
  for (const path of paths) {
    const isOwn = path.startsWith(`src/elements/${tag}/`);
    const addParts = (text: string): void => {
      for (const part of text.split(/\s+/).filter(Boolean)) {
        found.parts.add(part);
        if (isOwn) found.ownParts.add(part);
      }
    };
    visit(treeOf(path), (node) => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html') {
        const text = node.template.getText();
        for (const [, name = ''] of text.matchAll(/<slot\b(?:[^>]*?\sname="([^"]*)")?/g)) found.slots.add(name);
        for (const [, names = ''] of text.matchAll(/\bpart="([^"$]*)"/g)) addParts(names);
        for (const [, value = ''] of text.matchAll(/\bpart=\$\{([^}]*)\}/g))
          for (const [, names = ''] of value.matchAll(/'([^']*)'/g)) addParts(names);
      }
      if (ts.isCallExpression(node)) {
        const [name, value] = node.arguments.map((argument) => (ts.isStringLiteral(argument) ? argument.text : ''));
        const called = node.expression.getText();
        if (called.endsWith('.setAttribute') && name === 'part') addParts(value ?? '');
        if (called.endsWith('.states.add') && name) found.states.add(name);
      }
      // `element.part = 'item'`
      if (
        ts.isBinaryExpression(node) &&
        /\.part(?:\.value)?$/.test(node.left.getText()) &&
        ts.isStringLiteral(node.right)
      )
        addParts(node.right.text);
      if (ts.isIdentifier(node) && events.has(node.text) && !isTypeOrImport(node) && events.get(node.text) !== path) {
        found.allEvents.add(node.text);
        if (isOwn) found.ownEvents.add(node.text);
      }
    });
    const text = readFileSync(join(root, path), 'utf8').replace(/\/\*[^]*?\*\//g, '');
    for (const [name] of text.matchAll(/--latchkey-[\w-]+/g)) found.properties.add(name);
  }
  return found;
}

function isTypeOrImport(node: ts.Node): boolean {
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isImportDeclaration(at) || ts.isExportDeclaration(at) || ts.isTypeNode(at)) return true;
  }
  return false;
}
