import * as z from 'zod/mini';

/** A public part of a credential (client id, key prefix): always visible, copyable (SPEC C4). */
export const IdentifierSchema = z.object({ name: z.string(), label: z.string(), value: z.string() });
export type Identifier = z.infer<typeof IdentifierSchema>;
