import type { Ref } from '../../../src/contract/index.js';
import type { Principal, Sample, SampleSystem, SystemId } from '../../../src/marketplace/index.js';

/** Teams that have been here for a while: what they own is put there with its history. */
export const fulfilment: Ref = { id: 'team_fulfilment', name: 'Fulfilment' };
export const payments: Ref = { id: 'team_payments', name: 'Payments' };

const mira: Principal = { id: 'mira', name: 'Mira Okafor', teams: [fulfilment], roles: ['consumer'] };
const jonas: Principal = { id: 'jonas', name: 'Jonas Weber', teams: [payments], roles: ['consumer'] };

/** What their roles are called where roles decide about credentials (SPEC E1, M1). */
const roles: Partial<Record<SystemId, Record<string, string[]>>> = {
  mparticle: { mira: ['admin'], jonas: ['compliance-admin'] },
  eqp: { mira: ['partner-platinum'], jonas: ['partner-silver'] },
};

/** The people of those teams in a marketplace. */
export const peopleOfPast = (id: SystemId): Principal[] =>
  [mira, jonas].map((person) => ({ ...person, roles: [...person.roles, ...(roles[id]?.[person.id] ?? [])] }));

/** A marketplace with those teams and their people. */
export const withPeople = (id: SystemId, system: SampleSystem): SampleSystem => ({
  ...system,
  people: [...peopleOfPast(id), ...system.people],
});

const dayMs = 24 * 60 * 60 * 1000;

/** A team's part of a hierarchy: one organization, one account, and workspaces. */
function hierarchy({ id: teamId, name }: Ref, workspaces: Record<string, string>): NonNullable<Sample['scopes']> {
  const key = teamId.replace('team_', '');
  const [organization, account] = [`org_${key}`, `acct_${key}`];
  return [
    { id: organization, name: `Acme ${name}`, level: 'organization', teamId },
    { id: account, name: `Acme ${name} account`, level: 'account', teamId, parentId: organization },
    ...Object.entries(workspaces).map(([id, title]) => ({
      id: `ws_${key}_${id}`,
      name: title,
      level: 'workspace' as const,
      teamId,
      parentId: account,
    })),
  ];
}

/** What those teams have that nobody asks for in a marketplace: subscriptions, and parts of a hierarchy. */
function holdings(id: SystemId, now: number): Pick<Sample, 'subscriptions' | 'applications' | 'scopes'> {
  const common = { approval: 'approved', state: 'active', createdAt: now - 90 * dayMs, version: 1 } as const;
  const commerce = { ...common, productId: 'commerce' };
  const application = (applicationId: string, name: string, description: string, team: Ref, daysAgo: number) => ({
    id: applicationId,
    name,
    description,
    teamId: team.id,
    createdAt: now - daysAgo * dayMs,
    version: 1,
  });
  if (id === 'amplify' || id === 'amplify-classic')
    return {
      subscriptions: [
        { ...commerce, id: 'sub_fulfilment_gold', name: 'Fulfilment Gold', planId: 'plan_gold', teamId: fulfilment.id },
        {
          ...common,
          id: 'sub_fulfilment_weather',
          name: 'Fulfilment Weather',
          productId: 'weather',
          planId: 'plan_weather_free',
          teamId: fulfilment.id,
        },
        { ...commerce, id: 'sub_payments_gold', name: 'Payments Gold', planId: 'plan_gold', teamId: payments.id },
      ],
      applications: [
        application('app_warehouse', 'Warehouse hub', 'Picks, packs and ships what the shops sell.', fulfilment, 88),
        application('app_returns', 'Returns portal', 'Where customers send things back.', fulfilment, 61),
        application('app_checkout', 'Checkout', 'Baskets, payments and receipts of all shops.', payments, 86),
        application('app_fraud', 'Fraud screening', 'Scores orders before they are captured.', payments, 30),
      ],
    };
  return {
    subscriptions: [],
    applications: [],
    scopes:
      id === 'mparticle'
        ? [
            ...hierarchy(fulfilment, { scanner: 'Scanner app', web: 'Tracking pages', kiosk: 'Pick-up kiosks' }),
            ...hierarchy(payments, { checkout: 'Checkout', receipts: 'Receipts' }),
          ]
        : [],
  };
}

/** What a marketplace offers at the start, with those teams and what they have. */
export function withHoldings(id: SystemId, sample: Sample, now: number): Sample {
  const { subscriptions, applications, scopes = [] } = holdings(id, now);
  return {
    ...sample,
    teams: [...sample.teams, fulfilment, payments],
    subscriptions: [...sample.subscriptions, ...subscriptions],
    applications: [...sample.applications, ...applications],
    scopes: [...(sample.scopes ?? []), ...scopes],
  };
}
