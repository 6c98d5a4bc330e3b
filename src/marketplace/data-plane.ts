import type { Identifier } from '../contract/index.js';
import type { CredentialType } from '../contract/product.js';
import type { SecretPayload } from '../contract/secret.js';

/** What the data plane is told of a credential it shall accept. */
export interface CredentialOrder {
  id: string;
  name: string;
  applicationId: string;
  resourceIds: string[];
  kind: CredentialType['kind'];
  data: Record<string, unknown>;
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

/**
 * What checks credentials where the calls are made: a gateway. The marketplace's agent drives it.
 *
 * Every method brings about a state and may be repeated: the agent repeats it whenever it cannot know whether the last
 * attempt arrived. What is repeated last wins, so a repeated `provision` may answer new values. A method that throws a
 * {@link DataPlaneError} has failed for the reason given; one that throws a {@link DataPlaneDelay} is asked again when
 * it said; after any other error it is tried again a few times.
 */
export interface DataPlane {
  grant(grant: Grant): Promise<void>;
  revoke(grantId: string): Promise<void>;
  provision(order: CredentialOrder): Promise<Provisioned>;
  setEnabled(credentialId: string, enabled: boolean): Promise<void>;
  remove(credentialId: string): Promise<void>;
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
