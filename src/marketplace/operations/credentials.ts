import {
  ApiError,
  isApiError,
  type Credential,
  type CredentialBatch,
  type UpdateCredential,
} from '../../contract/index.js';
import type { CredentialRecord, CredentialTypeRecord, ResourceRecord } from '../records.js';
import { awaitsProvider } from '../rules/credential.js';
import { demandAccess } from './access-obstacles.js';
import { byIds, promise, refuse, timestamp, visible, type ReadContext, type WriteContext } from './context.js';
import { createCredential } from './create-credential.js';
import { credentialOptions } from './credential-options.js';
import { demanded, presentCredential, saveCredential, withOrders } from './credential-records.js';
import { credentialSecretWrites } from './credential-secrets.js';
import { grantOptions, grantsInWords, presentGrants, readGrants } from './grants.js';
import { historyOf, personsChange, type Change } from './history.js';
import type { Implementations } from './implementations.js';
import { listCredentials } from './list-credentials.js';
import { exposures } from './resources.js';

/** Writes down what is wanted, and promises the agent's work for it. */
const want =
  (action: 'suspend' | 'enable' | 'remove', wanted: CredentialRecord['wanted'], entry: Change['action']) =>
  async (context: WriteContext, id: string, { reason }: { reason?: string | undefined } = {}): Promise<Credential> => {
    const { record } = await demanded(context, id, action);
    const saved = await saveCredential(context, { ...record, wanted }, personsChange(context, entry, { reason }));
    await promise(context.tx, 'credential', id);
    return presentCredential(context, saved);
  };

const suspend = want('suspend', 'inactive', 'suspended');
const enable = want('enable', 'active', 'enabled');
const remove = want('remove', 'deleted', 'deleting');

async function retry(context: WriteContext, id: string): Promise<Credential> {
  const { record, type } = await demanded(context, id, 'retry');
  const { reasons: _, ...rest } = record;
  const saved = await saveCredential(context, { ...rest, state: 'pending' }, personsChange(context, 'retried'));
  if (!awaitsProvider(saved, type)) await promise(context.tx, 'credential', id);
  return presentCredential(context, saved);
}

/**
 * The resources that a credential shall serve: each accepts its type, is open (SPEC I1) and, where that is needed, gives
 * access to it. A credential that counts for one resource (SPEC C10) stays there.
 */
async function readResources(
  context: WriteContext,
  { typeId, applicationId, resourceIds: current, environment }: CredentialRecord,
  resourceIds: readonly string[],
  type: CredentialTypeRecord,
): Promise<string[]> {
  if (type.limit?.per.includes('resource'))
    refuse({ pointer: '/resourceIds', detail: 'It is for one resource and stays there.', reason: 'unsupported' });
  const resources = await byIds(context.tx, 'resource', resourceIds);
  for (const [index, id] of resourceIds.entries()) {
    const resource = resources.get(id);
    const at = (reason: string, detail: string): never => refuse({ pointer: `/resourceIds/${index}`, reason, detail });
    if (!resource) return at('unknown', 'No such resource.');
    if (resourceIds.indexOf(id) !== index) return at('duplicate', 'This one is named twice.');
    if (resource.grants || !resource.credentialTypes.some((candidate) => candidate.id === typeId))
      return at('other-type', 'This resource does not accept this type.');
    if (resource.environment !== environment) return at('other-environment', 'The resource is in another environment.');
    if (resource.access.required && !current.includes(id)) await demandAccess(context, applicationId ?? '', id);
  }
  return [...resourceIds];
}

/** What a credential comes to serve has to be open (SPEC I1). */
async function demandExposed(context: ReadContext, added: ResourceRecord[]): Promise<void> {
  const exposureOf = await exposures(context, added);
  if (added.some((resource) => !exposureOf(resource).exposed)) throw new ApiError('not-exposed', 'update: not exposed');
}

/** What a person's edit makes of the credential: what it serves, and what it may do there (SPEC C9, C12). */
async function edited(
  context: WriteContext,
  { record, type }: { record: CredentialRecord; type: CredentialTypeRecord },
  { name, grants, resourceIds }: UpdateCredential,
): Promise<CredentialRecord> {
  const named = { ...record, name: name ?? record.name };
  if (grants === undefined && resourceIds === undefined) return named;
  const pointer = grants === undefined ? '/resourceIds' : '/grants';
  if ((grants === undefined) !== (record.grants === undefined) || (grants && resourceIds))
    refuse({ pointer, detail: 'Not what this credential is granted by.', reason: 'unsupported' });
  if (!grants) return { ...named, resourceIds: await readResources(context, record, resourceIds ?? [], type) };
  const resources = await context.tx.list('resource', {});
  const typed = resources.filter(({ credentialTypes }) => credentialTypes.some(({ id }) => id === record.typeId));
  const chosen = readGrants(grants, await grantOptions(context, typed, record.teamId));
  return { ...named, grants: chosen, resourceIds: chosen.map(({ resourceId }) => resourceId) };
}

