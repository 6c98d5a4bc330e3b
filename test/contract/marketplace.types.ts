// Checked by the compiler alone: the interface and the operations table say the same.
import type { CallOptions, Marketplace, OperationName, ParamsOf, ResultOf, Secret } from '../../src/contract/index.js';
import type { MarketplaceClient } from '../../src/index.js';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Every method of a Marketplace, as the table names it. */
type MethodName = {
  [Name in keyof Marketplace]: Marketplace[Name] extends () => unknown
    ? never
    : `${Name}.${keyof Marketplace[Name] & string}`;
}[keyof Marketplace];

type MethodOf<Name> = Name extends `${infer Resource extends keyof Marketplace}.${infer Method}`
  ? Method extends keyof Marketplace[Resource]
    ? Marketplace[Resource][Method] extends (...args: infer Args) => infer Result
      ? { args: Required<Args>; result: Awaited<Result> }
      : never
    : never
  : never;

/** What a method takes between its id, if it has one, and its options. */
type MethodParams<Args> = Args extends [string, infer Params, CallOptions]
  ? Params
  : Args extends [infer Params, CallOptions]
    ? Params
    : never;

/** The interface says `object` where there are no parameters, and where the client makes them: the key of a reveal. */
type TableParams<Name extends OperationName> = Name extends 'credentials.reveal'
  ? object
  : Same<ParamsOf<Name>, Record<string, never>> extends true
    ? object
    : ParamsOf<Name>;

/** A revelation is sealed on its way, and opened for whoever calls the method. */
type TableResult<Name extends OperationName> = Name extends 'credentials.reveal' ? Secret : ResultOf<Name>;

type Checks = {
  [Name in OperationName]: {
    params: Same<MethodParams<MethodOf<Name>['args']>, TableParams<Name>>;
    result: Same<MethodOf<Name>['result'], TableResult<Name>>;
  };
};

/** Streaming is another way to ask `events.list`. */
const isComplete: Same<Exclude<MethodName, 'events.stream'>, OperationName> = true;

const isSameEverywhere: Same<Checks, Record<OperationName, { params: true; result: true }>> = true;

/** A client stands wherever a Marketplace stands. */
const isMarketplace: MarketplaceClient extends Marketplace ? true : false = true;

export { isComplete, isMarketplace, isSameEverywhere };
