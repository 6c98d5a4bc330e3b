import { basics } from './basics.js';

/** Words and sentences that every element may need at once; `error-` and a code is what that error means to a person. */
export const common = {
  ...basics,
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  copyNamed: (label: string) => `Copy ${label}`,
  copiedNamed: (label: string) => `${label} copied.`,
  copyFailed: 'Copying was blocked by the browser. The value is selected: press Ctrl+C, or ⌘C on a Mac.',
  loadMore: 'Load more',

  'error-network': 'The marketplace could not be reached. Check your connection, then try again.',
  'error-timeout': 'The marketplace took too long to answer. Try again.',
  'error-unauthenticated': 'Your session has ended. Sign in again to go on.',
  'error-token-expired': 'Your session has ended. Sign in again to go on.',
  'error-forbidden': 'You are not allowed to see or do this. Ask an administrator of your team.',
  'error-not-found': 'This no longer exists, or it belongs to another team.',
  'error-rate-limited': 'Too many requests in a short time. Wait a moment, then try again.',
  'error-unavailable': 'The marketplace is not available right now. Try again in a moment.',
  'error-configuration': 'This page is not connected to a marketplace. Tell whoever runs it.',
  errorRefused: 'The marketplace does not accept what this page asks for. Tell whoever runs the page.',
  errorUnknown: 'Something went wrong at the marketplace. Nothing was changed on this page; try again.',
};
