import { ApiError, type Share } from '../../contract/index.js';
import { newId } from '../ids.js';
import type { CredentialRecord } from '../records.js';
import { secretInfo, visibleState } from '../rules/credential.js';
import { byIds, of, promise, timestamp, type ReadContext, type WriteContext } from './context.js';
import { saveCredential, typesOf, withOrders } from './credential-records.js';
import type { Implementations } from './implementations.js';

const unauthenticated = (): ApiError => new ApiError('unauthenticated', 'the share link does not work, or no longer');

/** The credential behind the caller's share link, while the link works (SPEC I2). */
async function shared({ tx, now, shareId }: ReadContext): Promise<CredentialRecord & { shareUntil: number }> {
  if (shareId === undefined) throw new ApiError('forbidden', 'share: only with a share link', { reason: 'share-link' });
  const share = await tx.get('share', shareId);
  const credential = share && now < share.expiresAt ? await tx.get('credential', share.credentialId) : undefined;
  if (!share || !credential || credential.shareId !== shareId) throw unauthenticated();
  const { state } = visibleState(credential, now);
  if (state === 'deleting' || state === 'expired') throw unauthenticated();
  return { ...credential, shareUntil: share.expiresAt };
}

async function present(context: ReadContext, credential: CredentialRecord & { shareUntil: number }): Promise<Share> {
  const type = (await typesOf(context, [credential]))(credential);
  const resources = await byIds(context.tx, 'resource', credential.resourceIds);
  return {
    name: credential.name,
    resources: credential.resourceIds.map((id) => {
      const { name, baseUrl } = of(resources, id);
      return { name, baseUrl };
    }),
    identifiers: credential.identifiers,
    scheme: type.scheme,
    secret: secretInfo(credential, type, context.now).state === 'set' ? 'set' : 'none',
    expiresAt: timestamp(credential.shareUntil),
  };
}

export const shareReads: Pick<Implementations['reads'], 'share.get'> = {
  'share.get': async (context) => present(context, await shared(context)),
};

export const shareWrites: Pick<Implementations['writes'], 'share.setSecret'> = {
  'share.setSecret': async (context: WriteContext, _, { secret }) => {
    const { tx, vault, now } = context;
    const credential = await shared(context);
    const { shareUntil: until, ...record } = credential;
    if (record.orders?.secret !== undefined) await tx.remove('secret', record.orders.secret);
    const id = newId('secret', now);
    await tx.put('secret', { id, sealed: await vault.seal(secret, id) });
    const ordered = withOrders({ ...record, shareUntil: until, secretSetAt: now }, { ...record.orders, secret: id });
    const saved = await saveCredential(context, ordered, { action: 'secret-set' });
    await promise(tx, 'credential', record.id);
    return present(context, { ...saved, shareUntil: until });
  },
};
