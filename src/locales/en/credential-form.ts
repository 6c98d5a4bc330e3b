/** What the form for a new credential says. */
export const credentialForm = {
  newCredential: 'Create a credential',
  newCredentialFor: (resource: string, application: string) => `For ${resource} in ${application}`,
  newCredentialResource: 'API',
  newCredentialResourceHelp: 'The APIs that this application has access to.',
  newCredentialType: 'Credential type',
  newCredentialOnlyType: 'The only type this API accepts.',
  newCredentialName: (application: string, type: string) => `${application} ${type}`,
  newCredentialNameHelp: 'Say what it is used for, so that you recognise it later.',
  newCredentialCreate: 'Create credential',
  newCredentialCreating: 'Creating the credential. Keep this page open until it is done.',
  newCredentialNoAccess: 'No access yet',
  newCredentialNoAccessHint: 'This application has no approved access to an API. Request access first.',
  'newCredential-not-approved': 'The access request for it is still in review.',
  'newCredential-provisioning': 'The gateway is being set up for it. This usually takes a moment.',
  newCredentialNoTypes: 'This API offers no credentials that can be created here.',
};
