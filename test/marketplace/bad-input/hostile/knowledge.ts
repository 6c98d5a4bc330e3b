import type { Action, Resource } from '../../../../src/contract/index.js';
import type { Principal } from '../../../../src/marketplace/index.js';

/** A subscription that hostile requests leave alone, so that it can be seen that the marketplace still works. */
export const keptSubscription = 'sub_storefront_kept';

/** What the path of an object is about. */
export type Sort = 'application' | 'subscription' | 'accessRequest' | 'credential';

/** An object as somebody last saw it. */
export interface Seen {
  id: string;
  sort: Sort;
  teamId: string;
  version: string;
  actions: Action[];
  /** What it is about: the resource of a request, the type of a credential. */
  about: { resourceId?: string; applicationId?: string; productId?: string; typeId?: string; state?: string };
}

const sortOf = (id: string): Sort | undefined =>
  (({ app: 'application', sub: 'subscription', ar: 'accessRequest', cred: 'credential' }) as const)[
    id.split('_', 1)[0] ?? ''
  ];

const idIn = (ref: unknown): string | undefined => (ref as { id?: string } | undefined)?.id;

/** What has been learned of a marketplace from its own answers: enough to ask for what there is, and to do harm with it. */
export class Knowledge {
  resources: Resource[] = [];
  /** The share link that was made last, and those that have been replaced. */
  link: { token: string; teamId: string } | undefined;
  readonly oldLinks: string[] = [];
  readonly #links = new Map<string, string>();
  /** Whose each object is. */
  readonly ownerOf = new Map<string, string>();
  readonly people: Map<string, Principal>;
  readonly #seen = new Map<string, Map<string, Seen>>();

  constructor(people: Principal[]) {
    this.people = new Map(people.map((person) => [person.id, person]));
  }

  teamsOf(caller: string): string[] {
    return this.people.get(caller)?.teams.map(({ id }) => id) ?? [];
  }

  /** What the caller has seen of a sort, the oldest first. */
  seen(caller: string, sort: Sort): Seen[] {
    return [...(this.#seen.get(caller)?.values() ?? [])].filter((object) => object.sort === sort);
  }

  /** All objects of a sort that anybody has seen, the oldest first. */
  ids(sort: Sort): string[] {
    return [...this.ownerOf.keys()].filter((id) => sortOf(id) === sort);
  }

  /** Takes note of every object in an answer. */
  learn(caller: string, answer: unknown): void {
    if (typeof answer !== 'object' || answer === null) return;
    for (const value of Object.values(answer)) this.learn(caller, value);
    const {
      id,
      owner,
      version,
      actions = [],
      resource,
      application,
      product,
      type,
      state,
    } = answer as Record<string, unknown>;
    const teamId = idIn(owner);
    const sort = typeof id === 'string' ? sortOf(id) : undefined;
    if (!sort || teamId === undefined || typeof version !== 'string' || id === keptSubscription) return;
    this.ownerOf.set(id as string, teamId);
    const seen = this.#seen.get(caller) ?? new Map<string, Seen>();
    this.#seen.set(caller, seen);
    seen.set(id as string, {
      id: id as string,
      sort,
      teamId,
      version,
      actions: actions as Action[],
      about: {
        ...Object.fromEntries(
          Object.entries({
            resourceId: idIn(resource),
            applicationId: idIn(application),
            productId: idIn(product),
            typeId: idIn(type),
            state,
          }).filter(([, value]) => typeof value === 'string'),
        ),
      },
    });
  }

  /** Takes note of a credential's new share link. */
  learnLink(credentialId: string, token: string): void {
    const before = this.#links.get(credentialId);
    if (before !== undefined) this.oldLinks.push(before);
    this.#links.set(credentialId, token);
    this.link = { token, teamId: this.ownerOf.get(credentialId) ?? '' };
  }

  /** Forgets an object that is no more, as the caller now knows. */
  forget(caller: string, id: string): void {
    this.#seen.get(caller)?.delete(id);
  }
}
