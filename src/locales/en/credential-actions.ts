/** What the menu and the dialogs of a credential say; loaded with the first of them. */
export const credentialActions = {
  'action-reveal': 'View secret',
  'action-update': 'Edit credential',
  'action-renew': 'Renew credential',
  'action-regenerate': 'Regenerate credential',
  'action-suspend': 'Suspend credential',
  'action-enable': 'Enable credential',
  'action-retry': 'Try again',
  'action-share': 'Make a share link',
  'action-unshare': 'Stop sharing',
  'action-provision': 'Set it up',
  'action-fail': 'Refuse to set it up',
  'action-remove': 'Delete credential',
  credentialNoActions: 'Nothing can be done with it right now.',

  suspendHeading: (name: string) => `Suspend “${name}”?`,
  suspendBody:
    'The gateway will refuse calls made with this credential until you enable it again. Its secret stays the same.',
  enableHeading: (name: string) => `Enable “${name}”?`,
  enableBody: 'The gateway will accept calls made with this credential again.',

  renewHeading: (name: string) => `Renew “${name}”?`,
  renewBody: 'You get a new secret. The identifiers stay the same.',
  renewNewEnd: (until: string) => `The new secret works until ${until}.`,
  renewNewOpen: 'The new secret works without an end.',
  renewAgain: (until: string) =>
    `The secret from before the last renewal, which still works until ${until}, stops working at once.`,
  renewOverlap: 'How long shall the old secret keep working?',
  renewNow: 'Not at all',
  renewNowEnd: 'It stops working as soon as the new one is there.',
  renewOldEnd: (until: string) => `Old secret works until ${until}.`,

  regenerateHeading: (name: string) => `Regenerate “${name}”?`,
  regenerateBody:
    'You get new identifiers and a new secret. The old ones stop at once: no session token is issued for them any more.',
  sessionsOpen: 'Session tokens that were already issued keep working until they expire.',
  sessionsUntil: (until: string, left: string) =>
    `Session tokens that were already issued keep working until ${until}, for another ${left} at most.`,

  unshareHeading: (name: string) => `Stop sharing “${name}”?`,
  unshareBody: 'The share link stops working at once. A secret that was set with it stays.',
  shareHeading: (name: string) => `Share “${name}”?`,
  shareBody:
    'You get a link. Whoever has it can set the secret of this credential, or replace it, until the link ends; nothing else.',
  shareAgain: 'The link that was made before stops working.',
  shareMake: 'Make a link',
  shareLinkHeading: (name: string) => `Share link of “${name}”`,
  shareLinkBody: (until: string) => `It works until ${until}. It is shown only now: if it gets lost, make another one.`,
  shareLink: 'Link',
  shareCopy: 'Copy link and close',

  provisionHeading: (name: string) => `Set up “${name}”?`,
  provisionBody: 'The gateway sets it up, and it becomes active. Whoever asked for it can then use it.',
  failHeading: (name: string) => `Refuse to set up “${name}”?`,
  failBody: 'Whoever asked for it sees the reason, and can ask again.',
  failReason: 'Reason',
  failReasonHelp: 'Shown to the team.',
  failReasonMissing: 'Say why it cannot be set up.',

  removeHeading: (name: string) => `Delete “${name}”?`,
  removeBody: 'This cannot be undone. The gateway will refuse calls made with this credential for good.',
  removeUsed: (when: string) => `It was last used ${when}: whatever still uses it will stop working.`,
  suspendInstead: 'Suspend instead',
  suspendHint: 'Not sure? Suspend it first: that can be undone.',
};
