import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ExitGuard } from '../exit-guard.js';

/** What a guard needs of the form it belongs to. */
export interface LeaveGuardInit {
  /** Whether something would be lost. */
  isNeeded(): boolean;
  /** Asks the person whether it may be; answers no without asking while something is on its way. */
  mayLeave(): Promise<boolean>;
}

/** So long does a page take to leave at most; one that goes nowhere after all is guarded again. */
const leavingMs = 1_000;

/**
 * Has somebody asked before the page is left while something would be lost: by the browser where the tab is closed or
 * reloaded, by a dialog where a link or a step back leads somewhere else. A script that has already shown another route
 * when it tells the browser cannot be held back: its page asks the element's `requestClose()` first.
 */
export class LeaveGuard implements ReactiveController {
  readonly #init: LeaveGuardInit;
  #connected = false;
  #guarding: AbortController | undefined;
  #asking: Promise<boolean> | undefined;
  #mayGo = false;

  constructor(host: ReactiveControllerHost, init: LeaveGuardInit) {
    this.#init = init;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
  }

  // Listens only while there is something to lose: a listener keeps the page out of the back-forward cache.
  hostUpdated(): void {
    this.#guard(this.#connected && this.#init.isNeeded());
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#guard(false);
  }

  #guard(on: boolean): void {
    if (on === (this.#guarding !== undefined)) return;
    this.#guarding?.abort();
    this.#guarding = undefined;
    if (!on) return;
    const { signal } = (this.#guarding = new AbortController());
    const isNeeded = (): boolean => !this.#mayGo && this.#init.isNeeded();
    addEventListener('beforeunload', (event) => isNeeded() && event.preventDefault(), { signal });
    new ExitGuard({ isNeeded, ask: () => this.#ask(), signal });
  }

  async #ask(): Promise<boolean> {
    // Whoever insists while the question is open gets no second one.
    if (this.#asking) return false;
    this.#asking = this.#init.mayLeave().catch(() => false);
    this.#mayGo = await this.#asking;
    this.#asking = undefined;
    if (this.#mayGo) setTimeout(() => (this.#mayGo = false), leavingMs);
    return this.#mayGo;
  }
}
