/** What the list says of further credentials: how many there may be, and where. Loaded once the list is there. */
export const credentialOffer = {
  limitUsedOf: (type: string, used: number, most: number) => `${type}: ${used} of ${most} used`,
  offerEnvironment: 'Environment',
  offerCreate: 'Create credential',
};
