/** Selects what an element shows, so that a person can copy it by hand. Works inside a shadow root. */
export function selectText(element: Element): void {
  getSelection()?.selectAllChildren(element);
}
