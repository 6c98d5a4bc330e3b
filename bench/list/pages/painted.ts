/** The next task: sooner than a timer's. */
export const task = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(undefined);
  });

/** After the next frame has been laid out and painted. */
export async function painted(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await task();
}

/** A row of a list, once it is there. */
export const rowOf = (tag: string, n: number): Element | null | undefined =>
  document.querySelector(tag)?.shadowRoot?.querySelector(`[data-id="cred_${String(n).padStart(6, '0')}"]`);

/** Once so many rows of a list have been painted. */
export async function shown(tag: string, count: number): Promise<void> {
  while (!rowOf(tag, count - 1)) await new Promise((resolve) => requestAnimationFrame(resolve));
  await painted();
}
