#!/usr/bin/env node
// Finds PostgreSQL, installs Debian's where it may, and runs a throw-away server of it. As a command it runs one, prints
// its address, and takes it away again when its standard input ends or it is told to stop.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chownSync, constants, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

const script = fileURLToPath(import.meta.url);
const programs = ['initdb', 'postgres'];

const isRoot = () => process.getuid?.() === 0;

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const pathFolders = () => (process.env.PATH ?? '').split(delimiter).filter(Boolean);

/** Debian keeps each version's programs in a folder of their own, off the PATH; the newest first. */
function debianFolders() {
  const home = '/usr/lib/postgresql';
  if (!existsSync(home)) return [];
  return readdirSync(home)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(home, version, 'bin'));
}

/**
 * The folder with PostgreSQL's programs, or undefined.
 * @returns {string | undefined}
 */
export function findPostgres() {
  const folders = [...debianFolders(), ...pathFolders(), '/usr/local/bin', '/opt/homebrew/bin'];
  return folders.find((folder) => programs.every((name) => isExecutable(join(folder, name))));
}

/**
 * Like `findPostgres`, but installs Debian's postgresql when there is none and this is root on a Debian. Else throws.
 * @returns {string}
 */
export function ensurePostgres() {
  const found = findPostgres();
  if (found) return found;
  const hint = 'Install PostgreSQL 13 or newer (initdb and postgres).';
  if (!isRoot() || !pathFolders().some((folder) => isExecutable(join(folder, 'apt-get')))) {
    throw new Error(`No PostgreSQL found. ${hint}`);
  }
  console.log('No PostgreSQL found: installing the package "postgresql" with apt-get.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', 'postgresql'],
  ]) {
    const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed (exit code ${status}). ${hint}`);
  }
  const installed = findPostgres();
  if (!installed) throw new Error(`apt-get installed postgresql, but no initdb appeared. ${hint}`);
  return installed;
}

/** Whom the server runs as: PostgreSQL refuses root. */
function unprivileged() {
  if (!isRoot()) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout?.trim());
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody".');
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Makes a database cluster in a folder of its own and runs its server in this process's care. */
async function serve() {
  const bin = ensurePostgres();
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  let server;
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', () => {
    server?.kill('SIGQUIT');
    remove();
  });

  const password = randomBytes(16).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, env: { PATH: process.env.PATH, TMPDIR: folder, LC_ALL: 'C' } };
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'latchkey', '-E', 'UTF8', '--locale=C', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-N'],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);

  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'max_connections=300'];
  settings.push('autovacuum=off'); // its transactions, like all others, would hold back events now and then
  server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  const ready = new Promise((resolve) => {
    server.stderr.setEncoding('utf8').on('data', (text) => {
      log = (log + text).slice(-4000);
      if (log.includes('ready to accept connections')) resolve();
    });
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  let stopping = false;
  void ended.then(() => {
    if (!stopping) console.error(`The PostgreSQL server ended by itself:\n${log}`);
    process.exit(stopping ? 0 : 1);
  });
  const stop = () => {
    stopping = true;
    server.kill('SIGQUIT'); // at once: nothing in it is kept
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  process.stdin.on('end', stop).on('error', stop).resume();

  await ready;
  console.log(`postgres://latchkey:${password}@127.0.0.1:${port}/postgres`);
}

/**
 * Runs a throw-away server, which ends with this process however that ends.
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startPostgres() {
  ensurePostgres(); // says here what is missing, and installs in sight
  const keeper = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  const ended = new Promise((resolve) => keeper.once('exit', resolve));
  const url = await new Promise((resolve, reject) => {
    keeper.once('error', reject);
    createInterface({ input: keeper.stdout }).once('line', resolve);
    void ended.then((code) => reject(new Error(`PostgreSQL did not start (exit code ${code}).`)));
  });
  // Nothing of it keeps this process from ending; the end of the pipe is what ends the server.
  for (const handle of [keeper, keeper.stdin, keeper.stdout]) handle.unref();
  return {
    url,
    async stop() {
      keeper.ref();
      keeper.stdin.end();
      await ended;
    },
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await serve();
