import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { conformanceChecks, ConformanceError, runConformance } from '../../src/conformance/index.js';
import { ApiError, operations, type Marketplace } from '../../src/contract/index.js';
import { createMockMarketplace } from '../../src/mocks/index.js';
import { createWorld, type World } from '../marketplace/world.js';
import { throughHttp } from './reaches.js';
import { publicKey, subjectOf, systems } from './subjects.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The Marketplace; the operations that are called are added to `called`. */
function heard(marketplace: Marketplace, called: Set<string>): Marketplace {
  const copy = { ...marketplace } as unknown as Record<string, Record<string, (...args: unknown[]) => unknown>>;
  for (const [resource, methods] of Object.entries(copy)) {
    if (typeof methods !== 'object') continue;
    const entries = Object.entries(methods).map(([method, call]) => {
      const listening = (...args: unknown[]): unknown => {
        called.add(`${resource}.${method}`);
        return call(...args);
      };
      return [method, listening] as const;
    });
    copy[resource] = Object.fromEntries(entries);
  }
  return copy as unknown as Marketplace;
}

/** A Marketplace whose every call fails. */
function down(): Marketplace {
  const methods: Record<string, Record<string, unknown>> = {};
  for (const name of Object.keys(operations)) {
    const [resource = '', method = ''] = name.split('.');
    (methods[resource] ??= {})[method] = () => Promise.reject(new ApiError('unavailable', 'down'));
  }
  return { now: () => 0, ...methods } as unknown as Marketplace;
}

