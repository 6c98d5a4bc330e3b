import { DataPlaneError, type CredentialOrder, type ResourceOrder } from '../data-plane.js';
import type { CredentialRecord, CredentialTypeRecord, Kinds, ResourceRecord } from '../records.js';
import type { Reader } from '../store.js';
import { byIds } from './context.js';

/** What the credential may do with one of its resources. */
function resourceOrder({ id, access, grants: policy }: ResourceRecord, { grants }: CredentialRecord): ResourceOrder {
  const order = { id, grantRequired: access.required };
  const grant = grants?.find(({ resourceId }) => resourceId === id);
  if (!policy || !grant) return order;
  const permission = policy.permissions.find((candidate) => candidate.id === grant.permissionId);
  // A permission that is no more allows nothing, not everything.
  const methods = permission ? permission.methods : [];
  return { ...order, methods, scope: { source: policy.source, ids: grant.scopeIds } };
}

/**
 * What the data plane is told of a credential as it is now wanted, and its type.
 *
 * @throws {DataPlaneError} if its resources no longer accept it.
 */
export async function orderFor(
  tx: Reader<Kinds>,
  credential: CredentialRecord,
): Promise<{ order: CredentialOrder; type: CredentialTypeRecord }> {
  const resources = [...(await byIds(tx, 'resource', credential.resourceIds)).values()];
  const type = resources.flatMap(({ credentialTypes }) => credentialTypes).find(({ id }) => id === credential.typeId);
  if (!type) throw new DataPlaneError('The resource no longer accepts this type of credential.');
  return {
    type,
    order: {
      id: credential.id,
      name: credential.name,
      applicationId: credential.applicationId,
      kind: type.kind,
      data: credential.data,
      resources: resources.map((resource) => resourceOrder(resource, credential)),
      until: credential.expiresAt,
      secretLater: type.secretLater,
    },
  };
}
