import type { CredentialOrder, Grant, ResourceOrder } from '../data-plane.js';
import type { PublicKey } from '../public-key.js';
import type { KindDefinitions, Reader, StoredRecord } from '../store.js';

/** A secret as the data plane knows it: a hash. */
export interface RegisteredSecret {
  /** SHA-256 of a secret that was issued; of one that a person chose, what {@link stretching} makes of it. */
  hash: string;
  /** How a secret that a person chose was stretched: it may be weak. */
  stretching?: { salt: string; iterations: number };
  /** When it stops working, in milliseconds since 1970; never if absent. */
  until?: number;
}

/** A credential as the data plane knows it. */
export interface RegisteredCredential extends StoredRecord {
  applicationId: string | undefined;
  kind: CredentialOrder['kind'];
  enabled: boolean;
  /** What calls name it by: its public identifier; the hashes of its keys for an API key. */
  handles: string[];
  /** The newest first. */
  secrets: RegisteredSecret[];
  /** The renewal that the newest secret is from. */
  renewalId?: string;
  resources: ResourceOrder[];
  /** When it expires, in milliseconds since 1970; never if absent. */
  until: number | undefined;
  /** The web pages that may call with it from a browser, by their origin. */
  origins: string[];
  /** What an OAuth client without a secret proves itself by. */
  publicKey?: PublicKey;
}

export interface RegisteredGrant extends Grant, StoredRecord {}

/** A session token that was issued. Its id is the token's hash. */
export interface RegisteredSession extends StoredRecord {
  credentialId: string;
  applicationId: string | undefined;
  /** The only resource it is for (SPEC E2). Counts once the credential is gone: until then, the credential's own does. */
  resource: ResourceOrder;
  /** In milliseconds since 1970. */
  until: number;
}

/** Whether a resource may be called at all. */
interface ResourceExposure extends StoredRecord {
  exposed: boolean;
}

/** The largest fence that a subject has seen. */
interface SubjectFence extends StoredRecord {
  fence: string;
  /** When the subject was removed, in milliseconds since 1970 by the machine's clock; absent while it is there. */
  endedAt?: number;
}

/** Something that may happen once, and has. */
interface Happened extends StoredRecord {
  /** Until when to remember, in milliseconds since 1970. */
  until: number;
}

/** What the reference data plane keeps. */
export interface RegistryKinds {
  registeredCredential: RegisteredCredential;
  registeredGrant: RegisteredGrant;
  registeredSession: RegisteredSession;
  resourceExposure: ResourceExposure;
  subjectFence: SubjectFence;
  happened: Happened;
}

export const registryKinds: KindDefinitions<RegistryKinds> = {
  registeredCredential: { list: ['handles'] },
  registeredGrant: { text: ['applicationId', 'resourceId'] },
  registeredSession: { text: ['credentialId'], number: ['until'] },
  resourceExposure: {},
  subjectFence: { number: ['endedAt'] },
  happened: { number: ['until'] },
};

/** Whether the time has come. */
export const hasEnded = (until: number | undefined, now: number): boolean => until !== undefined && now >= until;

/** What the data plane looks up to check a call. */
export interface Lookups {
  credential(id: string): Promise<RegisteredCredential | undefined>;
  credentialByHandle(handle: string): Promise<RegisteredCredential | undefined>;
  session(id: string): Promise<RegisteredSession | undefined>;
  grants(applicationId: string, resourceId: string): Promise<RegisteredGrant[]>;
  isExposed(resourceId: string): Promise<boolean>;
}

/** Looks it up in a transaction: each is one indexed read. */
export const lookupsIn = (tx: Reader<RegistryKinds>): Lookups => ({
  credential: (id) => tx.get('registeredCredential', id),
  credentialByHandle: async (handle) =>
    (await tx.list('registeredCredential', { where: { handles: handle }, limit: 1 }))[0],
  session: (id) => tx.get('registeredSession', id),
  grants: (applicationId, resourceId) => tx.list('registeredGrant', { where: { applicationId, resourceId } }),
  isExposed: async (resourceId) => (await tx.get('resourceExposure', resourceId))?.exposed ?? true,
});
