import type { Credential } from '../../../contract/credential.js';

/** Whether an action is there and possible now. */
export const canDo = ({ actions }: Credential, action: string): boolean =>
  actions.some((one) => one.action === action && one.allowed);
