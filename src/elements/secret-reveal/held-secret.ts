import type { Secret, SecretField } from '../../contract/secret.js';
import type { SecretHideReason } from './secret-events.js';

const secondMs = 1_000;

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
  /** Called after it was dropped. */
  dropped(reason: SecretHideReason): void;
}

/**
 * The only place that holds a decrypted secret, and what ends that (SPEC S2): no activity, the end of its window, the
 * tab being hidden, the page going away. Until it is stored, leaving the page asks first.
 */
export class HeldSecret {
  readonly #options: HeldSecretOptions;
  readonly #holding = new AbortController();
  #secret: Secret | undefined;
  #deadline = 0;
  /** Names of the secret values that were neither copied nor downloaded. */
  #unstored: Set<string>;
  /** Names of the values that are in the page in clear. */
  #visible = new Set<string>();

  constructor(secret: Secret, options: HeldSecretOptions) {
    this.#secret = secret;
    this.#options = options;
    this.#unstored = new Set(secret.fields.filter((field) => field.secret).map(({ name }) => name));
    const { signal } = this.#holding;
    const timer = setInterval(() => this.check(), secondMs);
    signal.addEventListener('abort', () => clearInterval(timer));
    document.addEventListener('visibilitychange', () => this.#followTab(), { signal });
    addEventListener('pagehide', () => this.drop('closed'), { signal });
    addEventListener('beforeunload', (event) => this.unstored && event.preventDefault(), { signal });
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

  /** How long it is still kept without activity, in milliseconds. */
  get leftMs(): number {
    return Math.max(0, this.#deadline - performance.now());
  }

  isVisible(name: string): boolean {
    return this.#visible.has(name);
  }

  /** Starts the countdown anew. */
  extend(): void {
    this.#deadline = performance.now() + this.#options.hideAfterMs();
    this.#options.changed();
  }

  setVisible(name: string, visible: boolean): void {
    if (visible) this.#visible.add(name);
    else this.#visible.delete(name);
    this.#options.changed();
  }

  /** Notes that a value was stored elsewhere; without a name, all of them. */
  stored(name?: string): void {
    if (name === undefined) this.#unstored.clear();
    else this.#unstored.delete(name);
    this.extend();
  }

  /** Lets go of it because nobody is looking; only masks it if it would be lost. */
  #rest(reason: SecretHideReason): void {
    if (!this.isKept) return this.drop(reason);
    this.#visible.clear();
    this.extend();
  }

  drop(reason: SecretHideReason): void {
    if (!this.#secret) return;
    this.#holding.abort();
    this.#secret = undefined;
    this.#visible.clear();
    this.#unstored.clear();
    this.#options.dropped(reason);
  }

  /** Looks whether it has to go: every second, and when the marketplace's clock was moved. */
  check(): void {
    const until = this.#secret?.availableUntil;
    if (until !== undefined && this.#options.now() >= Date.parse(until)) this.drop('window-ended');
    else if (this.leftMs === 0) this.#rest('idle');
    else this.#options.changed();
  }

  #followTab(): void {
    if (document.hidden && this.#options.hideOnTabHidden()) this.#rest('tab-hidden');
  }
}
