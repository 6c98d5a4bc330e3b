import type { AccessOptions } from './access-options.js';
import type { AccessChoice } from './access-request-params.js';
import type { AccessRequest } from './access-request.js';
import type { CreateAccessRequest, ListAccessRequests, UpdateAccessRequest } from './access-request-params.js';
import type { Application } from './application.js';
import type { CreateApplication, ListApplications } from './application-params.js';
import type { CredentialBatchResult } from './credential-batch.js';
import type { CredentialBatch } from './credential-params.js';
import type { Credential } from './credential.js';
import type {
  CreateCredential,
  FailCredential,
  ListCredentials,
  RenewCredential,
  UpdateCredential,
} from './credential-params.js';
import type { CredentialOptions } from './credential-options.js';
import type { CredentialChoice } from './credential-params.js';
import type { Environment, ListEnvironments } from './environment.js';
import type { EventPage, ListEvents, MarketplaceEvent } from './event.js';
import type { HistoryEntry, ListHistory } from './history.js';
import type { Page, Reason } from './primitives.js';
import type { Product, Resource } from './product.js';
import type { ListProducts, ListResources } from './product-params.js';
import type { Secret } from './secret.js';
import type { Session } from './session.js';
import type { Share, ShareLink } from './share.js';
import type { CreateShare, SetSecret } from './share-params.js';
import type { Subscription } from './subscription.js';
import type { ChangeSubscription, ListSubscriptions } from './subscription-params.js';

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

  readonly environments: {
    /** The separate worlds there are, and whether the person may have credentials in each (SPEC E1, E2). */
    list(params?: ListEnvironments, options?: CallOptions): Promise<Page<Environment>>;
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
    /** Opens it for keys and calls (SPEC I1). */
    expose(id: string, params?: Reason, options?: CallOptions): Promise<Resource>;
    /** Closes it for new keys and for all calls (SPEC I1). */
    unexpose(id: string, params?: Reason, options?: CallOptions): Promise<Resource>;
  };

  readonly subscriptions: {
    list(params?: ListSubscriptions, options?: CallOptions): Promise<Page<Subscription>>;
    get(id: string, params?: object, options?: CallOptions): Promise<Subscription>;
    /** Provider: lets it through (SPEC A5). */
    approve(id: string, params?: Reason, options?: CallOptions): Promise<Subscription>;
    /** Provider: refuses it. */
    reject(id: string, params?: Reason, options?: CallOptions): Promise<Subscription>;
    /** Moves it to another plan; access to what that leaves out ends, at the data plane too (SPEC A9). */
    change(id: string, params: ChangeSubscription, options?: CallOptions): Promise<Subscription>;
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
    /** What happened to it, the oldest first: who, when, what, why. */
    history(id: string, params?: ListHistory, options?: CallOptions): Promise<Page<HistoryEntry>>;
  };

  readonly credentials: {
    list(params?: ListCredentials, options?: CallOptions): Promise<Page<Credential>>;
    /** What can be chosen for a new one, given what is chosen already, and what stands in the way (SPEC C2, C10, C12). */
    options(params?: CredentialChoice, options?: CallOptions): Promise<CredentialOptions>;
    get(id: string, params?: object, options?: CallOptions): Promise<Credential>;
    /** Asks for a credential: it is `pending` until the data plane has it (SPEC C1, C2). */
    create(params: CreateCredential, options?: CallOptions): Promise<Credential>;
    /** Changes its name, its grants, or the resources it serves; its secret stays (SPEC C9, C12). */
    update(id: string, params: UpdateCredential, options?: CallOptions): Promise<Credential>;
    /** A new secret under the same identifiers; the old one works on for as long as asked (SPEC C6). */
    renew(id: string, params: RenewCredential, options?: CallOptions): Promise<Credential>;
    /** New identifiers and a new secret; the old ones stop at once, issued session tokens live on (SPEC C7). */
    regenerate(id: string, params?: Reason, options?: CallOptions): Promise<Credential>;
    /** Makes the data plane refuse it; only while active (SPEC C5). */
    suspend(id: string, params?: Reason, options?: CallOptions): Promise<Credential>;
    /** Makes the data plane accept it again; only while inactive (SPEC C5). */
    enable(id: string, params?: Reason, options?: CallOptions): Promise<Credential>;
    /** Has the data plane try again what failed (SPEC C1). */
    retry(id: string, params?: object, options?: CallOptions): Promise<Credential>;
    /** Deletes it: `deleting` until the data plane has removed it, then `not-found` (SPEC C8). */
    remove(id: string, params?: object, options?: CallOptions): Promise<Credential>;
    /**
     * Its secret, while it can be seen (SPEC S1); `secret-gone` afterwards (SPEC S3). Where it can be seen once, a repeat
     * under the same idempotency key within a minute gets it again: the answer may have been lost.
     */
    reveal(id: string, params?: object, options?: CallOptions): Promise<Secret>;
    /** Makes a link on which an outside person sets its secret; the link before stops (SPEC I2, S9). */
    share(id: string, params?: CreateShare, options?: CallOptions): Promise<ShareLink>;
    /** Makes its share link useless. */
    unshare(id: string, params?: object, options?: CallOptions): Promise<Credential>;
    /** Provider: has it set up, where the provider does that by hand. */
    provision(id: string, params?: Reason, options?: CallOptions): Promise<Credential>;
    /** Provider: says why it cannot be set up (SPEC C1). */
    fail(id: string, params: FailCredential, options?: CallOptions): Promise<Credential>;
    /** What happened to it, the oldest first: who, when, what, why; also after it is gone. */
    history(id: string, params?: ListHistory, options?: CallOptions): Promise<Page<HistoryEntry>>;
    /** One action on several, with a result for each. */
    batch(params: CredentialBatch, options?: CallOptions): Promise<CredentialBatchResult>;
  };

  /** For the holder of a share link, whose token is the bearer token: nothing else is open to them (SPEC I2, S9). */
  readonly share: {
    get(params?: object, options?: CallOptions): Promise<Share>;
    /** Sets or replaces the secret. */
    setSecret(params: SetSecret, options?: CallOptions): Promise<Share>;
  };

  readonly events: {
    /** What has changed since a position, and the position to go on from. */
    list(params?: ListEvents, options?: CallOptions): Promise<EventPage>;
    /** The same as it happens. Ends only with its signal, or with an error that waiting will not mend. */
    stream(params?: ListEvents, options?: CallOptions): AsyncIterable<MarketplaceEvent>;
  };
}
