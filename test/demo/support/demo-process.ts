import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { newDataFolder } from './data-folder.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));

/** The demo as a process of its own, as `npm start` runs it. */
export interface DemoProcess {
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  readonly dataFolder: string;
  /** All it has printed, errors included. */
  output(): string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end, and answers its exit code. */
  stop(): Promise<number | null>;
}

export interface DemoProcessOptions {
  dataFolder: string;
  /** Default: any free one. */
  port?: number;
  env?: Record<string, string>;
}

/**
 * Runs the demo's program with an environment of its own; the agent works at once, and no team has been there for a while,
 * unless told otherwise.
 */
export function spawnDemo({ dataFolder, port = 0, env }: DemoProcessOptions): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'demo/server/main.ts'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      LATCHKEY_DATA: dataFolder,
      LATCHKEY_PROVISION_MS: '20',
      LATCHKEY_EMPTY: '1',
      ...env,
    },
  });
}

/** Starts the demo and waits until it listens. */
export async function startDemoProcess(options: DemoProcessOptions): Promise<DemoProcess> {
  const child = spawnDemo(options);
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const killOnExit = (): void => void child.kill('SIGKILL');
  process.once('exit', killOnExit);

  let output = '';
  const listening = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const origin = /^Latchkey demo: (\S+)$/m.exec(output)?.[1];
        if (origin !== undefined) resolve(origin);
      });
    void ended.then(() => reject(new Error(`the demo did not start:\n${output}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    const [code] = await ended;
    process.off('exit', killOnExit);
    return code;
  };
  const origin = await listening;
  return {
    origin,
    port: Number(new URL(origin).port),
    pid: child.pid ?? 0,
    dataFolder: options.dataFolder,
    output: () => output,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

/** A demo on a data folder of its own, for the tests of one file. `remove` ends it and takes the folder away. */
export async function startFreshDemo(env?: Record<string, string>): Promise<DemoProcess & { remove(): Promise<void> }> {
  const dataFolder = await newDataFolder();
  const demo = await startDemoProcess({ dataFolder, ...(env ? { env } : {}) });
  return {
    ...demo,
    async remove() {
      await demo.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
