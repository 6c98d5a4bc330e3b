/** Gives the focus to the line above a list when nothing else is left for it: a group with a name, from then on. */
export function focusBar(root: ParentNode, name: string): void {
  const bar = root.querySelector<HTMLElement>('.bar');
  bar?.setAttribute('role', 'group');
  bar?.setAttribute('aria-label', name);
  bar?.focus();
}
