import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Has the browser ask before the page is left while the host says that something would be lost. */
export class LeaveGuard implements ReactiveController {
  readonly #isNeeded: () => boolean;
  #connected = false;
  #guarding = false;

  constructor(host: ReactiveControllerHost, isNeeded: () => boolean) {
    this.#isNeeded = isNeeded;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
  }

  // Listens only while there is something to lose: a listener keeps the page out of the back-forward cache.
  hostUpdated(): void {
    this.#guard(this.#connected && this.#isNeeded());
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#guard(false);
  }

  #guard(on: boolean): void {
    if (on === this.#guarding) return;
    this.#guarding = on;
    if (on) addEventListener('beforeunload', this.#ask);
    else removeEventListener('beforeunload', this.#ask);
  }

  readonly #ask = (event: BeforeUnloadEvent): void => event.preventDefault();
}
