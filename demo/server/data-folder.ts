import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** The folder with all that outlives the process. */
export interface DataFolder {
  readonly path: string;
  /** The text kept under a name, readable by this user alone; made at the first call, of whichever process. */
  keep(name: string, make: () => string): string;
  /** Lets another process hold the folder. */
  release(): void;
}

/** Another live process holds the folder. */
export class FolderInUseError extends Error {
  constructor(path: string, pid: number, lock: string) {
    super(
      `The data folder ${path} is in use by the process ${pid}. Stop that one, or choose another folder with ` +
        `LATCHKEY_DATA. (If that process is no Latchkey demo, delete ${lock}.)`,
    );
  }
}

/** Tells a process from a later one of the same number; `undefined` if there is none, or only its remains. */
function identityOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return undefined;
  }
  try {
    // proc(5): behind the name in brackets come the state and, as the twentieth, the time it started.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : (fields[19] ?? '');
  } catch {
    return ''; // No such folder here: the number is all there is to go by.
  }
}

/** Writes a file that is not there yet: all of it or nothing, whenever the process dies. The first one's stays. */
function writeOnce(path: string, text: string): void {
  const draft = `${path}.${process.pid}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

/** Takes the lock; one whose process is gone counts for nothing. */
function takeLock(lock: string, folder: string): void {
  for (;;) {
    try {
      const file = openSync(lock, 'wx', 0o600);
      writeSync(file, `${process.pid} ${identityOf(process.pid) ?? ''}`);
      closeSync(file);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const [pid = '', identity = ''] = readFileSync(lock, 'utf8').split(' ');
    const holder = Number(pid);
    if (holder > 0 && holder !== process.pid && identityOf(holder) === identity)
      throw new FolderInUseError(folder, holder, lock);
    rmSync(lock, { force: true });
  }
}

/**
 * Opens the folder, making it if need be, and holds it until it is released or the process ends, however it ends.
 *
 * @param shared - Other processes may use it at the same time: there is no database in it.
 * @throws {FolderInUseError}
 */
export function openDataFolder(path: string, { shared = false }: { shared?: boolean } = {}): DataFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const lock = join(path, 'lock');
  if (!shared) takeLock(lock, path);
  return {
    path,
    keep(name, make) {
      const file = join(path, name);
      if (!existsSync(file)) writeOnce(file, make());
      return readFileSync(file, 'utf8');
    },
    release: () => {
      if (!shared) rmSync(lock, { force: true });
    },
  };
}
