/** What a page of stories can be measured by, through all shadow roots. */

function everything(root: ParentNode = document): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? everything(element.shadowRoot) : []),
  ]);
}

/** What is on top: in an open dialog or menu, or all of the page. */
function onTop(): Element[] {
  const all = everything();
  const modal = all.filter((element) => element.matches(':modal')).at(-1);
  return modal ? [modal, ...everything(modal)] : all;
}

const isClipped = (element: Element): boolean => {
  for (let one: Element | null = element; one; one = one.parentElement) {
    if (getComputedStyle(one).clipPath !== 'none') return true;
  }
  return false;
};

const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
  !isClipped(element) &&
  !element.closest('[inert]');

/** Whether it is an element's own, not the page's: what is slotted in is the page's. */
const isOurs = (element: Element): boolean => element.getRootNode() instanceof ShadowRoot;

const told = (element: Element): string => {
  const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
  return `<${element.localName}> ${name.replace(/\s+/g, ' ').trim().slice(0, 60)}`;
};

/** What is wider than the window, or than the dialog it is in. */
export function overflow(): string[] {
  const page = document.documentElement;
  const boxes = [page, ...everything().filter((element) => element.matches('dialog[open], [popover]:popover-open'))];
  return boxes
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .flatMap((box) => {
      const edge = box === page ? innerWidth : box.getBoundingClientRect().right;
      const wide = everything(box).filter(
        (element) => isShown(element) && element.getBoundingClientRect().right > edge + 0.5,
      );
      return `${told(wide.at(-1) ?? box)} reaches ${box.scrollWidth} of ${box.clientWidth} px`;
    });
}

const pressable =
  'button, a[href], input:not([type="hidden"]), select, textarea, summary, [role="menuitem"], [role="tab"], [role="button"]';

/** The box in which a press counts: with its label for what has one, as the label can be pressed as well. */
function targetOf(element: Element): DOMRect {
  const own = element.getBoundingClientRect();
  if (!element.matches('input[type="checkbox"], input[type="radio"]')) return own;
  const row = element.closest('.option'); // its label lies over all of it
  const label = row ?? (element as HTMLInputElement).labels?.[0];
  if (!label) return own;
  const other = label.getBoundingClientRect();
  const [left, top] = [Math.min(own.left, other.left), Math.min(own.top, other.top)];
  return new DOMRect(left, top, Math.max(own.right, other.right) - left, Math.max(own.bottom, other.bottom) - top);
}

/** Whether it is part of a sentence: those are as high as their line (WCAG 2.5.8). */
function isInSentence(element: Element): boolean {
  const beside = [...(element.parentNode?.childNodes ?? [])].some(
    (node) => node instanceof Text && node.data.trim() !== '',
  );
  return beside && getComputedStyle(element).display.startsWith('inline');
}

/** What is too small to be hit, in pixels. */
export function smallTargets(least: number): string[] {
  return onTop()
    .filter((element) => element.matches(pressable) && isOurs(element) && isShown(element) && !isInSentence(element))
    .flatMap((element) => {
      const { width, height } = targetOf(element);
      if (width >= least - 0.5 && height >= least - 0.5) return [];
      return `${told(element)} is ${width.toFixed(0)} × ${height.toFixed(0)} px`;
    });
}

/** Buttons and links that are called the same: who hears their names cannot tell one from the other. */
export function sameNames(): string[] {
  return onTop().flatMap((host) => {
    if (!host.shadowRoot || isOurs(host)) return [];
    const names = everything(host.shadowRoot)
      .filter((element) => element.matches('button, a[href], [role="menuitem"]') && isShown(element))
      .map((element) => told(element));
    return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  });
}

/** What can have the focus although nobody sees it. */
export function unseenStops(): string[] {
  return onTop()
    .filter(
      (element) =>
        element.matches(`${pressable}, [tabindex="0"]`) &&
        !element.matches('[tabindex="-1"], :disabled, input[type="file"]') &&
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest('[inert]') &&
        isClipped(element),
    )
    .map((element) => told(element));
}

/** What is cut off. An identifier may be: its middle is left out on purpose, and all of it can be copied. */
export function cutOff(): string[] {
  return onTop()
    .filter((element) => {
      if (!isShown(element) || !element.textContent?.trim()) return false;
      if (element.closest('[part~="identifier"], [part~="value"]')) return false;
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      return (
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    })
    .map((element) => told(element));
}

const spacing = new CSSStyleSheet();
spacing.replaceSync(`* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`);

/** Spaces all text as far as WCAG 1.4.12 asks pages to bear. */
export function spaceText(): void {
  const roots = everything().flatMap(({ shadowRoot }) => shadowRoot ?? []);
  for (const root of [document, ...roots]) {
    if (!root.adoptedStyleSheets.includes(spacing)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, spacing];
  }
}

/** Undoes `spaceText`. */
export function unspaceText(): void {
  for (const root of [document, ...everything().flatMap(({ shadowRoot }) => shadowRoot ?? [])]) {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== spacing);
  }
}

/** The innermost focused element, and whether a ring is drawn around it or around the row it is in. */
export function focusRing(): { name: string; visible: boolean } | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body) return undefined;
  // Within a date or a time the browser marks the part that has the focus.
  const isMarked = element.matches('input:is([type="date"], [type="time"], [type^="datetime"])');
  const visible = [element, element.closest('.option')].some((one) => {
    if (!one) return false;
    if (isMarked) return true;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
  });
  return { name: told(element), visible };
}
