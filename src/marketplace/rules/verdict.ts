import { ApiError, type Action, type ActionName } from '../../contract/index.js';

/**
 * What a rule says of an action: allowed; impossible now, and why; or impossible for good, and why (SPEC X1).
 */
export type Verdict =
  | { is: 'allowed'; confirm?: 'simple' | 'typed'; overlapsMs?: number[] }
  | { is: 'refused'; reason: string }
  | { is: 'absent'; reason: string };

export const allowed: Verdict = { is: 'allowed' };
export const refused = (reason: string): Verdict => ({ is: 'refused', reason });
export const absent = (reason: string): Verdict => ({ is: 'absent', reason });

/** The `actions` an object carries: everything a rule does not rule out for good. */
export function actionsFrom(judge: (action: ActionName) => Verdict, actions: readonly ActionName[]): Action[] {
  return actions.flatMap((action): Action[] => {
    const verdict = judge(action);
    if (verdict.is === 'absent') return [];
    if (verdict.is === 'refused') return [{ action, allowed: false, reason: verdict.reason }];
    const { is: _, ...more } = verdict;
    return [{ action, allowed: true, ...more }];
  });
}

/** The same rule as a guard: nothing if it allows, otherwise the problem to answer with. */
export function demand(action: ActionName, verdict: Verdict): void {
  if (verdict.is === 'allowed') return;
  if (verdict.reason === 'role') throw new ApiError('forbidden', `${action}: not for this role`, { reason: 'role' });
  throw new ApiError('state-conflict', `${action}: ${verdict.reason}`, { reason: verdict.reason });
}
