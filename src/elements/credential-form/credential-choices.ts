import type { ReactiveControllerHost } from 'lit';
import type { CredentialOptions, TypeOption } from '../../contract/credential-options.js';
import type { CredentialChoice } from '../../contract/credential-params.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { Audience } from '../../contract/credential-type.js';
import { obstacleOf } from '../shared/credential/blocked-view.js';
import { Reader } from '../shared/reader.js';

/** What is chosen for a credential before its type is. */
export type ChoiceKind = 'environment' | 'team' | 'application' | 'resource';

/** What the page has chosen already: it is not asked for. */
export interface GivenChoices extends CredentialChoice {
  audience?: Audience | undefined;
}

const keys = {
  environment: 'environment',
  team: 'teamId',
  application: 'applicationId',
  resource: 'resourceId',
} as const satisfies Record<ChoiceKind, keyof CredentialChoice>;

/** What chooses itself is followed by another reading: as often as there are kinds of choices, at most. */
const mostReadings = 5;

/** What a credential can be created for and of which type, read from the marketplace, and what is chosen of it. */
export class CredentialChoices {
  readonly #host: ReactiveControllerHost;
  readonly #reader: Reader<{ options: CredentialOptions; choice: CredentialChoice }>;
  #marketplace: Marketplace | undefined;
  #given: GivenChoices = {};
  #choice: CredentialChoice = {};
  #typeId: string | undefined;
  /** The chosen lifetime of each type that was looked at. */
  #lifetimes = new Map<string, number | null>();
  #existingId: string | undefined;

  /** What can be chosen, given what is chosen already. */
  options: CredentialOptions | undefined;
  /** Why the last reading failed. What was read before stays. */
  error: unknown;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#reader = new Reader(host, {
      done: ({ options, choice }) => {
        this.options = options;
        this.#choice = choice;
        this.error = undefined;
      },
      failed: (error) => (this.error = error),
    });
  }

  get busy(): boolean {
    return this.#reader.busy;
  }

  /** What is chosen so far, by the page, the person, or because there is nothing else. */
  get choice(): Readonly<CredentialChoice> {
    return this.#choice;
  }

  /** Whether the page has chosen it, so that it is not asked for. */
  isGiven(kind: ChoiceKind): boolean {
    return this.#given[keys[kind]] !== undefined;
  }

  chosen(kind: ChoiceKind): string | undefined {
    return this.#choice[keys[kind]];
  }

  /** The types to choose from; of one audience, if the page has chosen that. */
  get types(): readonly TypeOption[] {
    const { audience } = this.#given;
    return (this.options?.types ?? []).filter((type) => audience === undefined || type.audience === audience);
  }

  /** Why no credential can be created with what is chosen. */
  get blocked(): string | undefined {
    return this.options && obstacleOf(this.options, this.#given.audience);
  }

  /** The resource that is closed for keys: the chosen one, or the only one there is (SPEC I1). */
  get closedResourceId(): string | undefined {
    if (this.blocked !== 'not-exposed') return undefined;
    const { resourceId } = this.#choice;
    const closed = (this.options?.resources ?? []).filter(({ reason }) => reason === 'not-exposed');
    return resourceId ?? (closed.length === 1 ? closed[0]?.id : undefined);
  }

  /** Whether a team has to be chosen before anything else can be. */
  get lacksTeam(): boolean {
    return this.options !== undefined && lacksTeam(this.#choice, this.options);
  }

  /** The chosen type; the only one that is possible is chosen by itself. */
  get type(): TypeOption | undefined {
    const possible = this.types.filter(({ allowed }) => allowed);
    return possible.length === 1 ? possible[0] : possible.find(({ id }) => id === this.#typeId);
  }

  /** How long it shall live, in milliseconds; `null` for without end; `undefined` where the type knows no end. */
  get lifetimeMs(): number | null | undefined {
    const { type } = this;
    if (!type?.lifetimesMs) return undefined;
    return this.#lifetimes.get(type.id) ?? type.lifetimesMs[0];
  }

  /** The credential that shall serve the resource too, instead of a new one (SPEC C12). */
  get existing(): CredentialOptions['existing'][number] | undefined {
    return this.options?.existing.find(({ id }) => id === this.#existingId);
  }

  /** Starts with what the page has chosen. */
  open(marketplace: Marketplace, given: GivenChoices): Promise<void> {
    const { environment, teamId, applicationId, resourceId } = given;
    this.options = this.#typeId = this.#existingId = undefined;
    this.#lifetimes.clear();
    this.#given = given;
    this.#choice = { environment, teamId, applicationId, resourceId };
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

  /** Chooses something, and reads what can be chosen with it. */
  choose(kind: ChoiceKind, id: string): Promise<void> {
    this.#choice = { ...this.#choice, [keys[kind]]: id };
    this.#existingId = undefined;
    // What belongs to one environment is unknown in another (SPEC E2).
    if (kind === 'environment' && !this.isGiven('resource')) this.#choice.resourceId = undefined;
    return this.refresh();
  }

  chooseType(id: string): void {
    this.#typeId = id;
    this.#host.requestUpdate();
  }

  chooseLifetime(ms: number | null): void {
    if (this.type) this.#lifetimes.set(this.type.id, ms);
    this.#host.requestUpdate();
  }

  /** Chooses a credential that is there; without an id, a new one. */
  chooseExisting(id: string | undefined): void {
    this.#existingId = id;
    this.#host.requestUpdate();
  }

  /** Reads again; also the way to try again after {@link error}. */
  refresh(): Promise<void> {
    const marketplace = this.#marketplace;
    if (!marketplace) return Promise.resolve();
    const chosen = this.#choice;
    return this.#reader.run(async (signal) => {
      let choice = chosen;
      for (let readings = 1; ; readings++) {
        const options = await marketplace.credentials.options(choice, { signal });
        const next = withTheOnlyOnes(choice, options);
        if (next === undefined || readings === mostReadings) return { options, choice };
        choice = next;
      }
    });
  }
}

/** What a team may do and create is only known once it is clear which. */
const lacksTeam = ({ teamId }: CredentialChoice, { needsApplication, teams }: CredentialOptions): boolean =>
  !needsApplication && teams.length > 1 && teamId === undefined;

/** The choice with one more that leaves nothing to choose; `undefined` if there is none. */
function withTheOnlyOnes(choice: CredentialChoice, options: CredentialOptions): CredentialChoice | undefined {
  const { environments, applications, resources, needsApplication, grants } = options;
  const onlyOne = (offered: readonly { id: string; allowed: boolean }[]): string | undefined => {
    const [first, ...others] = offered.filter(({ allowed }) => allowed);
    return others.length === 0 ? first?.id : undefined;
  };
  if (environments.length > 0 && choice.environment === undefined) {
    const environment = onlyOne(environments);
    return environment === undefined ? undefined : { ...choice, environment };
  }
  const applicationId = needsApplication && choice.applicationId === undefined ? onlyOne(applications) : undefined;
  if (applicationId !== undefined) return { ...choice, applicationId };
  if (lacksTeam(choice, options)) return undefined;
  const resourceId = !grants && choice.resourceId === undefined ? onlyOne(resources) : undefined;
  return resourceId === undefined ? undefined : { ...choice, resourceId };
}
