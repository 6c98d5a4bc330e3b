import type { ApiError } from '../../contract/error.js';
import type { FieldError } from '../../contract/problem.js';
import type { common } from '../../locales/en/common.js';
import type { reasons } from '../../locales/en/reasons.js';
import type { Localize } from './localize.js';

const codeOf = (error: unknown): string => (error as Partial<ApiError> | undefined)?.code ?? '';

/**
 * What an error means, in a sentence for the person: by its code, never its message. A `Localize` that also has the
 * reasons says more about refused changes; any other code has a general sentence.
 */
export const describeError = (localize: Localize<typeof common>, error: unknown): string =>
  localize.find(`error-${codeOf(error)}`) ?? localize.term('errorUnknown');

/** The sentence of a rule's word, such as an action's `reason`; a general one for a word that is not known here. */
export const describeReason = (localize: Localize<typeof reasons>, reason: string | undefined): string =>
  localize.find(`reason-${reason ?? ''}`) ?? localize.term('reasonUnknown');

/** Whether an error says that nobody is signed in any more. */
export const isSignedOut = (error: unknown): boolean => ['unauthenticated', 'token-expired'].includes(codeOf(error));

/** Whether an error says that the object is not there, or not for this person. */
export const isNotFound = (error: unknown): boolean => codeOf(error) === 'not-found';

/** What the marketplace does not accept of what it was asked, if that is why it refused. */
export const refusedOf = (error: unknown): readonly FieldError[] | undefined =>
  codeOf(error) === 'validation-failed' ? ((error as ApiError).errors ?? []) : undefined;
