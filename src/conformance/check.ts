import type { Scene } from './scene.js';
import type { ConformanceCapabilities, ConformanceSubject, Visibility } from './subject.js';

/** What a check needs of a subject: something it claims, somebody, or something it provides. */
export type Need =
  | Exclude<keyof ConformanceCapabilities, 'visibilities' | 'concurrency'>
  | Visibility
  | 'both'
  | 'provider'
  | 'outsider'
  | 'ineligible'
  | 'holder'
  | 'advance'
  | 'dataPlane'
  | 'sessions'
  | 'subscription'
  | 'smallerPlan'
  | 'readOnlyPermissions';

/** A rule to check, apart from whom. */
export interface CheckDefinition {
  /** The rule's id in the specification, or `contract`; a point; what is checked of it. */
  id: string;
  title: string;
  needs?: readonly Need[];
  run(scene: Scene): Promise<void>;
}

const people: readonly string[] = ['both', 'provider', 'outsider', 'ineligible', 'holder'];
const fixtures: readonly string[] = ['subscription', 'smallerPlan', 'readOnlyPermissions'];
const visibilities: readonly string[] = ['once', 'window', 'always', 'never'];

function isMet(need: Need, { people, capabilities, fixtures, dataPlane, advance }: ConformanceSubject): boolean {
  switch (need) {
    case 'both':
    case 'provider':
    case 'outsider':
    case 'ineligible':
    case 'holder':
      return people[need] !== undefined;
    case 'once':
    case 'window':
    case 'always':
    case 'never':
      return capabilities.visibilities.includes(need);
    case 'advance':
      return advance !== undefined;
    case 'dataPlane':
      return dataPlane !== undefined;
    case 'sessions':
      return dataPlane?.openSession !== undefined;
    case 'subscription':
    case 'smallerPlan':
      return fixtures?.[need] !== undefined;
    case 'readOnlyPermissions':
      return (fixtures?.readOnlyPermissions?.length ?? 0) > 0;
    case 'manualTypes':
      return (capabilities.manualTypes?.length ?? 0) > 0;
    default:
      return capabilities[need] !== undefined && capabilities[need] !== false;
  }
}

function lack(need: Need): string {
  if (people.includes(need)) return `the subject has nobody for \`people.${need}\``;
  if (visibilities.includes(need)) return `the backend does not claim secrets that can be seen \`${need}\``;
  if (need === 'advance') return 'the subject has no `advance`: the clock cannot be moved';
  if (need === 'dataPlane') return 'the subject has no `dataPlane`: no real calls can be made';
  if (need === 'sessions') return 'the subject has no `dataPlane.openSession`';
  if (fixtures.includes(need)) return `the subject has no \`fixtures.${need}\``;
  return `the backend does not claim \`${need}\``;
}

/** Why a check cannot be made of a subject; `undefined` if it can. */
export function skipReason({ needs = [] }: CheckDefinition, subject: ConformanceSubject): string | undefined {
  const missing = needs.find((need) => !isMet(need, subject));
  return missing && lack(missing);
}
