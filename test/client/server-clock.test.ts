import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { aCredential, fake, json } from './fake-marketplace.js';

const noon = Date.parse('2026-11-20T12:00:00Z');

describe('now()', () => {
  beforeEach(() => mock.timers.enable({ apis: ['Date'], now: noon + 400 }));
  afterEach(() => mock.timers.reset());

  /** A client whose marketplace's clock is ahead by as much as the first header of a request's answer says. */
  const client = (date: () => string | undefined) =>
    fake(() => {
      const header = date();
      return json(aCredential(), header === undefined ? {} : { headers: { date: header } });
    }).client;

  const at = (ms: number): string => new Date(ms).toUTCString();

  it('is the time of the device until the marketplace has answered, and while they agree', async () => {
    const marketplace = client(() => at(noon));
    assert.equal(marketplace.now(), noon + 400);
    await marketplace.credentials.get('c');
    assert.equal(marketplace.now(), noon + 400);
  });

  it('is the time of the marketplace to the second, and goes on with the clock of the device', async () => {
    for (const aheadMs of [86_400_000, -3_600_000]) {
      const marketplace = client(() => at(noon + aheadMs));
      await marketplace.credentials.get('c');
      assert.ok(Math.abs(marketplace.now() - (noon + 400 + aheadMs)) < 1_000);
      const before = marketplace.now();
      mock.timers.setTime(Date.now() + 5_000);
      assert.equal(marketplace.now(), before + 5_000);
    }
  });

  it('follows when the clock of the marketplace is moved', async () => {
    let aheadMs = 0;
    const marketplace = client(() => at(Date.now() + aheadMs));
    await marketplace.credentials.get('c');
    aheadMs = 4 * 86_400_000;
    await marketplace.credentials.get('c');
    assert.ok(Math.abs(marketplace.now() - (Date.now() + aheadMs)) < 1_000);
  });

  it('gets nearer with every answer', async () => {
    const aheadMs = 10_250;
    const marketplace = client(() => at(Date.now() + aheadMs));
    for (let answer = 0; answer < 20; answer++) {
      mock.timers.setTime(Date.now() + 130);
      await marketplace.credentials.get('c');
    }
    assert.ok(Math.abs(marketplace.now() - Date.now() - aheadMs) < 150);
  });

  it('learns nothing from an answer without a date, or with none that can be read', async () => {
    for (const date of [undefined, 'yesterday', '']) {
      const marketplace = client(() => date);
      await marketplace.credentials.get('c');
      assert.equal(marketplace.now(), noon + 400);
    }
  });
});
