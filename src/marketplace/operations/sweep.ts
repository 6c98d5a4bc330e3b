import type { Kinds } from '../records.js';
import type { Writer } from '../store.js';
import { saveCredential } from './credential-records.js';

const dayMs = 24 * 60 * 60 * 1000;
/** How many of each kind are ended in one transaction. */
const atOnce = 500;

/**
 * Ends what has had its time: erases secrets (SPEC S3), marks credentials as expired (SPEC C11), forgets share links, old
 * events and old answers.
 *
 * @returns Whether there may be more: it is to be called again.
 */
export async function sweepOnce(tx: Writer<Kinds>, now: number): Promise<boolean> {
  /** The first of a kind whose time has come. */
  const due = <Kind extends keyof Kinds>(kind: Kind, field: string, atMost: number): Promise<Kinds[Kind][]> =>
    tx.list(kind, { atMost: { [field]: atMost }, by: field, limit: atOnce });

  const secrets = await due('secret', 'until', now);
  for (const secret of secrets) {
    await tx.remove('secret', secret.id);
    const credential = await tx.get('credential', secret.id);
    // After its only view nothing changes for anybody when it goes.
    if (credential && secret.viewedBy === undefined && credential.secretViewedAt === undefined)
      await saveCredential({ tx, now }, credential, { action: 'erased' });
  }

  const expired = await due('credential', 'expiryDue', now);
  for (const { expiryDue: _, ...credential } of expired)
    await saveCredential({ tx, now }, credential, { action: 'expired' });

  const shares = await due('share', 'expiresAt', now);
  for (const share of shares) {
    await tx.remove('share', share.id);
    const credential = await tx.get('credential', share.credentialId);
    if (credential?.shareId !== share.id) continue;
    const { shareId: _, shareUntil: __, ...rest } = credential;
    await saveCredential({ tx, now }, rest);
  }

  const events = await due('event', 'at', now - dayMs);
  for (const { id } of events) await tx.remove('event', id);
  const replies = await due('reply', 'createdAt', now - dayMs);
  for (const { id } of replies) await tx.remove('reply', id);

  return [secrets, expired, shares, events, replies].some(({ length }) => length === atOnce);
}
