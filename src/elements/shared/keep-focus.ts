import type { LitElement } from 'lit';

/**
 * Call it before a change of what a host shows: if the focus was inside and its place has gone with the change, it goes
 * to the element marked `data-focus`.
 */
export async function keepFocus(host: LitElement): Promise<void> {
  const root = host.shadowRoot;
  if (!root?.activeElement) return;
  await Promise.resolve();
  await host.updateComplete;
  if (!root.activeElement) root.querySelector<HTMLElement>('[data-focus]')?.focus();
}
