import type { CreateAccessRequest, CreateCredential, Marketplace } from '../../../src/contract/index.js';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** A marketplace at moments that are over. */
export interface Past {
  /** The marketplace as somebody could use it then. */
  as(personId: string): Marketplace;
  /** The same for whoever holds a share link's token. */
  holding(token: string): Promise<Marketplace>;
  /** The data plane tells of a use at that moment; a session token that was issued then lives so long. */
  use(credentialId: string, sessionMs?: number): Promise<void>;
  /** From then on the data plane cannot set up what has this name. */
  refuse(name: string, reason: string): void;
}

/** Something that happened so many milliseconds ago. */
export type Happening = readonly [agoMs: number, act: (past: Past) => Promise<unknown>];

/** When somebody did something, and why. */
interface Deed {
  agoMs: number;
  reason?: string;
}

/** An access request, from when it was sent. */
export interface RequestLife {
  by: string;
  agoMs: number;
  order: CreateAccessRequest;
  /** The provider's decisions. */
  approved?: Deed;
  rejected?: Deed;
  revoked?: Deed;
  withdrawn?: Deed;
}

const given = ({ reason }: Deed): { reason?: string } => (reason === undefined ? {} : { reason });

/** What happened to an access request. */
export function requestLife({ by, agoMs, order, ...later }: RequestLife): Happening[] {
  let id = '';
  const { approved, rejected, revoked, withdrawn } = later;
  const then = (
    deed: Deed | undefined,
    who: string,
    verb: 'approve' | 'reject' | 'revoke' | 'withdraw',
  ): Happening[] => (deed ? [[deed.agoMs, (past) => past.as(who).accessRequests[verb](id, given(deed))]] : []);
  return [
    [agoMs, async (past) => void (id = (await past.as(by).accessRequests.create(order)).id)],
    ...then(approved, 'priya', 'approve'),
    ...then(rejected, 'priya', 'reject'),
    ...then(revoked, 'priya', 'revoke'),
    ...then(withdrawn, by, 'withdraw'),
  ];
}

/** A credential, from when it was created. */
export interface CredentialLife {
  by: string;
  agoMs: number;
  order: CreateCredential;
  /** When it was last used; never unless told. */
  usedMs?: number;
  /** How long the session token lives that it last got. */
  sessionMs?: number;
  renewed?: { agoMs: number; overlapMs: number };
  regenerated?: Deed;
  suspended?: Deed;
  /** Why the data plane could not set it up. */
  broken?: string;
  /** When a share link was made for it, and the secret that was set with it. */
  shared?: { agoMs: number; secret?: string };
}

async function seeSecret({ credentials }: Marketplace, id: string): Promise<void> {
  const { actions } = await credentials.get(id);
  if (actions.some(({ action, allowed }) => action === 'reveal' && allowed)) await credentials.reveal(id);
}

/** What happened to a credential. */
export function credentialLife({ by, agoMs, order, ...later }: CredentialLife): Happening[] {
  let id = '';
  const { usedMs, sessionMs, renewed, regenerated, suspended, broken, shared } = later;
  const happenings: Happening[] = [
    [
      agoMs,
      async (past) => {
        if (broken !== undefined) past.refuse(order.name, broken);
        ({ id } = await past.as(by).credentials.create(order));
      },
    ],
  ];
  // Whoever uses one has seen its secret.
  if (usedMs !== undefined) happenings.push([agoMs - minuteMs, (past) => seeSecret(past.as(by), id)]);
  if (renewed)
    happenings.push([
      renewed.agoMs,
      (past) => past.as(by).credentials.renew(id, { overlapMs: renewed.overlapMs, reason: 'Yearly rotation' }),
    ]);
  if (regenerated)
    happenings.push([regenerated.agoMs, (past) => past.as(by).credentials.regenerate(id, given(regenerated))]);
  if (suspended) happenings.push([suspended.agoMs, (past) => past.as(by).credentials.suspend(id, given(suspended))]);
  if (shared)
    happenings.push([
      shared.agoMs,
      async (past) => {
        const { token } = await past.as(by).credentials.share(id, { lifetimeMs: 30 * dayMs });
        if (shared.secret !== undefined) await (await past.holding(token)).share.setSecret({ secret: shared.secret });
      },
    ]);
  if (usedMs !== undefined) happenings.push([usedMs, (past) => past.use(id, sessionMs)]);
  return happenings;
}
