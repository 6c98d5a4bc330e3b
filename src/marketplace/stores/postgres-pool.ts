import { StoreUnavailableError } from '../store.js';
import { Connection } from './postgres-connection.js';

/** Up to so many connections, made when they are needed and kept; whoever finds none free waits. */
export class ConnectionPool {
  readonly #url: string;
  readonly #most: number;
  readonly #connectMs: number;
  readonly #idle = new Set<Connection>();
  #free: number;
  readonly #waiting = new Set<() => void>();
  #closed = false;

  constructor(url: string, most: number, connectMs: number) {
    this.#url = url;
    this.#most = most;
    this.#free = most;
    this.#connectMs = connectMs;
  }

  /** @throws {StoreUnavailableError} if none becomes free, or none can be made. */
  async take(): Promise<Connection> {
    await this.#enter();
    try {
      if (this.#closed) throw new StoreUnavailableError('the store is closed', { outcome: 'none' });
      const [kept] = this.#idle;
      if (!kept) return await this.#open();
      this.#idle.delete(kept);
      return kept;
    } catch (error) {
      this.#leave();
      throw error;
    }
  }

  giveBack(connection: Connection): void {
    if (connection.lost) void this.#dropIdle();
    else this.#idle.add(connection);
    this.#leave();
  }

  /** Ends when all that are in use have been given back. */
  async close(): Promise<void> {
    this.#closed = true;
    for (let taken = 0; taken < this.#most; taken++) await this.#enter();
    await this.#dropIdle();
  }

  #open(): Promise<Connection> {
    return Connection.open(this.#url, {
      connectMs: this.#connectMs,
      onLost: (connection) => this.#idle.delete(connection),
    });
  }

  /** What ended one connection may have ended all, and some of those may not know it yet. */
  async #dropIdle(): Promise<void> {
    const idle = [...this.#idle];
    this.#idle.clear();
    await Promise.all(idle.map((connection) => connection.close()));
  }

  /** Takes a place; those who wait for one get theirs in the order they came. */
  #enter(): Promise<void> {
    if (this.#free > 0) {
      this.#free--;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(enter);
        reject(new StoreUnavailableError('no connection becomes free', { outcome: 'none' }));
      }, this.#connectMs);
      this.#waiting.add(enter);
    });
  }

  #leave(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#free++;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
