import type { Unsupported } from '../../schema-fields/schema-keywords.js';

/** What of a form's definition cannot be shown as meant. */
export interface FormUnsupportedDetail {
  found: readonly Unsupported[];
}

/** A form's definition uses what cannot be shown as meant: such a field is plain text, or goes without it (SPEC X3). */
export class FormUnsupportedEvent extends CustomEvent<FormUnsupportedDetail> {
  constructor(detail: FormUnsupportedDetail) {
    super('form-unsupported', { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'form-unsupported': FormUnsupportedEvent;
  }
}
