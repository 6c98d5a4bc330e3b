/** What the guard has to know. */
export interface ExitGuardOptions {
  /** Whether something would be lost. */
  isNeeded(): boolean;
  /** Asks the person; answers whether the page may go on: then nothing needs guarding any more. */
  ask(): Promise<boolean>;
  /** Ends the guard. */
  signal: AbortSignal;
}

/** The navigation of the page, where the browser tells of it: not everywhere yet. */
const navigationOf = (): Navigation | undefined => (globalThis as { navigation?: Navigation }).navigation;

/**
 * Asks before a page of one document moves on to another view (SPEC S4): at a link, at back and forward, at a change of
 * the hash; and goes there once it may. What leaves the document is the browser's to ask about. A script that changes the
 * route by itself cannot be stopped without leaving it and the address apart.
 */
export class ExitGuard {
  readonly #options: ExitGuardOptions;
  /** Where the page is, for browsers that tell of a change only afterwards. */
  readonly #here = { state: history.state as unknown, url: location.href };

  constructor(options: ExitGuardOptions) {
    this.#options = options;
    const { signal } = options;
    addEventListener('click', this.#handleClick, { capture: true, signal });
    const navigation = navigationOf();
    if (navigation) navigation.addEventListener('navigate', this.#handleNavigate, { signal });
    else addEventListener('popstate', this.#handlePopState, { capture: true, signal });
  }

  readonly #handleClick = (event: MouseEvent): void => {
    const link = linkOf(event);
    if (!link || !this.#options.isNeeded()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.#ask(() => link.click());
  };

  readonly #handleNavigate = (event: NavigateEvent): void => {
    const { navigationType: type, destination, hashChange, cancelable } = event;
    const isHere = destination.sameDocument && (type === 'traverse' || hashChange);
    if (!isHere || !cancelable || !this.#options.isNeeded()) return;
    event.preventDefault();
    const navigation = navigationOf();
    void this.#ask(() => {
      if (type === 'traverse') navigation?.traverseTo(destination.key);
      else navigation?.navigate(destination.url, { history: type === 'replace' ? 'replace' : 'push' });
    });
  };

  readonly #handlePopState = (event: Event): void => {
    if (!this.#options.isNeeded()) return;
    event.stopImmediatePropagation();
    history.pushState(this.#here.state, '', this.#here.url);
    void this.#ask(() => history.back());
  };

  async #ask(goOn: () => void): Promise<void> {
    if (await this.#options.ask()) goOn();
  }
}

/** The link to another view that an event follows in this tab. */
function linkOf(event: MouseEvent): HTMLAnchorElement | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return undefined;
  const link = event
    .composedPath()
    .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && node.href !== '');
  if (!link || link.hasAttribute('download') || !['', '_self'].includes(link.target)) return undefined;
  const isElsewhere = /^https?:$/.test(link.protocol) && link.href.split('#')[0] !== location.href.split('#')[0];
  return isElsewhere ? link : undefined;
}
