import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createMemoryStore, createSqlStore, type KindDefinitions, type Store } from '../../src/marketplace/index.js';
import { openPglite } from '../../src/marketplace/stores/pglite.js';
import { databases } from './databases.js';

interface Things {
  thing: { id: string; colour?: string; tags?: string[]; size?: number; words?: string; only?: string };
}
const definitions: KindDefinitions<Things> = {
  thing: { text: ['colour', 'only'], list: ['tags'], number: ['size'], search: 'words', unique: 'only' },
};

const makers: Record<string, () => Promise<Store<Things>>> = {
  memory: async () => createMemoryStore(definitions),
  ...Object.fromEntries(
    Object.entries(databases).map(([name, open]) => [name, async () => createSqlStore(await open(), definitions)]),
  ),
};

for (const [name, make] of Object.entries(makers))
  describe(`store: ${name}`, () => {
    let store: Store<Things>;
    before(async () => {
      store = await make();
      await store.write(async (tx) => {
        await tx.put('thing', { id: 'a', colour: 'red', tags: ['x', 'y'], size: 1, words: 'Hundred % sure' });
        await tx.put('thing', { id: 'b', colour: 'blue', tags: [], size: 2, words: 'under_score' });
        await tx.put('thing', { id: 'c', colour: 'red', tags: ['y'], size: 3, words: 'back\\slash' });
        await tx.put('thing', { id: 'D', words: 'capital ids come first' });
      });
    });
    after(() => store.close());

    const ids = (query: object): Promise<string[]> =>
      store.read(async (tx) => (await tx.list('thing', query)).map(({ id }) => id));

    const rows: [string, object, string[]][] = [
      ['everything, ordered by id as bytes', {}, ['D', 'a', 'b', 'c']],
      ['one value', { where: { colour: 'red' } }, ['a', 'c']],
      ['several values', { where: { colour: ['red', 'blue'] } }, ['a', 'b', 'c']],
      ['no values', { where: { colour: [] } }, []],
      ['an undefined condition is none', { where: { colour: undefined } }, ['D', 'a', 'b', 'c']],
      ['ids', { where: { id: ['c', 'a', 'zz'] } }, ['a', 'c']],
      ['a value in a list', { where: { tags: 'y' } }, ['a', 'c']],
      ['at most', { atMost: { size: 2 } }, ['a', 'b']],
      ['contains, whatever the case', { contains: 'HUNDRED' }, ['a']],
      ['contains a per cent sign', { contains: '%' }, ['a']],
      ['contains an underscore', { contains: 'r_s' }, ['b']],
      ['contains a backslash', { contains: '\\' }, ['c']],
      ['descending', { order: 'descending' }, ['c', 'b', 'a', 'D']],
      ['after, ascending', { after: 'a', limit: 1 }, ['b']],
      ['after, descending', { after: 'c', order: 'descending', limit: 2 }, ['b', 'a']],
      ['everything at once', { where: { colour: 'red', tags: 'y' }, atMost: { size: 3 }, after: 'a' }, ['c']],
    ];
    for (const [title, query, expected] of rows)
      it(`finds: ${title}`, async () => {
        assert.deepEqual(await ids(query), expected);
        const { after: _, limit: __, ...counted } = query as { after?: string; limit?: number };
        if (!('after' in query)) assert.equal(await store.read((tx) => tx.count('thing', counted)), expected.length);
      });

    it('takes hostile text as text', async () => {
      const evil = `'; drop table latchkey_thing; --`;
      assert.deepEqual(await ids({ where: { colour: evil }, contains: evil, after: evil }), []);
      await store.write((tx) => tx.put('thing', { id: evil, colour: evil }));
      assert.deepEqual(await ids({ where: { colour: evil } }), [evil]);
      await store.write((tx) => tx.remove('thing', evil));
      assert.deepEqual(await ids({ where: { colour: evil } }), []);
    });

    it('takes text that is no Unicode without choking on it', async () => {
      for (const broken of ['a\0b', 'a\ud800b', '\udc00', '\\u0000 \\\0']) {
        await store.write((tx) => tx.put('thing', { id: 'broken', words: broken, tags: [broken], colour: broken }));
        const { words = '' } = (await store.read((tx) => tx.get('thing', 'broken')))!;
        assert.equal(words.replace(/\0|\p{Surrogate}/gu, '\ufffd'), broken.replace(/\0|\p{Surrogate}/gu, '\ufffd'));
        assert.deepEqual(await ids({ where: { colour: broken, tags: broken }, contains: broken }), ['broken']);
        assert.equal(await store.read((tx) => tx.get('thing', broken)), undefined);
        assert.ok(Array.isArray(await ids({ after: broken, before: broken })));
      }
      await store.write((tx) => tx.remove('thing', 'broken'));
    });

    it('undoes everything when the work throws', async () => {
      const work = store.write(async (tx) => {
        await tx.put('thing', { id: 'e' });
        await tx.remove('thing', 'a');
        assert.deepEqual(
          (await tx.list('thing', {})).map(({ id }) => id),
          ['D', 'b', 'c', 'e'],
        );
        throw new Error('no');
      });
      await assert.rejects(work, /no/);
      assert.deepEqual(await ids({}), ['D', 'a', 'b', 'c']);
    });

    it('lets nobody change what is stored by changing what was read', async () => {
      const thing = await store.read((tx) => tx.get('thing', 'a'));
      thing!.tags!.push('z');
      assert.deepEqual((await store.read((tx) => tx.get('thing', 'a')))!.tags, ['x', 'y']);
    });

    it('counts up over 200 concurrent writes without losing one', async () => {
      await store.write((tx) => tx.put('thing', { id: 'count', size: 0 }));
      await Promise.all(
        Array.from({ length: 200 }, () =>
          store.write(async (tx) => {
            const { size = 0 } = (await tx.get('thing', 'count'))!;
            await tx.put('thing', { id: 'count', size: size + 1 });
          }),
        ),
      );
      assert.equal((await store.read((tx) => tx.get('thing', 'count')))!.size, 200);
      await store.write((tx) => tx.remove('thing', 'count'));
    });

    it('adds what is not there yet, and tells whether it did', async () => {
      const add = (size: number) => store.write((tx) => tx.add('thing', { id: 'added', size }));
      const all = await Promise.all(Array.from({ length: 20 }, (_, size) => add(size)));
      assert.equal(all.filter(Boolean).length, 1);
      assert.equal((await store.read((tx) => tx.get('thing', 'added')))!.size, all.indexOf(true));
      await store.write(async (tx) => {
        await tx.remove('thing', 'added');
        assert.equal(await tx.add('thing', { id: 'added', size: 99 }), true);
        await tx.remove('thing', 'added');
      });
    });

    it('never holds two records with one unique value', async () => {
      await store.write((tx) => tx.put('thing', { id: 'u1', only: 'one' }));
      await assert.rejects(store.write((tx) => tx.put('thing', { id: 'u2', only: 'one' })));
      await store.write((tx) => tx.put('thing', { id: 'u1' }));
      await store.write((tx) => tx.put('thing', { id: 'u2', only: 'one' }));
      await store.write(async (tx) => {
        await tx.remove('thing', 'u1');
        await tx.remove('thing', 'u2');
      });
    });

    it('gives positions upwards, all below what is settled afterwards', async () => {
      const [a, b] = await store.write(async (tx) => [await tx.position(), await tx.position()]);
      const between = await store.read((tx) => tx.settled());
      const c = await store.write((tx) => tx.position());
      assert.ok(a < b && b < between && between <= c && c < (await store.read((tx) => tx.settled())));
    });

    it('says that something was written, and only then', async () => {
      let calls = 0;
      const stop = store.onWrite(() => calls++);
      await store.write((tx) => tx.get('thing', 'a'));
      await store.read((tx) => tx.get('thing', 'a'));
      await store.write(async () => assert.rejects(Promise.reject(new Error('x'))));
      assert.equal(calls, 0);
      await store.write((tx) => tx.put('thing', { id: 'f' }));
      assert.equal(calls, 1);
      stop();
      await store.write((tx) => tx.remove('thing', 'f'));
      assert.equal(calls, 1);
    });
  });

describe('PostgreSQL in the process', () => {
  it('is cleaned of rows that are no more, as no server does it', async () => {
    const sql = await openPglite(undefined, { cleanUpAfter: 20 });
    const store = await createSqlStore(sql, definitions);
    const size = async (): Promise<number> =>
      Number((await sql.transaction((run) => run(`select pg_table_size('latchkey_thing') as size`)))[0]?.['size']);
    const rewrite = async (): Promise<void> => {
      for (let turn = 0; turn < 100; turn++)
        await store.write((tx) => tx.put('thing', { id: 'one', words: `${turn} ${'word '.repeat(300)}` }));
    };
    await rewrite();
    const settled = await size();
    await rewrite();
    await rewrite();
    assert.ok((await size()) <= settled, `${await size()} bytes, and ${settled} before`);
    await store.close();
  });
});
