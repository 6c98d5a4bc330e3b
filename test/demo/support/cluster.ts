import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { postgresUrl } from '../../marketplace/databases.js';
import { startDemoProcess, type DemoProcess } from './demo-process.js';

/** Several processes of the demo on one PostgreSQL database. */
export interface Cluster {
  /** The processes; one that was killed stands here until it is started again. */
  readonly demos: DemoProcess[];
  /** Ends a process as a power cut would, and starts it again at the same address. */
  restart(index: number): Promise<void>;
  /** Cuts connections to the database: each with this chance. */
  cutConnections(chance: number): Promise<void>;
  /** Rows of a query of the database. */
  query(text: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** Starts so many of them, on the test file's own database. */
export async function startCluster(count: number): Promise<Cluster> {
  const url = await postgresUrl();
  const dataFolder = await mkdtemp(join(tmpdir(), 'latchkey-cluster-'));
  const env = { DATABASE_URL: url, LATCHKEY_ORIGIN: 'https://portal.example' };
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  const demos = await Promise.all(Array.from({ length: count }, () => startDemoProcess({ dataFolder, env })));
  return {
    demos,
    async restart(index) {
      const demo = demos[index]!;
      await demo.kill();
      demos[index] = await startDemoProcess({ dataFolder, env, port: demo.port });
    },
    async cutConnections(chance) {
      await admin`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and random() < ${chance}`;
    },
    query: (text) => admin.unsafe(text),
    async stop() {
      await Promise.all(demos.map((demo) => demo.stop()));
      await admin.end();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
