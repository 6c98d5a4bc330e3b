import type * as panels from './credential-panels.js';

/** What opens the panels. */
export type Panels = typeof panels;

/** Loads the panel that creates or edits a credential, with all that is in it: then it opens at once. */
export async function loadFormPanel(): Promise<Panels> {
  const [loaded] = await Promise.all([import('./credential-panels.js'), import('../credential-form/define.js')]);
  return loaded;
}

/** Loads the panel that shows a secret, with all that is in it. */
export async function loadSecretPanel(): Promise<Panels> {
  const [loaded] = await Promise.all([import('./credential-panels.js'), import('../secret-reveal/define.js')]);
  return loaded;
}
