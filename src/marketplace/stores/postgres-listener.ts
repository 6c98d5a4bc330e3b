import { StoreUnavailableError } from '../store.js';
import { Connection } from './postgres-connection.js';

type Callback = (payload: string | undefined) => void;

const firstPauseMs = 50;
const longestPauseMs = 5_000;
/** How often it makes sure that the line is alive, and how long the answer may take. */
const heartbeatMs = 15_000;
const answerMs = 10_000;

/**
 * Hears what is notified, on a connection of its own. When that is lost it makes a new one, and tells everybody that
 * something may have been missed.
 */
export class PostgresListener {
  readonly #url: string;
  readonly #connectMs: number;
  readonly #callbacks = new Map<string, Set<Callback>>();
  /** Settles when there is a connection that listens to all channels. */
  #ready: Promise<void> | undefined;
  #connection: Connection | undefined;
  #heartbeat: ReturnType<typeof setInterval> | undefined;
  #closed = false;

  constructor(url: string, connectMs: number) {
    this.#url = url;
    this.#connectMs = connectMs;
  }

  /** @throws {StoreUnavailableError} if the first connection cannot be made. */
  async listen(channel: string, callback: Callback): Promise<() => Promise<void>> {
    const callbacks = this.#callbacks.get(channel) ?? new Set();
    this.#callbacks.set(channel, callbacks.add(callback));
    while (!this.#closed) {
      try {
        await (this.#ready ??= this.#connect());
      } catch (error) {
        this.#ready = undefined;
        callbacks.delete(callback);
        throw error;
      }
      try {
        await this.#connection?.run(`listen "${channel}"`);
        break;
      } catch (error) {
        // Lost again: it listens to this channel, too, once there is another.
        if (!(error instanceof StoreUnavailableError)) throw error;
      }
    }
    return async () => {
      callbacks.delete(callback);
      if (callbacks.size > 0 || this.#callbacks.get(channel) !== callbacks) return;
      this.#callbacks.delete(channel);
      await this.#connection?.run(`unlisten "${channel}"`).catch(() => undefined);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#heartbeat);
    this.#callbacks.clear();
    await this.#connection?.close();
  }

  async #connect(): Promise<void> {
    const connection = await Connection.open(this.#url, {
      connectMs: this.#connectMs,
      onNotification: (channel, payload) => {
        for (const callback of this.#callbacks.get(channel) ?? []) callback(payload);
      },
      onLost: (lost) => {
        if (this.#connection !== lost) return;
        this.#connection = undefined;
        this.#ready = this.#connectAgain();
      },
    });
    for (const channel of this.#callbacks.keys()) await connection.run(`listen "${channel}"`);
    if (this.#closed) return connection.close();
    this.#connection = connection;
    this.#heartbeat ??= setInterval(() => void this.#check(), heartbeatMs).unref();
  }

  async #connectAgain(): Promise<void> {
    for (let pauseMs = firstPauseMs; !this.#closed; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs * (0.5 + Math.random() / 2)).unref());
      try {
        await this.#connect();
        break;
      } catch {
        // The server is still away.
      }
    }
    for (const callbacks of this.#callbacks.values()) for (const callback of callbacks) callback(undefined);
  }

  /** A line can be dead without anybody saying so. */
  async #check(): Promise<void> {
    const connection = this.#connection;
    if (!connection) return;
    const late = setTimeout(() => connection.abandon(), answerMs);
    await connection.run('select 1').catch(() => undefined);
    clearTimeout(late);
  }
}
