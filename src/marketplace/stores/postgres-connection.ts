import { connect, type Socket } from 'node:net';
import postgres from 'postgres';
import { StoreUnavailableError } from '../store.js';
import { sessionSettings } from './sql-settings.js';
import type { RunSql } from './sql.js';

/** How one connection is made, and whom it tells. */
export interface ConnectionOptions {
  connectMs: number;
  /** Called once, when it is no more; not when it was closed from here. */
  onLost?: (connection: Connection) => void;
  onNotification?: (channel: string, payload: string) => void;
}

/** Connection states of SQLSTATE: class 08, and a server that ends, starts or is full. */
const unavailable = /^(08...|57P0[1-5]|53300|25P03)$/;
/** What was asked of postgres.js and cannot be: the connection is none the worse for it. */
const ownMistakes = new Set(['UNDEFINED_VALUE', 'MAX_PARAMETERS_EXCEEDED']);
/** What PostgreSQL calls an error that ends the connection. */
const endsConnection = new Set(['FATAL', 'PANIC']);

interface Address {
  host: string[];
  port: number[];
  path?: string | false;
}

/** Connects to the first of the hosts that answers. */
async function openSocket({ host, port, path }: Address, ms: number): Promise<Socket> {
  const places = path ? [{ path }] : host.map((name, at) => ({ host: name, port: port[at] ?? port[0] ?? 5432 }));
  let failure: unknown;
  for (const place of places) {
    try {
      return await new Promise<Socket>((resolve, reject) => {
        const socket = connect(place, () => {
          socket.off('error', reject).setTimeout(0);
          // Where TLS is wanted, the certificate is checked against this name.
          resolve(Object.assign(socket, 'host' in place ? { host: place.host, port: place.port } : {}));
        });
        socket.setTimeout(ms, () => socket.destroy(new Error('the connection timed out')));
        socket.once('error', reject);
      });
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/**
 * One connection to a server, for one caller at a time; once it is lost it stays so. postgres.js would connect again by
 * itself, and go on outside the transaction it was in; nor does its own pool survive the loss of a connection that is in
 * a transaction (https://github.com/porsager/postgres/issues/1199). So each connection is a client of its own here, which
 * gets a socket once, and pooling is left to us.
 */
export class Connection {
  readonly #sql: postgres.Sql;
  #socket: Socket | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #lost = false;
  #closed = false;
  readonly #options: ConnectionOptions;

  private constructor(url: string, options: ConnectionOptions) {
    this.#options = options;
    let used = false;
    const settings = {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: Math.ceil(options.connectMs / 1000),
      fetch_types: false,
      prepare: true,
      // A process that hangs in a transaction would hold back everybody's events.
      connection: { application_name: 'latchkey', idle_in_transaction_session_timeout: 60_000, ...sessionSettings },
      onnotice: () => undefined,
      onnotify: options.onNotification,
      onclose: () => this.#lose(),
      socket: async (address: Address) => {
        if (used) throw new Error('the connection was lost');
        used = true;
        return (this.#socket = await openSocket(address, options.connectMs));
      },
    };
    this.#sql = postgres(url, settings as postgres.Options<Record<string, never>>);
  }

  /**
   * @throws {StoreUnavailableError} if there is no server, or it does not take connections now. Other refusals, e.g. of
   * the password, are thrown as they are.
   */
  static async open(url: string, options: ConnectionOptions): Promise<Connection> {
    const connection = new Connection(url, options);
    try {
      await connection.run('select 1');
      return connection;
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  get lost(): boolean {
    return this.#lost;
  }

  /** Sends a transaction's beginning, for which the first statement need not wait: it fails if this does. */
  begin(text: string): void {
    this.#runNow(text, []).catch(() => this.#lose());
  }

  /** Statements run one after the other, whoever waits for them. */
  readonly run: RunSql = (text, values = []) => {
    const result = this.#last.then(() => this.#runNow(text, values));
    this.#last = result.catch(() => undefined);
    return result;
  };

  /** Ends it in good order. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#sql.end({ timeout: 0 });
  }

  /** Gives it up, as its other end does not answer. */
  abandon(): void {
    this.#socket?.destroy();
    this.#lose();
  }

  async #runNow(text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
    if (this.#lost || this.#closed) throw new StoreUnavailableError('the connection was lost', { outcome: 'none' });
    try {
      return [...(await this.#sql.unsafe(text, values.map(parameter) as never[], { prepare: true }))];
    } catch (error) {
      const { severity = '', code = '' } = error as { severity?: string; code?: string };
      if (ownMistakes.has(code)) throw error;
      const isServers = error instanceof postgres.PostgresError;
      if (!isServers || endsConnection.has(severity)) this.#lose();
      if (isServers && !unavailable.test(code)) throw error;
      throw new StoreUnavailableError('the database does not answer', { outcome: 'none', cause: error });
    }
  }

  #lose(): void {
    if (this.#lost || this.#closed) return;
    this.#lost = true;
    void this.close();
    this.#options.onLost?.(this);
  }
}

/** An array as PostgreSQL writes it; the rest as it is. */
const parameter = (value: unknown): unknown =>
  Array.isArray(value) ? `{${value.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join()}}` : value;
