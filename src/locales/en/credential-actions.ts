/** What the menu and the dialogs of a credential say; loaded with the first of them. */
export const credentialActions = {
  'action-reveal': 'View secret',
  'action-suspend': 'Suspend credential',
  'action-enable': 'Enable credential',
  'action-retry': 'Try again',
  'action-remove': 'Delete credential',
  credentialNoActions: 'Nothing can be done with it right now.',
  suspendHeading: (name: string) => `Suspend “${name}”?`,
  suspendBody:
    'The gateway will refuse calls made with this credential until you enable it again. Its secret stays the same.',
  enableHeading: (name: string) => `Enable “${name}”?`,
  enableBody: 'The gateway will accept calls made with this credential again.',
  removeHeading: (name: string) => `Delete “${name}”?`,
  removeBody: 'This cannot be undone. The gateway will refuse calls made with this credential for good.',
  removeUsed: (when: string) => `It was last used ${when}: whatever still uses it will stop working.`,
  suspendInstead: 'Suspend instead',
  suspendHint: 'Not sure? Suspend it first: that can be undone.',
};
