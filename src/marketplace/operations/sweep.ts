import type { Kinds } from '../records.js';
import type { Writer } from '../store.js';
import { everyRecord } from './context.js';
import { saveCredential } from './credential-records.js';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Ends what has had its time: erases secrets (SPEC S3), marks credentials as expired (SPEC C11), forgets share links, old
 * events and old answers.
 */
export async function sweepOnce(tx: Writer<Kinds>, now: number): Promise<void> {
  for await (const secret of everyRecord(tx, 'secret', { atMost: { until: now } })) {
    await tx.remove('secret', secret.id);
    const credential = await tx.get('credential', secret.id);
    // After its only view nothing changes for anybody when it goes.
    if (credential && secret.viewedBy === undefined && credential.secretViewedAt === undefined)
      await saveCredential({ tx, now }, credential, { action: 'erased' });
  }
  for await (const { expiryDue: _, ...credential } of everyRecord(tx, 'credential', { atMost: { expiryDue: now } }))
    await saveCredential({ tx, now }, credential, { action: 'expired' });
  for await (const share of everyRecord(tx, 'share', { atMost: { expiresAt: now } })) {
    await tx.remove('share', share.id);
    const credential = await tx.get('credential', share.credentialId);
    if (credential?.shareId !== share.id) continue;
    const { shareId: _, shareUntil: __, ...rest } = credential;
    await saveCredential({ tx, now }, rest);
  }
  const before = now - dayMs;
  for await (const event of everyRecord(tx, 'event', { atMost: { at: before } })) await tx.remove('event', event.id);
  for await (const reply of everyRecord(tx, 'reply', { atMost: { createdAt: before } }))
    await tx.remove('reply', reply.id);
}
