import type { ActionName, Credential } from '../../contract/index.js';
import { judgeCredential, secretInfo, visibleState, credentialActions } from '../rules/credential.js';
import { actionsFrom, demand } from '../rules/verdict.js';
import type { CredentialRecord, CredentialTypeRecord, Instant, Orders } from '../records.js';
import {
  announce,
  checkVersion,
  of,
  referred,
  refOf,
  timestamp,
  visible,
  type ReadContext,
  type WriteContext,
} from './context.js';
import { presentGrants } from './grants.js';
import { writeDown, type Change } from './history.js';

/** The type of each credential, found through the resources it serves. */
export async function typesOf(
  { tx }: Pick<ReadContext, 'tx'>,
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

/** A time that is still to come, as people and programs read it. */
const ahead = (instant: Instant | undefined, now: Instant): string | undefined =>
  instant !== undefined && now < instant ? timestamp(instant) : undefined;

/** Credentials as their owners see them: never with a secret (SPEC C4). */
export async function presentCredentials(context: ReadContext, records: CredentialRecord[]): Promise<Credential[]> {
  const { tx, principal, now } = context;
  const applications = await referred(tx, 'application', records, ({ applicationId }) => applicationId);
  const resources = await referred(tx, 'resource', records, ({ resourceIds }) => resourceIds);
  const teams = await referred(tx, 'team', records, ({ teamId }) => teamId);
  const grantsOf = await presentGrants(context, records, resources);
  const typeOf = await typesOf(context, records);
  return records.map((record) => {
    const type = typeOf(record);
    const { applicationId } = record;
    return {
      id: record.id,
      name: record.name,
      type: { id: type.id, name: type.name, kind: type.kind, audience: type.audience },
      ...visibleState(record, now),
      ...(record.reasons ? { reasons: record.reasons } : {}),
      identifiers: record.identifiers,
      secret: secretInfo(record, type, now),
      environment: record.environment,
      ...(applicationId === undefined
        ? {}
        : { application: { id: applicationId, name: of(applications, applicationId).name } }),
      resources: record.resourceIds.map((id) => ({ id, name: of(resources, id).name })),
      grants: grantsOf(record),
      owner: refOf(teams, record.teamId),
      ...(record.expiresAt === undefined ? {} : { expiresAt: timestamp(record.expiresAt) }),
      overlapUntil: ahead(record.overlapUntil, now),
      sessionsUntil: ahead(record.sessionsUntil, now),
      shareUntil: ahead(record.shareUntil, now),
      lastUsedAt: record.lastUsedAt === undefined ? null : timestamp(record.lastUsedAt),
      createdAt: timestamp(record.createdAt),
      updatedAt: timestamp(record.updatedAt),
      version: String(record.version),
      actions: actionsFrom((action) => judgeCredential(action, principal, record, type, now), credentialActions),
    };
  });
}

export const presentCredential = async (context: ReadContext, record: CredentialRecord): Promise<Credential> =>
  (await presentCredentials(context, [record]))[0] as Credential;

const searchText = ({ name, identifiers }: Pick<CredentialRecord, 'name' | 'identifiers'>): string =>
  [name, ...identifiers.map(({ value }) => value)].join('\n');

const longestNumber = 12;

/** A name as people put names in order: accents and case aside, and numbers by their size. */
const sortName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(longestNumber, '0'));

/** Stores a changed credential: version, time, search text, event and, where there is one to tell of, history. */
export async function saveCredential(
  context: Pick<WriteContext, 'tx' | 'now'>,
  changed: CredentialRecord,
  change?: Change,
): Promise<CredentialRecord> {
  const record = {
    ...changed,
    text: searchText(changed),
    sortName: sortName(changed.name),
    shown: visibleState(changed, context.now).state,
    version: changed.version + 1,
    updatedAt: context.now,
  };
  await context.tx.put('credential', record);
  await announce(context, { subject: 'credential', subjectId: record.id, audience: record.teamId });
  if (change) await writeDown(context, record, change);
  return record;
}

/** The credential with other orders; without any, it has no such field. */
export function withOrders(record: CredentialRecord, orders: Orders): CredentialRecord {
  const { orders: _, ...rest } = record;
  const left = Object.entries(orders).filter(([, order]) => order !== undefined);
  return left.length === 0 ? rest : { ...rest, orders: Object.fromEntries(left) };
}

/** The credential as a person's action finds it: visible to them, in the version they mean, in a state that allows it. */
export async function demanded(
  context: WriteContext,
  id: string,
  action: ActionName,
): Promise<{ record: CredentialRecord; type: CredentialTypeRecord }> {
  const record = await visible(context, 'credential', id);
  checkVersion(context, record);
  const type = (await typesOf(context, [record]))(record);
  demand(action, judgeCredential(action, context.principal, record, type, context.now));
  return { record, type };
}
