/** What a person looks at of a list of requests: what narrows it. Each is a property of the list. */
export interface AccessRequestView {
  query: string;
  states: string;
  filterResourceId: string | undefined;
  filterApplicationId: string | undefined;
}

/** Somebody searched or filtered. Holds the whole view, so that a page can put it into its address. */
export class AccessRequestViewChangeEvent extends CustomEvent<{ view: AccessRequestView }> {
  constructor(detail: { view: AccessRequestView }) {
    super('access-request-view-change', { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'access-request-view-change': AccessRequestViewChangeEvent;
  }
}
