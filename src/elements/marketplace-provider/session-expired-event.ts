/**
 * A call failed because nobody is signed in any more. The elements say so, and keep what was typed. Have the person sign
 * in, then call the provider's `refresh()`.
 */
export class SessionExpiredEvent extends CustomEvent<Record<string, never>> {
  constructor() {
    super('session-expired', { bubbles: true, composed: true, detail: {} });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'session-expired': SessionExpiredEvent;
  }
}
