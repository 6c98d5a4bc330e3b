import { isApiError, operations, type Marketplace, type OperationName } from '../contract/index.js';
import { ConformanceError, printError } from './expectation.js';

/** One call that a check made, and what came of it. */
export interface Observation {
  person: string;
  operation: OperationName;
  answer?: unknown;
  error?: unknown;
}

type Method = (...args: unknown[]) => unknown;

/** The same Marketplace; what it answers is written down. */
export function observed(marketplace: Marketplace, person: string, into: Observation[]): Marketplace {
  const source = marketplace as unknown as Record<string, Record<string, Method>>;
  const bound: Record<string, Record<string, Method>> = {};
  for (const operation of Object.keys(operations) as OperationName[]) {
    const [resource = '', method = ''] = operation.split('.');
    (bound[resource] ??= {})[method] = async (...args) => {
      try {
        const answer = await source[resource]?.[method]?.(...args);
        into.push({ person, operation, answer });
        return answer;
      } catch (error) {
        into.push({ person, operation, error });
        throw error;
      }
    };
  }
  (bound['events'] ??= {})['stream'] = (...args) => marketplace.events.stream(...(args as []));
  return { now: () => marketplace.now(), ...bound } as unknown as Marketplace;
}

/** What went wrong, for whoever reads the report: a refusal that no check expected names the call. */
export function explain(error: unknown, log: readonly Observation[]): string {
  if (error instanceof ConformanceError) return error.message;
  const observation = log.findLast((candidate) => candidate.error === error);
  if (!observation) return printError(error);
  const { person, operation } = observation;
  return `${person}'s ${operation} was expected to work, and ${isApiError(error) ? 'was refused with' : 'failed with'} ${printError(error)}`;
}
