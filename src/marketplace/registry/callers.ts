import { hashKey, isIssuedKey } from '../keys.js';
import type { CredentialOrder } from '../data-plane.js';
import { isIdentifier } from './issue.js';
import {
  hasEnded,
  type Lookups,
  type RegisteredCredential,
  type RegisteredSecret,
  type RegisteredSession,
} from './records.js';
import type { Caller } from './refusal.js';
import type { SecretCheck } from './secrets.js';

/**
 * What a call shows of itself, by how it carries it. Each is for credentials of its own kinds only.
 *
 * - `key`: an API key.
 * - `pair`: the id of a key pair and, if it was sent, its secret.
 * - `basic`: a user name and a password.
 * - `client`: an OAuth client with its secret, or whom the token service has proven without one.
 * - `session`: a session token.
 */
export type Claim =
  | { by: 'key'; key: string }
  | { by: 'pair'; id: string; secret?: string | undefined }
  | { by: 'basic'; id: string; secret: string }
  | { by: 'client'; id: string; secret?: string | undefined }
  | { by: 'session'; token: string };

const kindsBy: Record<'pair' | 'basic' | 'client', CredentialOrder['kind'][]> = {
  pair: ['key-pair'],
  basic: ['http-basic'],
  client: ['oauth-secret', 'oauth-public-key'],
};

/** A credential with the secret that the claim has shown, if it has shown one. */
export interface Identified extends Caller {
  secret?: RegisteredSecret;
}

/** What is left of a credential that a session token has outlived (SPEC C7). */
const remains = ({ credentialId, applicationId, resource }: RegisteredSession): RegisteredCredential => ({
  id: credentialId,
  applicationId,
  kind: 'key-pair',
  enabled: true,
  handles: [],
  secrets: [],
  resources: [resource],
  until: undefined,
  origins: [],
});

/** Finds out whose a claim is; `undefined` if it is nobody's, or its secret is wrong or no longer good. */
export async function identify(
  claim: Claim,
  { lookups, check, now }: { lookups: Lookups; check: SecretCheck; now: number },
): Promise<Identified | undefined> {
  if (claim.by === 'key') {
    if (!isIssuedKey(claim.key)) return undefined;
    const hash = await hashKey(claim.key);
    const credential = await lookups.credentialByHandle(hash);
    const secret = credential?.secrets.find((one) => one.hash === hash && !hasEnded(one.until, now));
    return credential?.kind === 'api-key' && secret ? { credential, isProven: true, secret } : undefined;
  }

  if (claim.by === 'session') {
    if (!isIssuedKey(claim.token)) return undefined;
    const session = await lookups.session(await hashKey(claim.token));
    if (!session) return undefined;
    const credential = (await lookups.credential(session.credentialId)) ?? remains(session);
    return { credential, isProven: true, session: { resourceId: session.resource.id, until: session.until } };
  }

  const credential = isIdentifier(claim.id) ? await lookups.credentialByHandle(claim.id) : undefined;
  if (!credential || !kindsBy[claim.by].includes(credential.kind)) return undefined;
  if (claim.secret !== undefined) {
    const secret = await check(credential.secrets, claim.secret, now);
    return secret && { credential, isProven: true, secret };
  }
  // A key pair whose secret nobody has set yet is a key alone (SPEC I2, S9).
  const hasSecret = credential.secrets.some(({ until }) => !hasEnded(until, now));
  return { credential, isProven: claim.by === 'client' || !hasSecret };
}
