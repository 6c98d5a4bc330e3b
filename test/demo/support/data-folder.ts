import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../../demo/server/database.js';

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

/** A database as it is at the very first start, made once: making one takes seconds, copying it does not. */
async function freshDatabase(): Promise<string> {
  const manifest = readFileSync(join(modules, '@electric-sql/pglite/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const cache = join(modules, '.cache/latchkey');
  const kept = join(cache, `pglite-${version}`);
  if (existsSync(kept)) return kept;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'draft-'));
  await (await openDatabase(draft)).close();
  try {
    renameSync(join(draft, 'pglite'), kept);
  } catch (error) {
    if (!existsSync(kept)) throw error; // another test was faster
  }
  rmSync(draft, { recursive: true, force: true });
  return kept;
}

/** A data folder of its own for a test, with an empty database. Remove it afterwards. */
export async function newDataFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-test-'));
  cpSync(await freshDatabase(), join(folder, 'pglite'), { recursive: true });
  return folder;
}
