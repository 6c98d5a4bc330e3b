import type { AccessRequest, Resource } from '../../contract/index.js';
import type { CheckDefinition } from '../check.js';
import { expect, expectEqual, expectOnly, expectRefused, expectThere } from '../expectation.js';
import { wrongAnswersFor } from '../form-answers.js';
import { requestable } from '../operation-call.js';
import type { Scene } from '../scene.js';

const stepsOf = ({ timeline }: AccessRequest): string[] => timeline.map(({ step }) => step);

/** A resource that the provider decides about, and a request for it that waits. */
async function waiting(scene: Scene): Promise<{ resource: Resource; request: AccessRequest }> {
  const resource = await requestable(scene, 'manual');
  return { resource, request: await scene.request(resource) };
}

/** Whether, and why not, the application of the check can get a credential for the resource. */
async function creates(scene: Scene, resource: Resource, code: 'access-required', reason: string): Promise<void> {
  const { manualTypes = [] } = scene.subject.capabilities;
  const type = expectThere(
    resource.credentialTypes.find(({ id }) => !manualTypes.includes(id)),
    `a credential type of ${resource.name}`,
  );
  const applicationId = await scene.application();
  const params = await scene.credentialParams({ resource, type }, { applicationId });
  await expectRefused(
    scene.owner.credentials.create(params).then((made) => scene.keep(made)),
    code,
    `a credential while the access is ${reason}`,
    { reason },
  );
}

