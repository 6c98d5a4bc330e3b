import type {
  Audience,
  CreateAccessRequest,
  CredentialState,
  FieldError,
  FormDefinition,
  GrantOption,
  HistoryEntry,
  Identifier,
  MarketplaceEvent,
  OperationName,
  Ref,
  TimelineEntry,
} from '../contract/index.js';
import type { CredentialType, Plan, Resource } from '../contract/product.js';
import type { ScopeSource } from './data-plane.js';
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
  visibility: { mode: 'once' | 'window' | 'always' | 'never'; windowMs?: number };
  /** How long the old secret may keep working after a renewal, in milliseconds (SPEC C6); absent: it does not renew. */
  overlapsMs?: number[];
  /** Whether identifiers and secret can be replaced by new ones (SPEC C7). */
  regenerable?: boolean;
  /** How many of this type there may be, for each combination of what is named (SPEC C10). */
  limit?: { most: number; per: ('application' | 'environment' | 'resource' | 'team')[] };
  /** `manual`: a provider has it set up; the agent otherwise. */
  provisioning?: 'manual';
}

/** How a resource is granted in parts (SPEC M2). */
export interface GrantPolicy {
  /** The permissions it allows, and the HTTP methods each stands for; all of them if absent. */
  permissions: { id: string; name: string; description?: string; methods?: string[] }[];
  /** The level of the hierarchy it applies to. */
  level: ScopeLevel;
  /** All scopes of the level are granted; there is nothing to choose. */
  locked: boolean;
  /** How the data plane tells from a call which scope it is about. */
  source: ScopeSource;
}

export type ScopeLevel = Exclude<GrantOption['scope']['level'], 'unknown'>;

/** A node of a team's hierarchy: organization → account → workspace. */
export interface ScopeRecord extends StoredRecord {
  name: string;
  level: ScopeLevel;
  teamId: string;
  parentId?: string;
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
  /** The one it stands in, where there are several (SPEC E2). */
  environment?: string;
  /** It has a gate (SPEC I1), open or not at the start; without one it is always open. */
  exposedAtFirst?: boolean;
  grants?: GrantPolicy;
}

