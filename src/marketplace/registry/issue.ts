import { DataPlaneError, type CredentialOrder, type Provisioned } from '../data-plane.js';
import { hashKey, issueKey, maskedKey, randomText } from '../keys.js';
import { PublicKeyError, readPublicKey } from '../public-key.js';
import type { RegisteredCredential, RegisteredSecret } from './records.js';
import { keepIssued } from './secrets.js';

type Kind = CredentialOrder['kind'];

/** What people and programs call one value of a credential. */
export interface ValueName {
  name: string;
  label: string;
}

/** The two values of a key pair. */
export interface PairNames {
  id: ValueName;
  secret: ValueName;
}

interface NamedKind {
  id: ValueName & { prefix: string };
  secret?: ValueName & { prefix: string };
}

/** The kinds that calls name by an identifier which everybody may see. */
const namedKinds = ({ id, secret }: PairNames): Partial<Record<Kind, NamedKind>> => ({
  'key-pair': { id: { ...id, prefix: 'lk_id' }, secret: { ...secret, prefix: 'lk_secret' } },
  'oauth-secret': {
    id: { name: 'clientId', label: 'Client ID', prefix: 'lk_client' },
    secret: { name: 'clientSecret', label: 'Client secret', prefix: 'lk_secret' },
  },
  'oauth-public-key': { id: { name: 'clientId', label: 'Client ID', prefix: 'lk_client' } },
  'http-basic': {
    id: { name: 'username', label: 'User name', prefix: 'lk_user' },
    secret: { name: 'password', label: 'Password', prefix: 'lk_password' },
  },
});

/** Whether a text is built like an identifier of ours: no other reaches the database. */
export const isIdentifier = (text: string): boolean => /^lk_(id|client|user)_[0-9A-Za-z]{20,32}$/.test(text);

/** What a credential is known by from now on, and what its owner is told. */
export interface Issued extends Pick<RegisteredCredential, 'handles' | 'secrets' | 'publicKey'> {
  provisioned: Provisioned;
}

/** Makes the values of credentials. */
export interface Issuer {
  /** Identifier and secret of a new credential. */
  issue(order: CredentialOrder): Promise<Issued>;
  /** A new secret under the identifier a credential has. */
  issueSecret(credential: RegisteredCredential): Promise<Issued>;
}

async function issueApiKey(): Promise<Issued> {
  const key = issueKey('lk_key');
  return {
    handles: [await hashKey(key)],
    secrets: [await keepIssued(key)],
    provisioned: {
      identifiers: [{ name: 'key', label: 'Key hint', value: maskedKey(key) }],
      fields: [{ name: 'apiKey', label: 'API key', value: key, secret: true }],
    },
  };
}

async function publicKeyOf({ data }: CredentialOrder): Promise<RegisteredCredential['publicKey']> {
  const text = data['publicKey'];
  try {
    return await readPublicKey(typeof text === 'string' ? text : '');
  } catch (error) {
    throw error instanceof PublicKeyError ? new DataPlaneError(error.message) : error;
  }
}

/** @param pairNames - What the two values of a key pair are called. */
export function createIssuer(pairNames: PairNames): Issuer {
  const kinds = namedKinds(pairNames);

  async function withSecret(names: NamedKind, identifier: string, isSecretLater: boolean): Promise<Issued> {
    const { prefix: _, ...id } = names.id;
    const identifiers = [{ ...id, value: identifier }];
    const fields: Provisioned['fields'] = [{ ...id, value: identifier, secret: false }];
    const secrets: RegisteredSecret[] = [];
    if (names.secret && !isSecretLater) {
      const { prefix, ...secret } = names.secret;
      const value = issueKey(prefix);
      secrets.push(await keepIssued(value));
      fields.push({ ...secret, value, secret: true });
    }
    return { handles: [identifier], secrets, provisioned: { identifiers, fields } };
  }

  return {
    async issue(order) {
      if (order.kind === 'api-key') return issueApiKey();
      const names = kinds[order.kind];
      if (!names) throw new DataPlaneError('This gateway cannot check credentials of this type.');
      const publicKey = order.kind === 'oauth-public-key' ? await publicKeyOf(order) : undefined;
      const identifier = `${names.id.prefix}_${randomText(24)}`;
      const issued = await withSecret(names, identifier, order.secretLater ?? false);
      return publicKey ? { ...issued, publicKey } : issued;
    },

    async issueSecret({ kind, handles }) {
      if (kind === 'api-key') return issueApiKey();
      const names = kinds[kind];
      if (!names?.secret) throw new DataPlaneError('This type of credential has no secret.');
      return withSecret(names, handles[0] ?? '', false);
    },
  };
}
