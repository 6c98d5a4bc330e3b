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

/** A file of so many bytes. */
export const aFile = (name: string, type: string, bytes = 3): File =>
  new File([new Uint8Array(bytes).fill(65)], name, { type });

const carrying = (file: File): DataTransfer => {
  const data = new DataTransfer();
  data.items.add(file);
  return data;
};

/** Chooses a file as the browser's own dialog does. */
export function chooseFile(input: HTMLInputElement, file: File): void {
  input.files = carrying(file).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Drops a file onto an element. Whether the page took it, instead of the browser opening it. */
export function dropFile(zone: Element, file: File): boolean {
  const event = (type: string): DragEvent =>
    new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer: carrying(file) });
  zone.dispatchEvent(event('dragover'));
  return !zone.dispatchEvent(event('drop'));
}

/** Whether leaving the page now would be asked about. */
export function asksBeforeLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
}

/** Waits until nothing moves any more: a button on its way from busy to usable is between two colours. */
export const calm = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));
