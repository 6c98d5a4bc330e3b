// `npm run test:visual`: compares what the elements look like with the accepted pictures; `-- --accept` accepts new ones.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const accept = process.argv.includes('--accept');
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--test', '--test-reporter=spec', 'test/visual/pictures.test.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ...(accept && { LATCHKEY_ACCEPT_PICTURES: '1' }) } },
);
process.exitCode = status ?? 1;
