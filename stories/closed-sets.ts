import { CredentialOrderSchema, CredentialRiskSchema } from '../src/contract/credential-params.js';
import { AudienceSchema } from '../src/contract/credential-type.js';

/** The values of the types that the manifest has by name only. */
const closedSets: Readonly<Record<string, readonly string[]>> = {
  Audience: AudienceSchema.options,
  CredentialOrder: CredentialOrderSchema.options,
  CredentialRisk: CredentialRiskSchema.options,
};

/** A type as the manifest has it, with every value of what is a closed set: `'internal' | 'external' | undefined`. */
export const writtenOut = (type: string): string =>
  type.replace(/\w+/g, (name) => closedSets[name]?.map((value) => `'${value}'`).join(' | ') ?? name);
