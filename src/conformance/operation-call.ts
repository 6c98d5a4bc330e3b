import { operations, type CallOptions, type Marketplace, type OperationName } from '../contract/index.js';
import type { Need } from './check.js';
import { ConformanceError, expectThere } from './expectation.js';
import type { Scene } from './scene.js';

/** Every row of the operations table that a person calls; the two for share links are for their holders. */
export const personalOperations = (Object.keys(operations) as OperationName[]).filter(
  (name) => !name.startsWith('share.'),
);

/** The names of the ids in an operation's path, e.g. `credentialId`. */
export const idsIn = (name: OperationName): string[] =>
  [...operations[name].path.matchAll(/\{(\w+)\}/g)].map(([, id = '']) => id);

const accessRequests: readonly Need[] = ['accessRequests'];

/** What has to be claimed for an operation to be there at all, where that is not every backend's. */
const operationNeeds: Partial<Record<OperationName, readonly Need[]>> = {
  'environments.list': ['environments'],
  'resources.accessOptions': accessRequests,
  'resources.expose': ['exposure'],
  'resources.unexpose': ['exposure'],
  'accessRequests.history': ['accessRequests', 'history'],
  'credentials.renew': ['renew'],
  'credentials.regenerate': ['regenerate'],
  'credentials.suspend': ['suspend'],
  'credentials.enable': ['suspend'],
  'credentials.retry': ['manualTypes'],
  'credentials.share': ['shareLinks'],
  'credentials.unshare': ['shareLinks'],
  'credentials.provision': ['manualTypes'],
  'credentials.fail': ['manualTypes'],
  'credentials.history': ['history'],
  'credentials.batch': ['batch'],
  'events.list': ['events'],
};

/** What a subject has to claim for an operation to be tried. */
export function needsOf(name: OperationName): readonly Need[] {
  const own = operationNeeds[name];
  if (own) return own;
  return /^(subscriptions|applications|accessRequests)\./.test(name) ? accessRequests : [];
}

/** Parameters that are valid whatever the object is, where an operation cannot go without. */
const validParams: Partial<Record<OperationName, object>> = {
  'subscriptions.change': { planId: 'any' },
  'credentials.renew': { overlapMs: 0 },
  'credentials.fail': { reason: 'Conformance' },
};

/** Calls an operation by its name: ids first, then parameters, then options. */
export function callOperation(
  marketplace: Marketplace,
  name: OperationName,
  ids: readonly string[] = [],
  params: object = validParams[name] ?? {},
  options: CallOptions = {},
): Promise<unknown> {
  const [resource = '', method = ''] = name.split('.');
  const methods = (marketplace as unknown as Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>)[
    resource
  ];
  const call = expectThere(methods?.[method], `the method ${name} of the Marketplace`);
  return call(...ids, params, options);
}

/** The kinds of objects that belong to everybody. */
export const publicIds: readonly string[] = ['productId', 'resourceId'];

/** The id of an object of the owner's, or of everybody's, that an operation's path can name. */
export async function ownObject(scene: Scene, idName: string): Promise<string> {
  const { owner } = scene;
  const { resource } = await scene.offer();
  switch (idName) {
    case 'productId':
      return resource.product.id;
    case 'resourceId':
      return resource.id;
    case 'subscriptionId': {
      const { items } = await owner.subscriptions.list({ limit: 1 });
      return expectThere(items[0]?.id, 'a subscription of the owner');
    }
    case 'applicationId':
      return scene.application();
    case 'accessRequestId':
      return (await scene.access(await requestable(scene))).id;
    case 'credentialId':
      return (await scene.active(await scene.offer())).id;
    default:
      throw new ConformanceError(
        `the suite knows no object that \`${idName}\` could be the id of: add it to ownObject`,
      );
  }
}

/** A resource that the owner can ask for access to; by default one whose access is approved at once, if there is any. */
export async function requestable(scene: Scene, approval?: 'automatic' | 'manual') {
  const found = (await scene.openResources()).find(
    ({ access }) => access.required && (approval === undefined || access.approval === approval),
  );
  return expectThere(found, `a resource with ${approval ?? 'an'} approval that the owner can ask for`);
}
