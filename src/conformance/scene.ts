import {
  isApiError,
  type AccessRequest,
  type CreateCredential,
  type Credential,
  type CredentialOptions,
  type CredentialType,
  type GrantChoice,
  type Marketplace,
  type Resource,
} from '../contract/index.js';
import { Cast } from './cast.js';
import { expect, expectThere } from './expectation.js';
import { answersFor } from './form-answers.js';
import { everything } from './pages.js';
import type { ConformanceSubject, DataPlaneCall } from './subject.js';

/** A type of credential, and a resource the owner can have one for. */
export interface Offer {
  resource: Resource;
  type: CredentialType;
}

/** A credential that is there for a check, and what it is of. */
export interface Held {
  offer: Offer;
  credential: Credential;
}

const goneCodes: readonly string[] = ['not-found', 'state-conflict'];

/**
 * What the checks of one run have in common, made when the first of them needs it: what there is to choose from, and one
 * application with access. Nothing can delete an application, so that the fewer are made the better.
 */
export class Stock {
  resources: Resource[] | undefined;
  application: string | undefined;
  readonly accessRequestIds = new Map<string, string>();
}

/** What one check works with: people, and objects that are made for it alone and put away when it ends. */
export class Scene extends Cast {
  readonly #stock: Stock;
  readonly #credentials = new Set<string>();
  readonly #opened = new Set<string>();
  readonly #options = new Map<string, CredentialOptions>();
  #application: Promise<string> | undefined;

  constructor(subject: ConformanceSubject, stock: Stock, signal?: AbortSignal) {
    super(subject, signal);
    this.#stock = stock;
  }

  /** All resources, as the owner sees them. */
  resources(): Promise<Resource[]> {
    return everything((cursor) => this.owner.resources.list({ cursor, limit: 100 }));
  }