/** What is different after an edit, in words. */
async function changesOf(
  context: ReadContext,
  from: CredentialRecord,
  to: CredentialRecord,
): Promise<NonNullable<Change['changes']>> {
  const resources = await byIds(context.tx, 'resource', [...from.resourceIds, ...to.resourceIds]);
  const grantsOf = await presentGrants(context, [from, to], resources);
  const names = ({ resourceIds }: CredentialRecord): string =>
    resourceIds.map((id) => resources.get(id)?.name ?? id).join(', ');
  const changes = [{ field: 'name', from: from.name, to: to.name }];
  if (to.grants)
    changes.push({ field: 'grants', from: grantsInWords(grantsOf(from)), to: grantsInWords(grantsOf(to)) });
  else changes.push({ field: 'resources', from: names(from), to: names(to) });
  return changes.filter((change) => change.from !== change.to);
}

async function update(context: WriteContext, id: string, params: UpdateCredential): Promise<Credential> {
  const { tx, now } = context;
  const found = await demanded(context, id, 'update');
  const { record } = found;
  const changed = await edited(context, found, params);
  const added = changed.resourceIds.filter((resourceId) => !record.resourceIds.includes(resourceId));
  await demandExposed(context, [...(await byIds(tx, 'resource', added)).values()]);
  const changes = await changesOf(context, record, changed);
  if (changes.length === 0) return presentCredential(context, record);
  const entry = personsChange(context, 'updated', { changes });
  const concernsDataPlane = changes.some(({ field }) => field !== 'name') && record.identifiers.length > 0;
  const ordered = concernsDataPlane ? withOrders(changed, { ...record.orders, update: record.version + 1 }) : changed;
  const saved = await saveCredential({ tx, now }, ordered, entry);
  if (concernsDataPlane) await promise(tx, 'credential', id);
  return presentCredential(context, saved);
}

/** What a provider does about a credential that is set up by hand. */
const asProvider =
  (action: 'provision' | 'fail', change: (record: CredentialRecord, reason: string, at: string) => CredentialRecord) =>
  async (context: WriteContext, id: string, { reason }: { reason?: string | undefined }): Promise<Credential> => {
    const { record } = await demanded(context, id, action);
    const changed = change(record, reason ?? '', timestamp(context.now));
    // That it is provisioned is written down once the data plane has it.
    const entry =
      action === 'fail' ? personsChange(context, 'failed', { reason }) : personsChange(context, 'approved', { reason });
    const saved = await saveCredential(context, changed, entry);
    if (action === 'provision') await promise(context.tx, 'credential', id);
    return presentCredential(context, saved);
  };

const batchActions: Record<
  CredentialBatch['action'],
  (context: WriteContext, id: string, params: { reason?: string | undefined }) => Promise<Credential>
> = { suspend, enable, remove, retry };

export const credentialReads: Pick<
  Implementations['reads'],
  'credentials.list' | 'credentials.get' | 'credentials.options' | 'credentials.history'
> = {
  'credentials.list': (context, _, params) => listCredentials(context, params),

  'credentials.options': (context, _, choice) => credentialOptions(context, choice),

  'credentials.get': async (context, id) => presentCredential(context, await visible(context, 'credential', id)),

  'credentials.history': (context, id, params) => historyOf(context, 'credential', id, params),
};

type CredentialWrites = {
  [
    Name in keyof Implementations['writes'] as Name extends `credentials.${string}` ? Name : never
  ]: Implementations['writes'][Name];
};

export const credentialWrites: CredentialWrites = {
  'credentials.create': (context, _, params) => createCredential(context, params),
  'credentials.update': update,
  'credentials.suspend': suspend,
  'credentials.enable': enable,
  'credentials.remove': remove,
  'credentials.retry': retry,

  'credentials.provision': asProvider('provision', (record) => ({ ...record, released: true })),
  'credentials.fail': asProvider('fail', (record, detail, at) => ({
    ...record,
    state: 'error',
    reasons: [{ detail, at }],
  })),

  'credentials.batch': async (context, _, { action, ids, reason }) => {
    const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (repeated !== -1)
      refuse({ pointer: `/ids/${repeated}`, detail: 'This one is named twice.', reason: 'duplicate' });
    const items = [];
    for (const id of ids) {
      try {
        // Each decides before it writes, so one that is refused leaves nothing in the transaction.
        items.push({
          id,
          credential: await batchActions[action]({ ...context, ifMatch: undefined }, id, { reason }),
        });
      } catch (error) {
        if (!isApiError(error)) throw error;
        items.push({ id, problem: { code: error.code, reason: error.reason } });
      }
    }
    return { items };
  },

  ...credentialSecretWrites,
};
