import type { AccessChoice, AccessOptions } from './access-options.js';
import type { AccessRequest, CreateAccessRequest, ListAccessRequests, UpdateAccessRequest } from './access-request.js';
import type { Application, CreateApplication, ListApplications } from './application.js';
import type { CreateCredential, Credential, ListCredentials, UpdateCredential } from './credential.js';
import type { EventPage, ListEvents, MarketplaceEvent } from './event.js';
import type { Page, Reason } from './primitives.js';
import type { ListProducts, ListResources, Product, Resource } from './product.js';
import type { Secret } from './secret.js';
import type { Session } from './session.js';
import type { ListSubscriptions, Subscription } from './subscription.js';

/** How a call is made, apart from what it asks. */
export interface CallOptions {
  /** Aborts the call: it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Names one intent: a repeat of a write under the same key gets the first answer and does nothing twice. */
  idempotencyKey?: string | undefined;
  /** The `version` the change is based on; if the object has moved on, the call fails with `precondition-failed`. */
  ifMatch?: string | undefined;
}

/**
 * What one signed-in person can do at a marketplace. The client, the reference marketplace and every connector
 * implement it, and each can stand wherever another stands.
 *
 * Every method answers a promise that rejects with an `ApiError` (see its `code`), with another `MarketplaceError` if
 * no answer came, or with the reason of the aborted signal. What belongs to another team answers `not-found`.
 */
export interface Marketplace {
  /** The marketplace's clock, in milliseconds since 1970: as good as known without asking (SPEC S2). */
  now(): number;

  readonly session: {
    /** Who is signed in. */
    get(params?: object, options?: CallOptions): Promise<Session>;
  };

  readonly products: {
    list(params?: ListProducts, options?: CallOptions): Promise<Page<Product>>;
    get(id: string, params?: object, options?: CallOptions): Promise<Product>;
  };

  readonly resources: {
    list(params?: ListResources, options?: CallOptions): Promise<Page<Resource>>;
    get(id: string, params?: object, options?: CallOptions): Promise<Resource>;
    /** What can be chosen in an access request for the resource, given what is chosen already (SPEC A4 to A6). */
    accessOptions(id: string, params?: AccessChoice, options?: CallOptions): Promise<AccessOptions>;
  };

  readonly subscriptions: {
    list(params?: ListSubscriptions, options?: CallOptions): Promise<Page<Subscription>>;
    /** Ends a subscription; all access under it ends with it, at the data plane too (SPEC A9). */
    cancel(id: string, params?: Reason, options?: CallOptions): Promise<Subscription>;
  };

  readonly applications: {
    list(params?: ListApplications, options?: CallOptions): Promise<Page<Application>>;
    get(id: string, params?: object, options?: CallOptions): Promise<Application>;
    create(params: CreateApplication, options?: CallOptions): Promise<Application>;
  };

  readonly accessRequests: {
    list(params?: ListAccessRequests, options?: CallOptions): Promise<Page<AccessRequest>>;
    get(id: string, params?: object, options?: CallOptions): Promise<AccessRequest>;
    /** Asks for access; fails with `duplicate-access-request` if a live one exists (SPEC A6). */
    create(params: CreateAccessRequest, options?: CallOptions): Promise<AccessRequest>;
    /** Changes a rejected request and sends it again (SPEC A8). */
    update(id: string, params: UpdateAccessRequest, options?: CallOptions): Promise<AccessRequest>;
    /** Takes a pending request back. */
    withdraw(id: string, params?: Reason, options?: CallOptions): Promise<AccessRequest>;
    /** Provider: lets it through. */
    approve(id: string, params?: Reason, options?: CallOptions): Promise<AccessRequest>;
    /** Provider: refuses it. */
    reject(id: string, params?: Reason, options?: CallOptions): Promise<AccessRequest>;
    /** Provider: takes access back, at the data plane too (SPEC A9). */
    revoke(id: string, params?: Reason, options?: CallOptions): Promise<AccessRequest>;
  };

  readonly credentials: {
    list(params?: ListCredentials, options?: CallOptions): Promise<Page<Credential>>;
    get(id: string, params?: object, options?: CallOptions): Promise<Credential>;
    /** Asks for a credential: it is `pending` until the data plane has it (SPEC C1, C2). */
    create(params: CreateCredential, options?: CallOptions): Promise<Credential>;
    /** Renames it. */
    update(id: string, params: UpdateCredential, options?: CallOptions): Promise<Credential>;
    /** Makes the data plane refuse it; only while active (SPEC C5). */
    suspend(id: string, params?: Reason, options?: CallOptions): Promise<Credential>;
    /** Makes the data plane accept it again; only while inactive (SPEC C5). */
    enable(id: string, params?: Reason, options?: CallOptions): Promise<Credential>;
    /** Has the data plane try again what failed (SPEC C1). */
    retry(id: string, params?: object, options?: CallOptions): Promise<Credential>;
    /** Deletes it: `deleting` until the data plane has removed it, then `not-found` (SPEC C8). */
    remove(id: string, params?: object, options?: CallOptions): Promise<Credential>;
    /** Its secret, while it can be seen (SPEC S1); `secret-gone` afterwards (SPEC S3). */
    reveal(id: string, params?: object, options?: CallOptions): Promise<Secret>;
  };

  readonly events: {
    /** What has changed since a position, and the position to go on from. */
    list(params?: ListEvents, options?: CallOptions): Promise<EventPage>;
    /** The same as it happens. Ends only with its signal, or with an error that waiting will not mend. */
    stream(params?: ListEvents, options?: CallOptions): AsyncIterable<MarketplaceEvent>;
  };
}
