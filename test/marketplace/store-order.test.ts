import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStore, createSqlStore, type KindDefinitions, type Store } from '../../src/marketplace/index.js';
import { databases, openTestPostgres, ownTables, sameTables } from './databases.js';

interface Log {
  entry: { id: string; writer: number };
  counter: { id: string; value: number };
}
const definitions: KindDefinitions<Log> = { entry: {}, counter: {} };

/** Two stores on the same data, as two processes have them; in memory there is one. */
const pairs: Record<string, () => Promise<[Store<Log>, Store<Log>]>> = {
  memory: async () => {
    const store = createMemoryStore(definitions);
    return [store, store];
  },
  ...Object.fromEntries(
    Object.entries(databases).map(([name, open]) => [
      name,
      async () => {
        const sql = ownTables(await open());
        // A server's second process has connections of its own.
        const other = name === 'postgres' ? sameTables(sql, await openTestPostgres()) : sql;
        return [await createSqlStore(sql, definitions), await createSqlStore(other, definitions)];
      },
    ]),
  ),
};

/** Follows the entries from a position, up to what is settled. */
function follower(store: Store<Log>): { heard: string[]; look(): Promise<void> } {
  const heard: string[] = [];
  return {
    heard,
    look: () =>
      store.read(async (tx) => {
        const before = await tx.settled();
        const found = await tx.list('entry', { after: heard.at(-1), before, limit: 7 });
        heard.push(...found.map(({ id }) => id));
      }),
  };
}

const add = (store: Store<Log>, writer: number, count = 1): Promise<void> =>
  store.write(async (tx) => {
    for (let done = 0; done < count; done++) await tx.put('entry', { id: await tx.position(), writer });
  });

for (const [name, make] of Object.entries(pairs))
  describe(`positions: ${name}`, () => {
    it('are heard of once each and in order, while 200 write through two stores', async () => {
      const [store, other] = await make();
      const { heard, look } = follower(other);
      let writing = true;
      const following = (async () => {
        while (writing) await look();
      })();
      await Promise.all(
        Array.from({ length: 200 }, async (_, writer) => {
          // Every third one also wants what all want, so that some transactions lose and are run again.
          if (writer % 3 > 0) return add(writer % 2 ? store : other, writer, 1 + (writer % 4));
          await store.write(async (tx) => {
            const id = await tx.position();
            const value = (await tx.get('counter', 'all'))?.value ?? 0;
            await tx.put('counter', { id: 'all', value: value + 1 });
            await tx.put('entry', { id, writer });
          });
        }),
      );
      writing = false;
      await following;
      const all = await store.read((tx) => tx.list('entry', {}));
      while (heard.length < all.length) await look();
      assert.deepEqual(
        heard,
        all.map(({ id }) => id),
      );
      assert.deepEqual(heard, [...new Set(heard)].sort());
      assert.equal((await store.read((tx) => tx.get('counter', 'all')))?.value, 67);
    });

    it('of a transaction that is undone are no gap that anybody waits at', async () => {
      const [store, other] = await make();
      await add(store, 1);
      const undone = other.write(async (tx) => {
        await tx.put('entry', { id: await tx.position(), writer: 2 });
        throw new Error('no');
      });
      await assert.rejects(undone, /no/);
      await add(other, 3);
      const { heard, look } = follower(store);
      await look();
      assert.equal(heard.length, 2);
    });

    if (name === 'postgres')
      it('wait for a slow transaction that has an earlier one', async () => {
        const [store, other] = await make();
        let release = (): void => undefined;
        const gate = new Promise<void>((resolve) => (release = resolve));
        let begun = (): void => undefined;
        const hasBegun = new Promise<void>((resolve) => (begun = resolve));
        const slow = other.write(async (tx) => {
          await tx.put('entry', { id: await tx.position(), writer: 1 });
          begun();
          await gate;
        });
        await hasBegun;
        await add(store, 2);
        await add(store, 3);
        const { heard, look } = follower(store);
        await look();
        assert.deepEqual(heard, []);
        assert.equal(await store.read((tx) => tx.count('entry', {})), 2, 'they are there, and would be out of order');
        release();
        await slow;
        await look();
        const all = await store.read((tx) => tx.list('entry', {}));
        assert.deepEqual(
          all.map(({ writer }) => writer),
          [1, 2, 3],
        );
        assert.deepEqual(
          heard,
          all.map(({ id }) => id),
        );
      });
  });
