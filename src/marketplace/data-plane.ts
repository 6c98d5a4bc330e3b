import type { Identifier } from '../contract/index.js';
import type { CredentialType } from '../contract/product.js';
import type { SecretPayload } from '../contract/secret.js';

/**
 * Where a call says which part of a resource's data it is about (SPEC M2).
 *
 * - `path`: the pattern of the path below the resource's address, in which one segment is `:scope` and others may be
 *   `:anything`, e.g. `/userprofile/v1/:organization/:account/:scope`; what follows behind it is free.
 * - `query`: the name of a query parameter.
 *
 * A call that says it in none of these ways is refused.
 */
export interface ScopeSource {
  path?: string[];
  query?: string;
}

/** What a credential may do with one resource. */
export interface ResourceOrder {
  id: string;
  /** Calls also need a grant for the application and the resource (SPEC A1, A9). */
  grantRequired: boolean;
  /** The HTTP methods that may be called; any if absent (SPEC M2). */
  methods?: string[] | undefined;
  /** The parts of the resource's data that may be called; all if absent (SPEC M2). */
  scope?: { source: ScopeSource; ids: string[] } | undefined;
}

/** What the data plane is told of a credential it shall accept. */
export interface CredentialOrder {
  id: string;
  name: string;
  applicationId?: string | undefined;
  kind: CredentialType['kind'];
  /** What the person filled in for the credential type, e.g. `origins` or `publicKey`. */
  data: Record<string, unknown>;
  resources: ResourceOrder[];
  /** When it expires by itself, in milliseconds since 1970 (SPEC C11); never if absent. */
  until?: number | undefined;
  /** It has no secret until a person sets one (SPEC S9). */
  secretLater?: boolean | undefined;
}

/** What the data plane answers once it accepts the credential: its public parts, and the values a call needs. */
export interface Provisioned {
  identifiers: Identifier[];
  fields: SecretPayload['fields'];
}

/** What the data plane is told of traffic it shall let through: an application's calls of a resource. */
export interface Grant {
  id: string;
  applicationId: string;
  resourceId: string;
  /** When it ends by itself, in milliseconds since 1970; never if absent. */
  until?: number | undefined;
}

/** A new secret under the same identifiers (SPEC C6). */
export interface Renewal {
  credentialId: string;
  /** Names the renewal: when it is ordered again, it is still the secret from before the first order that is the old one. */
  id: string;
  /** Until when the old secret works as well, in milliseconds since 1970; no longer at all if it is past. */
  oldUntil: number;
}

/**
 * What checks credentials where the calls are made: a gateway. The marketplace's agent drives it.
 *
 * Every method brings about a state and may be repeated: the agent repeats it whenever it cannot know whether the last
 * attempt arrived. What is repeated last wins, so a repeated `provision` or `renew` may answer new values. Each order
 * carries a `fence`, a text that sorts behind those of all earlier attempts at the same subject: an order with a
 * smaller one than the subject has seen comes from an agent that was given up for dead, and must be refused with any
 * error, also when the subject is no longer there. A method that throws a {@link DataPlaneError} has failed for the
 * reason given; one that throws a {@link DataPlaneDelay} is asked again when it said; after any other error it is tried
 * again a few times.
 */
export interface DataPlane {
  grant(grant: Grant, fence: string): Promise<void>;
  revoke(grantId: string, fence: string): Promise<void>;
  /** Opens or closes a resource for all calls (SPEC I1). One that it was told nothing about is open. */
  setExposed(resourceId: string, exposed: boolean, fence: string): Promise<void>;
  /** Accepts a credential, with new identifiers and a new secret; what it had before stops at once (SPEC C7). */
  provision(order: CredentialOrder, fence: string): Promise<Provisioned>;
  /** Changes what a credential may do; identifiers and secret stay (SPEC C9). */
  update(order: CredentialOrder, fence: string): Promise<void>;
  renew(renewal: Renewal, fence: string): Promise<Provisioned>;
  /** Sets or replaces the secret by one that a person chose (SPEC S9). */
  setSecret(credentialId: string, secret: string, fence: string): Promise<void>;
  setEnabled(credentialId: string, enabled: boolean, fence: string): Promise<void>;
  remove(credentialId: string, fence: string): Promise<void>;
}

/** The data plane needs some time: it is to be asked again after `ms` milliseconds. That is no failure. */
export class DataPlaneDelay extends Error {
  override readonly name = 'DataPlaneDelay';

  constructor(readonly ms: number) {
    super();
  }
}

/** The data plane cannot do it, and says why in words for people. Trying again without a change is pointless. */
export class DataPlaneError extends Error {
  override readonly name = 'DataPlaneError';
}

/** One use of a credential, as the data plane reports it. Times in milliseconds since 1970. */
export interface CredentialUse {
  at: number;
  /** When the last session token that was issued for it expires (SPEC C7); absent if it has issued none. */
  sessionsUntil?: number | undefined;
}
