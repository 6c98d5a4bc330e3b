import type { ScopeSource } from '../data-plane.js';

/** The segments of a path, decoded; `undefined` if servers may disagree on what they are. */
function segmentsOf(path: string): string[] | undefined {
  const segments: string[] = [];
  for (const encoded of path.replace(/^\//, '').replace(/\/$/, '').split('/')) {
    let segment: string;
    try {
      segment = decodeURIComponent(encoded);
    } catch {
      return undefined;
    }
    // What some servers take for a parameter of the segment, and leave out before they go up on `..`.
    const bare = segment.replace(/;.*$/s, '').trim();
    if (bare === '' || bare === '.' || bare === '..') return undefined;
    if (/[/\\\p{Cc}]|%[0-9a-f]{2}/iu.test(segment)) return undefined;
    segments.push(segment);
  }
  return segments;
}

/** What stands at `:scope` where the path begins as the pattern has it. */
function scopeAt(pattern: string, segments: readonly string[]): string | undefined {
  let scope: string | undefined;
  for (const [index, part] of pattern.replace(/^\//, '').split('/').entries()) {
    const segment = segments[index];
    if (segment === undefined) return undefined;
    if (part === ':scope') scope = segment;
    else if (!part.startsWith(':') && part !== segment) return undefined;
  }
  return scope;
}

/** The values of a query parameter under whatever name a server might take for it: `Id`, `id[]`, and behind a `;`. */
function valuesOf(query: string, name: string): { isExact: boolean; value: string }[] {
  const like = name.toLowerCase();
  const found: { isExact: boolean; value: string }[] = [];
  for (const [given, value] of new URLSearchParams(query.replaceAll(';', '&')))
    if (given.replace(/\[.*$/s, '').trim().toLowerCase() === like) found.push({ isExact: given === name, value });
  return found;
}

/**
 * The parts of a resource's data that a call says it is about (SPEC M2); none if it does not say so, or not so clearly
 * that every server behind would take it for the same.
 *
 * @param path - The path below the resource's address, as it was sent.
 * @param query - The query, as it was sent.
 */
export function scopesOf(source: ScopeSource, path: string, query: string): string[] {
  const scopes: string[] = [];
  if (source.path) {
    const segments = segmentsOf(path);
    if (!segments) return [];
    for (const pattern of source.path) {
      const scope = scopeAt(pattern, segments);
      if (scope !== undefined) scopes.push(scope);
    }
  }
  if (source.query !== undefined) {
    const values = valuesOf(query, source.query);
    if (values.length > 1 || values.some(({ isExact }) => !isExact)) return [];
    scopes.push(...values.map(({ value }) => value));
  }
  return scopes;
}
