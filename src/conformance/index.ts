/**
 * The conformance suite: every rule of a marketplace that can be seen from outside, as checks that any backend runs
 * against itself. It needs no test framework, and runs in Node, a worker or a page.
 *
 * A backend is a `Marketplace`, one for each of a few people; an HTTP service is one through `createMarketplaceClient`.
 * Whatever the backend does not claim is skipped, and named as skipped.
 *
 * @example In a program of its own:
 * ```ts
 * import { createMarketplaceClient } from 'latchkey';
 * import { runConformance } from 'latchkey/conformance';
 *
 * const as = (token: string) => createMarketplaceClient({ baseUrl: 'http://localhost:8080/v1', token });
 * const report = await runConformance(
 *   {
 *     people: { owner: as('token-of-ann'), stranger: as('token-of-bob'), provider: as('token-of-pat') },
 *     capabilities: { visibilities: ['once'], accessRequests: true, manualApproval: true, idempotency: true },
 *   },
 *   { onResult: (result) => console.log(result.outcome, result.check.id) },
 * );
 * for (const result of report.results) if (result.outcome === 'failed') console.error(result.error.message);
 * ```
 * @example In a test framework, one test for each check:
 * ```ts
 * for (const { id, title, skip, run } of conformanceChecks(subject))
 *   test(`${id}: ${title}`, { skip: skip ?? false }, (context) => run(context.signal));
 * ```
 */
export {
  conformanceChecks,
  runConformance,
  type ConformanceCheck,
  type ConformanceOptions,
  type ConformanceReport,
  type ConformanceResult,
} from './run.js';
export { ConformanceError } from './expectation.js';
export type {
  ConformanceCapabilities,
  ConformanceDataPlane,
  ConformanceFixtures,
  ConformancePeople,
  ConformanceSubject,
  DataPlaneCall,
  SubscriptionWish,
  Visibility,
} from './subject.js';
