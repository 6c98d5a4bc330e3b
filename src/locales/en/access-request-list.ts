import { plural } from '../plural.js';

/** What the list of access requests says. */
export const accessRequestList = {
  requests: 'Access requests',
  requestCount: (count: number) => `${count} ${plural('en', count, { one: 'request', other: 'requests' })}`,
  requestCountOf: (shown: number, total: number) => `${shown} of ${total} requests`,
  requestsEmpty: 'No access requests yet',
  requestsEmptyHint: 'When you ask for access to an API, you can follow the request here.',
  requestsNonePending: 'Nothing waits for a decision',
  requestsNonePendingHint: 'New requests appear here by themselves.',
  requestFrom: (person: string, team: string) => `${person}, ${team}`,
  requestSent: (when: string) => `Sent ${when}`,
  requestReason: (reason: string) => `“${reason}”`,
  requestDetails: 'Details',
  requestDoNamed: (action: string, name: string) => `${action}: ${name}`,
  requestNowIs: (name: string, state: string) => `${name}: ${state}`,
  'do-approve': 'Approve',
  'do-reject': 'Reject',
  'do-create-credential': 'Create credential',
  'do-update': 'Edit and send again',
  'do-withdraw': 'Withdraw',
  'do-revoke': 'Revoke access',
};
