import type { CredentialType, FormData, Marketplace, Resource, SecretInfo } from '../contract/index.js';

/** The people a marketplace is tried with: each is the marketplace as that person may use it. */
export interface ConformancePeople {
  /** A member of exactly one team, with every role that using credentials takes. */
  owner: Marketplace;
  /** The same in another team; shares none with the owner. */
  stranger: Marketplace;
  /** Somebody who is in both their teams. */
  both?: Marketplace | undefined;
  /** Decides for the marketplace's provider. */
  provider?: Marketplace | undefined;
  /** Somebody whose role does not let them see credentials (SPEC M1). */
  outsider?: Marketplace | undefined;
  /** Somebody who is not eligible in at least one environment (SPEC E1). */
  ineligible?: Marketplace | undefined;
  /** Whoever presents the token of a share link (SPEC I2). It may reject with `unauthenticated`. */
  holder?: ((token: string) => Marketplace | Promise<Marketplace>) | undefined;
}

/** How the secret of a credential can be seen (SPEC S1). */
export type Visibility = Exclude<SecretInfo['visibility'], 'unknown'>;

/**
 * What a backend says it can do. What is not claimed is not checked, and is named in the report as skipped; what is
 * claimed and not there fails. Everything is `false`, or none, unless told.
 */
export interface ConformanceCapabilities {
  /** Which ways of seeing secrets its credential types have (SPEC S1). */
  visibilities: readonly Visibility[];
  /** Some resources need an access request (SPEC A1 to A9): there are applications, subscriptions and requests. */
  accessRequests?: boolean;
  /** Requests for some resources are decided by the provider (SPEC A7). */
  manualApproval?: boolean;
  /** Credentials can be suspended and enabled (SPEC C5). */
  suspend?: boolean;
  /** Credentials can be renewed (SPEC C6). */
  renew?: boolean;
  /** Credentials can be regenerated (SPEC C7). */
  regenerate?: boolean;
  /** Credentials expire (SPEC C11). */
  expiry?: boolean;
  /** A credential can serve several resources of its application (SPEC C12). */
  reuse?: boolean;
  /** How many credentials there may be in one place (SPEC C10), where that is limited. */
  limit?: number | undefined;
  /** When a credential was last used is told (SPEC C8, C11). */
  usage?: boolean;
  /** Resources are granted in parts (SPEC M2). */
  grants?: boolean;
  /** Only some roles may use credentials (SPEC M1). */
  roleGate?: boolean;
  /** There are separate environments (SPEC E2). */
  environments?: boolean;
  /** Not everybody is eligible in every environment (SPEC E1). */
  eligibility?: boolean;
  /** Resources are exposed before keys can be made for them (SPEC I1). */
  exposure?: boolean;
  /** Credentials are for people inside or outside the organisation (SPEC I2). */
  audiences?: boolean;
  /** An outside person sets the secret through a share link (SPEC I2, S9). */
  shareLinks?: boolean;
  /** Ids of the credential types that the provider sets up by hand. */
  manualTypes?: readonly string[];
  /** What happened to a request or credential can be read. */
  history?: boolean;
  /** One action on several credentials at once. */
  batch?: boolean;
  /** What has changed can be heard of. */
  events?: boolean;
  /** A write is done once for each idempotency key. */
  idempotency?: boolean;
  /** A change that is based on an old version is refused. */
  preconditions?: boolean;
  /**
   * What the backend promises is carried out in {@link ConformanceSubject.settle} and at no other time, so that what
   * lies in between (`pending`, `deleting`, transitions) holds still to be looked at.
   */
  holdsWork?: boolean;
  /** How many calls may be made at once. Default: 200. */
  concurrency?: number | undefined;
}

/** One call of a resource with a credential, as its caller makes it. */
export interface DataPlaneCall {
  resource: Resource;
  type: CredentialType;
  /** The credential's identifiers and secret by the names they have in the contract, e.g. `clientId`, `clientSecret`. */
  values: Readonly<Record<string, string>>;
  /** A session token from {@link ConformanceDataPlane.openSession}: called with it instead of `values`. */
  token?: string | undefined;
  method: 'GET' | 'POST';
  /** Which part of the resource's data it is about (SPEC M2), where grants have scopes. */
  scopeId?: string | undefined;
}

/** Where the credentials are checked: makes real calls. */
export interface ConformanceDataPlane {
  /** Makes the call; whether it came through and, if not, the gateway's word for why. */
  call(call: DataPlaneCall): Promise<{ allowed: boolean; reason?: string | undefined }>;
  /**
   * Exchanges a pair for a session token (SPEC E3); `undefined` if that is refused. `expiresInMs` is how long the token
   * lives, in milliseconds. Leave it out where there are no session tokens.
   */
  openSession?(
    call: Pick<DataPlaneCall, 'resource' | 'type' | 'values'>,
  ): Promise<{ token: string; expiresInMs: number } | undefined>;
}

/** A subscription that a check may use up. */
export interface SubscriptionWish {
  /** Who owns it. */
  teamId: string;
  /** Its plan includes this one. */
  resourceId: string;
  approval: 'pending' | 'approved';
  /** When it shall end by itself, in milliseconds since 1970; never if absent. */
  expiresAt?: number | undefined;
}

/** What the suite cannot find or make through the Marketplace itself. */
export interface ConformanceFixtures {
  /**
   * What to fill into the form of a credential type or of a resource's access request, by its id. Default: the simplest
   * data that the form's JSON Schema allows.
   */
  data?: Readonly<Record<string, FormData>>;
  /** Makes a subscription; answers its id. Without it the checks that end or change one are skipped. */
  subscription?(wish: SubscriptionWish): Promise<string>;
  /** A resource that access is asked for, and a plan of its product that does not include it (SPEC A9). */
  smallerPlan?: { resourceId: string; planId: string };
  /** Makes an application of the team; answers its id. Default: `applications.create`. */
  application?(teamId: string): Promise<string>;
  /** Ids of permissions that let nobody write (SPEC M2): a POST with them is refused. */
  readOnlyPermissions?: readonly string[];
}

/** A backend under test: whoever writes one provides this, and hands it to `conformanceChecks`. */
export interface ConformanceSubject {
  people: ConformancePeople;
  capabilities: ConformanceCapabilities;
  fixtures?: ConformanceFixtures | undefined;
  /**
   * Has the backend carry out what it has promised, such as provisioning. Default: nothing, the backend does it by
   * itself, and the suite asks again until it has.
   */
  settle?: (() => Promise<void>) | undefined;
  /** Moves the backend's clock forward, in milliseconds. Without it the rules about time are skipped. */
  advance?: ((ms: number) => Promise<void>) | undefined;
  /** Without it the rules about real calls are skipped. */
  dataPlane?: ConformanceDataPlane | undefined;
  /** How long to wait for what the backend has promised, in milliseconds. Default: 10,000. */
  patienceMs?: number | undefined;
}
