/**
 * What a rule's word means to a person: why an action or option is not possible now, or why a call was refused. Keys
 * are `reason-` and the word, or `error-` and the code, so that a word from a newer server simply has none.
 */
export const reasons = {
  'reason-not-active': 'Only possible while it is active.',
  'reason-not-inactive': 'Only possible while it is suspended.',
  'reason-provisioning': 'Possible once the gateway has set it up.',
  'reason-in-transition': 'Another change is still under way.',
  'reason-deleting': 'It is being deleted.',
  'reason-expired': 'It has expired.',
  'reason-erased': 'The secret is no longer stored here.',
  'reason-viewed': 'The secret was shown once and is no longer stored here.',
  'reason-no-access': 'The application has no approved access to this API.',
  'reason-subscription-not-active': 'The subscription behind it is no longer active.',
  'reason-not-pending': 'Only possible while it is waiting for a decision.',
  'reason-not-rejected': 'Only possible after it was rejected.',
  'reason-role': 'Your role does not allow it.',
  'reason-not-approved': 'It is not approved yet.',
  'reason-plan-excludes-resource': 'The plan of this subscription does not include this API.',
  'reason-other-team': 'It belongs to a different team than what you chose.',
  'reason-duplicate': 'It already has a live access request for this API.',
  'reason-limit-reached': 'The limit is reached: delete one first.',
  'reason-not-exposed': 'This API is not exposed.',
  'reason-not-eligible': 'You are not eligible for it.',
  'reason-other-environment': 'It belongs to a different environment.',
  'reason-no-application': 'There is no application for it yet.',
  'reason-unsupported': 'This kind of credential does not do that.',
  reasonUnknown: 'Not possible right now.',

  'error-state-conflict':
    'It has changed in the meantime, so this is no longer possible. You now see its current state.',
  'error-precondition-failed':
    'Somebody changed it in the meantime. You now see its current state; check it and try again.',
  'error-secret-gone': 'The secret is no longer stored here.',
  'error-access-required': 'This needs approved access to the API first.',
  'error-limit-reached': 'The limit of credentials is reached. Delete one that is no longer needed.',
  'error-not-exposed': 'This API is not exposed, so no credential can be created for it.',
  'error-not-eligible': 'You are not eligible for credentials here.',
  'error-duplicate-access-request':
    'This application already has a live access request for this API under this subscription.',
  'error-validation-failed': 'Some of what you entered was not accepted. Correct it and try again.',
  'error-payload-too-large': 'That is more than the marketplace accepts. Shorten what you entered and try again.',
};
