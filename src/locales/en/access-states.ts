/** Where an access request stands: a word per state. */
export const accessStates = {
  'access-pending': 'In review',
  'access-provisioning': 'Being set up',
  'access-active': 'Ready',
  'access-rejected': 'Rejected',
  'access-revoked': 'Revoked',
  'access-withdrawn': 'Withdrawn',
  'access-error': 'Setup failed',
  'access-unknown': 'Unknown state',
};
