import { ApiError, SecretValue, type ActionName, type Credential, type Secret } from '../../contract/index.js';
import type { SecretPayload } from '../../contract/secret.js';
import { validateFormData } from '../form-data.js';
import { newId } from '../ids.js';
import { isMember } from '../principal.js';
import type { CredentialRecord, CredentialTypeRecord } from '../records.js';
import { judgeAccessRequest } from '../rules/access.js';
import { credentialActions, judgeCredential, secretInfo, visibleState } from '../rules/credential.js';
import { actionsFrom, demand } from '../rules/verdict.js';
import {
  announce,
  referred,
  checkVersion,
  of,
  promise,
  refuse,
  timestamp,
  visible,
  visiblePage,
  type ReadContext,
  type WriteContext,
} from './context.js';
import type { Implementations } from './implementations.js';

/** The type of each credential, found through the resources it serves. */
async function typesOf(
  { tx }: ReadContext,
  records: CredentialRecord[],
): Promise<(record: CredentialRecord) => CredentialTypeRecord> {
  const resources = await referred(tx, 'resource', records, ({ resourceIds }) => resourceIds);
  return ({ typeId, resourceIds }) => {
    for (const id of resourceIds) {
      const type = of(resources, id).credentialTypes.find((candidate) => candidate.id === typeId);
      if (type) return type;
    }
    throw new Error('a credential of a type that its resources do not have');
  };
}

async function present(context: ReadContext, records: CredentialRecord[]): Promise<Credential[]> {
  const { tx, principal, now } = context;
  const applications = await referred(tx, 'application', records, ({ applicationId }) => applicationId);
  const resources = await referred(tx, 'resource', records, ({ resourceIds }) => resourceIds);
  const teams = await referred(tx, 'team', records, ({ teamId }) => teamId);
  const typeOf = await typesOf(context, records);
  return records.map((record) => {
    const type = typeOf(record);
    return {
      id: record.id,
      name: record.name,
      type: { id: type.id, name: type.name, kind: type.kind },
      ...visibleState(record),
      ...(record.reasons ? { reasons: record.reasons } : {}),
      identifiers: record.identifiers,
      secret: secretInfo(record, type, now),
      application: { id: record.applicationId, name: of(applications, record.applicationId).name },
      resources: record.resourceIds.map((id) => ({ id, name: of(resources, id).name })),
      owner: { id: record.teamId, name: of(teams, record.teamId).name },
      lastUsedAt: record.lastUsedAt === undefined ? null : timestamp(record.lastUsedAt),
      createdAt: timestamp(record.createdAt),
      updatedAt: timestamp(record.updatedAt),
      version: String(record.version),
      actions: actionsFrom((action) => judgeCredential(action, principal, record, type, now), credentialActions),
    };
  });
}

const presentOne = async (context: ReadContext, record: CredentialRecord): Promise<Credential> =>
  (await present(context, [record]))[0] as Credential;

const searchText = ({ name, identifiers }: Pick<CredentialRecord, 'name' | 'identifiers'>): string =>
  [name, ...identifiers.map(({ value }) => value)].join('\n');

/** Stores a changed credential: version, time, search text and event. */
export async function saveCredential(
  context: Pick<WriteContext, 'tx' | 'now'>,
  changed: CredentialRecord,
): Promise<CredentialRecord> {
  const record = {
    ...changed,
    text: searchText(changed),
    shown: visibleState(changed).state,
    version: changed.version + 1,
    updatedAt: context.now,
  };
  await context.tx.put('credential', record);
  await announce(context, { subject: 'credential', subjectId: record.id, audience: record.teamId });
  return record;
}

/** The credential as a person's action finds it: visible to them, in the version they mean, in a state that allows it. */
async function demanded(context: WriteContext, id: string, action: ActionName): Promise<CredentialRecord> {
  const record = await visible(context, 'credential', id);
  checkVersion(context, record);
  const type = (await typesOf(context, [record]))(record);
  demand(action, judgeCredential(action, context.principal, record, type, context.now));
  return record;
}

/** Writes down what is wanted, and promises the agent's work for it. */
const want =
  (action: 'suspend' | 'enable' | 'remove', wanted: CredentialRecord['wanted']) =>
  async (context: WriteContext, id: string): Promise<Credential> => {
    const record = await demanded(context, id, action);
    const saved = await saveCredential(context, { ...record, wanted });
    await promise(context.tx, 'credential', id);
    return presentOne(context, saved);
  };

