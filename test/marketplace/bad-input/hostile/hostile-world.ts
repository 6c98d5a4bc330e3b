import type { Kinds, SystemId } from '../../../../src/marketplace/index.js';
import { DataPlaneError, sampleSystems, type DataPlane, type KeyRegistry } from '../../../../src/marketplace/index.js';
import { makeScene, type Scene } from '../scenes.js';
import type { stores } from '../../world.js';
import { keptSubscription, Knowledge } from './knowledge.js';

/** What nobody but a team's members and the provider may read: it is in the names, data and reasons of what it owns. */
export const canaryOf = (teamId: string): string => `canary-${teamId.replace('team_', '')}`;

/** Credentials whose name begins so cannot be provisioned. */
export const unprovisionable = 'unprovisionable';

/** The values of a credential as the data plane last issued them, by what they are. */
export interface Issued {
  secret?: string;
  identifier?: string;
}

/** A marketplace to be hostile to: full of canaries, with all its secrets known. */
export interface HostileWorld extends Scene {
  system: SystemId;
  issued: Map<string, Issued>;
  /** Every secret there is or was: issued or chosen, and the tokens of share links. */
  secrets: Set<string>;
  knowledge: Knowledge;
}

/** The data plane, overheard. */
function overhear(registry: KeyRegistry, issued: HostileWorld['issued'], secrets: Set<string>): DataPlane {
  const note = (id: string, fields: { value: string; secret: boolean }[]): void => {
    const secret = fields.find((field) => field.secret)?.value;
    const identifier = fields.find((field) => !field.secret)?.value;
    issued.set(id, {
      ...(secret === undefined ? {} : { secret }),
      ...(identifier === undefined ? {} : { identifier }),
    });
    if (secret !== undefined) secrets.add(secret);
  };
  return {
    ...registry,
    async provision(order, fence) {
      if (order.name.startsWith(unprovisionable)) throw new DataPlaneError('The gateway is full.');
      const provisioned = await registry.provision(order, fence);
      note(order.id, provisioned.fields);
      return provisioned;
    },
    async renew(renewal, fence) {
      const provisioned = await registry.renew(renewal, fence);
      note(renewal.credentialId, provisioned.fields);
      return provisioned;
    },
    async setSecret(id, secret, fence) {
      await registry.setSecret(id, secret, fence);
      issued.set(id, { ...issued.get(id), secret });
    },
  };
}

/** Puts each team's canary into everything it owns. */
async function plant({ world }: Scene): Promise<void> {
  await world.store.write(async (tx) => {
    const gold = await tx.get('subscription', 'sub_storefront_gold');
    if (gold) await tx.put('subscription', { ...gold, id: keptSubscription });
    const marked = <T extends { teamId: string }>(record: T, ...fields: (keyof T)[]): T => {
      const mark = (value: unknown): unknown =>
        value === undefined ? undefined : `${value as string} ${canaryOf(record.teamId)}`;
      return { ...record, ...Object.fromEntries(fields.map((field) => [field, mark(record[field])])) };
    };
    const plain: (keyof Kinds & ('subscription' | 'application' | 'scope'))[] = [
      'subscription',
      'application',
      'scope',
    ];
    for (const kind of plain)
      for (const record of await tx.list(kind, {})) await tx.put(kind, marked<typeof record>(record, 'name'));
    for (const record of await tx.list('accessRequest', {})) {
      const data = { ...record.data, note: canaryOf(record.teamId) };
      const timeline = record.timeline.map((entry) => ({ ...entry, reason: canaryOf(record.teamId) }));
      await tx.put('accessRequest', { ...marked(record, 'name'), data, timeline });
    }
    for (const record of await tx.list('credential', {})) await tx.put('credential', marked(record, 'name', 'text'));
    for (const record of await tx.list('history', {}))
      await tx.put('history', { ...record, reason: canaryOf(record.teamId) });
  });
}

/** Has everybody look at what there is for them now. */
export async function lookAround({ world, system, knowledge }: HostileWorld): Promise<void> {
  knowledge.resources = (await world.as('priya').resources.list({ limit: 200 })).items;
  const environments = system === 'eqp' ? ['sandbox', 'production'] : [undefined];
  for (const id of knowledge.people.keys()) {
    const person = world.as(id);
    knowledge.learn(id, await person.applications.list({ limit: 200 }));
    knowledge.learn(id, await person.subscriptions.list());
    knowledge.learn(id, await person.accessRequests.list({ limit: 200 }));
    if (system === 'mparticle' && id === 'cleo') continue;
    for (const environment of environments)
      knowledge.learn(id, await person.credentials.list({ environment, limit: 200 }));
  }
}

/** Makes one, with an object in every state. */
export async function createHostileWorld(system: SystemId, kind: keyof typeof stores): Promise<HostileWorld> {
  const issued: HostileWorld['issued'] = new Map();
  const secrets = new Set<string>();
  const scene = await makeScene(system, kind, (registry) => overhear(registry, issued, secrets), system);
  for (const token of Object.values(scene.tokens)) secrets.add(token);
  await plant(scene);
  const hostile = { ...scene, system, issued, secrets, knowledge: new Knowledge(sampleSystems[system].people) };
  await lookAround(hostile);
  if (scene.tokens['link'] !== undefined) hostile.knowledge.learnLink(scene.ids['active'] ?? '', scene.tokens['link']);
  return hostile;
}
