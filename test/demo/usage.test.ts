import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createUsageRecorder, type UsageRecorder } from '../../demo/server/usage.js';
import type { CredentialUse } from '../../src/marketplace/data-plane.js';
import { createMockMarketplace, type MockMarketplace } from '../../src/mocks/index.js';
import { requestData } from './support/person.js';

const minuteMs = 60_000;

async function withCredential(): Promise<{ mock: MockMarketplace; id: string }> {
  const mock = await createMockMarketplace({ provisionAfterMs: Infinity });
  const ada = mock.asPerson('ada');
  const common = { resourceId: 'orders', applicationId: 'app_shop_web', name: 'Test' };
  await ada.accessRequests.create({ ...common, subscriptionId: 'sub_storefront_gold', data: requestData });
  await mock.agent.work();
  const { id } = await ada.credentials.create({ ...common, typeId: 'api-key', data: {} });
  await mock.agent.work();
  return { mock, id };
}

describe('recordUse', () => {
  it('writes and tells a credential’s last use at most once a minute', async () => {
    const { mock, id } = await withCredential();
    const ada = mock.asPerson('ada');
    const { version } = await ada.credentials.get(id);
    const { next } = await ada.events.list({ after: (await ada.events.list()).next });
    const start = mock.clock.now();
    for (const ms of [0, 1, minuteMs - 1, minuteMs, 2 * minuteMs - 1])
      await mock.recordUse(new Map([[id, { at: start + ms }]]));
    const credential = await ada.credentials.get(id);
    assert.equal(credential.lastUsedAt, new Date(start + minuteMs).toISOString());
    assert.equal(credential.version, version);
    const { items } = await ada.events.list({ after: next });
    assert.deepEqual(
      items.map(({ subject, subjectId }) => [subject, subjectId]),
      [
        ['credential', id],
        ['credential', id],
      ],
    );
  });

  it('has nothing to say of a credential that is gone', async () => {
    const { mock } = await withCredential();
    await mock.recordUse(new Map([['cred_gone', { at: mock.clock.now() }]]));
  });
});

/** A recorder on a clock that goes on by one with each look; what it reports is kept, or refused for a while. */
function withRecorder(fails: () => boolean = () => false): {
  recorder: UsageRecorder;
  reports: [string, CredentialUse][][];
} {
  let now = 0;
  const reports: [string, CredentialUse][][] = [];
  const recorder = createUsageRecorder(
    async (uses) => {
      if (fails()) throw new Error('the marketplace does not answer');
      reports.push([...uses]);
    },
    { now: () => ++now },
    60_000,
  );
  return { recorder, reports };
}

describe('the usage recorder', () => {
  it('reports the uses of a while together, the latest of each', async () => {
    const { recorder, reports } = withRecorder();
    for (const id of ['a', 'b', 'a', 'a']) recorder.note(id);
    assert.deepEqual(reports, []);
    await recorder.stop();
    await recorder.stop();
    assert.deepEqual(reports, [
      [
        ['a', { at: 4 }],
        ['b', { at: 2 }],
      ],
    ]);
  });

  it('reports until when the last session token lives, also when a shorter one came after it', async () => {
    const { recorder, reports } = withRecorder();
    recorder.note('a', 500);
    recorder.note('a', 300);
    recorder.note('a');
    recorder.note('b');
    await recorder.stop();
    assert.deepEqual(reports, [
      [
        ['a', { at: 3, sessionsUntil: 500 }],
        ['b', { at: 4 }],
      ],
    ]);
  });

  it('tells of session tokens again when the report fails', async (t) => {
    t.mock.method(console, 'error', () => undefined);
    let isDown = true;
    const { recorder, reports } = withRecorder(() => isDown);
    recorder.note('a', 500);
    recorder.note('b');
    await recorder.stop();
    isDown = false;
    recorder.note('c');
    await recorder.stop();
    assert.deepEqual(reports, [
      [
        ['a', { at: 1, sessionsUntil: 500 }],
        ['c', { at: 3 }],
      ],
    ]);
  });
});
