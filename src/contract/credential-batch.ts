import * as z from 'zod/mini';
import { CredentialSchema } from './credential.js';

/** How it went for each, in the order asked for: the credential as it now is, or the problem's code and reason. */
export const CredentialBatchResultSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      credential: z.optional(CredentialSchema),
      problem: z.optional(z.object({ code: z.string(), reason: z.optional(z.string()) })),
    }),
  ),
});
export type CredentialBatchResult = z.infer<typeof CredentialBatchResultSchema>;
