import type { Credential } from '../../../src/contract/credential.js';

const dayMs = 24 * 60 * 60 * 1000;

const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const units = [
  ['month', 30 * dayMs],
  ['day', dayMs],
  ['hour', dayMs / 24],
  ['minute', dayMs / 24 / 60],
] as const;

function ago(at: number, now: number): string {
  const distance = at - now;
  const [unit, length] = units.find(([, one]) => Math.abs(distance) >= one) ?? (['second', Infinity] as const);
  return relative.format(Math.trunc(distance / length), unit);
}

const states: Record<string, string> = { active: 'Active', inactive: 'Inactive', pending: 'Pending' };
const environments: Record<string, string> = { production: 'Production', sandbox: 'Sandbox' };

/** What the other tables show of a credential: the same words in the same columns as `<credential-list>`. */
export function textOf(credential: Credential, now: number) {
  const { name, type, state, identifiers, environment = '', resources, lastUsedAt, expiresAt } = credential;
  const [identifier] = identifiers;
  return {
    name,
    type: type.name,
    identifier: identifier?.value ?? '',
    copy: `Copy ${identifier?.label} of ${name}`,
    state: states[state] ?? state,
    environment: environments[environment] ?? environment,
    serves: resources.map((resource) => resource.name).join(', '),
    used: lastUsedAt ? ago(Date.parse(lastUsedAt), now) : 'Never used',
    expires: expiresAt === undefined ? '–' : dates.format(new Date(expiresAt)),
    canReveal: credential.actions.some(({ action, allowed }) => action === 'reveal' && allowed),
  };
}

export const columns = ['Name', 'Identifier', 'Status', 'Environment', 'Used for', 'Last used', 'Expires'];
