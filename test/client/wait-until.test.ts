import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import {
  isApiError,
  isMarketplaceError,
  type AwaitedState,
  type Credential,
  type WaitOptions,
} from '../../src/index.js';
import { EventMarketplace, pass, settle } from './event-marketplace.js';
import { aCredential, json, problem } from './fake-marketplace.js';

/** A marketplace with events and one credential, whose state can be set; `undefined` once it is deleted. */
class CredentialMarketplace extends EventMarketplace {
  state: Credential['state'] | 'hibernating' | undefined = 'pending';
  reads = 0;

  constructor() {
    super({ pollMs: 1_000 });
    this.withEvents();
  }

  withEvents(answerEvents: (isStream: boolean) => Response | undefined = () => undefined): void {
    this.intercept = (request, isStream) => {
      if (!request.url.includes('/credentials/')) return answerEvents(isStream);
      this.reads += 1;
      return this.read();
    };
  }

  read(): Response {
    return this.state ? json({ ...aCredential(), state: this.state }) : problem('not-found');
  }

  become(state: CredentialMarketplace['state']): void {
    this.state = state;
    this.happen(String(this.log.length + 1));
  }
}

/** A wait, and how it ended. */
class Wait {
  outcome: { state: string | undefined } | { error: unknown } | undefined;

  constructor(marketplace: EventMarketplace, state: AwaitedState | AwaitedState[], options?: WaitOptions) {
    marketplace.client.credentials.waitUntil('crd_1', state, options).then(
      (credential) => (this.outcome = { state: credential?.state }),
      (error: unknown) => (this.outcome = { error }),
    );
  }

  get error(): unknown {
    return (this.outcome as { error?: unknown } | undefined)?.error;
  }
}

const waitSettled = async (): Promise<void> => {
  await import('../../src/client/wait-until.js');
  await settle();
};

