/**
 * The marketplace's clock, from the `Date` headers of its answers. Each tells the whole second in which it was answered,
 * so it only bounds how far the clocks are apart: the estimate moves no further than into those bounds. It
 * starts with the device's clock, and follows when the marketplace's clock is moved.
 */
export class ServerClock {
  #aheadMs = 0;

  /** The marketplace's time, in milliseconds since 1970. */
  now(): number {
    return Date.now() + this.#aheadMs;
  }

  /**
   * Learns from an answer.
   *
   * @param date - Its `Date` header. What is not a date teaches nothing.
   * @param sentAt - When the request was sent, by the device's clock, in milliseconds since 1970.
   */
  observe(date: string | null, sentAt: number): void {
    const second = Date.parse(date ?? '');
    if (Number.isNaN(second)) return;
    const least = second - Date.now();
    const most = second + 999 - sentAt;
    this.#aheadMs = Math.min(Math.max(this.#aheadMs, least), most);
  }
}
