import * as z from 'zod/mini';

/**
 * The fields somebody has to fill in, as data (SPEC A2): a JSON Schema draft-07 object schema and, where the
 * schema's own order of properties is not the wanted one, their order.
 */
export const FormDefinitionSchema = z.object({
  schema: z.record(z.string(), z.unknown()),
  order: z.optional(z.array(z.string())),
});
export type FormDefinition = z.infer<typeof FormDefinitionSchema>;

/** What was filled in: property name → value. */
export const FormDataSchema = z.record(z.string(), z.unknown());
export type FormData = z.infer<typeof FormDataSchema>;
