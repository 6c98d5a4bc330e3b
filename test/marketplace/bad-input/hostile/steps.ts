import fc from 'fast-check';
import { operations, type OperationName } from '../../../../src/contract/index.js';
import type { SystemId } from '../../../../src/marketplace/index.js';

/** Who may call: people, holders of share links good and bad, and nobody we know. */
export const callers = ['ada', 'ben', 'cleo', 'priya', 'link', 'oldLink', 'fakeLink', 'nobody', 'garbage'] as const;
export type Caller = (typeof callers)[number];

/** One hostile request, before anybody knows what there is to be hostile to. */
export interface Step {
  name: OperationName;
  /** Left out: whoever could do it. */
  caller: Caller | undefined;
  /** Which of what there is to choose from. */
  picks: number[];
  /** `valid` is as good as can be; `mutated` has one thing replaced by `hostile`; `random` is `hostile` alone. */
  shape: 'valid' | 'mutated' | 'random';
  hostile: unknown;
  /** An id nobody gave. */
  strangeId: string | undefined;
  /** Another team's object, as far as there is one. */
  isForeign: boolean;
  key: 'fresh' | 'repeated' | 'absent' | 'strange';
  ifMatch: 'absent' | 'current' | 'stale' | 'strange';
  contentType: string;
  isStream: boolean;
  /** Whether the agent works first, and how far the clock moves. */
  works: boolean;
  advanceMs: number;
}

const names = Object.keys(operations) as OperationName[];
const requests: OperationName[] = [
  ...Array<OperationName>(6).fill('accessRequests.create'),
  ...(['accessRequests.approve', 'accessRequests.reject', 'accessRequests.update', 'accessRequests.withdraw'] as const),
  ...(['subscriptions.approve', 'subscriptions.reject', 'subscriptions.change', 'applications.create'] as const),
];
const usual: OperationName[] = [...Array<OperationName>(6).fill('credentials.create'), 'credentials.reveal'];

/** What there is more to in a system than elsewhere: it is tried more often there. */
const favourites: Record<SystemId, OperationName[]> = {
  amplify: [
    ...usual,
    ...requests,
    ...(['credentials.suspend', 'credentials.enable', 'credentials.renew', 'credentials.update'] as const),
    ...(['credentials.provision', 'credentials.fail', 'credentials.retry', 'credentials.batch'] as const),
  ],
  'amplify-classic': [...usual, ...requests, 'credentials.remove', 'credentials.retry'],
  ibm: [
    ...usual,
    ...(['resources.expose', 'resources.expose', 'resources.unexpose', 'credentials.remove'] as const),
    ...(['credentials.share', 'credentials.share', 'share.get', 'share.setSecret', 'credentials.unshare'] as const),
  ],
  mparticle: [
    ...usual,
    ...(['credentials.update', 'credentials.update', 'credentials.options', 'credentials.remove'] as const),
    ...(['credentials.suspend', 'credentials.enable', 'credentials.batch'] as const),
  ],
  eqp: [
    ...usual,
    ...(['credentials.regenerate', 'credentials.regenerate', 'credentials.remove', 'credentials.options'] as const),
  ],
};

const texts = fc.oneof(
  fc.constantFrom(
    ...["' or 1=1 --", '"; drop table x; --', '<script>alert(1)</script>', '../../etc/passwd', '${7*7}', '{{7*7}}'],
    ...['__proto__', 'constructor', 'toString', '', ' ', 'null', 'NaN', '-1', '0', '1e999', '*', '%', '\\', '\r\nx: y'],
    ...['\u202e', '\u0000', 'a\0b', '\ud800', '\udc00x', '\ud83d\ude00', '\ufeff', 'x'.repeat(300), 'é'.repeat(5000)],
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** Stands for thousands of lists in each other, which only a text can hold. */
export const deepNesting = '¤';

const nested = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => ({ a: [inner] }), 1);

/** Values that nobody asks for. */
const values = fc.oneof(
  { weight: 4, arbitrary: texts },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      ...[null, true, 0, -1, 1.5, 2 ** 53, 1e308, [], {}, [[]], [null]],
      ...[{ __proto__: null, constructor: { prototype: 1 } }, { length: 9 }, { toString: 1 }, { $ref: '#' }],
      ...[nested(20), deepNesting, Array(300).fill('x'), Array(3000).fill(0)],
    ),
  },
  { weight: 1, arbitrary: fc.array(texts, { maxLength: 5 }) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }) },
);

const usually = <T>(weight: number, most: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(most) }, { weight: 1, arbitrary: fc.constantFrom(most, ...others) });

const hourMs = 60 * 60 * 1000;

/** Requests to a system. */
export const stepsOf = (system: SystemId): fc.Arbitrary<Step> =>
  fc.record({
    name: fc.constantFrom(...names, ...favourites[system], ...favourites[system]),
    caller: fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...callers) },
    ),
    picks: fc.array(fc.nat(9999), { minLength: 8, maxLength: 8 }),
    shape: fc.constantFrom('valid', 'valid', 'valid', 'valid', 'mutated', 'mutated', 'mutated', 'random'),
    hostile: values,
    strangeId: fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: texts }),
    isForeign: usually(4, false, true),
    key: usually<Step['key']>(8, 'fresh', 'repeated', 'absent', 'strange'),
    ifMatch: usually<Step['ifMatch']>(6, 'absent', 'current', 'stale', 'strange'),
    contentType: usually(15, 'application/json', 'text/plain', 'application/json; charset=utf-16', 'x', ''),
    isStream: usually(3, false, true),
    works: fc.boolean(),
    advanceMs: usually(40, 0, hourMs, 24 * hourMs, 4 * 24 * hourMs),
  });
