import { ApiError, SecretValue, type Credential, type Secret, type ShareLink } from '../../contract/index.js';
import type { SecretPayload } from '../../contract/secret.js';
import { newId } from '../ids.js';
import { issueKey } from '../keys.js';
import type { CredentialRecord, SecretRecord } from '../records.js';
import { judgeCredential } from '../rules/credential.js';
import { demand } from '../rules/verdict.js';
import { checkVersion, promise, refuse, timestamp, visible, type WriteContext } from './context.js';
import { demanded, presentCredential, saveCredential, typesOf, withOrders } from './credential-records.js';
import { personsChange, writeDown } from './history.js';
import type { Implementations } from './implementations.js';

/** How long the call that had a secret's only view can have it again, should its answer have been lost. */
const lostAnswerMs = 60_000;
const shareLifetimeMs = 7 * 24 * 60 * 60 * 1000;

/** What the tokens of share links begin with: they are no people's. */
export const shareTokenPrefix = 'lk_share';

const gone = (reason: string): ApiError => new ApiError('secret-gone', 'the secret is no longer stored', { reason });

/** A secret at rest, opened. */
async function opened(
  { vault }: WriteContext,
  { id, sealed, until }: SecretRecord,
  isWindow: boolean,
): Promise<Secret> {
  const fields = JSON.parse(await vault.open(sealed, id)) as SecretPayload['fields'];
  return {
    fields: fields.map((field) => ({ ...field, value: new SecretValue(field.value) })),
    ...(isWindow && until !== undefined ? { availableUntil: timestamp(until) } : {}),
  };
}

async function reveal(context: WriteContext, id: string): Promise<Secret> {
  const { tx, principal, now, intent } = context;
  const record = await visible(context, 'credential', id);
  checkVersion(context, record);
  const type = (await typesOf(context, [record]))(record);
  const stored = await tx.get('secret', id);
  const { mode } = type.visibility;
  // The answer to the only view may have been lost on its way: who had it may ask again, under the same intent.
  const isRepeat = stored?.viewedBy !== undefined && stored.viewedBy === intent && now < (stored.until ?? 0);
  const verdict = judgeCredential('reveal', principal, record, type, now);
  const past = verdict.is !== 'allowed' && ['erased', 'viewed'].includes(verdict.reason) ? verdict.reason : undefined;
  if (past === 'viewed' && isRepeat) return opened(context, stored, false);
  if (past !== undefined) throw gone(past);
  demand('reveal', verdict);
  if (!stored) throw gone('erased');
  const change = personsChange(context, 'revealed');
  if (mode === 'once') {
    await tx.put('secret', {
      ...stored,
      until: now + lostAnswerMs,
      ...(intent === undefined ? {} : { viewedBy: intent }),
    });
    await saveCredential(context, { ...record, secretViewedAt: now }, change);
  } else await writeDown(context, record, change);
  return opened(context, stored, mode === 'window');
}

/** Orders a new secret, or new identifiers and a new secret, of the agent. */
async function order(
  context: WriteContext,
  record: CredentialRecord,
  orders: NonNullable<CredentialRecord['orders']>,
  change: Parameters<typeof saveCredential>[2],
): Promise<Credential> {
  const saved = await saveCredential(context, withOrders(record, { ...record.orders, ...orders }), change);
  await promise(context.tx, 'credential', record.id);
  return presentCredential(context, saved);
}

type SecretWrites = Pick<
  Implementations['writes'],
  'credentials.renew' | 'credentials.regenerate' | 'credentials.reveal' | 'credentials.share' | 'credentials.unshare'
>;

/** What is done about a credential's secret: seeing it, replacing it, letting somebody outside set it. */
export const credentialSecretWrites: SecretWrites = {
  'credentials.reveal': reveal,

  'credentials.renew': async (context, id, { overlapMs, reason }) => {
    const { principal, now } = context;
    const { record, type } = await demanded(context, id, 'renew');
    const verdict = judgeCredential('renew', principal, record, type, now);
    if (verdict.is === 'allowed' && !verdict.overlapsMs?.includes(overlapMs))
      refuse({ pointer: '/overlapMs', detail: 'Not one of the overlaps there are.', reason: 'unknown' });
    const renew = { id: newId('renewal', now), oldUntil: now + overlapMs };
    return order(context, record, { renew }, personsChange(context, 'renewed', { reason }));
  },

  'credentials.regenerate': async (context, id, { reason }) => {
    const { record } = await demanded(context, id, 'regenerate');
    return order(context, record, { regenerate: true }, personsChange(context, 'regenerated', { reason }));
  },

  'credentials.share': async (context, id, { lifetimeMs = shareLifetimeMs }): Promise<ShareLink> => {
    const { tx, vault, now } = context;
    const { record } = await demanded(context, id, 'share');
    if (record.shareId !== undefined) await tx.remove('share', record.shareId);
    const token = issueKey(shareTokenPrefix);
    const shareId = await vault.digest(token);
    const expiresAt = now + lifetimeMs;
    await tx.put('share', { id: shareId, credentialId: id, expiresAt });
    await saveCredential(context, { ...record, shareId, shareUntil: expiresAt }, personsChange(context, 'shared'));
    return { token, expiresAt: timestamp(expiresAt) };
  },

  'credentials.unshare': async (context, id) => {
    const { record } = await demanded(context, id, 'unshare');
    const { shareId, shareUntil: _, ...rest } = record;
    if (shareId !== undefined) await context.tx.remove('share', shareId);
    const saved = await saveCredential(context, rest, personsChange(context, 'unshared'));
    return presentCredential(context, saved);
  },
};
