import type { AccessRequest, Action, Credential, Marketplace, Subscription } from '../../contract/index.js';
import type { CheckDefinition, Need } from '../check.js';
import { expect, expectRefused, outcomeOf, printError } from '../expectation.js';
import { requestable } from '../operation-call.js';
import type { Offer, Scene } from '../scene.js';

interface Actionable {
  id: string;
  version: string;
  actions: Action[];
}

/** What each action of a kind of object calls. */
type Calls = Record<string, (person: Marketplace, id: string) => Promise<unknown>>;

const credentialCalls: Calls = {
  update: ({ credentials }, id) => credentials.update(id, { name: 'Renamed' }),
  suspend: ({ credentials }, id) => credentials.suspend(id),
  enable: ({ credentials }, id) => credentials.enable(id),
  retry: ({ credentials }, id) => credentials.retry(id),
  reveal: ({ credentials }, id) => credentials.reveal(id),
  renew: ({ credentials }, id) => credentials.renew(id, { overlapMs: 0 }),
  regenerate: ({ credentials }, id) => credentials.regenerate(id),
  share: ({ credentials }, id) => credentials.share(id),
  unshare: ({ credentials }, id) => credentials.unshare(id),
  provision: ({ credentials }, id) => credentials.provision(id),
  fail: ({ credentials }, id) => credentials.fail(id, { reason: 'Conformance.' }),
  remove: ({ credentials }, id) => credentials.remove(id),
};

const accessCalls: Calls = {
  update: ({ accessRequests }, id) => accessRequests.update(id, {}),
  withdraw: ({ accessRequests }, id) => accessRequests.withdraw(id),
  approve: ({ accessRequests }, id) => accessRequests.approve(id),
  reject: ({ accessRequests }, id) => accessRequests.reject(id),
  revoke: ({ accessRequests }, id) => accessRequests.revoke(id),
};

const subscriptionCalls: Calls = {
  approve: ({ subscriptions }, id) => subscriptions.approve(id),
  reject: ({ subscriptions }, id) => subscriptions.reject(id),
  cancel: ({ subscriptions }, id) => subscriptions.cancel(id),
};

/** An object in some state, and how the people it is tried by read it. */
interface Situation {
  /** Says which state, for messages. */
  what: string;
  person: Marketplace;
  calls: Calls;
  read(id: string): Promise<Actionable>;
  /** Brings a fresh object into the state. */
  make(): Promise<{ id: string }>;
}

/**
 * What the object says of its actions is what the calls do: what is absent or refused fails, for the reason told, and
 * changes nothing; what is allowed works.
 */
async function agrees(scene: Scene, { what, person, calls, read, make }: Situation): Promise<void> {
  const { id } = await make();
  const object = await read(id);
  const allowed: string[] = [];
  for (const [action, call] of Object.entries(calls)) {
    const entry = object.actions.find((candidate) => candidate.action === action);
    if (entry?.allowed) {
      allowed.push(action);
      continue;
    }
    expect(!entry || (entry.reason ?? '') !== '', `${what}: ${action} is not allowed, and its entry has no reason`);
    await expectRefused(
      call(person, id),
      ['state-conflict', 'secret-gone', 'forbidden'],
      `${what}: ${action}, which its actions ${entry ? `refuse (${entry.reason ?? ''})` : 'do not have'}`,
      { reason: entry?.reason },
    );
    const { version } = await read(id);
    expect(version === object.version, `${what}: ${action} was refused, but the object has changed`);
  }
  // Each on an object of its own, as it may end it.
  for (const [index, action] of allowed.entries()) {
    const target = index === 0 ? object : await make();
    const outcome = await outcomeOf(calls[action]?.(person, target.id) ?? Promise.resolve());
    if ('error' in outcome)
      expect(
        false,
        `${what}: ${action} is in its actions as allowed; it was refused with ${printError(outcome.error)}`,
      );
  }
  await scene.settle();
}

type State = 'pending' | 'active' | 'inactive' | 'deleting' | 'expired';

/** Brings a credential of the offer into a state. */
async function inState(scene: Scene, offer: Offer, state: State): Promise<Credential> {
  const { owner } = scene;
  if (state === 'pending') return scene.create(offer);
  if (state === 'expired') {
    const lifetimeMs = offer.type.lifetimesMs?.find((ms) => ms !== null) ?? null;
    const credential = await scene.active(offer, { lifetimeMs });
    await scene.advance((lifetimeMs ?? 0) + 1_000);
    return scene.settled(credential.id, 'expired');
  }
  const credential = await scene.active(offer);
  if (state === 'active') return credential;
  if (state === 'deleting') return owner.credentials.remove(credential.id);
  await owner.credentials.suspend(credential.id);
  return scene.settled(credential.id, 'inactive');
}

const isReachable = (state: State, { actions }: Credential, { type }: Offer): boolean => {
  if (state === 'inactive') return actions.some(({ action }) => action === 'suspend');
  return state !== 'expired' || (type.lifetimesMs ?? []).some((ms) => ms !== null);
};

const stateNeeds: Record<State, readonly Need[]> = {
  pending: ['holdsWork'],
  active: [],
  inactive: ['suspend'],
  deleting: ['holdsWork'],
  expired: ['expiry', 'advance'],
};

const credentialActions = (Object.keys(stateNeeds) as State[]).map((state): CheckDefinition => ({
  id: `X1.credential-${state}`,
  title: `the actions of ${/^[aei]/.test(state) ? 'an' : 'a'} ${state} credential are what its calls do`,
  needs: stateNeeds[state],
  async run(scene) {
    for (const offer of await scene.offers()) {
      const sample = await scene.active(offer);
      if (isReachable(state, sample, offer)) await credentialAgrees(scene, offer, state);
      await scene.discard(sample.id);
    }
  },
}));

