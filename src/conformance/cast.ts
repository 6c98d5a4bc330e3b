import type { Marketplace } from '../contract/index.js';
import { ConformanceError, expectThere, print } from './expectation.js';
import { observed, type Observation } from './observe.js';
import type { ConformancePeople, ConformanceSubject } from './subject.js';

type Person = Exclude<keyof ConformancePeople, 'holder'>;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The people of a check, and the backend's time. */
export class Cast {
  /** Everything that was called, and what came of it. */
  readonly log: Observation[] = [];
  /** The type of credential that is looked at, for messages. */
  about = '';
  readonly #people = new Map<Person, Marketplace>();
  readonly #ends: (() => Promise<unknown>)[] = [];
  #count = 0;

  constructor(
    readonly subject: ConformanceSubject,
    readonly signal?: AbortSignal,
  ) {}

  #person(name: Person): Marketplace {
    const known = this.#people.get(name);
    if (known) return known;
    const real = expectThere(this.subject.people[name], `the subject's ${name}`);
    const marketplace = observed(real, `the ${name}`, this.log);
    this.#people.set(name, marketplace);
    return marketplace;
  }

  get owner(): Marketplace {
    return this.#person('owner');
  }
  get stranger(): Marketplace {
    return this.#person('stranger');
  }
  get both(): Marketplace {
    return this.#person('both');
  }
  get provider(): Marketplace {
    return this.#person('provider');
  }
  get outsider(): Marketplace {
    return this.#person('outsider');
  }
  get ineligible(): Marketplace {
    return this.#person('ineligible');
  }

  /** Whoever holds the token of a share link. */
  async holder(token: string): Promise<Marketplace> {
    const reach = expectThere(this.subject.people.holder, "the subject's holder");
    return observed(await reach(token), 'the holder of the link', this.log);
  }

  /** The team of a person who is in one only. */
  async teamOf(person: Marketplace): Promise<string> {
    const { teams } = await person.session.get();
    return expectThere(teams[0]?.id, 'the team of somebody who is in one');
  }

  /** A name nobody has used. */
  name(): string {
    return `Conformance ${++this.#count} ${crypto.randomUUID().slice(0, 8)}`;
  }

  /** Does something when the check has ended, the last first. */
  onEnd(end: () => Promise<unknown>): void {
    this.#ends.push(end);
  }

  /**
   * Puts everything away that the check has made: all of it, even if something of it fails.
   *
   * @throws the first failure.
   */
  async end(): Promise<void> {
    const failures: unknown[] = [];
    for (const end of this.#ends.reverse()) await end().catch((error: unknown) => failures.push(error));
    await this.settle();
    if (failures.length > 0) throw failures[0];
  }

  settle(): Promise<void> {
    return this.subject.settle?.() ?? Promise.resolve();
  }

  /** Moves the backend's clock. */
  async advance(ms: number): Promise<void> {
    await this.subject.advance?.(ms);
    await this.settle();
  }

  /** Asks again and again until the answer is what it is to become. `what` says so, for the message. */
  async until<Value>(read: () => Promise<Value>, is: (value: Value) => boolean, what: string): Promise<Value> {
    const patienceMs = this.subject.patienceMs ?? 10_000;
    const deadline = Date.now() + patienceMs;
    for (let waitMs = 5; ; waitMs = Math.min(waitMs * 2, 250)) {
      this.signal?.throwIfAborted();
      await this.settle();
      const value = await read();
      if (is(value)) return value;
      if (Date.now() >= deadline)
        throw new ConformanceError(`${what}: not within ${patienceMs} ms; last seen: ${print(value)}`);
      await pause(waitMs);
    }
  }
}
