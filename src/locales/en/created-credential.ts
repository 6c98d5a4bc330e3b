/** A credential that was just created; loaded when there is one. Keys end in where it stands. */
export const createdCredential = {
  'created-word-pending': 'Pending',
  'created-word-ready': 'Active',
  'created-word-error': 'Setup failed',
  'created-word-gone': 'Deleted',
  'created-hint-pending': 'Waiting for the gateway. This usually takes a moment; you will see here when it is done.',
  'created-hint-ready': 'The gateway accepts it. View its secret now, and store it where your application finds it.',
  'created-hint-extended': 'It can be used for this API too. Its secret stays the same.',
  'created-hint-share':
    'The gateway knows it. It has no secret yet: make a link for whoever shall set one, and send it to them.',
  createdShare: 'Make a share link',
  'created-hint-secretless': 'The gateway knows it.',
  'created-hint-error': 'The gateway could not set it up. Nothing can be called with it yet.',
  'created-hint-gone': 'It was deleted in the meantime.',
  'created-now-pending': (name: string) => `${name}: waiting for the gateway.`,
  'created-now-ready': (name: string) => `${name} is active.`,
  'created-now-error': (name: string) => `${name} could not be set up.`,
  'created-now-gone': (name: string) => `${name} was deleted.`,
  createdAnother: 'Create another credential',
};