async function credentialAgrees(scene: Scene, offer: Offer, state: State): Promise<void> {
  const made: string[] = [];
  await agrees(scene, {
    what: `${offer.type.id}, ${state}`,
    person: scene.owner,
    calls: credentialCalls,
    read: (id) => scene.owner.credentials.get(id),
    async make() {
      for (const id of made.splice(0)) await scene.discard(id); // a limit may leave room for few
      const credential = await inState(scene, offer, state);
      made.push(credential.id);
      return credential;
    },
  });
  for (const id of made) await scene.discard(id);
}

/** The states of a request, and what it takes to get one there. */
const accessStates: Record<'pending' | 'active' | 'rejected' | 'withdrawn' | 'revoked', readonly Need[]> = {
  pending: ['manualApproval'],
  active: ['accessRequests'],
  rejected: ['manualApproval', 'provider'],
  withdrawn: ['manualApproval'],
  revoked: ['accessRequests', 'provider'],
};

async function requestIn(scene: Scene, state: keyof typeof accessStates): Promise<AccessRequest> {
  const { owner } = scene;
  const applicationId = await scene.application({ another: true });
  const isDecided = state === 'active' || state === 'revoked';
  const resource = await requestable(scene, isDecided ? undefined : 'manual');
  if (isDecided) {
    const request = await scene.grantedAccess(resource, { applicationId });
    return state === 'active' ? request : scene.provider.accessRequests.revoke(request.id);
  }
  const { id } = await scene.request(resource, { applicationId });
  if (state === 'withdrawn') return owner.accessRequests.withdraw(id);
  if (state === 'rejected') return scene.provider.accessRequests.reject(id, { reason: 'Conformance.' });
  return owner.accessRequests.get(id);
}

const accessActions = (Object.keys(accessStates) as (keyof typeof accessStates)[]).map((state): CheckDefinition => ({
  id: `X1.access-request-${state}`,
  title: `the actions of ${/^[ae]/.test(state) ? 'an' : 'a'} ${state} access request are what its calls do, for owner and provider`,
  needs: accessStates[state],
  async run(scene) {
    for (const person of scene.subject.people.provider ? (['owner', 'provider'] as const) : (['owner'] as const))
      await agrees(scene, {
        what: `a request that is ${state}, for the ${person}`,
        person: scene[person],
        calls: accessCalls,
        read: (id) => scene[person].accessRequests.get(id),
        make: () => requestIn(scene, state),
      });
  },
}));

async function subscriptionIn(scene: Scene, state: 'pending' | 'approved' | 'cancelled'): Promise<Subscription> {
  const { id: resourceId } = await requestable(scene);
  const id = await scene.subscription(resourceId, state === 'pending' ? { approval: 'pending' } : {});
  return state === 'cancelled' ? scene.owner.subscriptions.cancel(id) : scene.owner.subscriptions.get(id);
}

/** What objects say can be done is what can be done (SPEC X1). */
export const actionChecks: CheckDefinition[] = [
  ...credentialActions,
  ...accessActions,
  {
    id: 'X1.subscriptions',
    title: 'the actions of a subscription are what its calls do, for owner and provider',
    needs: ['accessRequests', 'subscription', 'provider'],
    async run(scene) {
      for (const state of ['pending', 'approved', 'cancelled'] as const)
        for (const person of ['owner', 'provider'] as const)
          await agrees(scene, {
            what: `a subscription that is ${state}, for the ${person}`,
            person: scene[person],
            calls: subscriptionCalls,
            read: (id) => scene[person].subscriptions.get(id),
            make: () => subscriptionIn(scene, state),
          });
    },
  },
  {
    id: 'X1.exposure',
    title: 'the actions of a resource with a gate are what its calls do, for owner, stranger and provider',
    needs: ['exposure'],
    async run(scene) {
      const people = (['owner', 'stranger', 'provider'] as const).filter((name) => scene.subject.people[name]);
      for (const resource of await scene.resources()) {
        if (resource.exposed === undefined) continue;
        await scene.open(resource);
        for (const name of people) {
          const person = scene[name];
          for (const turn of ['expose', 'unexpose', 'expose'] as const) {
            const { actions, exposed } = await person.resources.get(resource.id);
            const entry = actions.find(({ action }) => action === turn);
            const what = `${turn} by the ${name} of a resource that is ${exposed === true ? '' : 'not '}exposed`;
            if (entry?.allowed) await person.resources[turn](resource.id);
            else
              await expectRefused(person.resources[turn](resource.id), ['state-conflict', 'forbidden'], what, {
                reason: entry?.reason,
              });
          }
        }
      }
    },
  },
  {
    id: 'X1.others-have-none',
    title: 'the provider has no action on a credential that only its owners have',
    needs: ['provider'],
    async run(scene) {
      await scene.each(
        'types',
        () => true,
        async ({ credential: { id } }) => {
          const { actions } = await scene.provider.credentials.get(id);
          const owners = ['reveal', 'update', 'suspend', 'renew', 'regenerate', 'share', 'remove'];
          const extra = actions.filter(({ action }) => owners.includes(action)).map(({ action }) => action);
          expect(extra.length === 0, `the provider's actions have ${extra.join(', ')}`);
          await expectRefused(scene.provider.credentials.remove(id), 'forbidden', 'remove by the provider', {
            reason: 'role',
          });
        },
      );
    },
  },
];
