import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createKeyRegistry, createSqlStore, hashKey, registryKinds, systemClock } from '../../src/marketplace/index.js';
import { issueKey } from '../../src/marketplace/keys.js';
import { databases, ownTables } from './databases.js';

for (const [name, open] of Object.entries(databases))
  describe(`the data plane’s records of the first release on ${name}`, () => {
    it('go on letting calls through, can be suspended, and removed', async () => {
      const sql = ownTables(await open());
      const [key, secret] = [issueKey('lk_key'), issueKey('lk_secret')];
      const clientId = `lk_client_${'a1B2'.repeat(5)}`;
      const common = { applicationId: 'app', resourceIds: ['orders'], enabled: true, origins: [] };
      const old = [
        { id: 'cred_key', kind: 'api-key', secretHash: await hashKey(key), ...common },
        { id: 'cred_client', kind: 'oauth-secret', secretHash: await hashKey(secret), clientId, ...common },
      ];
      await sql.transaction(async (run) => {
        await run(`create schema "${sql.schema}"`);
        await run(`set local search_path to "${sql.schema}"`);
        await run('create sequence latchkey_sequence');
        for (const kind of ['registered_credential', 'registered_grant'])
          await run(`create table latchkey_${kind} (id text collate "C" primary key, record jsonb not null)`);
        for (const record of old)
          await run('insert into latchkey_registered_credential values ($1, $2::text::jsonb)', [
            record.id,
            JSON.stringify(record),
          ]);
        const grant = { id: 'ar_1', applicationId: 'app', resourceId: 'orders' };
        await run(`insert into latchkey_registered_grant values ('ar_1', $1::text::jsonb)`, [JSON.stringify(grant)]);
      });

      const registry = createKeyRegistry({ store: await createSqlStore(sql, registryKinds), clock: systemClock });
      const call = { resourceId: 'orders', method: 'GET', path: '', query: '' };
      const refusals = async (): Promise<unknown[]> => [
        await registry.refusal(await registry.identify({ by: 'key', key }), call),
        await registry.refusal(await registry.identify({ by: 'client', id: clientId, secret }), call),
      ];
      assert.deepEqual(await refusals(), [undefined, undefined]);
      await registry.setEnabled('cred_key', false, '1');
      await registry.remove('cred_client', '1');
      assert.deepEqual(await refusals(), ['suspended', 'unknown-credential']);
    });
  });
