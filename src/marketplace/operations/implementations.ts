import type { OperationName, Operations, ParamsOf, ResultOf, Secret } from '../../contract/index.js';
import type { ReadContext, WriteContext } from './context.js';

type ReadName = {
  [Name in OperationName]: Operations[Name]['method'] extends 'GET' ? Name : never;
}[OperationName];

/** What each operation of the contract does, apart from what all have in common: validation, transaction, repeats. */
export interface Implementations {
  reads: {
    [Name in Exclude<ReadName, 'events.list'>]: (
      context: ReadContext,
      id: string,
      params: ParamsOf<Name>,
    ) => Promise<ResultOf<Name>>;
  };
  writes: {
    [Name in Exclude<OperationName, ReadName | 'credentials.reveal' | 'events.list'>]: (
      context: WriteContext,
      id: string,
      params: ParamsOf<Name>,
    ) => Promise<ResultOf<Name>>;
  } & { 'credentials.reveal': (context: WriteContext, id: string) => Promise<Secret> };
}
