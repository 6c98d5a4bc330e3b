import type { LitElement } from 'lit';
import type { Credential } from '../../contract/credential.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { Attempt } from '../shared/form/attempt.js';
import {
  CredentialUpdateEvent,
  CredentialUpdateFailedEvent,
  CredentialUpdatedEvent,
} from './credential-form-events.js';

/**
 * Has a credential that is there serve another resource too (SPEC C12). Answers it as it then is; `undefined` if the
 * page has taken over.
 */
export async function extendCredential(
  host: LitElement,
  marketplace: Marketplace,
  { credentialId, resourceId }: { credentialId: string; resourceId: string },
  attempt: Attempt,
): Promise<Credential | undefined> {
  const { resources, version } = await marketplace.credentials.get(credentialId);
  const input = { resourceIds: [...new Set([...resources.map(({ id }) => id), resourceId])] };
  if (!host.dispatchEvent(new CredentialUpdateEvent({ credentialId, input }))) return undefined;
  try {
    const idempotencyKey = attempt.keyFor({ credentialId, input });
    const credential = await marketplace.credentials.update(credentialId, input, { idempotencyKey, ifMatch: version });
    host.dispatchEvent(new CredentialUpdatedEvent({ credential }));
    return credential;
  } catch (error) {
    host.dispatchEvent(new CredentialUpdateFailedEvent({ credentialId, input, error }));
    throw error;
  }
}
