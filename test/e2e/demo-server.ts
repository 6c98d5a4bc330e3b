import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { newDataFolder } from '../demo/support/data-folder.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The demo as people start it, in a process of its own with a fresh data folder. */
export interface DemoServer {
  readonly origin: string;
  /** The files in its data folder that hold this text. */
  filesWith(text: string): string[];
  /** Ends the process and removes its data. */
  stop(): Promise<void>;
}

async function addressIn(output: Readable): Promise<string> {
  const lines = createInterface({ input: output });
  for await (const line of lines) {
    const address = /^Latchkey demo: (http:\S+)$/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('the server ended before it told its address');
}

/** Starts it on a free port. */
export async function startDemoServer(): Promise<DemoServer> {
  const dataFolder = await newDataFolder();
  const server = spawn(process.execPath, ['--import', 'tsx', 'demo/server/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', LATCHKEY_DATA: dataFolder },
  });
  const origin = await addressIn(server.stdout);
  server.stdout.resume();

  return {
    origin,
    filesWith(text) {
      const files = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' });
      return files.filter((name) => {
        const path = join(dataFolder, name);
        return statSync(path).isFile() && readFileSync(path).includes(text);
      });
    },
    async stop() {
      if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
