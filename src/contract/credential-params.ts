import * as z from 'zod/mini';
import { CredentialStateSchema } from './credential.js';
import { AudienceSchema } from './credential-type.js';
import { FormDataSchema } from './form.js';
import { GrantChoicesSchema } from './grant.js';
import { NameSchema, PageParamsSchema } from './primitives.js';

/** What is chosen already for a credential to create. */
export const CredentialChoiceSchema = z.object({
  environment: z.optional(z.string()),
  teamId: z.optional(z.string()),
  applicationId: z.optional(z.string()),
  resourceId: z.optional(z.string()),
});
export type CredentialChoice = z.infer<typeof CredentialChoiceSchema>;

/**
 * What deserves a look (SPEC C11): expires within 30 days, has expired, was never used, or is refused by the data plane
 * because somebody suspended it.
 */
export const CredentialRiskSchema = z.enum(['expiring', 'expired', 'unused', 'inactive']);
export type CredentialRisk = z.infer<typeof CredentialRiskSchema>;

/** The order of the list of credentials; with `-` the other way round. What has no such time comes last. */
export const CredentialOrderSchema = z.enum([
  'name',
  '-name',
  'created',
  '-created',
  'used',
  '-used',
  'expires',
  '-expires',
]);
export type CredentialOrder = z.infer<typeof CredentialOrderSchema>;

/** By what the list of credentials can be divided; each is also a parameter that narrows it. */
export const CredentialFacetSchema = z.enum(['state', 'risk', 'typeId', 'resourceId', 'applicationId']);
export type CredentialFacet = z.infer<typeof CredentialFacetSchema>;

/**
 * Narrows the list of credentials; `q` searches names and identifiers. Newest first, unless `sort` says otherwise. Where
 * the marketplace has several environments, `environment` has to be told (SPEC E2). The counts of a facet leave out what
 * the list is narrowed to by that facet itself.
 */
export const ListCredentialsSchema = z.extend(PageParamsSchema, {
  environment: z.optional(z.string()),
  audience: z.optional(AudienceSchema),
  applicationId: z.optional(z.string()),
  resourceId: z.optional(z.string()),
  typeId: z.optional(z.array(z.string())),
  state: z.optional(z.array(CredentialStateSchema)),
  risk: z.optional(CredentialRiskSchema),
  q: z.optional(z.string()),
  sort: z.optional(CredentialOrderSchema),
  facets: z.optional(z.array(CredentialFacetSchema)),
});
export type ListCredentials = z.infer<typeof ListCredentialsSchema>;

/**
 * A new credential of a type that the resource offers (SPEC C2).
 *
 * - `applicationId`: where credentials belong to applications; it needs access to the resource (SPEC A1). Elsewhere
 *   `teamId` says whose it is; the person's only team unless told.
 * - `environment`: where there are several (SPEC E2); the resource's own.
 * - `resourceId`, or `grants` where resources are granted in parts (SPEC M2).
 * - `lifetimeMs`: one of the type's `lifetimesMs`; its first unless told (SPEC C11).
 */
export const CreateCredentialSchema = z.object({
  name: NameSchema,
  typeId: z.string(),
  applicationId: z.optional(z.string()),
  teamId: z.optional(z.string()),
  environment: z.optional(z.string()),
  resourceId: z.optional(z.string()),
  grants: z.optional(GrantChoicesSchema),
  lifetimeMs: z.optional(z.nullable(z.number())),
  data: FormDataSchema,
});
export type CreateCredential = z.infer<typeof CreateCredentialSchema>;

/** What can be edited after issue without a new secret (SPEC C9, C12): the name, the grants, the resources it serves. */
export const UpdateCredentialSchema = z.object({
  name: z.optional(NameSchema),
  grants: z.optional(GrantChoicesSchema),
  resourceIds: z.optional(/*#__PURE__*/ z.array(z.string()).check(z.minLength(1), z.maxLength(50))),
});
export type UpdateCredential = z.infer<typeof UpdateCredentialSchema>;

/** A renewal: how long the old secret keeps working, one of the action's `overlapsMs` (SPEC C6). */
export const RenewCredentialSchema = z.object({
  overlapMs: /*#__PURE__*/ z.number().check(z.int(), z.minimum(0)),
  reason: z.optional(/*#__PURE__*/ z.string().check(z.maxLength(1000))),
});
export type RenewCredential = z.infer<typeof RenewCredentialSchema>;

/** Why the provider cannot set a credential up. */
export const FailCredentialSchema = z.object({
  reason: /*#__PURE__*/ z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)),
});
export type FailCredential = z.infer<typeof FailCredentialSchema>;

/** One action on several credentials: 1 to 100, each once. */
export const CredentialBatchSchema = z.object({
  action: z.enum(['suspend', 'enable', 'remove', 'retry']),
  ids: /*#__PURE__*/ z.array(z.string()).check(z.minLength(1), z.maxLength(100)),
  reason: z.optional(/*#__PURE__*/ z.string().check(z.maxLength(1000))),
});
export type CredentialBatch = z.infer<typeof CredentialBatchSchema>;
