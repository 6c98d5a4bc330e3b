#!/usr/bin/env node
// Installs the dependencies when node_modules is missing or older than package-lock.json. Plain Node: it runs first.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const lockfile = `${root}package-lock.json`;
const installedLockfile = `${root}node_modules/.package-lock.json`;
const stampFile = `${root}node_modules/.latchkey-lock`;

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** `npm install` leaves no stamp of ours, but npm's own record of what it installed: no need to install again. */
function alreadyInstalled() {
  const record = read(installedLockfile);
  if (record === undefined) return false;
  const installed = JSON.parse(record).packages;
  const wanted = JSON.parse(readFileSync(lockfile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === version : Boolean(optional);
  });
}

/** Installs what package-lock.json lists, unless it is installed already. Throws when npm fails. */
export function prepare() {
  const stamp = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  if (read(stampFile) === stamp) return;
  if (alreadyInstalled()) {
    console.log('Dependencies are installed and current.');
  } else {
    console.log(
      `Installing dependencies (npm ci): node_modules is ${existsSync(installedLockfile) ? 'stale' : 'missing'}.`,
    );
    const { status, error } = spawnSync('npm', ['ci', '--include=dev', '--loglevel=error'], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (error) throw error;
    if (status !== 0) throw new Error(`npm ci failed (exit code ${status}); its messages stand above.`);
  }
  writeFileSync(stampFile, stamp);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) prepare();
