/** What the side panel around a secret says. */
export const secretPanel = {
  panelHeading: 'View secret',
};
