/** The innermost element with the focus, through shadow roots; none when nothing in particular has it. */
function focused(): Element | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return !element || element === document.body ? undefined : element;
}

let latest: Wish | undefined;

/** What a person has asked for, and waits for. */
class Wish {
  readonly #from = focused();
  readonly #listening = new AbortController();
  #hasActed = false;
  readonly owner: object;
  readonly what: string;

  constructor(owner: object, what: string) {
    this.owner = owner;
    this.what = what;
    const { signal } = this.#listening;
    addEventListener('keydown', this.#handleKey, { signal, capture: true });
    addEventListener('mousedown', this.#handlePress, { signal, capture: true });
  }

  /** Whether the person has neither pressed Escape nor gone elsewhere, nor asked for anything else. */
  get isHeld(): boolean {
    if (latest !== this) return false;
    const now = focused();
    // Where it began may have been drawn anew, or the page may have moved the focus: nobody has gone anywhere.
    return !this.#hasActed || !now || now === this.#from || this.#from?.isConnected === false;
  }

  end(): void {
    if (latest === this) latest = undefined;
    this.#listening.abort();
  }

  readonly #handleKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape' || key === 'Tab') this.end();
    else this.#hasActed = true;
  };

  readonly #handlePress = (): void => {
    this.#hasActed = true;
  };
}

/** Whether this is being loaded and somebody waits for it: to ask for it again changes nothing. */
export function isAwaited(owner: object, what: string): boolean {
  return latest?.owner === owner && latest.what === what && latest.isHeld;
}

/**
 * Loads what takes the focus once it is there. Answers nothing if nobody waits for it any more by then: on a slow network
 * people press Escape, go elsewhere or ask for something else, anywhere in the page. The last thing they ask for is what
 * they get.
 */
export async function awaited<Part>(owner: object, what: string, load: () => Promise<Part>): Promise<Part | undefined> {
  latest?.end();
  const wish = (latest = new Wish(owner, what));
  try {
    const part = await load();
    return wish.isHeld ? part : undefined;
  } catch (error) {
    if (wish.isHeld) throw error;
    return undefined;
  } finally {
    wish.end();
  }
}
