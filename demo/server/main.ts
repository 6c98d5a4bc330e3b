// The demo: portal, marketplace, gateway and agent in one process. `node --import tsx demo/server/main.ts`
import { DatabaseVersionError } from '../../src/marketplace/index.js';
import { ConfigError, readConfig } from './config.js';
import { FolderInUseError } from './data-folder.js';
import { startDemo } from './server.js';

/** What went wrong at the start, in words; anything unforeseen with its stack. */
function explain(error: unknown): string {
  const told = [ConfigError, DatabaseVersionError, FolderInUseError].some((type) => error instanceof type);
  if (told) return (error as Error).message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'The port is taken. Choose another one with PORT; 0 takes any free one.';
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') return (error as Error).message;
  return String((error as Error).stack);
}

try {
  const demo = await startDemo(readConfig(process.env));
  let closing: Promise<void> | undefined;
  const stop = (): void => {
    closing ??= demo.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  console.log(`Latchkey demo: ${demo.origin}`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
