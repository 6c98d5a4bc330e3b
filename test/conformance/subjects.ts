import { generateKeyPairSync } from 'node:crypto';
import type { ConformanceCapabilities, ConformanceSubject, DataPlaneCall } from '../../src/conformance/index.js';
import type { Marketplace } from '../../src/contract/index.js';
import type { Claim, SystemId } from '../../src/marketplace/index.js';
import { sampleSystems } from '../../src/marketplace/index.js';
import type { World } from '../marketplace/world.js';

const common = {
  history: true,
  batch: true,
  events: true,
  idempotency: true,
  preconditions: true,
  usage: true,
  holdsWork: true,
} as const;

/** What each sample marketplace claims. */
const capabilities: Record<SystemId, ConformanceCapabilities> = {
  amplify: {
    ...common,
    visibilities: ['window', 'never'],
    accessRequests: true,
    manualApproval: true,
    suspend: true,
    renew: true,
    expiry: true,
    reuse: true,
    manualTypes: ['api-key-manual'],
  },
  'amplify-classic': {
    ...common,
    visibilities: ['once'],
    accessRequests: true,
    manualApproval: true,
    reuse: true,
  },
  ibm: { ...common, visibilities: ['once', 'never'], exposure: true, audiences: true, shareLinks: true, limit: 5 },
  mparticle: { ...common, visibilities: ['once'], suspend: true, grants: true, roleGate: true },
  eqp: {
    ...common,
    visibilities: ['always'],
    regenerate: true,
    environments: true,
    eligibility: true,
    limit: 3,
  },
};

/** How a caller of each resource says which scope a call is about. */
const scoped: Record<string, (scopeId: string) => { path: string; query: string }> = {
  profile: (scopeId) => ({ path: `/userprofile/v1/any/any/${scopeId}`, query: '' }),
  platform: (scopeId) => ({ path: '/', query: `accountId=${scopeId}` }),
  dataplanning: (scopeId) => ({ path: `/platform/v2/workspaces/${scopeId}`, query: '' }),
};

/** What a call with the credential's values claims to be. */
function claimOf({ type, values }: Pick<DataPlaneCall, 'type' | 'values'>): Claim {
  const secret = values['keySecret'] ?? values['applicationSecret'] ?? values['secret'];
  switch (type.kind) {
    case 'api-key':
      return { by: 'key', key: values['apiKey'] ?? '' };
    case 'http-basic':
      return { by: 'basic', id: values['username'] ?? '', secret: values['password'] ?? '' };
    case 'oauth-secret':
      return { by: 'client', id: values['clientId'] ?? '', secret: values['clientSecret'] ?? '' };
    case 'oauth-public-key':
      return { by: 'client', id: values['clientId'] ?? '' };
    default:
      return { by: 'pair', id: values['keyId'] ?? values['applicationId'] ?? '', ...(secret ? { secret } : {}) };
  }
}

function dataPlaneOf(
  { registry, marketplace, clock }: World,
  hasSessions: boolean,
): NonNullable<ConformanceSubject['dataPlane']> {
  async function openSession({ resource, values }: Pick<DataPlaneCall, 'resource' | 'values'>) {
    const session = await registry.issueSession({
      id: values['applicationId'] ?? '',
      secret: values['applicationSecret'] ?? '',
      resourceId: resource.id,
      expiresInSeconds: 3_600,
    });
    return 'refused' in session ? undefined : { token: session.token, expiresInMs: session.expiresInSeconds * 1_000 };
  }

  return {
    async call({ resource, type, values, token, method, scopeId }) {
      const isSession = type.scheme.kind === 'session';
      const session = token ?? (isSession ? (await openSession({ resource, values }))?.token : undefined);
      const claim: Claim = isSession ? { by: 'session', token: session ?? '' } : claimOf({ type, values });
      const caller = await registry.identify(claim);
      const about = scopeId === undefined ? undefined : scoped[resource.id]?.(scopeId);
      const call = { resourceId: resource.id, method, path: '/', query: '', ...about };
      const reason = await registry.refusal(caller, call);
      if (reason !== undefined) return { allowed: false, reason };
      if (caller) await marketplace.recordUse(new Map([[caller.credential.id, { at: clock.now() }]]));
      return { allowed: true };
    },
    ...(hasSessions ? { openSession } : {}),
  };
}

/** A key that an OAuth client could have. */
export const publicKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
  type: 'spki',
  format: 'pem',
});

/** How the people of a world are reached: directly unless told. */
export interface Reach {
  as(person: string): Marketplace;
  holder(token: string): Marketplace | Promise<Marketplace>;
}

/** A sample marketplace as the suite takes it. */
export function subjectOf(world: World, system: SystemId, reach?: Reach): ConformanceSubject {
  const { marketplace, store, clock } = world;
  const { as, holder } = reach ?? { as: world.as, holder: marketplace.withShareToken };
  const isGated = system === 'mparticle';
  const { products } = sampleSystems[system].sample({ gatewayUrl: '', tokenUrl: '', now: clock.now() });
  let subscriptions = 0;
  return {
    people: {
      owner: as('ada'),
      stranger: as('ben'),
      both: isGated ? undefined : as('cleo'),
      provider: as('priya'),
      outsider: isGated ? as('cleo') : undefined,
      ineligible: system === 'eqp' ? as('ben') : undefined,
      holder,
    },
    capabilities: capabilities[system],
    fixtures: {
      data: { 'oauth-public-key': { publicKey } },
      smallerPlan: { resourceId: 'invoices', planId: 'plan_bronze' },
      readOnlyPermissions: ['read-only', 'user'],
      async subscription({ teamId, resourceId, approval, expiresAt }) {
        const id = `sub_conformance_${++subscriptions}`;
        const [found] = products.flatMap((product) =>
          product.plans.flatMap((plan) => (plan.resourceIds.includes(resourceId) ? [{ product, plan }] : [])),
        );
        await store.write((tx) =>
          tx.put('subscription', {
            id,
            name: 'Conformance',
            productId: found!.product.id,
            planId: found!.plan.id,
            teamId,
            approval,
            state: 'active',
            createdAt: clock.now(),
            version: 1,
            ...(expiresAt === undefined ? {} : { expiresAt }),
          }),
        );
        return id;
      },
    },
    settle: async () => void (await marketplace.agent.work()),
    async advance(ms) {
      clock.advance(ms);
      await marketplace.clockMoved();
    },
    dataPlane: dataPlaneOf(world, system === 'eqp'),
    patienceMs: 200,
  };
}

/** Every sample marketplace. */
export const systems = Object.keys(sampleSystems) as SystemId[];
