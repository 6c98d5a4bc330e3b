import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  createSqlStore,
  DatabaseVersionError,
  StoreUnavailableError,
  type KindDefinitions,
  type Sql,
  type Store,
} from '../../src/marketplace/index.js';
import { openPostgres } from '../../src/marketplace/stores/postgres.js';
import { noPostgres, openTestPostgres, ownTables, postgresUrl, sameTables } from './databases.js';

interface Things {
  thing: { id: string; colour?: string; size?: number };
}
const definitions: KindDefinitions<Things> = { thing: { text: ['colour'] } };
const others: KindDefinitions<{ other: { id: string } }> = { other: {} };

/** A promise, and how to keep it. */
function promise(): { kept: Promise<void>; keep: () => void } {
  let keep = (): void => undefined;
  const kept = new Promise<void>((resolve) => (keep = resolve));
  return { kept, keep };
}

/** Resolves at the store's next call. */
const nextWrite = (store: Store<Things>): Promise<void> =>
  new Promise((resolve) => {
    const stop = store.onWrite(() => {
      stop();
      resolve();
    });
  });

describe('stores on a PostgreSQL server', { skip: noPostgres ?? false }, () => {
  /** Two pools on one database, as two processes have them, and one that looks on. */
  let first: Sql;
  let second: Sql;
  let observer: Sql;
  let store: Store<Things>;
  let other: Store<Things>;

  before(async () => {
    first = ownTables(await openTestPostgres());
    second = sameTables(first, await openTestPostgres({ connections: 2 }));
    observer = await openTestPostgres({ connections: 1 });
    [store, other] = await Promise.all([createSqlStore(first, definitions), createSqlStore(second, definitions)]);
  });

  /** Ends connections to this file's database, but not the observer's: those that listen, or those that do not. */
  const terminate = (which: 'listening' | 'working'): Promise<number> =>
    observer.transaction(async (run) => {
      const rows = await run(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
         and pid <> pg_backend_pid() and (query ilike 'listen %') = $1::text::boolean`,
        [String(which === 'listening')],
      );
      return rows.length;
    });

  it('prepare one database at the same time without getting in each other’s way', async () => {
    const shared = ownTables(first);
    const made = await Promise.all(
      Array.from({ length: 6 }, async (_, at) => {
        const sql = sameTables(shared, at % 2 ? first : second);
        return at % 3 ? createSqlStore(sql, definitions) : createSqlStore(sql, others);
      }),
    );
    assert.equal(made.length, 6);
  });

  it('hear of each other’s writes, each once, and only of those of their kinds', async () => {
    const third = await createSqlStore(first, others);
    const calls = { store: 0, other: 0, third: 0 };
    const stops = [
      store.onWrite(() => calls.store++),
      other.onWrite(() => calls.other++),
      third.onWrite(() => calls.third++),
    ];
    const heard = nextWrite(other);
    await store.write((tx) => tx.put('thing', { id: 'a' }));
    assert.equal(calls.store, 1);
    await heard;
    // What is notified comes in order: once this has come, nothing of the above is still to come.
    const heardToo = nextWrite(store);
    await other.write((tx) => tx.put('thing', { id: 'b' }));
    await heardToo;
    assert.deepEqual(calls, { store: 2, other: 2, third: 0 });
    for (const stop of stops) stop();
  });

  it('are told that they may have missed something when the listening connection was lost, and go on hearing', async () => {
    const missed = nextWrite(other);
    assert.ok((await terminate('listening')) > 0);
    await missed;
    const heard = nextWrite(other);
    await store.write((tx) => tx.put('thing', { id: 'c' }));
    await heard;
  });

  it('repeat a read whose connection was lost', async () => {
    await store.write((tx) => tx.put('thing', { id: 'read' }));
    let runs = 0;
    const found = await store.read(async (tx) => {
      await tx.get('thing', 'read');
      if (++runs === 1) await terminate('working');
      return tx.get('thing', 'read');
    });
    assert.deepEqual(found, { id: 'read' });
    assert.equal(runs, 2);
  });

  it('repeat a write whose connection was lost before it was committed', async () => {
    let runs = 0;
    await store.write(async (tx) => {
      await tx.put('thing', { id: `lost-${++runs}` });
      if (runs === 1) await terminate('working');
      await tx.put('thing', { id: 'kept' });
    });
    const ids = await store.read((tx) => tx.list('thing', { where: { id: ['lost-1', 'lost-2', 'kept'] } }));
    assert.deepEqual(
      ids.map(({ id }) => id),
      ['kept', 'lost-2'],
    );
  });

  it('do not repeat a write whose connection was lost while it was committed: nobody knows what became of it', async () => {
    // A deferred trigger runs at the commit.
    const { schema } = first;
    await observer.transaction(async (run) => {
      await run(`create function "${schema}".die() returns trigger language plpgsql as
        $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`);
      await run(`create constraint trigger die after insert on "${schema}".latchkey_thing deferrable initially deferred
        for each row when (new.id = 'unknown') execute function "${schema}".die()`);
    });
    let runs = 0;
    const work = store.write(async (tx) => {
      runs++;
      await tx.put('thing', { id: 'unknown' });
    });
    await assert.rejects(work, (error) => error instanceof StoreUnavailableError && error.outcome === 'unknown');
    assert.equal(runs, 1);
    assert.deepEqual(await store.read((tx) => tx.get('thing', 'kept')), { id: 'kept' });
  });

  it('survive the loss of all connections at any moment', async () => {
    const writers = Array.from({ length: 40 }, async (_, at) => {
      const results = [];
      for (let turn = 0; turn < 5; turn++)
        results.push(
          await (at % 2 ? store : other)
            .write((tx) => tx.put('thing', { id: `storm-${at}-${turn}`, colour: 'storm' }))
            .then(
              () => true,
              (error: unknown) => {
                assert.ok(error instanceof StoreUnavailableError, String(error));
                return error.outcome;
              },
            ),
        );
      return results;
    });
    let storming = true;
    const storm = (async () => {
      while (storming) await terminate('working');
    })();
    const results = await Promise.all(writers).finally(() => (storming = false));
    await storm;
    const stored = new Set(
      (await store.read((tx) => tx.list('thing', { where: { colour: 'storm' } }))).map(({ id }) => id),
    );
    for (const [at, turns] of results.entries())
      for (const [turn, outcome] of turns.entries()) {
        if (outcome === true) assert.ok(stored.has(`storm-${at}-${turn}`), 'acknowledged and not there');
        if (outcome === 'none') assert.ok(!stored.has(`storm-${at}-${turn}`), 'refused and there');
      }
  });

  it('hold a limit that 200 want to pass at once, and let each know', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        (at % 2 ? store : other).write(async (tx) => {
          if ((await tx.count('thing', { where: { colour: 'limited' } })) >= 5) return false;
          await tx.put('thing', { id: `limited-${at}`, colour: 'limited' });
          return true;
        }),
      ),
    );
    assert.equal(answers.filter(Boolean).length, 5);
    assert.equal(await store.read((tx) => tx.count('thing', { where: { colour: 'limited' } })), 5);
  });

  /** A database with one connection, and somebody who has it until they let go. */
  async function occupied(connectMs?: number): Promise<{ narrow: Sql; letGo: () => Promise<void> }> {
    const narrow = await openPostgres(await postgresUrl(), { connections: 1, ...(connectMs && { connectMs }) });
    const { kept, keep } = promise();
    const { kept: begun, keep: begin } = promise();
    const holder = narrow.transaction(async () => {
      begin();
      await kept;
    });
    await Promise.race([begun, holder]);
    return {
      narrow,
      letGo: () => {
        keep();
        return holder;
      },
    };
  }

  it('wait for a connection no longer than they may', async () => {
    const { narrow, letGo } = await occupied(1_000);
    await assert.rejects(
      narrow.transaction(async (run) => run('select 1')),
      (error) => error instanceof StoreUnavailableError && error.outcome === 'none',
    );
    await letGo();
    await narrow.close();
    await assert.rejects(
      narrow.transaction(async (run) => run('select 1')),
      StoreUnavailableError,
    );
  });

  it('wait for a connection in the order they came', async () => {
    const { narrow, letGo } = await occupied();
    const turns: number[] = [];
    const waiting = [1, 2, 3].map((turn) => narrow.transaction(async () => void turns.push(turn)));
    await letGo();
    await Promise.all(waiting);
    assert.deepEqual(turns, [1, 2, 3]);
    await narrow.close();
  });

  it('refuse a database of a newer release, and keep their hands off it', async () => {
    const newer = ownTables(first);
    await createSqlStore(newer, others);
    await newer.transaction((run) => run(`insert into "${newer.schema}".latchkey_version values (99)`));
    await assert.rejects(
      createSqlStore(newer, definitions),
      (error) => error instanceof DatabaseVersionError && error.message.includes('newer Latchkey'),
    );
    const tables = await newer.transaction((run) =>
      run(`select to_regclass('"${newer.schema}".latchkey_thing') is null as absent`),
    );
    assert.deepEqual(tables, [{ absent: true }]);
  });

  it('tell a server that is not there from one that refuses', async () => {
    const url = new URL(await postgresUrl());
    const nobody = new URL(url);
    nobody.port = '1';
    await assert.rejects(openPostgres(nobody.href), StoreUnavailableError);
    const stranger = new URL(url);
    stranger.password = 'wrong';
    await assert.rejects(openPostgres(stranger.href), (error) => (error as { code?: string }).code === '28P01');
    const nowhere = new URL(url);
    nowhere.pathname = '/nowhere';
    await assert.rejects(openPostgres(nowhere.href), (error) => (error as { code?: string }).code === '3D000');
  });

  after(() => store.close());
});
