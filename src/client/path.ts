import { ApiError } from '../contract/error.js';

/**
 * A template tag for paths: every value becomes one encoded segment, whatever is in it. What cannot be a segment, because
 * a URL parser would take it as a way to another path, is no object's id either.
 *
 * @throws ApiError `not-found` for an empty value, `.`, `..` and what is not text.
 */
export function path(literals: readonly string[], ...ids: readonly string[]): string {
  const segments = ids.map((id) => {
    if (typeof id !== 'string' || /^\.{0,2}$/.test(id) || !isWellFormed(id)) {
      throw new ApiError('not-found', `${literals.join('{id}')}: an id is empty or cannot stand in a path`);
    }
    return encodeURIComponent(id);
  });
  return literals.map((literal, index) => literal + (segments[index] ?? '')).join('');
}

/** Whether text can be encoded: half a surrogate pair cannot. */
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** The literal parts of a route template such as `/credentials/{credentialId}/reveal`, around its ids. */
export const literalsOf = (template: string): string[] => template.split(/\{\w+\}/);
