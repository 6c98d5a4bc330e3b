/** Sentences of the confirmation dialog. */
export const dialog = {
  typeToConfirm: (name: string) => `To confirm, type “${name}”`,
  typedDiffers: (name: string) => `Type “${name}” exactly as it is written.`,
};
