// The self-contained bundle in dist/cdn: what the demo's pages and the end-to-end tests load.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const bundle = `${root}dist/cdn/latchkey.js`;
const inputs = ['src', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

/** The latest change under a path. Folders count too: they change when a file in them is removed. */
function changedAt(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changedAt(`${path}/${name}`)));
}

/** Builds dist/cdn unless it is newer than everything it is made of. Throws when the build fails. */
export function ensureCdn() {
  if (existsSync(bundle)) {
    const builtAt = statSync(bundle).mtimeMs;
    if (inputs.every((input) => changedAt(root + input) <= builtAt)) return;
  }
  console.log(
    `Building dist/cdn (vite build --mode cdn): it is ${existsSync(bundle) ? 'older than its sources' : 'missing'}.`,
  );
  const vite = `${root}node_modules/vite/bin/vite.js`;
  const { status } = spawnSync(process.execPath, [vite, 'build', '--mode', 'cdn', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`The build of dist/cdn failed (exit code ${status}); its messages stand above.`);
}