describe('credentials.waitUntil', () => {
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    mock.method(Math, 'random', () => 0.5);
  });
  afterEach(() => {
    mock.timers.reset();
    mock.restoreAll();
  });

  it('answers the credential as soon as it has the state, hearing of it', async () => {
    const marketplace = new CredentialMarketplace();
    const wait = new Wait(marketplace, 'active');
    await waitSettled();
    assert.equal(wait.outcome, undefined);
    marketplace.become('active');
    await settle();
    assert.deepEqual(wait.outcome, { state: 'active' });
    assert.equal(marketplace.reads, 2);
    assert.equal(marketplace.openStreams.length, 0);
  });

  it('answers at once when it has the state already, without following events', async () => {
    const marketplace = new CredentialMarketplace();
    marketplace.state = 'inactive';
    const wait = new Wait(marketplace, ['active', 'inactive']);
    await waitSettled();
    assert.deepEqual(wait.outcome, { state: 'inactive' });
    assert.equal(marketplace.streams.length, 0);
  });

  it('misses no change between its first look and its first event', async () => {
    const marketplace = new CredentialMarketplace();
    marketplace.read = () => {
      const answer = json({ ...aCredential(), state: marketplace.state });
      if (marketplace.state === 'pending') marketplace.become('active');
      return answer;
    };
    const wait = new Wait(marketplace, 'active');
    await waitSettled();
    assert.deepEqual(wait.outcome, { state: 'active' });
  });

  it('looks only when something happens to its credential, or to the clock', async () => {
    const marketplace = new CredentialMarketplace();
    const wait = new Wait(marketplace, 'expired');
    await waitSettled();
    marketplace.happen('1', { subjectId: 'crd_2' });
    await settle();
    assert.equal(marketplace.reads, 1);
    marketplace.state = 'expired';
    marketplace.happen('2', { subject: 'clock', subjectId: 'marketplace' });
    await settle();
    assert.deepEqual(wait.outcome, { state: 'expired' });
  });

  it('answers nothing once it is deleted, if that is awaited', async () => {
    const marketplace = new CredentialMarketplace();
    marketplace.state = 'deleting';
    const wait = new Wait(marketplace, 'deleted');
    await waitSettled();
    marketplace.become(undefined);
    await settle();
    assert.deepEqual(wait.outcome, { state: undefined });
  });

  it('rejects when it is gone and that is not awaited', async () => {
    const marketplace = new CredentialMarketplace();
    const wait = new Wait(marketplace, 'active');
    await waitSettled();
    marketplace.become(undefined);
    await settle();
    assert.ok(isApiError(wait.error) && wait.error.code === 'not-found');
  });

  it('rejects with the state from which nothing awaited follows', async () => {
    const inVain: [Credential['state'], AwaitedState | AwaitedState[]][] = [
      ['error', 'active'],
      ['error', ['active', 'deleted']],
      ['expired', 'active'],
      ['deleting', ['active', 'inactive']],
    ];
    for (const [state, awaited] of inVain) {
      const marketplace = new CredentialMarketplace();
      const wait = new Wait(marketplace, awaited);
      await waitSettled();
      assert.equal(wait.outcome, undefined);
      marketplace.become(state);
      await settle();
      assert.ok(isApiError(wait.error) && wait.error.code === 'state-conflict', state);
      assert.equal(wait.error.reason, state);
    }
  });

  it('goes on waiting in states from which it may get there, and in unknown ones', async () => {
    const onTheWay: [CredentialMarketplace['state'], AwaitedState | AwaitedState[]][] = [
      ['pending', 'deleted'],
      ['active', 'inactive'],
      ['inactive', 'active'],
      ['expired', 'deleted'],
      ['deleting', ['deleted', 'active']],
      ['deleting', 'error'],
      ['hibernating', 'active'],
    ];
    for (const [state, awaited] of onTheWay) {
      const marketplace = new CredentialMarketplace();
      const controller = new AbortController();
      const wait = new Wait(marketplace, awaited, { signal: controller.signal });
      await waitSettled();
      marketplace.become(state);
      await settle();
      assert.equal(wait.outcome, undefined, state);
      controller.abort();
      await settle();
      assert.equal((wait.error as Error).name, 'AbortError');
      assert.equal(marketplace.openStreams.length, 0);
    }
  });

  it('asks again and again where there are no events', async () => {
    for (const code of ['not-found', 'forbidden', 'internal'] as const) {
      const marketplace = new CredentialMarketplace();
      marketplace.withEvents(() => problem(code));
      const wait = new Wait(marketplace, 'active');
      await waitSettled();
      await pass(1_100);
      assert.equal(marketplace.reads, 2);
      marketplace.state = 'active';
      await pass(2_000);
      assert.deepEqual(wait.outcome, { state: 'active' });
    }
  });

  it('asks again and again once events end', async () => {
    const marketplace = new CredentialMarketplace();
    const wait = new Wait(marketplace, 'active');
    await waitSettled();
    marketplace.withEvents(() => problem('forbidden'));
    marketplace.streams[0]!.end();
    await pass(2_000);
    marketplace.state = 'active';
    await pass(3_000);
    assert.deepEqual(wait.outcome, { state: 'active' });
  });

  it('waits for a marketplace that is out of reach for a while', async () => {
    const marketplace = new CredentialMarketplace();
    const wait = new Wait(marketplace, 'active');
    await waitSettled();
    const { read } = CredentialMarketplace.prototype;
    marketplace.read = () => problem('unavailable');
    marketplace.become('active');
    await pass(3_000);
    assert.equal(wait.outcome, undefined);
    marketplace.read = read;
    await pass(2_000);
    assert.deepEqual(wait.outcome, { state: 'active' });
  });

  it('rejects when the credential may not be read any more', async () => {
    const marketplace = new CredentialMarketplace();
    const wait = new Wait(marketplace, 'active');
    await waitSettled();
    marketplace.read = () => problem('token-expired');
    marketplace.happen('1');
    await settle();
    assert.ok(isApiError(wait.error) && wait.error.code === 'token-expired');
  });

  it('gives up after its time', async () => {
    const marketplace = new CredentialMarketplace();
    const wait = new Wait(marketplace, 'active', { timeoutMs: 5_000 });
    await waitSettled();
    await pass(4_900);
    assert.equal(wait.outcome, undefined);
    await pass(200);
    assert.ok(isMarketplaceError(wait.error) && wait.error.code === 'timeout');
    assert.equal(marketplace.openStreams.length, 0);
  });

  it('does not start for a signal that is aborted already', async () => {
    const marketplace = new CredentialMarketplace();
    const reason = new Error('left');
    const wait = new Wait(marketplace, 'active', { signal: AbortSignal.abort(reason) });
    await waitSettled();
    assert.equal(wait.error, reason);
    assert.deepEqual(marketplace.asked, []);
  });
});
