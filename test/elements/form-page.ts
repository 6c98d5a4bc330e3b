import { appears, findAll, nameOf } from './page.js';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The control with that label, waiting for it to appear. */
export const labelled = <C extends Control = HTMLInputElement>(element: Element, label: string): Promise<C> =>
  appears(
    () => findAll<HTMLLabelElement>(element, 'label').find((one) => nameOf(one) === label)?.control as C | undefined,
    `no field “${label}”`,
  );

/** What stands under or beside the control with that label: help, problem, reason. */
export async function descriptionOf(element: Element, label: string): Promise<string> {
  const control = await labelled(element, label);
  const ids = (control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  const root = control.getRootNode() as ShadowRoot;
  return ids.map((id) => nameOf(root.getElementById(id))).join(' ');
}

/** Types into a control as a person would replace its text. */
export function fill(control: Control, text: string): void {
  control.focus();
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Whether leaving the page now would be asked about. */
export function asksBeforeLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
}

/** Waits until nothing moves any more: a button on its way from busy to usable is between two colours. */
export const calm = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));
