import type {
  CreateAccessRequest,
  CredentialState,
  FieldError,
  FormDefinition,
  Identifier,
  OperationName,
  Ref,
  TimelineEntry,
} from '../contract/index.js';
import type { CredentialType, Plan, Resource } from '../contract/product.js';
import type { KindDefinitions, StoredRecord } from './store.js';

/** All times are milliseconds since 1970 by the marketplace's clock. */
export type Instant = number;

export interface TeamRecord extends StoredRecord {
  name: string;
}

export interface ProductRecord extends StoredRecord {
  name: string;
  description?: string;
  plans: Plan[];
}

/** What a marketplace's policy says of one kind of credential, beside what people see of it. */
export interface CredentialTypeRecord extends CredentialType {
  suspendable: boolean;
  /** Who can see the secret, and how long (SPEC S1); `periodMs` for `window` only. */
  visibility: { mode: 'once' | 'always' | 'never' } | { mode: 'window'; periodMs: number };
}

export interface ResourceRecord extends StoredRecord {
  name: string;
  productId: string;
  description?: string;
  apiVersion?: string;
  baseUrl: string;
  access: Resource['access'];
  requestForm?: FormDefinition;
  credentialTypes: CredentialTypeRecord[];
}

export interface SubscriptionRecord extends StoredRecord {
  name: string;
  productId: string;
  planId: string;
  teamId: string;
  approval: 'pending' | 'approved' | 'rejected';
  state: 'active' | 'archived' | 'cancelled';
  expiresAt?: Instant;
  createdAt: Instant;
  version: number;
}

export interface ApplicationRecord extends StoredRecord {
  name: string;
  description?: string;
  teamId: string;
  createdAt: Instant;
  version: number;
}

export interface AccessRequestRecord extends StoredRecord, Omit<CreateAccessRequest, 'data'> {
  teamId: string;
  requestedBy: Ref;
  data: Record<string, unknown>;
  approval: 'automatic' | 'manual';
  state: 'pending' | 'provisioning' | 'active' | 'rejected' | 'revoked' | 'withdrawn' | 'error';
  timeline: TimelineEntry[];
  /** Whether the data plane lets this request's traffic through, as far as the marketplace knows. */
  granted: boolean;
  /** Application, resource and subscription while the request is live: at most one of each (SPEC A6). */
  liveKey?: string;
  createdAt: Instant;
  updatedAt: Instant;
  version: number;
}

export interface CredentialRecord extends StoredRecord {
  name: string;
  applicationId: string;
  teamId: string;
  typeId: string;
  resourceIds: string[];
  data: Record<string, unknown>;
  /** What the data plane is known to have. */
  state: Exclude<CredentialState, 'deleting' | 'expired'>;
  /** What it should have; the agent works until both agree. */
  wanted: 'active' | 'inactive' | 'deleted';
  reasons?: { detail: string; at: string }[];
  identifiers: Identifier[];
  /** When the secret stops being visible; absent before it is provisioned, and where it always or never is. */
  secretUntil?: Instant;
  /** The state people see, for finding: derived from `state` and `wanted`. */
  shown: Exclude<CredentialState, 'expired'>;
  /** Name and identifiers, for searching. */
  text: string;
  lastUsedAt?: Instant;
  createdAt: Instant;
  updatedAt: Instant;
  version: number;
}

/** A secret at rest: sealed by the vault. Its id is the credential's; it goes when `until` has come (SPEC S3). */
export interface SecretRecord extends StoredRecord {
  sealed: string;
  until?: Instant;
}

/**
 * Work for the agent, written in the transaction that promised it: the subject's wanted and actual state differ.
 * Its id is the subject's. Times of tasks are the machine's, not the marketplace's.
 */
export interface TaskRecord extends StoredRecord {
  subject: 'access-request' | 'credential';
  attempts: number;
  /** When it may be taken: now, after a pause, or when the agent that holds it must have died. */
  dueAt: number;
  /** Names the agent's attempt that has it in hand. */
  holder?: string;
}

/** Something has changed. The id is a sequence number; `audience` is the owning team, or `*` for everybody. */
export interface EventRecord extends StoredRecord {
  subject: 'access-request' | 'credential' | 'subscription' | 'application' | 'clock';
  subjectId: string;
  audience: string;
  removed?: true;
  at: Instant;
}

/** The first answer to a keyed write. Answers never hold a secret; a reveal stores none. */
export interface ReplyRecord extends StoredRecord {
  operation: OperationName;
  fingerprint: string;
  result?: unknown;
  createdAt: Instant;
}

/** Everything a marketplace keeps. */
export interface Kinds {
  team: TeamRecord;
  product: ProductRecord;
  resource: ResourceRecord;
  subscription: SubscriptionRecord;
  application: ApplicationRecord;
  accessRequest: AccessRequestRecord;
  credential: CredentialRecord;
  secret: SecretRecord;
  task: TaskRecord;
  event: EventRecord;
  reply: ReplyRecord;
}

/** How each kind can be found. */
export const kinds: KindDefinitions<Kinds> = {
  team: {},
  product: {},
  resource: { text: ['productId'] },
  subscription: { text: ['teamId', 'productId'] },
  application: { text: ['teamId'] },
  accessRequest: {
    text: ['teamId', 'applicationId', 'resourceId', 'subscriptionId', 'state', 'liveKey'],
    unique: 'liveKey',
  },
  credential: { text: ['teamId', 'applicationId', 'shown'], list: ['resourceIds'], search: 'text' },
  secret: { number: ['until'] },
  task: { number: ['dueAt'] },
  event: { text: ['audience'], number: ['at'] },
  reply: { number: ['createdAt'] },
};

/** A field that is wrong, as a rule found it: where, and the word for why. */
export interface Objection extends FieldError {
  reason: string;
}
