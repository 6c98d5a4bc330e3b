import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How the demo runs. */
export interface DemoConfig {
  host: string;
  /** 0 for any free one. */
  port: number;
  /**
   * What people and programs reach it by, e.g. `https://portal.example` where a proxy stands before it or several processes
   * answer for one another. Default: where it listens.
   */
  origin: string | undefined;
  /** Everything that has to outlive the process is in here. */
  dataFolder: string;
  /** A PostgreSQL server's database, which other processes may use, too. Without it, the data folder holds one. */
  databaseUrl: string | undefined;
  /** Seals secrets at rest: 32 bytes. Without it, the data folder holds one. */
  secretKey: Uint8Array<ArrayBuffer> | undefined;
  /** How often the agent looks for work, in milliseconds: how long a credential stays `pending` for people to see. */
  provisionMs: number;
  /** How long a bearer token is valid, in seconds. */
  tokenSeconds: number;
  /** Whether a new marketplace is without the teams that have been there for a while, and what they did. */
  startsEmpty: boolean;
}

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Says what is wrong with the environment, in words for whoever starts the demo. */
export class ConfigError extends Error {}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, preset: number, least: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === '') return preset;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ConfigError(`${name} must be a whole number from ${least} to ${most}.`);
}

function secretKey(text: string | undefined): Uint8Array<ArrayBuffer> | undefined {
  if (text === undefined || text === '') return undefined;
  const key = Uint8Array.from(Buffer.from(text, 'base64'));
  if (key.length !== 32) throw new ConfigError('LATCHKEY_SECRET_KEY must be 32 bytes in base64.');
  return key;
}

function publicOrigin(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '')) return url.origin;
  throw new ConfigError('LATCHKEY_ORIGIN must be an origin, like https://portal.example.');
}

/** The address itself is never told: it may hold a password. */
function databaseUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const example = 'postgres://user:password@host:5432/database';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.hostname === '' || url.pathname.length < 2)
    throw new ConfigError(`DATABASE_URL must be the address of a PostgreSQL database, like ${example}.`);
  return text;
}

/**
 * Reads the environment: `PORT`, `HOST`, `LATCHKEY_ORIGIN`, `DATABASE_URL`, `LATCHKEY_DATA`, `LATCHKEY_SECRET_KEY`,
 * `LATCHKEY_PROVISION_MS`, `LATCHKEY_TOKEN_SECONDS`, `LATCHKEY_EMPTY`.
 *
 * @throws {ConfigError}
 */
export const readConfig = (env: NodeJS.ProcessEnv): DemoConfig => ({
  host: env['HOST'] || '127.0.0.1',
  port: wholeNumber(env, 'PORT', 4400, 0, 65_535),
  origin: publicOrigin(env['LATCHKEY_ORIGIN']),
  dataFolder: resolve(env['LATCHKEY_DATA'] || `${project}.data`),
  databaseUrl: databaseUrl(env['DATABASE_URL']),
  secretKey: secretKey(env['LATCHKEY_SECRET_KEY']),
  provisionMs: wholeNumber(env, 'LATCHKEY_PROVISION_MS', 1000, 0, 3_600_000),
  tokenSeconds: wholeNumber(env, 'LATCHKEY_TOKEN_SECONDS', 300, 1, 86_400),
  startsEmpty: wholeNumber(env, 'LATCHKEY_EMPTY', 0, 0, 1) === 1,
});
