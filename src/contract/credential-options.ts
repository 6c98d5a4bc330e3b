import * as z from 'zod/mini';
import { CredentialSchema } from './credential.js';
import { GrantOptionSchema } from './grant.js';
import { RefSchema } from './primitives.js';
import { CredentialTypeSchema } from './product.js';

const { id, name, state, identifiers, expiresAt } = CredentialSchema.shape;

const choice = { allowed: z.boolean(), reason: z.optional(z.string()) };

/** How many credentials there may be, and how many there are (SPEC C10). */
export const LimitSchema = z.object({ used: z.number(), most: z.number() });
export type Limit = z.infer<typeof LimitSchema>;

/**
 * A type, and whether one of it can be created with what is chosen. Reasons: `limit-reached` (SPEC C10), `not-exposed`
 * (SPEC I1).
 */
export const TypeOptionSchema = z.object({ ...CredentialTypeSchema.shape, ...choice, limit: z.optional(LimitSchema) });
export type TypeOption = z.infer<typeof TypeOptionSchema>;

/** An application that could own it, and whether it can with what is chosen. Reasons: those of SPEC A1, e.g. `no-access`. */
export const OwnerOptionSchema = z.object({ id: z.string(), name: z.string(), owner: RefSchema, ...choice });
export type OwnerOption = z.infer<typeof OwnerOptionSchema>;

/** A resource it could be for. Reasons: `no-access`, `provisioning`, `not-exposed`, … */
export const ResourceOptionSchema = z.object({ id: z.string(), name: z.string(), ...choice });
export type ResourceOption = z.infer<typeof ResourceOptionSchema>;

/**
 * What can be chosen for a new credential, given what is chosen already. What cannot be chosen stays listed with the
 * reason.
 *
 * - `blocked`: why none can be created at all, with what is chosen: `role` (SPEC M1), `not-eligible` (SPEC E1),
 *   `not-exposed` (SPEC I1), `limit-reached` (SPEC C10), `environment-required` (SPEC E2), `no-application`,
 *   `no-access` (SPEC A1). `message` and `learnMoreUrl` are the marketplace's own words on it.
 * - `needsApplication`: credentials belong to applications; otherwise to one of `teams`.
 * - `grants`: there where resources are granted in parts (SPEC M2), instead of choosing one resource.
 * - `existing`: what the application has already that could serve the resource too, suspended or not (SPEC C12).
 */
export const CredentialOptionsSchema = z.object({
  blocked: z.optional(z.string()),
  message: z.optional(z.string()),
  learnMoreUrl: z.optional(z.string()),
  needsApplication: z.boolean(),
  environments: z.array(z.object({ id: z.string(), name: z.string(), ...choice })),
  teams: z.array(RefSchema),
  applications: z.array(OwnerOptionSchema),
  resources: z.array(ResourceOptionSchema),
  types: z.array(TypeOptionSchema),
  grants: z.optional(z.array(GrantOptionSchema)),
  existing: z.array(z.object({ id, name, state, identifiers, expiresAt })),
});
export type CredentialOptions = z.infer<typeof CredentialOptionsSchema>;
