import * as z from 'zod/mini';
import { RefSchema, openEnum } from './primitives.js';

const levels = ['organization', 'account', 'workspace'] as const;

/**
 * What a credential may do with a resource (SPEC M2): a permission, and the parts of the hierarchy organization → account
 * → workspace it holds for. `locked`: the level left no choice, the scope was selected for the person.
 */
export const GrantSchema = z.object({
  resource: RefSchema,
  permission: RefSchema,
  scope: z.object({ level: openEnum(levels), items: z.array(RefSchema), locked: z.boolean() }),
});
export type Grant = z.infer<typeof GrantSchema>;

/** A grant that is asked for. `scopeIds` may be left out where the scope is locked. */
export const GrantChoiceSchema = z.object({
  resourceId: z.string(),
  permissionId: z.string(),
  scopeIds: z.optional(/*#__PURE__*/ z.array(z.string()).check(z.maxLength(1000))),
});
export type GrantChoice = z.infer<typeof GrantChoiceSchema>;

/** The grants that are asked for: at most one for each resource. */
export const GrantChoicesSchema = /*#__PURE__*/ z.array(GrantChoiceSchema).check(z.minLength(1), z.maxLength(50));

/** What can be granted of one resource: the permissions it allows, and the scopes at the level it applies to (SPEC M2). */
export const GrantOptionSchema = z.object({
  resource: RefSchema,
  permissions: z.array(z.object({ ...RefSchema.shape, description: z.optional(z.string()) })),
  scope: z.object({ level: openEnum(levels), items: z.array(RefSchema), locked: z.boolean() }),
});
export type GrantOption = z.infer<typeof GrantOptionSchema>;
