/** What the side panels of the list say: around a secret, around a form. */
export const credentialPanels = {
  panelHeading: 'View secret',
  panelCreate: 'Create a credential',
  panelEdit: 'Edit credential',
};
