import { plural } from '../plural.js';

const some = (count: number): string => `${count} ${plural('en', count, { one: 'credential', other: 'credentials' })}`;

/** What is said of several credentials at once; loaded with the first selection. */
export const credentialSelection = {
  selectAll: 'Select all that are shown',
  selectedLabel: 'Selected credentials',
  selectedCount: (count: number) => `${count} selected`,
  selectClear: 'Clear selection',
  'batch-suspend': 'Suspend',
  'batch-enable': 'Enable',
  'batch-retry': 'Try again',
  'batch-remove': 'Delete',
  batchReason: (action: string, count: number, total: number, reason: string) =>
    `${action}: not possible for ${count} of ${total}. ${reason}`,

  'batchHeading-suspend': (count: number) => `Suspend ${some(count)}?`,
  'batchHeading-enable': (count: number) => `Enable ${some(count)}?`,
  'batchHeading-retry': (count: number) => `Try again to set up ${some(count)}?`,
  'batchHeading-remove': (count: number) => `Delete ${some(count)}?`,
  'batchConfirm-suspend': (count: number) => `Suspend ${some(count)}`,
  'batchConfirm-enable': (count: number) => `Enable ${some(count)}`,
  'batchConfirm-retry': (count: number) => `Try again for ${some(count)}`,
  'batchConfirm-remove': (count: number) => `Delete ${some(count)}`,
  'batchBody-suspend':
    'The gateway will refuse calls made with them until you enable them again. Their secrets stay the same.',
  'batchBody-enable': 'The gateway will accept calls made with them again.',
  'batchBody-retry': 'The gateway is asked once more to set them up.',
  'batchBody-remove': 'This cannot be undone. The gateway will refuse calls made with them for good.',
  batchUsed: (count: number) =>
    `${count} of them ${plural('en', count, { one: 'was', other: 'were' })} used in the last 7 days: whatever still uses them will stop working.`,
  batchTyped: (count: number) => `delete ${count}`,
  batchSessions: 'Session tokens that were already issued for them keep working until they expire.',
  batchOthers: (count: number) => `and ${count} more`,

  'batchDone-suspend': (count: number) => `Suspending ${some(count)}.`,
  'batchDone-enable': (count: number) => `Enabling ${some(count)}.`,
  'batchDone-retry': (count: number) => `Trying again for ${some(count)}.`,
  'batchDone-remove': (count: number) => `Deleting ${some(count)}.`,
  batchFailed: (failed: number, total: number) =>
    `It did not work for ${failed} of ${some(total)}. They are still selected.`,
  batchProblem: (name: string, problem: string) => `${name}: ${problem}`,
  batchRetry: 'Try the failed ones again',
  batchDismiss: 'Dismiss',
};
