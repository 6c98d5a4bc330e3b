import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createUsageRecorder } from '../../demo/server/usage.js';
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
      await mock.recordUse(new Map([[id, start + ms]]));
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
    await mock.recordUse(new Map([['cred_gone', mock.clock.now()]]));
  });
});

describe('the usage recorder', () => {
  it('reports the uses of a while together, the latest of each', async () => {
    let now = 0;
    const reports: [string, number][][] = [];
    const report = (uses: Map<string, number>): Promise<void> => Promise.resolve(void reports.push([...uses]));
    const recorder = createUsageRecorder(report, { now: () => ++now }, 60_000);
    for (const id of ['a', 'b', 'a', 'a']) recorder.note(id);
    assert.deepEqual(reports, []);
    await recorder.stop();
    await recorder.stop();
    assert.deepEqual(reports, [
      [
        ['a', 4],
        ['b', 2],
      ],
    ]);
  });
});
