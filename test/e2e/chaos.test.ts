import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isMarketplaceError, type Credential, type MarketplaceClient } from '../../src/index.js';
import { noPostgres } from '../marketplace/databases.js';
import { startCluster, type Cluster } from '../demo/support/cluster.js';
import { accessTo, callGateway, eventually, personAt, valueOf } from '../demo/support/person.js';

const operations = 2_000;
const workers = 12;
const dayMs = 24 * 60 * 60 * 1000;

/** Numbers of chance that are the same in every run with this seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What a worker knows of a credential, from acknowledged writes alone. */
interface Known {
  id: string;
  name: string;
  state: 'active' | 'inactive' | 'removed';
  /** The key, as it was last seen: out of date once it has been renewed. */
  key?: string;
}

describe('with processes killed and connections cut at random moments', { skip: noPostgres ?? false }, () => {
  let cluster: Cluster;
  let clients: MarketplaceClient[];
  const known: Known[] = [];
  let left = operations;
  let done = 0;
  let disturbances = 0;

  before(async () => {
    cluster = await startCluster(2);
    const people = await Promise.all(cluster.demos.map(({ origin }) => personAt(origin, 'ada')));
    await accessTo(people[0]!, 'orders', 'app_shop_web');
    clients = people.map(({ client }) => client);
  });
  after(() => cluster.stop());

  /** Sends one intent until it is answered, to whichever process; what the rules refuse is an answer, too. */
  async function acknowledged<T>(
    random: () => number,
    send: (client: MarketplaceClient, options: { idempotencyKey: string; signal: AbortSignal }) => Promise<T>,
  ): Promise<T | { refused: string }> {
    const idempotencyKey = `intent ${random()} ${random()}`;
    for (;;) {
      try {
        const client = clients[Math.floor(random() * clients.length)]!;
        const answer = await send(client, { idempotencyKey, signal: AbortSignal.timeout(10_000) });
        done++;
        return answer;
      } catch (error) {
        const { code, reason } = error as { code?: string; reason?: string };
        const mayBeRepeated =
          ['network', 'timeout', 'unavailable', 'internal', 'invalid-response'].includes(code ?? '') ||
          (error as Error).name === 'TimeoutError';
        if (mayBeRepeated) continue;
        if (!isMarketplaceError(error)) throw error;
        done++;
        return { refused: reason ?? code ?? '' };
      }
    }
  }

  /** One of many people at work: creates credentials, and does to them what is done to credentials. */
  async function work(number: number): Promise<void> {
    const random = chance(number);
    const own: Known[] = [];
    const pick = (): Known | undefined =>
      own.filter(({ state }) => state !== 'removed')[Math.floor(random() * own.length)];
    while (left-- > 0) {
      const credential = random() < 0.2 ? undefined : pick();
      if (!credential) {
        const name = `worker ${number}, ${own.length}`;
        const params = { name, applicationId: 'app_shop_web', resourceId: 'orders', typeId: 'api-key', data: {} };
        const made = await acknowledged(random, (client, options) => client.credentials.create(params, options));
        assert.ok('id' in made, JSON.stringify(made));
        const entry: Known = { id: made.id, name, state: 'active' };
        own.push(entry);
        known.push(entry);
        continue;
      }
      const { id } = credential;
      const dice = random();
      if (dice < 0.25) {
        const name = `${credential.name.split('#')[0]}#${Math.floor(random() * 1e9)}`;
        const saved = await acknowledged(random, (client, options) => client.credentials.update(id, { name }, options));
        if ('id' in saved) credential.name = name;
      } else if (dice < 0.4) {
        const saved = await acknowledged(random, (client, options) => client.credentials.suspend(id, {}, options));
        if ('id' in saved) credential.state = 'inactive';
      } else if (dice < 0.6) {
        const saved = await acknowledged(random, (client, options) => client.credentials.enable(id, {}, options));
        if ('id' in saved) credential.state = 'active';
      } else if (dice < 0.75) {
        await acknowledged(random, (client, options) => client.credentials.renew(id, { overlapMs: 0 }, options));
      } else if (dice < 0.82) {
        const saved = await acknowledged(random, (client, options) => client.credentials.remove(id, {}, options));
        if ('id' in saved) credential.state = 'removed';
      } else if (dice < 0.9) {
        const secret = await acknowledged(random, (client, options) => client.credentials.reveal(id, {}, options));
        if ('fields' in secret) credential.key = valueOf(secret, 'apiKey');
      } else {
        await acknowledged(random, (client, options) => client.credentials.get(id, {}, options));
      }
    }
  }

  it(`takes ${operations} operations, whatever happens to it`, { timeout: 900_000 }, async () => {
    const random = chance(4711);
    let isOver = false;
    const disturbing = (async () => {
      while (!isOver) {
        const at = done;
        await eventually(() => Promise.resolve(isOver || done >= at + 100), 300_000);
        if (isOver) return;
        disturbances++;
        if (disturbances % 2 === 1) await cluster.restart(Math.floor(random() * cluster.demos.length));
        else await cluster.cutConnections(0.5);
      }
    })();
    await Promise.all(Array.from({ length: workers }, (_, number) => work(number + 1)));
    isOver = true;
    await disturbing;
    assert.ok(done >= operations);
    assert.ok(disturbances >= 10, `only ${disturbances} disturbances`);
  });

  /** Everything there is, by name. */
  async function everything(): Promise<Map<string, Credential>> {
    const found = new Map<string, Credential>();
    for await (const credential of clients[0]!.credentials.list({ limit: 200 })) {
      assert.ok(!found.has(credential.id), 'listed twice');
      found.set(credential.id, credential);
    }
    return found;
  }

  it('has lost no acknowledged write and made nothing twice', async () => {
    const settled = await eventually(async () => {
      const all = await everything();
      const isMoving = ({ state, transition }: Credential): boolean =>
        transition !== undefined || !['active', 'inactive'].includes(state);
      return [...all.values()].some(isMoving) ? undefined : all;
    }, 120_000);
    const alive = known.filter(({ state }) => state !== 'removed');
    const actual = [...settled.values()].map(({ id, name, state }) => ({ id, name, state }));
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    assert.deepEqual(actual.sort(byId), alive.map(({ id, name, state }) => ({ id, name, state })).sort(byId));
  });

  it('has its gateways do what the marketplace says, for every credential', async () => {
    for (const { id, state, key } of known) {
      if (state === 'removed') {
        if (key === undefined) continue;
        const { code } = await callGateway(cluster.demos[0]!.origin, 'orders', { 'x-api-key': key });
        assert.equal(code, 'unknown-credential');
        continue;
      }
      const current = valueOf(await clients[1]!.credentials.reveal(id), 'apiKey');
      for (const { origin } of cluster.demos) {
        const { code } = await callGateway(origin, 'orders', { 'x-api-key': current });
        assert.equal(code, state === 'active' ? undefined : 'suspended');
        if (key === undefined || key === current) continue;
        assert.equal((await callGateway(origin, 'orders', { 'x-api-key': key })).code, 'unknown-credential');
      }
    }
  });

  it('shows and keeps no secret past its time', async () => {
    const { session } = await personAt(cluster.demos[0]!.origin, 'ada');
    await session.ask('/demo/clock', { advanceMs: 3 * dayMs });
    const { id } = known.find(({ state }) => state === 'active')!;
    await eventually(async () =>
      clients[1]!.credentials.reveal(id).then(
        () => false,
        (error: { code?: string }) => error.code === 'secret-gone',
      ),
    );
    await eventually(async () => (await cluster.query('select id from amplify.latchkey_secret')).length === 0);
  });
});
