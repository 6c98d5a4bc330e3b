import type { ReactiveControllerHost } from 'lit';
import type { AccessOptions } from '../../contract/access-options.js';
import type { AccessChoice } from '../../contract/access-request-params.js';
import type { Marketplace } from '../../contract/marketplace.js';
import { Reader } from '../shared/reader.js';

/** What a request is made of, besides its name and answers. */
export type ChoiceKind = 'team' | 'subscription' | 'application';

/** What is chosen, and which of it nobody had to choose because nothing else was possible. */
export interface Settled {
  choice: AccessChoice;
  automatic: ReadonlySet<ChoiceKind>;
}

const own = <Option extends { id: string }>(options: readonly Option[], id: string | undefined): Option | undefined =>
  id === undefined ? undefined : options.find((option) => option.id === id);

const only = <Option extends { allowed: boolean }>(options: readonly Option[]): Option | undefined => {
  const possible = options.filter(({ allowed }) => allowed);
  return possible.length === 1 ? possible[0] : undefined;
};

/**
 * What is chosen once the marketplace has said what is possible: what is impossible is dropped, the team follows what
 * was chosen, and a choice without an alternative is made (SPEC A4). One step at a time, because every step changes
 * what is possible; the same answer again means that it is settled.
 */
export function settle(options: AccessOptions, { choice, automatic }: Settled): Settled {
  const subscription = own(options.subscriptions, choice.subscriptionId);
  const application = own(options.applications, choice.applicationId);
  if (choice.applicationId !== undefined && !application?.allowed) {
    return { choice: without(choice, 'applicationId'), automatic };
  }
  if (choice.subscriptionId !== undefined && !subscription?.allowed) {
    return { choice: without(choice, 'subscriptionId'), automatic };
  }
  const team = (subscription ?? application)?.owner.id;
  if (options.teams.length > 1 && team !== undefined && choice.teamId === undefined) {
    return { choice: { ...choice, teamId: team }, automatic: new Set([...automatic, 'team']) };
  }
  const onlySubscription = subscription ? undefined : only(options.subscriptions);
  if (onlySubscription) {
    return {
      choice: { ...choice, subscriptionId: onlySubscription.id },
      automatic: new Set([...automatic, 'subscription']),
    };
  }
  const onlyApplication = application ? undefined : only(options.applications);
  // Before a subscription is known, an application that looks like the only one may still turn out a duplicate.
  if (onlyApplication && subscription) {
    return {
      choice: { ...choice, applicationId: onlyApplication.id },
      automatic: new Set([...automatic, 'application']),
    };
  }
  return { choice, automatic };
}

/**
 * Why no request can be made with what is chosen: as a whole, or because none of the applications is possible, such as
 * when each has a request already (SPEC A6).
 */
export function obstacleOf({ blocked, applications }: AccessOptions): string | undefined {
  const hasNone = applications.length > 0 && applications.every(({ allowed }) => !allowed);
  return blocked ?? (hasNone ? 'no-free-application' : undefined);
}

function without(choice: AccessChoice, key: keyof AccessChoice): AccessChoice {
  const { [key]: _, ...rest } = choice;
  return rest;
}

const sameChoice = (one: AccessChoice, other: AccessChoice): boolean =>
  one.teamId === other.teamId &&
  one.subscriptionId === other.subscriptionId &&
  one.applicationId === other.applicationId;

/**
 * What can be chosen in a request and what is chosen, asked of the marketplace again after each choice. The last good
 * answer stays when a later one cannot be had.
 */
export class AccessChoices {
  readonly #reader: Reader<void>;
  #marketplace: Marketplace | undefined;
  #resourceId = '';
  #settled: Settled = { choice: {}, automatic: new Set() };
  #asking: Promise<void> = Promise.resolve();

  /** What the marketplace said last. */
  options: AccessOptions | undefined;
  /** Why the last question was not answered. */
  error: unknown;

  constructor(host: ReactiveControllerHost) {
    this.#reader = new Reader(host, {
      done: () => (this.error = undefined),
      failed: (error) => (this.error = error),
    });
  }

  get busy(): boolean {
    return this.#reader.busy;
  }

  /** The resource that access is asked to. */
  get resourceId(): string {
    return this.#resourceId;
  }

  /** What is chosen now. */
  get choice(): AccessChoice {
    return this.#settled.choice;
  }

  /** Whether a choice was made because there was no other. */
  isAutomatic(kind: ChoiceKind): boolean {
    return this.#settled.automatic.has(kind);
  }

  /** Starts for a resource, with what is chosen beforehand. */
  open(marketplace: Marketplace, resourceId: string, choice: AccessChoice): Promise<void> {
    if (resourceId !== this.#resourceId) this.options = undefined;
    this.#resourceId = resourceId;
    this.#settled = { choice, automatic: new Set() };
    return this.resume(marketplace);
  }

  /** Asks again, perhaps another Marketplace. What is chosen stays as far as it is possible. */
  resume(marketplace: Marketplace): Promise<void> {
    this.#marketplace = marketplace;
    return this.refresh();
  }

  /** Stops reading. */
  stop(): void {
    this.#reader.stop();
  }

  /** Chooses one thing; what belongs to another team gives way (SPEC A4). */
  choose(kind: ChoiceKind, id: string): Promise<void> {
    const { options } = this;
    if (!options) return Promise.resolve();
    const { subscriptionId, applicationId } = this.choice;
    const chosen = {
      subscription: own(options.subscriptions, kind === 'subscription' ? id : subscriptionId),
      application: own(options.applications, kind === 'application' ? id : applicationId),
    };
    const teamId = kind === 'team' ? id : chosen[kind]?.owner.id;
    const keep = (key: 'subscription' | 'application'): string | undefined =>
      key === kind || chosen[key]?.owner.id === teamId ? chosen[key]?.id : undefined;
    this.#settled = {
      choice: {
        ...(options.teams.length > 1 ? { teamId } : {}),
        subscriptionId: keep('subscription'),
        applicationId: keep('application'),
      },
      automatic: new Set([...this.#settled.automatic].filter((one) => one !== kind && one !== 'team')),
    };
    return this.refresh();
  }

  /** Asks again; also the way to try again after {@link error}. */
  refresh(): Promise<void> {
    return (this.#asking = this.#ask());
  }

  /** Resolves once what was chosen has been judged. */
  judged(): Promise<void> {
    return this.#asking;
  }

  #ask(): Promise<void> {
    const marketplace = this.#marketplace;
    if (!marketplace) return Promise.resolve();
    return this.#reader.run((signal) => this.#settleWith(marketplace, signal));
  }

  async #settleWith(marketplace: Marketplace, signal: AbortSignal): Promise<void> {
    // Bounded: every round drops, adopts or makes one of three choices.
    for (let round = 0; round < 8; round++) {
      const { choice } = this;
      const options = await marketplace.resources.accessOptions(this.#resourceId, choice, { signal });
      if (signal.aborted) return;
      this.options = options;
      this.#settled = settle(options, this.#settled);
      if (sameChoice(choice, this.choice)) return;
    }
  }
}