  /** The resources that the owner could have access to, or needs none for: those that open by themselves first. */
  async openResources(): Promise<Resource[]> {
    if (this.#stock.resources) return this.#stock.resources;
    const open: Resource[] = [];
    for (const resource of await this.resources()) {
      const options = resource.access.required ? await this.owner.resources.accessOptions(resource.id) : undefined;
      if (!options || options.subscriptions.some(({ allowed }) => allowed)) open.push(resource);
    }
    const isSlow = ({ access }: Resource): number => Number(access.required && access.approval === 'manual');
    return (this.#stock.resources = open.sort((a, b) => isSlow(a) - isSlow(b)));
  }

  /** Everything the owner can have a credential of. */
  async allOffers(): Promise<Offer[]> {
    const { provider } = this.subject.people;
    return (await this.openResources())
      .filter(({ access }) => provider !== undefined || !access.required || access.approval === 'automatic')
      .flatMap((resource) => resource.credentialTypes.map((type) => ({ resource, type })));
  }

  /** One offer for each type and environment; those that a provider sets up by hand only when asked for. */
  async offers({ manual = false } = {}): Promise<Offer[]> {
    const { manualTypes = [] } = this.subject.capabilities;
    const first = new Map<string, Offer>();
    for (const offer of await this.allOffers()) {
      const key = `${offer.resource.environment} ${offer.type.id}`;
      if (manualTypes.includes(offer.type.id) === manual && !first.has(key)) first.set(key, offer);
    }
    expect(first.size > 0, 'the owner can have a credential: expected one resource at least that lets them');
    return [...first.values()];
  }

  /** The first offer. */
  async offer(): Promise<Offer> {
    return expectThere((await this.offers())[0], 'an offer');
  }

  /** The owner's application for this check alone, or one more. It has no access to anything yet. */
  async application({ another = false } = {}): Promise<string> {
    if (another) return this.#makeApplication();
    return (this.#application ??= this.#makeApplication());
  }

  async #makeApplication(): Promise<string> {
    const teamId = await this.teamOf(this.owner);
    const make = this.subject.fixtures?.application;
    return make ? make(teamId) : (await this.owner.applications.create({ name: this.name(), teamId })).id;
  }

  /** A subscription that the check may use up. */
  async subscription(resourceId: string, more: { approval?: 'pending'; expiresAt?: number } = {}): Promise<string> {
    const make = expectThere(this.subject.fixtures?.subscription, "the subject's fixtures.subscription");
    const id = await make({ teamId: await this.teamOf(this.owner), resourceId, approval: 'approved', ...more });
    this.onEnd(() => this.owner.subscriptions.cancel(id).catch(ignoreGone));
    return id;
  }

  /** What a request for access to the resource has to say. */
  async accessParams(
    resource: Resource,
    more: { applicationId?: string; subscriptionId?: string } = {},
  ): Promise<Parameters<Marketplace['accessRequests']['create']>[0]> {
    const options = await this.owner.resources.accessOptions(resource.id);
    const usable = options.subscriptions.find(({ id, allowed }) =>
      more.subscriptionId === undefined ? allowed : id === more.subscriptionId,
    );
    const terms = usable?.terms;
    return {
      name: this.name(),
      resourceId: resource.id,
      subscriptionId: more.subscriptionId ?? expectThere(usable?.id, `a usable subscription for ${resource.name}`),
      ...(terms ? { termsRevision: terms.revision } : {}),
      applicationId: more.applicationId ?? (await this.application()),
      data: this.subject.fixtures?.data?.[resource.id] ?? answersFor(options.form),
    };
  }

  /** Asks for access, without waiting for anything. */
  async request(
    resource: Resource,
    more: { applicationId?: string; subscriptionId?: string } = {},
  ): Promise<AccessRequest> {
    const request = await this.owner.accessRequests.create(await this.accessParams(resource, more));
    this.onEnd(() => this.#endAccess(request.id));
    return request;
  }

  async #endAccess(id: string): Promise<void> {
    const { actions } = await this.owner.accessRequests.get(id);
    if (actions.some(({ action, allowed }) => action === 'withdraw' && allowed))
      await this.owner.accessRequests.withdraw(id);
    const { provider } = this.subject.people;
    if (provider) await provider.accessRequests.revoke(id).catch(ignoreGone);
  }

  /** Access that is ready to use; approved by the provider where that takes one. */
  async grantedAccess(
    resource: Resource,
    more: { applicationId?: string; subscriptionId?: string } = {},
    isShared = false,
  ): Promise<AccessRequest> {
    const { id, state } = isShared
      ? await this.owner.accessRequests.create(await this.accessParams(resource, more))
      : await this.request(resource, more);
    if (state === 'pending') await this.provider.accessRequests.approve(id);
    return this.until(
      () => this.owner.accessRequests.get(id),
      (request) => request.state === 'active',
      `access to ${resource.name} becomes active`,
    );
  }

  /** The same for an application that checks share: they create its credentials, and leave its access as it is. */
  async access(resource: Resource): Promise<AccessRequest> {
    const known = this.#stock.accessRequestIds.get(resource.id);
    const request = known === undefined ? undefined : await this.owner.accessRequests.get(known);
    if (request?.state === 'active') return request;
    const made = await this.grantedAccess(resource, { applicationId: await this.sharedApplication() }, true);
    this.#stock.accessRequestIds.set(resource.id, made.id);
    return made;
  }

  async sharedApplication(): Promise<string> {
    return (this.#stock.application ??= await this.#makeApplication());
  }

  /** Whoever may expose and unexpose the resource. */
  async exposer(resourceId: string): Promise<Marketplace> {
    const { actions } = await this.owner.resources.get(resourceId);
    return actions.some(({ action }) => action === 'expose' || action === 'unexpose') ? this.owner : this.provider;
  }

  /** Opens a resource that has a gate; it is as it was when the check ends (SPEC I1). */
  async open({ id }: Resource): Promise<void> {
    if (this.#opened.has(id)) return;
    this.#opened.add(id);
    const { exposed } = await this.owner.resources.get(id);
    if (exposed === undefined) return;
    const exposer = await this.exposer(id);
    if (!exposed) await exposer.resources.expose(id);
    this.onEnd(async () => {
      const now = await this.owner.resources.get(id);
      if (now.exposed === exposed) return;
      await (exposed ? exposer.resources.expose(id) : exposer.resources.unexpose(id));
    });
  }

  /** What can be chosen for a credential of the resource. */
  options({ id, environment }: Resource, applicationId?: string): Promise<CredentialOptions> {
    return this.owner.credentials.options({ resourceId: id, environment, applicationId });
  }

  /** A grant of one resource: its first permission, for one scope (SPEC M2). */
  grantOf(options: CredentialOptions, resourceId: string): GrantChoice {
    const option = options.grants?.find(({ resource }) => resource.id === resourceId);
    const { permissions, scope } = expectThere(option, `what can be granted of ${resourceId}`);
    const permissionId = expectThere(permissions[0]?.id, `a permission of ${resourceId}`);
    return {
      resourceId,
      permissionId,
      ...(scope.locked ? {} : { scopeIds: scope.items.slice(0, 1).map(({ id }) => id) }),
    };
  }

  /** What creating a credential has to say; whatever it needs is there then. */
  async credentialParams({ resource, type }: Offer, more: Partial<CreateCredential> = {}): Promise<CreateCredential> {
    await this.open(resource);
    const options = this.#options.get(resource.id) ?? (await this.options(resource));
    this.#options.set(resource.id, options);
    const { environment } = resource;
    const params: CreateCredential = {
      name: this.name(),
      typeId: type.id,
      data: this.subject.fixtures?.data?.[type.id] ?? answersFor(type.form),
      ...(environment === undefined ? {} : { environment }),
      ...(options.grants ? { grants: [this.grantOf(options, resource.id)] } : { resourceId: resource.id }),
    };
    if (options.needsApplication) params.applicationId = more.applicationId ?? (await this.sharedApplication());
    if (resource.access.required && more.applicationId === undefined) await this.access(resource);
    return { ...params, ...more };
  }

  /** Remembers a credential, to be removed when the check ends. */
  keep<Kept extends Pick<Credential, 'id'>>(credential: Kept): Kept {
    const { id } = credential;
    if (!this.#credentials.has(id)) this.onEnd(async () => this.#credentials.has(id) && this.discard(id));
    this.#credentials.add(id);
    return credential;
  }

  /** Asks for a credential, without waiting for anything. */
  async create(offer: Offer, more: Partial<CreateCredential> = {}): Promise<Credential> {
    return this.keep(await this.owner.credentials.create(await this.credentialParams(offer, more)));
  }

  /** A credential that is ready to use. */
  async active(offer: Offer, more: Partial<CreateCredential> = {}): Promise<Credential> {
    return this.settled((await this.create(offer, more)).id, 'active');
  }

  /** A credential once it has the state and nothing more is on its way. */
  settled(id: string, state: Credential['state']): Promise<Credential> {
    return this.until(
      () => this.owner.credentials.get(id),
      (credential) => credential.state === state && credential.transition === undefined,
      `a credential becomes ${state}`,
    );
  }

  /** Removes a credential and waits until it is gone. */
  async discard(id: string): Promise<void> {
    await this.owner.credentials.remove(id).catch(ignoreGone);
    await this.untilGone(id);
    this.#credentials.delete(id);
  }

  untilGone(id: string): Promise<boolean> {
    return this.until(
      () =>
        this.owner.credentials.get(id).then(
          () => false,
          (error: unknown) => {
            if (isApiError(error) && error.code === 'not-found') return true;
            throw error;
          },
        ),
      (gone) => gone,
      'a removed credential is gone (not-found)',
    );
  }

  /**
   * Runs a part of a check on an active credential of every type that fits, one after the other.
   *
   * @param what - What the fitting types are, for the message when there is none.
   */
  async each(what: string, fits: (held: Held) => boolean, run: (held: Held) => Promise<void>): Promise<void> {
    let found = false;
    for (const offer of await this.offers()) {
      const credential = await this.active(offer);
      const held = { offer, credential };
      if (fits(held)) {
        found = true;
        this.about = offer.type.id;
        await run(held);
        this.about = '';
      }
      await this.discard(credential.id);
    }
    expect(found, `${what}: the backend claims it, but no type of credential the owner can have is so`);
  }

  /** Whether calls can be made with what the type gives, for {@link each}. */
  readonly isCallable = ({ offer: { type } }: { offer: Offer }): boolean =>
    type.visibility.mode !== 'never' ||
    type.kind === 'oauth-public-key' ||
    (type.secretLater === true && this.subject.people.holder !== undefined);

  /** What a caller sends: identifiers and secret. It may be the only view of the secret. */
  async values({ offer, credential }: Held): Promise<Record<string, string>> {
    const { type } = offer;
    const now = await this.owner.credentials.get(credential.id);
    const values = Object.fromEntries(now.identifiers.map(({ name, value }) => [name, value]));
    if (type.visibility.mode !== 'never') {
      const { fields } = await this.owner.credentials.reveal(credential.id);
      for (const { name, value } of fields) values[name] = value.reveal();
    } else if (type.secretLater && this.subject.people.holder) {
      values['secret'] = 'conformance-secret-1';
      await this.setSecret(credential.id, values['secret']);
    }
    return values;
  }

  /** Sets a secret through a share link, as somebody outside does (SPEC S9). */
  async setSecret(id: string, secret: string): Promise<void> {
    const { token } = await this.owner.credentials.share(id);
    await (await this.holder(token)).share.setSecret({ secret });
    await this.settled(id, 'active');
  }

  /** Makes a call, or what tells it from the usual one: a GET with the credential's values in its first scope. */
  async call(
    { offer, credential }: Held,
    values: Record<string, string>,
    more: Partial<DataPlaneCall> = {},
  ): Promise<{ allowed: boolean; reason?: string | undefined }> {
    const dataPlane = expectThere(this.subject.dataPlane, "the subject's dataPlane");
    const resource = more.resource ?? offer.resource;
    const scope = credential.grants?.find((grant) => grant.resource.id === resource.id)?.scope.items[0];
    return dataPlane.call({ ...offer, values, method: 'GET', ...(scope ? { scopeId: scope.id } : {}), ...more });
  }

  /** Waits until calls come through. */
  async passes(
    held: Held,
    values: Record<string, string>,
    what: string,
    more: Partial<DataPlaneCall> = {},
  ): Promise<void> {
    await this.until(
      () => this.call(held, values, more),
      ({ allowed }) => allowed,
      `${what}: its calls pass at the data plane`,
    );
  }

  /** Waits until calls are refused. */
  async blocks(
    held: Held,
    values: Record<string, string>,
    what: string,
    more: Partial<DataPlaneCall> = {},
  ): Promise<void> {
    await this.until(
      () => this.call(held, values, more),
      ({ allowed }) => !allowed,
      `${what}: its calls are refused at the data plane`,
    );
  }
}

/** For putting away: what is gone already, or cannot go any further, is all right. */
function ignoreGone(error: unknown): void {
  if (!isApiError(error) || !goneCodes.includes(error.code)) throw error;
}
