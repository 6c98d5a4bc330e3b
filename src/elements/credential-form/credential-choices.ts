import type { ReactiveControllerHost } from 'lit';
import type { AccessRequest } from '../../contract/access-request.js';
import type { Application } from '../../contract/application.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { CredentialType, Resource } from '../../contract/product.js';
import { Reader } from '../shared/reader.js';

/** An API of the application, and whether a credential can be created for it now. */
export interface ResourceOption {
  id: string;
  name: string;
  allowed: boolean;
  reason?: string | undefined;
}

/**
 * The APIs an application asked access to, each with what its requests say about creating a credential: possible if one
 * of them allows it; otherwise the reason of one that may yet. What no request offers is left out (SPEC A1, X1).
 */
export function resourceOptions(requests: readonly AccessRequest[]): ResourceOption[] {
  const options = new Map<string, ResourceOption>();
  for (const { resource, actions } of requests) {
    const action = actions.find((one) => one.action === 'create-credential');
    if (!action || options.get(resource.id)?.allowed) continue;
    options.set(resource.id, { ...resource, allowed: action.allowed, reason: action.reason });
  }
  return [...options.values()];
}

/** What a credential can be created for and of which type, read from the marketplace, and what is chosen of it. */
export class CredentialChoices {
  readonly #host: ReactiveControllerHost;
  readonly #reader: Reader<void>;
  #marketplace: Marketplace | undefined;
  #applicationId = '';
  #fixed = false;
  #resourceId: string | undefined;
  #chosenType: string | undefined;

  application: Application | undefined;
  /** What can be chosen from; one if the resource was given. */
  resources: readonly ResourceOption[] | undefined;
  /** The chosen resource, once it is read. */
  resource: Resource | undefined;
  /** Why the last reading failed. What was read before stays. */
  error: unknown;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#reader = new Reader(host, {
      done: () => (this.error = undefined),
      failed: (error) => (this.error = error),
    });
  }

  get busy(): boolean {
    return this.#reader.busy;
  }

  /** The chosen resource's id, also while it is being read. */
  get resourceId(): string | undefined {
    return this.#resourceId;
  }

  /** Whether a credential can be created for the chosen resource now, and why not. */
  get option(): ResourceOption | undefined {
    return this.resources?.find(({ id }) => id === this.#resourceId);
  }

  /** The chosen type; the only one is chosen by itself. */
  get type(): CredentialType | undefined {
    const types = this.resource?.credentialTypes ?? [];
    return types.length === 1 ? types[0] : types.find(({ id }) => id === this.#chosenType);
  }

  /** Starts for an application. With a resource, only that one can be chosen. */
  open(marketplace: Marketplace, applicationId: string, resourceId: string | undefined): Promise<void> {
    this.application = this.resources = this.resource = this.#chosenType = undefined;
    this.#applicationId = applicationId;
    this.#fixed = resourceId !== undefined;
    this.#resourceId = resourceId;
    return this.resume(marketplace);
  }

  /** Reads again, perhaps from another Marketplace. What is chosen stays as far as it is possible. */
  resume(marketplace: Marketplace): Promise<void> {
    this.#marketplace = marketplace;
    return this.refresh();
  }

  /** Stops reading. */
  stop(): void {
    this.#reader.stop();
  }

  /** Chooses a resource, and reads which types it accepts. */
  chooseResource(id: string): Promise<void> {
    this.#resourceId = id;
    return this.refresh();
  }

  chooseType(id: string): void {
    this.#chosenType = id;
    this.#host.requestUpdate();
  }

  /** Reads again; also the way to try again after {@link error}. */
  refresh(): Promise<void> {
    const marketplace = this.#marketplace;
    if (!marketplace) return Promise.resolve();
    return this.#reader.run((signal) => this.#read(marketplace, signal));
  }

  async #read(marketplace: Marketplace, signal: AbortSignal): Promise<void> {
    const [application, requests] = await Promise.all([
      marketplace.applications.get(this.#applicationId, {}, { signal }),
      this.#requests(marketplace, signal),
    ]);
    let resources = resourceOptions(requests);
    const possible = resources.filter(({ allowed }) => allowed);
    const id = this.#resourceId ?? (possible.length === 1 ? possible[0]?.id : undefined);
    const resource = id === undefined ? undefined : await marketplace.resources.get(id, {}, { signal });
    if (signal.aborted) return;
    if (resource && !resource.access.required) {
      resources = [{ id: resource.id, name: resource.name, allowed: true }];
    }
    this.#resourceId = id;
    Object.assign(this, { application, resources, resource });
  }

  async #requests(marketplace: Marketplace, signal: AbortSignal): Promise<AccessRequest[]> {
    const found: AccessRequest[] = [];
    const resourceId = this.#fixed ? this.#resourceId : undefined;
    const params = { applicationId: this.#applicationId, resourceId, limit: 200 };
    let cursor: string | undefined;
    do {
      const page = await marketplace.accessRequests.list({ ...params, cursor }, { signal });
      found.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined);
    return found;
  }
}