/** Asking for access, deciding, and what follows from it (SPEC A1 to A8). */
export const accessRequestChecks: CheckDefinition[] = [
  {
    id: 'A1.access-required',
    title: 'a credential for a resource that needs access is refused without it',
    needs: ['accessRequests'],
    async run(scene) {
      const resource = await requestable(scene);
      await creates(scene, resource, 'access-required', 'no-access');
      const applicationId = await scene.application();
      const { applications } = await scene.options(resource);
      const option = applications.find(({ id }) => id === applicationId);
      expectEqual([option?.allowed, option?.reason], [false, 'no-access'], 'the application in credentials.options');
      const { blocked } = await scene.options(resource, applicationId);
      expectEqual(blocked, 'no-access', '`blocked` in the options once the application is chosen');
    },
  },
  {
    id: 'A1.not-approved',
    title: 'a credential is refused while the request waits for its approval',
    needs: ['manualApproval'],
    async run(scene) {
      const { resource } = await waiting(scene);
      await creates(scene, resource, 'access-required', 'not-approved');
    },
  },
  {
    id: 'A1.provisioning',
    title: 'a credential is refused until the data plane has the access',
    needs: ['accessRequests', 'holdsWork'],
    async run(scene) {
      const resource = await requestable(scene, 'automatic');
      await scene.request(resource);
      await creates(scene, resource, 'access-required', 'provisioning');
    },
  },
  {
    id: 'A1.not-required',
    title: 'where no access is needed, the resource says so and a request is refused',
    async run(scene) {
      const open = (await scene.resources()).filter(({ access }) => !access.required);
      for (const { id } of open) {
        const { blocked } = await scene.owner.resources.accessOptions(id);
        expectEqual(blocked, 'not-required', `\`blocked\` in the access options of ${id}`);
        const request = { name: scene.name(), resourceId: id, subscriptionId: 'none', applicationId: 'none', data: {} };
        await expectRefused(scene.owner.accessRequests.create(request), 'state-conflict', `a request for ${id}`, {
          reason: 'not-required',
        });
      }
    },
  },
  {
    id: 'A2.form-data',
    title: "a request's data is checked against the form, with a pointer to each field that is wrong",
    needs: ['accessRequests'],
    async run(scene) {
      const resource = await requestable(scene);
      const { form } = await scene.owner.resources.accessOptions(resource.id);
      const params = await scene.accessParams(resource);
      const wrong = form
        ? wrongAnswersFor(form, params.data)
        : [{ pointer: '/data', data: { nobody: 'asked for this' } }];
      for (const { pointer, data } of wrong)
        await expectRefused(
          scene.owner.accessRequests.create({ ...params, data }),
          'validation-failed',
          `a request whose data is wrong at ${pointer}`,
          { pointer },
        );
      const { items } = await scene.owner.accessRequests.list({ applicationId: params.applicationId });
      expectEqual(items, [], 'the requests of the application after refused ones');
    },
  },
  {
    id: 'A2.unknown-references',
    title: 'a request names a resource, subscription and application that exist',
    needs: ['accessRequests'],
    async run(scene) {
      const params = await scene.accessParams(await requestable(scene));
      for (const field of ['resourceId', 'subscriptionId', 'applicationId'] as const)
        await expectRefused(
          scene.owner.accessRequests.create({ ...params, [field]: 'conformance-no-such-object' }),
          'validation-failed',
          `a request with an unknown ${field}`,
          { pointer: `/${field}` },
        );
    },
  },
  {
    id: 'A4.same-team',
    title: 'subscription and application of different teams are refused, and offered as other-team',
    needs: ['accessRequests', 'both'],
    async run(scene) {
      const { both, stranger } = scene;
      const resource = await requestable(scene);
      const params = await scene.accessParams(resource);
      const teamId = await scene.teamOf(stranger);
      const { id: applicationId } = await both.applications.create({ name: scene.name(), teamId });
      const { subscriptionId } = params;
      const options = await both.resources.accessOptions(resource.id, { subscriptionId });
      const option = options.applications.find(({ id }) => id === applicationId);
      expect(option !== undefined, "an application of the other team: expected it to stay listed, it isn't");
      expectEqual([option.allowed, option.reason], [false, 'other-team'], "`allowed`, `reason` of the other team's");
      await expectRefused(
        both.accessRequests.create({ ...params, applicationId }),
        'validation-failed',
        'a request with a subscription of one team and an application of another',
        { reason: 'other-team', pointer: '/applicationId' },
      );
      expect(options.teams.length === 2, `a member of 2 teams picks one of them; offered are ${options.teams.length}`);
    },
  },
  {
    id: 'A5.unusable-subscription',
    title: 'a subscription that is not approved, not active or without the resource is refused, for the reason offered',
    needs: ['accessRequests', 'subscription'],
    async run(scene) {
      const resource = await requestable(scene);
      await scene.subscription(resource.id, { approval: 'pending' });
      const ended = await scene.subscription(resource.id);
      await scene.owner.subscriptions.cancel(ended);
      const params = await scene.accessParams(resource);
      const { subscriptions } = await scene.owner.resources.accessOptions(resource.id);
      const unusable = subscriptions.filter(({ allowed }) => !allowed);
      const reasons = unusable.map(({ reason }) => reason);
      for (const wanted of ['not-approved', 'not-active'])
        expect(
          reasons.includes(wanted),
          `a subscription that is ${wanted}: expected it to stay listed with that reason`,
        );
      for (const { id, reason } of unusable)
        await expectRefused(
          scene.owner.accessRequests.create({ ...params, subscriptionId: id }),
          'validation-failed',
          `a request under a subscription that is ${reason ?? 'not allowed'}`,
          { reason, pointer: '/subscriptionId' },
        );
    },
  },
  {
    id: 'A5.blocked',
    title: 'options are blocked exactly where no subscription can be used',
    needs: ['accessRequests'],
    async run(scene) {
      for (const { id, access } of await scene.resources()) {
        if (!access.required) continue;
        const { blocked, subscriptions } = await scene.stranger.resources.accessOptions(id);
        const usable = subscriptions.some(({ allowed }) => allowed);
        if (!usable)
          expect(blocked !== undefined, `options of ${id}: no subscription can be used, but \`blocked\` is absent`);
        if (blocked === 'no-subscription')
          expectEqual(subscriptions, [], `options of ${id}, blocked as no-subscription`);
        if (blocked === 'no-usable-subscription')
          expect(!usable, `options of ${id}: blocked, but a subscription is usable`);
      }
    },
  },
  {
    id: 'A6.duplicate',
    title: 'a second live request for the same is explained by the options and refused with 409',
    needs: ['accessRequests'],
    async run(scene) {
      const resource = await requestable(scene);
      const params = await scene.accessParams(resource);
      const { id } = await scene.request(resource);
      const { subscriptionId } = params;
      const options = await scene.owner.resources.accessOptions(resource.id, { subscriptionId });
      const option = options.applications.find((one) => one.id === params.applicationId);
      expectEqual(
        [option?.allowed, option?.reason, option?.duplicate?.id],
        [false, 'duplicate', id],
        '`allowed`, `reason`, `duplicate.id` of the application in the options',
      );
      const error = await expectRefused(
        scene.owner.accessRequests.create(params),
        'duplicate-access-request',
        'a second request for the same application, resource and subscription',
      );
      expectEqual(error.status, 409, 'the status of a refused duplicate');
    },
  },
  {
    id: 'A6.concurrent',
    title: 'of many equal requests at once exactly one is accepted',
    needs: ['accessRequests'],
    async run(scene) {
      const { concurrency = 200 } = scene.subject.capabilities;
      const params = await scene.accessParams(await requestable(scene));
      const calls = Array.from({ length: Math.min(concurrency, 20) }, () => scene.owner.accessRequests.create(params));
      await expectOnly(1, calls, 'duplicate-access-request', 'equal requests');
      const { items } = await scene.owner.accessRequests.list({ applicationId: params.applicationId });
      expectEqual(items.length, 1, 'how many requests there are afterwards');
    },
  },
  {
    id: 'A6.again',
    title: 'after a request was taken back the same can be asked for again',
    needs: ['manualApproval'],
    async run(scene) {
      const { resource, request } = await waiting(scene);
      await scene.owner.accessRequests.withdraw(request.id);
      const again = await scene.request(resource);
      expect(again.id !== request.id, 'a new request: expected a new object');
    },
  },
  {
    id: 'A7.automatic',
    title: 'a request that is approved automatically goes on to active, and a credential can be created',
    needs: ['accessRequests'],
    async run(scene) {
      const request = await scene.grantedAccess(await requestable(scene, 'automatic'));
      const steps = stepsOf(request);
      for (const step of ['submitted', 'approved', 'ready'])
        expect(steps.includes(step), `timeline: expected ${step} in it, got ${steps.join(', ')}`);
      const approved = request.timeline.find(({ step }) => step === 'approved');
      expect(approved?.by === undefined, 'timeline: nobody approved it, so `by` is to be absent');
      const next = request.actions.find(({ action }) => action === 'create-credential');
      expectEqual(next?.allowed, true, 'the action create-credential of an active request');
    },
  },
  {
    id: 'A7.manual',
    title: 'a request that the provider decides about waits, and goes on when it is approved',
    needs: ['manualApproval', 'provider'],
    async run(scene) {
      const { request } = await waiting(scene);
      expectEqual(request.state, 'pending', 'the state of a request that nobody has decided about');
      await scene.settle();
      expectEqual(
        (await scene.owner.accessRequests.get(request.id)).state,
        'pending',
        'its state while nobody decides',
      );
      await scene.provider.accessRequests.approve(request.id, { reason: 'Welcome.' });
      const ready = await scene.until(
        () => scene.owner.accessRequests.get(request.id),
        ({ state }) => state === 'active',
        'an approved request becomes active',
      );
      const approved = ready.timeline.find(({ step }) => step === 'approved');
      const { user } = await scene.provider.session.get();
      expectEqual(
        [approved?.by?.id, approved?.reason],
        [user.id, 'Welcome.'],
        'who approved it in the timeline, and why',
      );
    },
  },
  {
    id: 'A7.only-the-provider-decides',
    title: 'nobody but the provider approves, rejects or revokes',
    needs: ['manualApproval', 'provider'],
    async run(scene) {
      const { request } = await waiting(scene);
      for (const decide of ['approve', 'reject', 'revoke'] as const)
        await expectRefused(scene.owner.accessRequests[decide](request.id), 'forbidden', `${decide} by the owner`, {
          reason: 'role',
        });
      const { state } = await scene.owner.accessRequests.get(request.id);
      expectEqual(state, 'pending', 'the state after decisions that were refused');
    },
  },
  {
    id: 'A8.timeline',
    title: 'each step of a request is there with its time, and the reason of who decided',
    needs: ['manualApproval', 'provider'],
    async run(scene) {
      const { request } = await waiting(scene);
      const { provider, owner } = scene;
      await provider.accessRequests.reject(request.id, { reason: 'Say more, please.' });
      const rejected = await owner.accessRequests.get(request.id);
      expectEqual(rejected.state, 'rejected', 'the state after it was rejected');
      expectEqual(rejected.timeline.at(-1)?.reason, 'Say more, please.', "the decider's reason in the timeline");
      const again = await owner.accessRequests.update(request.id, { name: 'Sent again' });
      expectEqual([again.state, again.name], ['pending', 'Sent again'], 'state and name of what was sent again');
      await owner.accessRequests.withdraw(request.id, { reason: 'Not needed any more.' });
      const done = await owner.accessRequests.get(request.id);
      expectEqual(stepsOf(done), ['submitted', 'rejected', 'submitted', 'withdrawn'], 'the steps of the timeline');
      const times = done.timeline.map(({ at }) => Date.parse(at));
      expect(
        times.every((at, index) => index === 0 || at >= (times[index - 1] ?? 0)),
        'the steps of the timeline are in the order of time',
      );
    },
  },
  {
    id: 'A8.revoke-and-decide-in-order',
    title: 'each decision is possible only in the states it is for',
    needs: ['manualApproval', 'provider'],
    async run(scene) {
      const { provider, owner } = scene;
      const { request, resource } = await waiting(scene);
      await expectRefused(provider.accessRequests.revoke(request.id), 'state-conflict', 'revoke of a pending request');
      await expectRefused(owner.accessRequests.update(request.id, {}), 'state-conflict', 'update of a pending request');
      await provider.accessRequests.approve(request.id);
      for (const decide of ['approve', 'reject'] as const)
        await expectRefused(
          provider.accessRequests[decide](request.id),
          'state-conflict',
          `${decide} of an approved request`,
        );
      await expectRefused(
        owner.accessRequests.withdraw(request.id),
        'state-conflict',
        'withdraw of an approved request',
      );
      await provider.accessRequests.revoke(request.id, { reason: 'Misused.' });
      const revoked = await owner.accessRequests.get(request.id);
      expectEqual([revoked.state, revoked.timeline.at(-1)?.reason], ['revoked', 'Misused.'], 'state and reason');
      await creates(scene, resource, 'access-required', 'no-access');
    },
  },
  {
    id: 'A8.history',
    title: 'the history of a request says who did what when and why, the oldest first',
    needs: ['manualApproval', 'provider', 'history'],
    async run(scene) {
      const { provider, owner } = scene;
      const { request } = await waiting(scene);
      await provider.accessRequests.reject(request.id, { reason: 'Say more, please.' });
      const { items } = await owner.accessRequests.history(request.id);
      const people = [await owner.session.get(), await provider.session.get()].map(({ user }) => user.id);
      expectEqual(
        items.map(({ action, by, reason }) => [action, by?.id, reason]),
        [
          ['submitted', people[0], undefined],
          ['rejected', people[1], 'Say more, please.'],
        ],
        'action, by and reason of each entry',
      );
    },
  },
  {
    id: 'A8.one-decision',
    title: 'of two decisions at once, one is refused',
    needs: ['manualApproval', 'provider'],
    async run(scene) {
      const { request } = await waiting(scene);
      const { accessRequests } = scene.provider;
      const decisions = [accessRequests.approve(request.id), accessRequests.reject(request.id)];
      await expectOnly(1, decisions, 'state-conflict', 'decisions');
    },
  },
];