/** Whether a resource with a gate is open (SPEC I1). Its id is the resource's. */
export interface ExposureRecord extends StoredRecord {
  exposed: boolean;
  version: number;
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

/** What a credential may do with one resource. */
export interface GrantRecord {
  resourceId: string;
  permissionId: string;
  scopeIds: string[];
}

/** What is ordered for a credential and not yet carried out, beside its wanted state. */
export interface Orders {
  /** New identifiers and secret (SPEC C7). */
  regenerate?: true | undefined;
  /** A new secret (SPEC C6), and until when the old one shall work. */
  renew?: { id: string; oldUntil: Instant } | undefined;
  /** Its resources or grants have changed; the number tells a later change from the one in hand. */
  update?: number | undefined;
  /** A person has set a secret (SPEC S9): the id of the sealed one. */
  secret?: string | undefined;
}

export interface CredentialRecord extends StoredRecord {
  name: string;
  applicationId?: string;
  teamId: string;
  typeId: string;
  environment?: string;
  audience?: Audience;
  resourceIds: string[];
  grants?: GrantRecord[];
  data: Record<string, unknown>;
  /** What the data plane is known to have. */
  state: Exclude<CredentialState, 'deleting' | 'expired'>;
  /** What it should have; the agent works until both agree. */
  wanted: 'active' | 'inactive' | 'deleted';
  orders?: Orders;
  /** A provider has had it set up, where that is done by hand. */
  released?: true;
  reasons?: { detail: string; at: string }[];
  identifiers: Identifier[];
  /** When the secret stops being visible; absent before it is provisioned, and where it always or never is. */
  secretUntil?: Instant;
  /** When the secret had its only view (SPEC S1). */
  secretViewedAt?: Instant;
  /** When a person last set the secret (SPEC S9). */
  secretSetAt?: Instant;
  expiresAt?: Instant;
  /** The same while nobody has written down that it has expired. */
  expiryDue?: Instant;
  overlapUntil?: Instant;
  sessionsUntil?: Instant;
  /** Its share link, and until when it works. */
  shareId?: string;
  shareUntil?: Instant;
  /** What it counts with towards its type's limit. */
  limitKey?: string;
  /** The state people see, for finding: derived. */
  shown: CredentialState;
  /** Name and identifiers, for searching. */
  text: string;
  /** The name as lists are ordered by it. */
  sortName: string;
  lastUsedAt?: Instant;
  createdAt: Instant;
  updatedAt: Instant;
  version: number;
}

/**
 * A secret at rest: sealed by the vault, in the context of its id. That is the credential's, or an order's for one that a
 * person has set and the data plane has yet to take. It goes when `until` has come (SPEC S3).
 */
export interface SecretRecord extends StoredRecord {
  sealed: string;
  until?: Instant;
  /** The call that had the only view: until then it can have it again, as its answer may have been lost. */
  viewedBy?: string;
}

/** A share link (SPEC I2). Its id is the token's digest. */
export interface ShareRecord extends StoredRecord {
  credentialId: string;
  expiresAt: Instant;
}

/** One change of a credential or an access request. The id is its position. */
export interface HistoryRecord extends StoredRecord {
  subjectId: string;
  teamId: string;
  action: Exclude<HistoryEntry['action'], 'unknown'>;
  by?: Ref;
  reason?: string;
  changes?: HistoryEntry['changes'];
  at: Instant;
}

/**
 * Work for the agent, written in the transaction that promised it: the subject's wanted and actual state differ.
 * Its id is the subject's. Times of tasks are the machine's, not the marketplace's.
 */
export interface TaskRecord extends StoredRecord {
  subject: 'access-request' | 'credential' | 'resource';
  attempts: number;
  /** When it may be taken: now, after a pause, or when the agent that holds it must have died. */
  dueAt: number;
  /** Names the agent's attempt that has it in hand; later attempts' names sort behind it. */
  holder?: string;
}

/** Something has changed. The id is its position; `audience` is the owning team, or `*` for everybody. */
export interface EventRecord extends StoredRecord {
  subject: Exclude<MarketplaceEvent['subject'], 'unknown'>;
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
  scope: ScopeRecord;
  exposure: ExposureRecord;
  credential: CredentialRecord;
  secret: SecretRecord;
  share: ShareRecord;
  history: HistoryRecord;
  task: TaskRecord;
  event: EventRecord;
  reply: ReplyRecord;
}

/** How each kind can be found. */
export const kinds: KindDefinitions<Kinds> = {
  team: {},
  product: {},
  resource: { text: ['productId', 'environment'] },
  subscription: { text: ['teamId', 'productId', 'approval'] },
  application: { text: ['teamId'] },
  accessRequest: {
    text: ['teamId', 'applicationId', 'resourceId', 'subscriptionId', 'state', 'liveKey'],
    search: 'name',
    unique: 'liveKey',
    indexes: [
      ['applicationId', 'resourceId'],
      ['applicationId'],
      ['subscriptionId'],
      ['resourceId', 'teamId'],
      ['resourceId'],
      ['teamId', 'state'],
    ],
    narrow: ['teamId', 'state'],
  },
  scope: { text: ['teamId'] },
  exposure: {},
  credential: {
    text: ['teamId', 'applicationId', 'shown', 'environment', 'audience', 'limitKey'],
    list: ['resourceIds'],
    number: ['expiryDue'],
    search: 'text',
    indexes: [
      ['limitKey'],
      ['applicationId', 'shown'],
      ['applicationId'],
      ['resourceIds', 'teamId', 'shown'],
      ['resourceIds', 'teamId'],
      ['resourceIds', 'shown'],
      ['resourceIds'],
      ['teamId', 'environment', 'shown'],
      ['teamId', 'environment'],
      ['teamId', 'shown'],
    ],
    narrow: ['teamId', 'shown', 'environment', 'audience'],
  },
  secret: { number: ['until'] },
  share: { number: ['expiresAt'] },
  history: { text: ['subjectId'], number: ['at'] },
  task: { number: ['dueAt'] },
  event: { text: ['audience'], number: ['at'] },
  reply: { number: ['createdAt'] },
};

/** A field that is wrong, as a rule found it: where, and the word for why. */
export interface Objection extends FieldError {
  reason: string;
}
