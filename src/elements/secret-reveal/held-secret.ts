import type { Secret, SecretField } from '../../contract/secret.js';
import type { SecretHideReason } from './secret-events.js';

const secondMs = 1_000;

/** After these it may not stay longer than it takes to store it. */
const finalReasons: readonly SecretHideReason[] = ['signed-out', 'window-ended'];

export interface HeldSecretOptions {
  /** How long it is kept without activity, in milliseconds. */
  hideAfterMs(): number;
  /** Whether it is dropped when the tab is hidden. */
  hideOnTabHidden(): boolean;
  /** Whether it can never be seen again: then it is masked instead of dropped until it is stored (SPEC S4). */
  isOnlyView: boolean;
  /** The marketplace's clock, in milliseconds since 1970. */
  now(): number;
  /** Called when what can be shown of it has changed, and every second. */
  changed(): void;
  /** Called after it was masked where any other secret would have been dropped. */
  kept(reason: SecretHideReason): void;
  /** Called after it was dropped. */
  dropped(reason: SecretHideReason): void;
}

/**
 * The only place that holds a decrypted secret, and what ends that (SPEC S2): no activity, the end of its window, the end
 * of the session, the tab being hidden, the page going away. One that can be had again is dropped then. One that was seen
 * for the only time and is stored nowhere would be lost for good, which is worse than what an unattended page risks: it
 * is masked, and stays until it is stored or somebody decides otherwise (SPEC S4). Leaving the page asks first.
 */
export class HeldSecret {
  #options: HeldSecretOptions;
  readonly #holding = new AbortController();
  #secret: Secret | undefined;
  /** When it is let go of without activity, by the clock that nobody sets, and by the one that runs while a device sleeps. */
  #deadline = { steady: 0, wall: 0 };
  /** Names of the secret values that were neither copied nor downloaded. */
  #unstored: Set<string>;
  /** Names of the values that are in the page in clear. */
  #visible = new Set<string>();
  #isInSnippet = false;
  #restedAfter: SecretHideReason | undefined;
  #endedBy: SecretHideReason | undefined;

  constructor(secret: Secret, options: HeldSecretOptions) {
    this.#secret = secret;
    this.#options = options;
    this.#unstored = new Set(secret.fields.filter((field) => field.secret).map(({ name }) => name));
    const { signal } = this.#holding;
    const timer = setInterval(() => this.check(), secondMs);
    signal.addEventListener('abort', () => clearInterval(timer));
    document.addEventListener('visibilitychange', () => this.#followTab(), { signal });
    // Timers rest with a frozen tab: whoever comes back to it sees nothing that is overdue.
    document.addEventListener('resume', () => this.check(), { signal });
    addEventListener('pageshow', () => this.check(), { signal });
    addEventListener('pagehide', () => this.drop('closed'), { signal });
    addEventListener('beforeunload', (event) => this.unstored && event.preventDefault(), { signal });
    this.extend();
  }

  /** Goes on for somebody else who shows it. */
  attach(options: HeldSecretOptions): void {
    this.#options = options;
    this.#restedAfter ??= 'disconnected';
    this.extend();
  }

  /** The values while they are held. */
  get fields(): readonly SecretField[] {
    return this.#secret?.fields ?? [];
  }

  /** Whether a secret value is held that is stored nowhere else yet, as far as can be known. */
  get unstored(): boolean {
    return this.#unstored.size > 0;
  }

  /** Whether it stays, whatever happens by itself, as it is stored nowhere and cannot be had again. */
  get isKept(): boolean {
    return this.#options.isOnlyView && this.unstored;
  }

  /** What would have ended it, had it not been kept. */
  get keptAfter(): SecretHideReason | undefined {
    return this.#endedBy ?? this.#restedAfter;
  }

  /** How long it is still kept without activity, in milliseconds. */
  get leftMs(): number {
    const { steady, wall } = this.#deadline;
    return Math.max(0, Math.min(steady - performance.now(), wall - Date.now()));
  }

  isVisible(name: string): boolean {
    return this.#visible.has(name);
  }

  /** Whether its values stand in an example call, in clear. */
  get isInSnippet(): boolean {
    return this.#isInSnippet;
  }

  set isInSnippet(shown: boolean) {
    this.#isInSnippet = shown;
    this.extend();
  }

  /** Starts the countdown anew. */
  extend(): void {
    const ms = this.#options.hideAfterMs();
    this.#deadline = { steady: performance.now() + ms, wall: Date.now() + ms };
    this.#options.changed();
  }

  setVisible(name: string, visible: boolean): void {
    if (visible) this.#visible.add(name);
    else this.#visible.delete(name);
    this.extend();
  }

  /** Notes that a value was stored elsewhere; without a name, all of them. */
  stored(name?: string): void {
    if (name === undefined) this.#unstored.clear();
    else this.#unstored.delete(name);
    this.#restedAfter = undefined;
    this.extend();
  }

  /** Lets go of it for a reason that nobody decided; only masks it if it would be lost. */
  rest(reason: SecretHideReason): void {
    if (!this.isKept) return this.drop(reason);
    if (this.#endedBy === reason) return this.#options.changed();
    if (finalReasons.includes(reason)) this.#endedBy = reason;
    this.#restedAfter = reason;
    this.mask();
    this.extend();
    this.#options.kept(reason);
  }

  /** Takes its values out of the page. */
  mask(): void {
    this.#visible.clear();
    this.#isInSnippet = false;
  }

  /** Notes that somebody is signed in after all. */
  signedIn(): void {
    if (this.#endedBy === 'signed-out') this.#endedBy = this.#restedAfter = undefined;
  }

  drop(reason: SecretHideReason): void {
    if (!this.#secret) return;
    this.#holding.abort();
    this.#secret = undefined;
    this.mask();
    this.#unstored.clear();
    this.#options.dropped(reason);
  }

  /** Looks whether it has to go: every second, and when the marketplace's clock was moved. */
  check(): void {
    const until = this.#secret?.availableUntil;
    if (until !== undefined && this.#options.now() >= Date.parse(until)) this.rest('window-ended');
    else if (this.#endedBy !== undefined && !this.isKept) this.drop(this.#endedBy);
    else if (this.leftMs === 0) this.rest('idle');
    else this.#options.changed();
  }

  #followTab(): void {
    if (!document.hidden) this.check();
    else if (this.#options.hideOnTabHidden()) this.rest('tab-hidden');
  }
}
