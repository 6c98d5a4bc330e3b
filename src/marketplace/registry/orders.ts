import type { Clock } from '../clock.js';
import { DataPlaneError, type CredentialOrder, type DataPlane } from '../data-plane.js';
import type { Store, Writer } from '../store.js';
import type { Issued, Issuer } from './issue.js';
import { hasEnded, type RegisteredCredential, type RegisteredSecret, type RegistryKinds } from './records.js';
import { keepChosen } from './secrets.js';

type Tx = Writer<RegistryKinds>;

/** What a credential may do: what an update changes of it. */
const powersOf = ({ applicationId, resources, until, data }: CredentialOrder) => ({
  applicationId,
  resources,
  until,
  origins: Array.isArray(data['origins']) ? data['origins'].map(String) : [],
});

async function registered(tx: Tx, id: string): Promise<RegisteredCredential> {
  const credential = await tx.get('registeredCredential', id);
  if (!credential) throw new DataPlaneError('The gateway does not know this credential.');
  return credential;
}

/**
 * Session tokens outlive their credential (SPEC C7), with what it could do at the end: one that could do nothing
 * any more leaves none.
 */
async function leaveSessions(tx: Tx, credential: RegisteredCredential, now: number): Promise<void> {
  const { id, enabled, until, resources, applicationId } = credential;
  const isUsable = enabled && !hasEnded(until, now);
  for (const session of await tx.list('registeredSession', { where: { credentialId: id } })) {
    const resource = resources.find((order) => order.id === session.resource.id);
    if (isUsable && resource) await tx.put('registeredSession', { ...session, applicationId, resource });
    else await tx.remove('registeredSession', session.id);
  }
}

/**
 * The secrets after a renewal: the new one and, for the overlap, the one from before it. An older overlap ends: whoever
 * renews because a secret got out must not have it work on. Ordered again, it is still the same secret that is old.
 */
function renewedSecrets(
  { secrets, renewalId }: RegisteredCredential,
  issued: Issued,
  renewal: { id: string; oldUntil: number },
  now: number,
): RegisteredSecret[] {
  const old = secrets[renewal.id === renewalId ? 1 : 0];
  if (!old || hasEnded(renewal.oldUntil, now) || hasEnded(old.until, now)) return issued.secrets;
  return [...issued.secrets, { ...old, until: renewal.oldUntil }];
}

/** Carries out on the registry's store what the marketplace's agent orders. */
export function createOrders(options: { store: Store<RegistryKinds>; clock: Clock; issuer: Issuer }): DataPlane {
  const { store, clock, issuer } = options;

  /**
   * Does the work, unless a later order for the subject has been seen. One that fails for good has been seen as well.
   * `ends`: the subject is then gone.
   */
  async function inOrder<T>(subject: string, fence: string, work: (tx: Tx) => Promise<T>, ends = false): Promise<T> {
    const outcome = await store.write(async (tx) => {
      const seen = await tx.get('subjectFence', subject);
      if (seen && fence < seen.fence) throw new Error('a later order for the same subject has been carried out');
      // How long agents may come too late is a matter of the machine's clock, however fast the marketplace's goes.
      const ended = { endedAt: Date.now() };
      try {
        const result = await work(tx);
        await tx.put('subjectFence', { id: subject, fence, ...(ends ? ended : {}) });
        return { result };
      } catch (error) {
        if (!(error instanceof DataPlaneError)) throw error;
        await tx.put('subjectFence', { ...(seen ?? ended), id: subject, fence });
        return { error };
      }
    });
    if (outcome.error) throw outcome.error;
    return outcome.result;
  }

  const credentialSubject = (id: string): string => `credential ${id}`;

  /** Changes a credential that is there. */
  const change = (
    id: string,
    fence: string,
    work: (credential: RegisteredCredential) => RegisteredCredential,
  ): Promise<void> =>
    inOrder(credentialSubject(id), fence, async (tx) => tx.put('registeredCredential', work(await registered(tx, id))));

  return {
    grant: (grant, fence) => inOrder(`grant ${grant.id}`, fence, (tx) => tx.put('registeredGrant', grant)),

    revoke: (grantId, fence) => inOrder(`grant ${grantId}`, fence, (tx) => tx.remove('registeredGrant', grantId), true),

    setExposed: (resourceId, exposed, fence) =>
      inOrder(`resource ${resourceId}`, fence, (tx) => tx.put('resourceExposure', { id: resourceId, exposed })),

    provision: (order, fence) =>
      inOrder(credentialSubject(order.id), fence, async (tx) => {
        const { provisioned, ...issued } = await issuer.issue(order);
        const { id, kind } = order;
        await tx.put('registeredCredential', { id, kind, enabled: true, ...powersOf(order), ...issued });
        return provisioned;
      }),

    update: (order, fence) => change(order.id, fence, (credential) => ({ ...credential, ...powersOf(order) })),

    renew: (renewal, fence) =>
      inOrder(credentialSubject(renewal.credentialId), fence, async (tx) => {
        const credential = await registered(tx, renewal.credentialId);
        const issued = await issuer.issueSecret(credential);
        const secrets = renewedSecrets(credential, issued, renewal, clock.now());
        const handles = credential.kind === 'api-key' ? secrets.map(({ hash }) => hash) : credential.handles;
        await tx.put('registeredCredential', { ...credential, handles, secrets, renewalId: renewal.id });
        return issued.provisioned;
      }),

    async setSecret(credentialId, secret, fence) {
      if (secret === '') throw new DataPlaneError('The secret is empty.');
      const kept = await keepChosen(secret);
      await change(credentialId, fence, ({ renewalId: _, ...credential }) => {
        if (credential.kind === 'api-key' || credential.publicKey)
          throw new DataPlaneError('The secret of this type of credential cannot be chosen.');
        return { ...credential, secrets: [kept] };
      });
    },

    setEnabled: (id, enabled, fence) => change(id, fence, (credential) => ({ ...credential, enabled })),

    remove: (id, fence) =>
      inOrder(
        credentialSubject(id),
        fence,
        async (tx) => {
          const credential = await tx.get('registeredCredential', id);
          if (credential) await leaveSessions(tx, credential, clock.now());
          await tx.remove('registeredCredential', id);
        },
        true,
      ),
  };
}
