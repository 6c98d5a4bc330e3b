import { html, nothing, render, type LitElement, type ReactiveController } from 'lit';
import { adoptStyles } from './adopt-styles.js';
import { menuStyles } from './styles/menu.styles.js';

/** One thing to choose. With a `reason` it cannot be chosen now, and says why. */
export interface MenuItem {
  label: string;
  reason?: string | undefined;
  /** Set apart at the end, in the colour of what is destructive. */
  critical?: boolean;
  choose(): void;
}

export interface MenuOptions {
  /** Names the menu. */
  label: string;
  items: readonly MenuItem[];
  /** What to say if there is no item. */
  nothing: string;
  /** Whether the last item gets the focus instead of the first. */
  last?: boolean;
  /** What it is worded in, as `Localize` tells. */
  words: unknown;
  /** The button as it is now, if what the menu is for is still there: it may have been drawn anew. */
  button(): HTMLElement | undefined;
  /** Called when there is none any more, and the focus was in the menu: puts it elsewhere. */
  orphaned(): void;
}

const gap = 4;

let open: Menu | undefined;

/**
 * Opens a menu under its button, or closes it if it is the one that is open. Load it on demand.
 *
 * @param options what it says, asked anew as long as it is open: the language may change.
 */
export function toggleMenu(host: LitElement, pressed: HTMLElement, options: () => MenuOptions): void {
  // While this module was loading, it may have been drawn anew or have left the page.
  const button = pressed.isConnected ? pressed : options().button();
  if (!button?.isConnected) return;
  const same = open?.button === button;
  const hadFocus = open?.hasFocus;
  open?.close();
  if (!same) open = new Menu(host, button, options);
  else if (hadFocus) button.focus();
}

/** A menu as the ARIA patterns describe it: arrows, Home, End, first letters, Escape and Tab. */
class Menu implements ReactiveController {
  readonly #host: LitElement;
  button: HTMLElement;
  readonly #ask: () => MenuOptions;
  #named: string | null = null;
  #items: readonly MenuItem[] = [];
  #words: unknown;
  readonly #element = document.createElement('div');
  readonly #listening = new AbortController();

  constructor(host: LitElement, button: HTMLElement, ask: () => MenuOptions) {
    this.#host = host;
    this.button = button;
    this.#ask = ask;
    adoptStyles(host, [menuStyles]);
    const options = ask();
    // Who presses it by voice or by a program may not have it in sight.
    button.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    this.#draw(options);
    this.#show();
    button.setAttribute('aria-expanded', 'true');
    host.addController(this);
    this.#place();
    this.#focus(options.last ? -1 : 0);
  }

  /** Follows the language and the button; closes when that has gone, or has become that of another thing. */
  hostUpdated(): void {
    const options = this.#ask();
    const button = options.button();
    const { hasFocus } = this;
    if (!button) {
      this.close();
      if (hasFocus) options.orphaned();
      return;
    }
    if (button !== this.button) {
      this.button = button;
      this.#named = button.getAttribute('aria-label');
      button.setAttribute('aria-expanded', 'true');
    }
    if (options.words !== this.#words) this.#draw(options);
    else if (button.getAttribute('aria-label') !== this.#named) {
      this.close();
      if (hasFocus) button.focus();
      return;
    }
    this.#place();
  }

  hostDisconnected(): void {
    this.close();
  }

  get hasFocus(): boolean {
    return this.#element.matches(':focus-within');
  }

  close(): void {
    if (open === this) open = undefined;
    this.#listening.abort();
    this.#element.remove();
    this.#host.removeController(this);
    this.button.setAttribute('aria-expanded', 'false');
  }

  #draw({ label, items, nothing: none, words }: MenuOptions): void {
    this.#items = items;
    this.#words = words;
    this.#named = this.button.getAttribute('aria-label');
    this.#element.setAttribute('aria-label', label);
    render(
      items.length === 0
        ? html`<div class="none" role="menuitem" aria-disabled="true" tabindex="-1">${none}</div>`
        : items.map(
            ({ label, reason, critical }, index) =>
              html`${critical && index > 0 ? html`<hr />` : nothing}
                <div
                  role="menuitem"
                  tabindex="-1"
                  class=${critical ? 'critical' : ''}
                  aria-disabled=${reason !== undefined}
                  data-index=${index}
                >
                  ${label} ${reason === undefined ? nothing : html`<span class="why">${reason}</span>`}
                </div>`,
          ),
      this.#element,
    );
  }