describe('the conformance suite', () => {
  it('names each check once, by its rule', async () => {
    const checks = conformanceChecks(subjectOf(await createWorld(), 'amplify'));
    const ids = checks.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { id, rule, title } of checks) {
      assert.match(id, /^([ACSIMEX]\d+|[a-z]+)\.[\w.-]+$/);
      assert.equal(rule, id.split('.')[0]);
      assert.match(title, /^\S.*[^.]$/);
    }
  });

  it('has a check for every rule that can be seen from outside', async () => {
    const rules = new Set(conformanceChecks(subjectOf(await createWorld(), 'amplify')).map(({ rule }) => rule));
    const wanted = [
      ...['A1', 'A2', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9'],
      ...['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'C11', 'C12'],
      ...['S1', 'S3', 'S5', 'S6', 'S9', 'I1', 'I2', 'I3', 'I4', 'M1', 'M2', 'E1', 'E2', 'E3', 'X1'],
      ...['contract', 'owner', 'paging', 'filters', 'precondition', 'idempotency', 'events', 'history', 'batch'],
    ];
    assert.deepEqual(
      wanted.filter((rule) => !rules.has(rule)),
      [],
    );
  });

  it('makes every check of at least one of the sample marketplaces', async () => {
    const made = new Set<string>();
    const all = new Set<string>();
    for (const system of systems)
      for (const { id, skip } of conformanceChecks(subjectOf(await createWorld('memory', undefined, system), system))) {
        all.add(id);
        if (skip === undefined) made.add(id);
      }
    assert.deepEqual(
      [...all].filter((id) => !made.has(id)),
      [],
    );
  });

  it('passes no check where nothing works', async () => {
    for (const system of systems) {
      const world = await createWorld('memory', undefined, system);
      const report = await runConformance(subjectOf(world, system, { as: down, holder: down }));
      const passed = report.results.filter(({ outcome }) => outcome === 'passed').map(({ check }) => check.id);
      assert.deepEqual(passed, [], system);
    }
  });

  it('waits for a backend that works by itself, and skips what it was not given the means for', async () => {
    const mock = await createMockMarketplace({ system: 'amplify' });
    const { results, passed } = await runConformance({
      people: { owner: mock.asPerson('ada'), stranger: mock.asPerson('ben') },
      capabilities: {
        visibilities: ['window', 'never'],
        accessRequests: true,
        manualApproval: true,
        suspend: true,
        renew: true,
        expiry: true,
        manualTypes: ['api-key-manual'],
      },
      fixtures: { data: { 'oauth-public-key': { publicKey } } },
    });
    assert.deepEqual(
      results.flatMap((result) => (result.outcome === 'failed' ? [result.error.message] : [])),
      [],
    );
    assert.ok(passed > 60);
    const reasons = results.flatMap((result) => (result.outcome === 'skipped' ? [result.reason] : []));
    for (const reason of [
      'the subject has no `advance`: the clock cannot be moved',
      'the subject has no `dataPlane`: no real calls can be made',
      'the subject has nobody for `people.provider`',
      'the subject has no `fixtures.subscription`',
      'the backend does not claim `idempotency`',
      'the backend does not claim secrets that can be seen `once`',
    ])
      assert.ok(reasons.includes(reason), reason);
  });

  it('runs as the README shows', async () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const sample = readme.split('```ts\n').find((block) => block.includes("'latchkey/conformance'"));
    assert.ok(sample !== undefined, 'the README has no sample');
    const world = await createWorld('memory', undefined, 'amplify-classic');
    const running = new AbortController();
    const agent = world.marketplace.agent.run(running.signal, 20);
    const server = await throughHttp(world);
    const people: Record<string, string> = { ann: 'ada', bob: 'ben', pat: 'priya' };
    const code = sample
      .split('```')[0]!
      .replace("'latchkey'", JSON.stringify(pathToFileURL(join(root, 'src/index.ts')).href))
      .replace("'latchkey/conformance'", JSON.stringify(pathToFileURL(join(root, 'src/conformance/index.ts')).href))
      .replace('http://localhost:8080/v1', server.baseUrl)
      .replace(/as\('(\w+)'\)/g, (_, name: string) => `as('${people[name]}')`)
      .replace('process.exitCode =', 'export const exitCode =');
    const folder = join(root, 'node_modules/.cache/latchkey-readme-conformance');
    const file = join(folder, 'sample.mts');
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, code);
    try {
      const { exitCode } = (await import(pathToFileURL(file).href)) as { exitCode: number };
      assert.equal(exitCode, 0);
    } finally {
      rmSync(folder, { recursive: true });
      server.close();
      running.abort();
      await agent;
    }
  });

  it('makes only the checks that the filter lets through, and tells of each as it ends', async () => {
    const heard: string[] = [];
    const report = await runConformance(subjectOf(await createWorld(), 'amplify'), {
      filter: ({ rule }) => rule === 'C7',
      onResult: ({ check, outcome }) => heard.push(`${check.id} ${outcome}`),
    });
    assert.deepEqual([report.passed, report.failed, report.skipped], [1, 0, 3]);
    assert.deepEqual(heard, [
      'C7.regenerate skipped',
      'C7.absent-where-not-regenerable passed',
      'C7.old-pair-stops skipped',
      'C7.sessions-live-on skipped',
    ]);
  });

  it('ends with its signal', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const run = runConformance(subjectOf(await createWorld(), 'amplify'), {
      signal: controller.signal,
      onResult: () => controller.abort(reason),
    });
    await assert.rejects(run, (error) => error === reason);
  });

  it('says what was expected of a backend, what came, and by which check', async () => {
    const subject = subjectOf(await createWorld(), 'amplify');
    const { results } = await runConformance(
      { ...subject, capabilities: { ...subject.capabilities, suspend: false, limit: 7 } },
      { filter: ({ id }) => id === 'contract.claims' },
    );
    const [result] = results;
    assert.ok(result?.outcome === 'failed' && result.error instanceof ConformanceError);
    assert.equal(
      result.error.message,
      'contract.claims (the backend has what it claims, and claims what it has): ' +
        'the limit in the options of a type is the one claimed (SPEC C10): expected 7, got nothing',
    );
  });
});

describe('a whole run of the conformance suite', () => {
  const called = new Set<string>();
  const worlds: World[] = [];
  before(async () => {
    for (const system of systems) {
      const world = await createWorld('memory', undefined, system);
      worlds.push(world);
      const as = (person: string): Marketplace => heard(world.as(person), called);
      const holder = async (token: string): Promise<Marketplace> =>
        heard(await world.marketplace.withShareToken(token), called);
      const { failed } = await runConformance(subjectOf(world, system, { as, holder }));
      assert.equal(failed, 0, system);
    }
  });

  it('calls every operation of the contract', () => {
    const missing = Object.keys(operations).filter((name) => !called.has(name));
    assert.deepEqual(missing, []);
  });

  it('leaves no credential behind, and every gate as it was', async () => {
    for (const { store } of worlds) {
      assert.equal(await store.read((tx) => tx.count('credential', {})), 0);
      const exposures = await store.read((tx) => tx.list('exposure', {}));
      assert.ok(exposures.every(({ id, exposed }) => exposed === (id === 'inventory')));
    }
  });
});
