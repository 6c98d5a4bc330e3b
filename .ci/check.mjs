#!/usr/bin/env node
// `npm run check`: everything but the tests, in order; ends at the first step that fails.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'latchkey-check-'));
const openapi = join(folder, 'openapi.json');

const npm = (script) => ['npm', 'run', '--silent', script];
const steps = [
  ['format', npm('format:check')],
  ['lint', npm('lint')],
  ['types', npm('typecheck')],
  ['build', npm('build')],
  ['package (publint)', ['publint', '--strict']],
  ['package (attw)', ['attw', '--pack', '.', '--profile', 'esm-only', '--no-emoji']],
  ['openapi', ['node', '--import', 'tsx', '.ci/openapi.ts', openapi]],
  ['openapi (redocly)', ['redocly', 'lint', openapi, '--config', '.ci/redocly.yaml']],
  ['size', npm('bench:size')],
  ['storybook', npm('build:storybook')],
];

const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
};

function runStep([name, [command, ...args]]) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  console.log(`== ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  if (error) console.error(error.message);
  return status === 0;
}

prepare();
const failed = steps.find((step) => !runStep(step));
rmSync(folder, { recursive: true, force: true });
console.log(failed ? `\ncheck failed at: ${failed[0]}` : '\ncheck passed');
process.exitCode = failed ? 1 : 0;