  #show(): void {
    const element = this.#element;
    element.className = 'menu';
    element.popover = 'manual';
    element.setAttribute('role', 'menu');
    const { signal } = this.#listening;
    element.addEventListener('click', this.#handleClick, { signal });
    element.addEventListener('keydown', this.#handleKey, { signal });
    document.addEventListener('pointerdown', this.#handleOutside, { signal, capture: true });
    addEventListener('scroll', this.#handleMove, { signal, capture: true, passive: true });
    addEventListener('resize', this.#handleMove, { signal });
    // What else is on the page may come, go or grow above the button.
    const page = new ResizeObserver(() => this.#follow());
    page.observe(document.body);
    signal.addEventListener('abort', () => page.disconnect());
    // Beside the button, so that Tab goes on from there.
    this.#host.renderRoot.append(element);
    element.showPopover();
  }

  /** Under the button at its inner end, or above it where there is no room below; over it where there is none at all. */
  #place(): void {
    const element = this.#element;
    const button = this.button.getBoundingClientRect();
    const { width, height } = element.getBoundingClientRect();
    const rightToLeft = getComputedStyle(this.button).direction === 'rtl';
    const left = rightToLeft ? button.left : button.right - width;
    const below = button.bottom + gap;
    const top = below + height > innerHeight && button.top - gap - height > 0 ? button.top - gap - height : below;
    element.style.left = `${Math.max(gap, Math.min(left, innerWidth - width - gap))}px`;
    element.style.top = `${Math.max(gap, Math.min(top, innerHeight - height - gap))}px`;
  }

  /** Stays with the button as that moves; closes when it is out of sight, as nothing would say what the menu is of. */
  #follow(): void {
    const { top, bottom } = this.button.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) return this.#place();
    const { hasFocus } = this;
    this.close();
    if (hasFocus) this.button.focus({ preventScroll: true });
  }

  get #entries(): HTMLElement[] {
    return [...this.#element.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  }

  #focus(index: number): void {
    const entry = this.#entries.at(index);
    entry?.focus({ preventScroll: true });
    entry?.scrollIntoView({ block: 'nearest' }); // a menu higher than the page scrolls inside
  }

  #choose(entry: HTMLElement | null): void {
    const item = this.#items[Number(entry?.dataset['index'])];
    if (!item || item.reason !== undefined) return;
    this.close();
    this.button.focus();
    item.choose();
  }

  readonly #handleClick = (event: Event): void => {
    this.#choose((event.target as Element).closest<HTMLElement>('[role="menuitem"]'));
  };

  readonly #handleOutside = (event: Event): void => {
    const path = event.composedPath();
    if (!path.includes(this.#element) && !path.includes(this.button)) this.close();
  };

  readonly #handleMove = ({ target }: Event): void => {
    if (target !== this.#element) this.#follow(); // its own entries scroll, too
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const entries = this.#entries;
    const current = entries.indexOf(event.target as HTMLElement);
    const { key } = event;
    if (key === 'Tab') {
      this.close();
      this.button.focus();
      return;
    }
    if (key === 'ArrowDown') this.#focus((current + 1) % entries.length);
    else if (key === 'ArrowUp') this.#focus(current - 1);
    else if (key === 'Home') this.#focus(0);
    else if (key === 'End') this.#focus(-1);
    else if (key === 'Enter' || key === ' ') this.#choose(event.target as HTMLElement);
    else if (key === 'Escape') {
      this.close();
      this.button.focus();
    } else if (key.length === 1) this.#focusLetter(key, current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #focusLetter(letter: string, current: number): void {
    const entries = this.#entries;
    const order = [...entries.slice(current + 1), ...entries.slice(0, current + 1)];
    const match = order.find((entry) => entry.textContent.trim().toLowerCase().startsWith(letter.toLowerCase()));
    match?.focus();
  }
}
