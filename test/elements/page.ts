/** What tests and stories see of a page, as a person would. No test library: stories use it too. */

/** The innermost focused element, through shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** What a control is called: its label or its text. */
export const nameOf = (element: Element | null): string =>
  (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Longer than the elements' own clocks need, which tick once a second, and than a busy machine takes. */
const patienceMs = 10_000;

type Found<T> = T | undefined | false;

/** Waits until something is there and answers it. */
export async function appears<T>(find: () => Found<T> | Promise<Found<T>>, missing: string): Promise<T> {
  for (const end = performance.now() + patienceMs; performance.now() < end;) {
    const found = await find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(missing);
}

/** Waits until it is so. */
export async function waitUntil(isSo: () => unknown, missing = `${String(isSo)} does not come true`): Promise<void> {
  await appears(async () => Boolean(await isSo()), missing);
}

/** All elements that match inside an element or root, in its shadow root and in those inside. */
export function findAll<E extends Element = HTMLElement>(root: ParentNode, selector: string): E[] {
  const inside = [root, ...root.querySelectorAll('*')];
  const shadows = inside.flatMap((one) => (one instanceof Element && one.shadowRoot ? [one.shadowRoot] : []));
  return [...root.querySelectorAll<E>(selector), ...shadows.flatMap((shadow) => findAll<E>(shadow, selector))];
}

/** The control of that name that a person can see, waiting for it to appear. */
export const control = (element: Element, name: string): Promise<HTMLElement> =>
  appears(
    () =>
      findAll(element, 'button, input, [role="menuitem"]').find((one) => nameOf(one) === name && one.checkVisibility()),
    `no control named “${name}”`,
  );

/** Waits until the text of an element, shadow roots included, contains something. */
export async function shows(element: Element, text: string): Promise<void> {
  await appears(() => textOf(element).includes(text), `“${text}” is not shown`);
}

/** What a person can read in an element, shadow roots included. */
export function textOf(element: Element): string {
  const root = element.shadowRoot ?? element;
  return [...root.childNodes]
    .map((node) => {
      if (node instanceof Text) return node.data;
      return node instanceof Element && isShown(node) ? textOf(node) : '';
    })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Slots have no box of their own, but their contents may be shown. */
const isShown = (element: Element): boolean =>
  element.checkVisibility() || getComputedStyle(element).display === 'contents';

/** The element with everything in it as text: shadow roots, attributes and what is typed. */
export function serialised(element: Element): string {
  const values = findAll<HTMLInputElement>(element, 'input, textarea').map(({ value }) => value);
  const roots = [element, ...findAll(element, '*')].flatMap(({ shadowRoot }) => shadowRoot?.innerHTML ?? []);
  return [element.outerHTML, ...roots, ...values].join('\n');
}

/** What is said to assistive technology now. */
export const announced = (element: Element): string =>
  nameOf(element.shadowRoot?.querySelector('[role="status"]') ?? null);

/** Replaces the clipboard for a test: remembers what was copied, or refuses. Undo it afterwards. */
export function fakeClipboard({ refuses = false } = {}): { copied: string[]; undo(): void } {
  const copied: string[] = [];
  Object.defineProperty(navigator.clipboard, 'writeText', {
    configurable: true,
    value: (text: string) => {
      if (refuses) return Promise.reject(new DOMException('refused', 'NotAllowedError'));
      copied.push(text);
      return Promise.resolve();
    },
  });
  return { copied, undo: () => Reflect.deleteProperty(navigator.clipboard, 'writeText') };
}

/** Collects events of an element by their names. */
export function collect(element: EventTarget, ...names: string[]): CustomEvent[] {
  const events: CustomEvent[] = [];
  for (const name of names) element.addEventListener(name, (event) => events.push(event as CustomEvent));
  return events;
}