export const credentialReads: Pick<Implementations['reads'], 'credentials.list' | 'credentials.get'> = {
  'credentials.list': (context, _, { applicationId, resourceId, state, q, ...params }) =>
    visiblePage(
      context,
      'credential',
      params,
      { where: { applicationId, resourceIds: resourceId, shown: state }, contains: q, order: 'descending' },
      (found) => present(context, found),
    ),

  'credentials.get': async (context, id) => presentOne(context, await visible(context, 'credential', id)),
};

export const credentialWrites: Pick<
  Implementations['writes'],
  | 'credentials.create'
  | 'credentials.update'
  | 'credentials.suspend'
  | 'credentials.enable'
  | 'credentials.retry'
  | 'credentials.remove'
  | 'credentials.reveal'
> = {
  'credentials.create': async (context, _, params) => {
    const { tx, principal, now } = context;
    const application = await tx.get('application', params.applicationId);
    if (!application || !isMember(principal, application.teamId))
      refuse({ pointer: '/applicationId', detail: 'No such application.', reason: 'unknown' });
    const resource = await tx.get('resource', params.resourceId);
    if (!resource) refuse({ pointer: '/resourceId', detail: 'No such resource.', reason: 'unknown' });
    const type = resource.credentialTypes.find(({ id }) => id === params.typeId);
    if (!type) refuse({ pointer: '/typeId', detail: 'Not a type this resource accepts.', reason: 'unknown' });
    if (resource.access.required) await demandAccess(context, application.id, resource.id);
    validateFormData(type.form, params.data);

    const record = await saveCredential(context, {
      id: newId('cred', now),
      name: params.name,
      applicationId: application.id,
      teamId: application.teamId,
      typeId: type.id,
      resourceIds: [resource.id],
      data: params.data,
      state: 'pending',
      wanted: 'active',
      identifiers: [],
      shown: 'pending',
      text: params.name,
      createdAt: now,
      updatedAt: now,
      version: 0,
    });
    await promise(tx, 'credential', record.id);
    return presentOne(context, record);
  },

  'credentials.update': async (context, id, { name }) => {
    const record = await demanded(context, id, 'update');
    return presentOne(context, await saveCredential(context, { ...record, name: name ?? record.name }));
  },

  'credentials.suspend': want('suspend', 'inactive'),
  'credentials.enable': want('enable', 'active'),
  'credentials.remove': want('remove', 'deleted'),

  'credentials.retry': async (context, id) => {
    const { reasons: _, ...record } = await demanded(context, id, 'retry');
    const saved = await saveCredential(context, { ...record, state: 'pending' });
    await promise(context.tx, 'credential', id);
    return presentOne(context, saved);
  },

  'credentials.reveal': async (context, id): Promise<Secret> => {
    const record = await visible(context, 'credential', id);
    const type = (await typesOf(context, [record]))(record);
    const verdict = judgeCredential('reveal', context.principal, record, type, context.now);
    if (verdict.is === 'refused' && verdict.reason === 'erased')
      throw new ApiError('secret-gone', 'the secret is no longer stored', { reason: 'erased' });
    demand('reveal', verdict);
    const stored = await context.tx.get('secret', id);
    if (!stored) throw new ApiError('secret-gone', 'the secret is no longer stored', { reason: 'erased' });
    const fields = JSON.parse(await context.vault.open(stored.sealed, id)) as SecretPayload['fields'];
    return {
      fields: fields.map((field) => ({ ...field, value: new SecretValue(field.value) })),
      ...(stored.until === undefined ? {} : { availableUntil: timestamp(stored.until) }),
    };
  },
};

/** An application needs access to a resource before it gets a credential for it (SPEC A1). */
async function demandAccess(context: WriteContext, applicationId: string, resourceId: string): Promise<void> {
  const { tx, principal, now } = context;
  const requests = await tx.list('accessRequest', { where: { applicationId, resourceId } });
  let reason = 'no-access';
  for (const request of requests) {
    const subscription = await tx.get('subscription', request.subscriptionId);
    if (!subscription) continue;
    const verdict = judgeAccessRequest('create-credential', principal, request, subscription, now);
    if (verdict.is === 'allowed') return;
    if (verdict.is === 'refused') reason = verdict.reason;
  }
  throw new ApiError('access-required', `create: ${reason}`, { reason });
}
