/** What a person looks at of a list: what narrows it, and its order. Each is a property of the list. */
export interface CredentialView {
  query: string;
  states: string;
  types: string;
  risk: string | undefined;
  sort: string | undefined;
  filterResourceId: string | undefined;
  filterApplicationId: string | undefined;
}

/** Somebody searched, filtered or sorted. Holds the whole view, so that a page can put it into its address. */
export class CredentialViewChangeEvent extends CustomEvent<{ view: CredentialView }> {
  constructor(detail: { view: CredentialView }) {
    super('credential-view-change', { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'credential-view-change': CredentialViewChangeEvent;
  }
}
