import type { Environment } from '../contract/index.js';

/** One separate world of a marketplace, and who may have credentials there (SPEC E1, E2). */
export interface EnvironmentPolicy extends Pick<Environment, 'id' | 'name' | 'kind'> {
  /** Roles one of which a person needs; nobody is left out if absent. */
  roles?: readonly string[];
  /** What who is left out is told, and where there is more about it. */
  message?: string;
  learnMoreUrl?: string;
}

/**
 * What holds for a whole marketplace, as data: with the policies of its credential types (`CredentialTypeRecord`) and
 * resources (`ResourceRecord`) this is all that tells one system from another.
 */
export interface MarketplacePolicy {
  /** Whether credentials belong to applications; otherwise to a team alone. */
  applications: boolean;
  /** Its separate worlds, in the order they are offered; none if absent. */
  environments?: readonly EnvironmentPolicy[];
  /** Who may see and manage credentials (SPEC M1); everybody in the owning team if absent. */
  credentialRoles?: { anyOf: readonly string[]; message: string };
  /** Who may expose resources (SPEC I1), beside providers. */
  exposureRoles?: readonly string[];
}

export const defaultPolicy: MarketplacePolicy = { applications: true };
