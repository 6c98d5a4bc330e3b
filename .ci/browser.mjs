#!/usr/bin/env node
// Finds the Chrome or Chromium that tests drive, and installs Debian's where it may. As a command it prints the path.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];

const PLACES = [
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    process.env[name] ? [join(process.env[name], 'Google', 'Chrome', 'Application', 'chrome.exe')] : [],
  ),
];

const isRoot = () => process.getuid?.() === 0;

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * The command line every launcher passes to Chrome: quiet, no traffic of its own; a sandbox unless run as root.
 * @type {string[]}
 */
export const launchArgs = [
  ...(isRoot() ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of an installed Chrome or Chromium, or undefined. `CHROME_PATH` wins, and must then exist.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`CHROME_PATH names no executable file: ${chosen}`);
    return chosen;
  }
  return [...onPath(NAMES), ...PLACES].find(isExecutable);
}

/**
 * Like `findBrowser`, but installs Debian's chromium when there is none and this is root on a Debian. Else throws.
 * @returns {string}
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  const hint = 'Install Chrome or Chromium, or set CHROME_PATH to one.';
  if (!isRoot() || !onPath(['apt-get']).some(isExecutable)) {
    throw new Error(`No Chrome or Chromium found. ${hint}`);
  }
  console.log('No Chrome or Chromium found: installing the package "chromium" with apt-get.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-q'],
    ['install', '-q', '-y', 'chromium'],
  ]) {
    const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed (exit code ${status}). ${hint}`);
  }
  const installed = findBrowser();
  if (!installed) throw new Error(`apt-get installed chromium, but no executable appeared. ${hint}`);
  return installed;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(ensureBrowser());
