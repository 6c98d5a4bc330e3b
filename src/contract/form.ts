import * as z from 'zod/mini';

/**
 * The fields somebody has to fill in, as data (SPEC A2): a JSON Schema draft-07 object schema and, where the
 * schema's own order of properties is not the wanted one, their order.
 *
 * `translations`: language (BCP 47) → JSON pointer into the schema, e.g. `/properties/purpose/title` or
 * `/properties/size/enumNames/0` → the text that stands there in that language.
 */
export const FormDefinitionSchema = z.object({
  schema: z.looseObject({}),
  order: z.optional(z.array(z.string())),
  translations: z.optional(z.looseObject({})),
});
export type FormDefinition = z.infer<typeof FormDefinitionSchema>;

/** What was filled in: property name → value. (A loose object, as `z.record` would be half a kilobyte more.) */
export const FormDataSchema = z.looseObject({});
export type FormData = z.infer<typeof FormDataSchema>;
