import type { Clock } from './clock.js';
import { DataPlaneError, type CredentialOrder, type DataPlane, type Grant, type Provisioned } from './data-plane.js';
import { hashKey, issueKey, maskedKey, randomText } from './keys.js';
import type { KindDefinitions, Store, StoredRecord } from './store.js';

/** A credential as the data plane knows it: hashes only. */
export interface RegisteredCredential extends StoredRecord {
  applicationId: string;
  resourceIds: string[];
  kind: CredentialOrder['kind'];
  enabled: boolean;
  /** SHA-256 of the key, or of the client secret. */
  secretHash: string;
  clientId?: string;
  /** The web pages that may call with it from a browser, by their origin. */
  origins: string[];
}

interface RegisteredGrant extends Grant, StoredRecord {
  until?: number;
}

/** What the reference data plane keeps. */
export interface RegistryKinds {
  registeredCredential: RegisteredCredential;
  registeredGrant: RegisteredGrant;
}

export const registryKinds: KindDefinitions<RegistryKinds> = {
  registeredCredential: { text: ['secretHash', 'clientId'], unique: 'secretHash' },
  registeredGrant: { text: ['applicationId', 'resourceId'] },
};

/** Why a call is refused. */
export type Refusal = 'unknown-credential' | 'suspended' | 'no-access';

/** The reference data plane: it issues credentials, keeps their hashes, and says which calls may pass. */
export interface KeyRegistry extends DataPlane {
  findByKey(key: string): Promise<RegisteredCredential | undefined>;
  findByClientId(clientId: string): Promise<RegisteredCredential | undefined>;
  /** Why a call of the resource with this credential is refused; `undefined` if it may pass (SPEC A9, C5). */
  refusal(credential: RegisteredCredential | undefined, resourceId: string): Promise<Refusal | undefined>;
}

type Issue = () => Promise<Pick<RegisteredCredential, 'secretHash' | 'clientId'> & Provisioned>;

const issuers: Partial<Record<CredentialOrder['kind'], Issue>> = {
  'api-key': async () => {
    const key = issueKey('lk_key');
    return {
      secretHash: await hashKey(key),
      identifiers: [{ name: 'key', label: 'API key', value: maskedKey(key) }],
      fields: [{ name: 'apiKey', label: 'API key', value: key, secret: true }],
    };
  },
  'oauth-secret': async () => {
    const clientId = `lk_client_${randomText(20)}`;
    const secret = issueKey('lk_secret');
    return {
      secretHash: await hashKey(secret),
      clientId,
      identifiers: [{ name: 'clientId', label: 'Client ID', value: clientId }],
      fields: [
        { name: 'clientId', label: 'Client ID', value: clientId, secret: false },
        { name: 'clientSecret', label: 'Client secret', value: secret, secret: true },
      ],
    };
  },
};

/** A registry on a store of its own: the marketplace and its data plane share nothing but the {@link DataPlane} port. */
export function createKeyRegistry({ store, clock }: { store: Store<RegistryKinds>; clock: Clock }): KeyRegistry {
  return {
    grant: ({ until, ...grant }) =>
      store.write((tx) => tx.put('registeredGrant', { ...grant, ...(until === undefined ? {} : { until }) })),

    revoke: (grantId) => store.write((tx) => tx.remove('registeredGrant', grantId)),

    async provision({ id, applicationId, resourceIds, kind, data }) {
      const issue = issuers[kind];
      if (!issue) throw new DataPlaneError('This gateway cannot check credentials of this type.');
      const { secretHash, clientId, identifiers, fields } = await issue();
      const origins = Array.isArray(data['origins']) ? data['origins'].map(String) : [];
      const record = { id, applicationId, resourceIds, kind, enabled: true, secretHash, origins };
      await store.write((tx) =>
        tx.put('registeredCredential', { ...record, ...(clientId === undefined ? {} : { clientId }) }),
      );
      return { identifiers, fields };
    },

    setEnabled: (credentialId, enabled) =>
      store.write(async (tx) => {
        const credential = await tx.get('registeredCredential', credentialId);
        if (!credential) throw new DataPlaneError('The gateway does not know this credential.');
        await tx.put('registeredCredential', { ...credential, enabled });
      }),

    remove: (credentialId) => store.write((tx) => tx.remove('registeredCredential', credentialId)),

    async findByKey(key) {
      const secretHash = await hashKey(key);
      const [found] = await store.read((tx) => tx.list('registeredCredential', { where: { secretHash }, limit: 1 }));
      return found?.kind === 'api-key' ? found : undefined;
    },

    async findByClientId(clientId) {
      const [found] = await store.read((tx) => tx.list('registeredCredential', { where: { clientId }, limit: 1 }));
      return found;
    },

    async refusal(credential, resourceId) {
      if (!credential) return 'unknown-credential';
      if (!credential.enabled) return 'suspended';
      if (!credential.resourceIds.includes(resourceId)) return 'no-access';
      const { applicationId } = credential;
      const grants = await store.read((tx) => tx.list('registeredGrant', { where: { applicationId, resourceId } }));
      const open = grants.some(({ until }) => until === undefined || clock.now() < until);
      return open ? undefined : 'no-access';
    },
  };
}
