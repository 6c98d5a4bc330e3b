import { DataPlaneDelay, type DataPlane } from '../../src/marketplace/index.js';

/**
 * A data plane that takes a while to set a credential up, as gateways do, so that people see it `pending` before it is
 * `active`. Whatever takes access away takes no time.
 */
export function withProvisioningTime(dataPlane: DataPlane, provisionMs: number): DataPlane {
  const readyAt = new Map<string, number>();
  return {
    ...dataPlane,
    async provision(order, fence) {
      const now = Date.now();
      const ready = readyAt.get(order.id) ?? now + provisionMs;
      readyAt.set(order.id, ready);
      if (now < ready) throw new DataPlaneDelay(ready - now);
      const provisioned = await dataPlane.provision(order, fence);
      readyAt.delete(order.id);
      return provisioned;
    },
    remove(credentialId, fence) {
      readyAt.delete(credentialId);
      return dataPlane.remove(credentialId, fence);
    },
  };
}
