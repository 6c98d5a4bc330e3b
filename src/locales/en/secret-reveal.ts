/** What the element that shows a secret says before and after it does. */
export const secretReveal = {
  secretLoading: 'Loading the credential…',
  secretPending: 'Waiting for the gateway to set it up',
  secretPendingHint: 'This usually takes a few seconds. The secret can be viewed here as soon as it is there.',
  secretWindow: (left: string, until: string) => `The secret can be viewed for another ${left}, until ${until}.`,
  secretAlways: 'The secret can be viewed at any time.',
  secretOnce: 'The secret can be viewed once. Store it somewhere safe then: it will not be shown again.',
  secretView: 'View secret',
  secretViewAgain: 'View secret again',
  secretViewAfter: 'After that it is removed here, and still works on the gateway.',
  secretHiddenIdle: 'It was hidden because nothing happened for a while.',
  secretHiddenTab: 'It was hidden because you left this tab.',
  secretHiddenSession: 'It was hidden because your session has ended. Sign in again to view it.',
  secretHiddenWindow: 'The time to view it has ended.',
  secretWindowLeft: (left: string) => `${left} left to view the secret.`,
  secretErased: 'The secret is no longer stored here',
  secretErasedSince: (when: string) => `It was removed on ${when}.`,
  secretErasedHint:
    'It still works on the gateway: whoever stored it can go on using it. If nobody did, create another credential and delete this one.',
  secretReplace: 'Create another credential',
  secretNone: 'This credential has no secret.',
  secretGone: 'This credential no longer exists, or it belongs to another team.',
};
