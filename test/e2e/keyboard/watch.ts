// What runs in the page beside somebody without a mouse. Each function has to stand on its own there.

/** Tells the test what live regions say, those in shadow roots too. */
export function listen(): void {
  const live = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
  const said = new WeakMap<Element, string>();
  const tell = (region: Element): void => {
    const text = region.checkVisibility() ? (region.textContent ?? '') : '';
    if (text === (said.get(region) ?? '')) return;
    said.set(region, text);
    const words = text.replace(/\s+/g, ' ').trim();
    if (words !== '') (window as unknown as { tellKeyboard(text: string): void }).tellKeyboard(words);
  };
  const watch = (root: Node): void =>
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const around = (target instanceof Element ? target : target.parentElement)?.closest(live);
        if (around) tell(around);
        for (const node of addedNodes)
          if (node instanceof Element) for (const region of node.querySelectorAll(live)) tell(region);
        for (const node of addedNodes) if (node instanceof Element && node.matches(live)) tell(node);
      }
    }).observe(root, { childList: true, characterData: true, subtree: true, attributeFilter: ['hidden'] });
  watch(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    watch(root);
    return root;
  };
}

/**
 * Looks at where the focus is after a key, and at where it was before. Answers what is wrong, as sentences.
 *
 * @param key - What was pressed; empty if nothing was.
 */
export function findProblems(key: string): string[] {
  interface Seen {
    element: Element;
    look: string;
  }
  const page = window as unknown as { seen?: Seen };
  const problems: string[] = [];

  /** What an element stands in, out of shadow roots too. */
  const parentOf = (node: Element): Element | undefined => {
    const parent = node.assignedSlot ?? node.parentNode;
    return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : undefined;
  };
  const isIn = (node: Element | undefined, outer: Element): boolean =>
    node === outer || (node !== undefined && isIn(parentOf(node), outer));

  /** How an element and what it stands in look, as far as a focus is shown by it. */
  const lookOf = (element: Element): string => {
    const near = [element, element.nextElementSibling];
    for (let outer = parentOf(element), depth = 0; outer && depth < 3; outer = parentOf(outer), depth++)
      near.push(outer);
    return near
      .flatMap((one) => (one ? [getComputedStyle(one), getComputedStyle(one, '::after')] : []))
      .map(({ outlineStyle, outlineWidth, outlineColor, boxShadow }) =>
        [outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`, boxShadow].join(),
      )
      .join('|');
  };

  let here: Element | null = document.activeElement;
  while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
  if (here === null || here === document.body || here === document.documentElement) {
    delete page.seen;
    return problems;
  }

  const sayOf = (element: Element): string =>
    `${element.localName} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`;
  const isStop = (element: Element): boolean => (element as HTMLElement).tabIndex >= 0;
  const before = page.seen?.element;
  const hasMoved = before !== undefined && before !== here && before.isConnected && before.checkVisibility();
  if (hasMoved && isStop(before) && page.seen?.look === lookOf(before))
    problems.push(`nobody sees that the focus is on ${sayOf(before)}`);

  const box = here.getBoundingClientRect();
  if (/Tab|Arrow/.test(key) && isStop(here)) {
    const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    const points = [middle, { x: box.left + 2, y: box.top + 2 }, { x: box.right - 2, y: box.bottom - 2 }];
    const isFree = points.some(({ x, y }) => {
      let top = document.elementFromPoint(x, y);
      for (let inner = top; inner?.shadowRoot;) {
        inner = inner.shadowRoot.elementFromPoint(x, y);
        if (inner === null || inner === top) break;
        top = inner;
      }
      // A label may lie over what it is of: to press one is to press the other.
      const labels = [...((here as HTMLInputElement).labels ?? [])];
      return top !== null && [here, ...labels].some((own) => isIn(top, own) || isIn(own, top));
    });
    if (!isFree) problems.push(`${sayOf(here)} has the focus, and is out of sight`);
  }

  if (key === 'Tab' && hasMoved && isStop(before)) {
    const from = before.getBoundingClientRect();
    const isAbove = box.bottom <= from.top && box.left < from.right;
    if (isAbove) problems.push(`from ${sayOf(before)} Tab leads back up to ${sayOf(here)}`);
  }
  page.seen = { element: here, look: lookOf(here) };
  return problems;
}
