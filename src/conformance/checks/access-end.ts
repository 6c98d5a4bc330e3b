import type { Resource } from '../../contract/index.js';
import type { CheckDefinition } from '../check.js';
import { expect, expectEqual, expectRefused, expectThere } from '../expectation.js';
import { requestable } from '../operation-call.js';
import type { Held, Offer, Scene } from '../scene.js';

/** A type of the resource whose calls can be made. */
async function callable(scene: Scene, { id, name }: Resource): Promise<Offer> {
  const { manualTypes = [] } = scene.subject.capabilities;
  const found = (await scene.allOffers()).find(
    ({ resource, type }) => resource.id === id && !manualTypes.includes(type.id) && type.visibility.mode !== 'never',
  );
  return expectThere(found, `a type of ${name} with a secret`);
}

/** A credential whose access stands on a subscription of its own, and what its calls carry. */
async function underOwnSubscription(
  scene: Scene,
  resource: Resource,
  more: { expiresAt?: number } = {},
): Promise<{ held: Held; values: Record<string, string>; subscriptionId: string; requestId: string }> {
  const offer = await callable(scene, resource);
  const subscriptionId = await scene.subscription(resource.id, more);
  const applicationId = await scene.application();
  const { id: requestId } = await scene.grantedAccess(resource, { subscriptionId, applicationId });
  const held = { offer, credential: await scene.active(offer, { applicationId }) };
  const values = await scene.values(held);
  await scene.passes(held, values, 'a credential with access');
  return { held, values, subscriptionId, requestId };
}

const needs = ['accessRequests', 'dataPlane', 'subscription'] as const;

/** What ends with the access: the traffic too (SPEC A9). */
export const accessEndChecks: CheckDefinition[] = [
  {
    id: 'A9.revoked',
    title: 'when access is revoked the data plane refuses its traffic',
    needs: ['accessRequests', 'dataPlane', 'provider'],
    async run(scene) {
      const resource = await requestable(scene, 'automatic');
      const applicationId = await scene.application();
      const request = await scene.grantedAccess(resource, { applicationId });
      const offer = await callable(scene, resource);
      const held = { offer, credential: await scene.active(offer, { applicationId }) };
      const values = await scene.values(held);
      await scene.passes(held, values, 'a credential with access');
      await scene.provider.accessRequests.revoke(request.id);
      await scene.blocks(held, values, 'a credential whose access is revoked');
    },
  },
  {
    id: 'A9.other-resources',
    title: 'a credential opens no resource that it is not for',
    needs: ['dataPlane'],
    async run(scene) {
      const offers = await scene.allOffers();
      await scene.each('a type whose calls can be made', scene.isCallable, async (held) => {
        const values = await scene.values(held);
        await scene.passes(held, values, 'a credential with access');
        for (const { resource } of offers) {
          if (held.credential.resources.some(({ id }) => id === resource.id)) continue;
          const { allowed } = await scene.call(held, values, { resource });
          expect(!allowed, `a call of ${resource.id} with a credential for ${held.offer.resource.id} was let through`);
        }
      });
    },
  },
  {
    id: 'A9.subscription-cancelled',
    title: 'when a subscription is cancelled its requests are revoked and their traffic is refused',
    needs,
    async run(scene) {
      const { held, values, subscriptionId, requestId } = await underOwnSubscription(
        scene,
        await requestable(scene, 'automatic'),
      );
      await scene.owner.subscriptions.cancel(subscriptionId, { reason: 'Over.' });
      await scene.blocks(held, values, 'a credential under a cancelled subscription');
      expectEqual((await scene.owner.subscriptions.get(subscriptionId)).state, 'cancelled', 'its state');
      const { state } = await scene.owner.accessRequests.get(requestId);
      expectEqual(state, 'revoked', 'the state of a request under a cancelled subscription');
    },
  },
  {
    id: 'A9.subscription-expired',
    title: 'when a subscription ends by itself its traffic is refused, and no credential can be created',
    needs: [...needs, 'advance'],
    async run(scene) {
      const expiresAt = scene.owner.now() + 3_600_000;
      const { held, values } = await underOwnSubscription(scene, await requestable(scene, 'automatic'), { expiresAt });
      await scene.advance(3_600_000 + 1_000);
      await scene.blocks(held, values, 'a credential under an expired subscription');
      const { resource, type } = held.offer;
      const params = await scene.credentialParams({ resource, type }, { applicationId: await scene.application() });
      await expectRefused(
        scene.owner.credentials.create(params).then((made) => scene.keep(made)),
        'access-required',
        'a credential under an expired subscription',
        { reason: 'subscription-not-active' },
      );
    },
  },
  {
    id: 'A9.plan-changed',
    title: 'when a subscription moves to a plan without the resource, its traffic is refused',
    needs: [...needs, 'smallerPlan'],
    async run(scene) {
      const { resourceId, planId } = expectThere(scene.subject.fixtures?.smallerPlan, "the subject's smallerPlan");
      const resource = await scene.owner.resources.get(resourceId);
      const { held, values, subscriptionId, requestId } = await underOwnSubscription(scene, resource);
      const moved = await scene.owner.subscriptions.change(subscriptionId, { planId });
      expectEqual(moved.plan.id, planId, 'the plan of the subscription after it was changed');
      await scene.blocks(held, values, 'a credential for a resource outside the new plan');
      expectEqual((await scene.owner.accessRequests.get(requestId)).state, 'revoked', 'the state of its request');
    },
  },
  {
    id: 'A9.plan-of-the-product',
    title: 'a subscription moves to a plan of its own product only',
    needs: ['accessRequests', 'subscription'],
    async run(scene) {
      const { id: resourceId } = await requestable(scene);
      const id = await scene.subscription(resourceId);
      const { plan } = await scene.owner.subscriptions.get(id);
      await expectRefused(
        scene.owner.subscriptions.change(id, { planId: 'conformance-no-such-plan' }),
        'validation-failed',
        'a change to a plan that the product does not have',
        { pointer: '/planId' },
      );
      expectEqual((await scene.owner.subscriptions.get(id)).plan.id, plan.id, 'the plan after a refused change');
    },
  },
  {
    id: 'A5.subscription-decided',
    title: 'the provider, and nobody else, approves or rejects a subscription, once',
    needs: ['accessRequests', 'subscription', 'provider'],
    async run(scene) {
      const { owner, provider } = scene;
      const { id: resourceId } = await requestable(scene);
      for (const [decide, approval] of [
        ['approve', 'approved'],
        ['reject', 'rejected'],
      ] as const) {
        const id = await scene.subscription(resourceId, { approval: 'pending' });
        await expectRefused(owner.subscriptions[decide](id), 'forbidden', `${decide} by the owner`, { reason: 'role' });
        expectEqual((await provider.subscriptions[decide](id)).approval, approval, `the approval after ${decide}`);
        await expectRefused(provider.subscriptions[decide](id), 'state-conflict', `${decide} a second time`);
      }
    },
  },
];
