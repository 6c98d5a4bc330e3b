// A reporter for node:test that writes how many tests passed, failed and were skipped, as JSON.

/** A suite fails along with its tests; only a failure of its own (a hook, an exception) counts. */
function outcome(type, { details, skip, todo }) {
  const ownFailure = type === 'test:fail' && details.error?.failureType !== 'subtestsFailed';
  if (details.type === 'suite') return ownFailure ? 'failed' : undefined;
  if (skip !== undefined || todo !== undefined) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
}

export default async function* counts(source) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A file that holds no test is reported as a test of its own name.
    if (type === 'test:pass' && data.nesting === 0 && /\.[cm]?[jt]s$/.test(data.name)) continue;
    const kind = outcome(type, data);
    if (kind) total[kind] += 1;
  }
  yield JSON.stringify(total);
}
