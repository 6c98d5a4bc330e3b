import { LocalizeController, update } from '@shoelace-style/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { completeLanguage, lookUpLanguage } from '../../locales/languages.js';
import type { Messages } from '../../locales/locale.js';

/** How long the place of an element whose language is on its way is kept, instead of showing another one first. */
const patienceMs = 1_000;

/** What an element speaks. */
export interface Spoken {
  /** The language the page asks for. */
  wanted: string;
  /** The language of the sentences: the one that is wanted if anything is known of it, else English. */
  code: string;
  /** What is known of it; another object whenever that has changed. */
  messages: Messages | undefined;
}

/** Notices when the language of anything on the page changes. */
let observer: MutationObserver | undefined;

/** The language of an element and what is known of it, worked out once per update: it is asked for every word. */
export class Language implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #spoken: Spoken | undefined;
  /** Hides the element meanwhile. */
  #veil: Animation | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    new LocalizeController(host);
    host.addController(this);
  }

  get spoken(): Spoken {
    return (this.#spoken ??= this.#find());
  }

  /** Has the rest of a language loaded, of which a sentence is missing. */
  complete(): void {
    completeLanguage(this.spoken.wanted);
  }

  hostConnected(): void {
    observer ??= new MutationObserver(update);
    for (let root: Node | undefined = this.#host; root; root = (root as Partial<ShadowRoot>).host) {
      root = root.getRootNode();
      observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#spoken = this.#find();
  }

  #find(): Spoken {
    const wanted = languageOf(this.#host);
    const { messages, isPending } = lookUpLanguage(wanted, update);
    if (isPending) this.#veil ??= this.#host.animate({ visibility: ['hidden', 'hidden'] }, patienceMs);
    else {
      this.#veil?.cancel();
      this.#veil = undefined;
    }
    return { wanted, messages, code: messages || /^en\b/.test(wanted) ? wanted : 'en' };
  }
}

/** The language of an element: its own `lang`, or that of the nearest element around it that has one. */
function languageOf(element: Element): string {
  let found: HTMLElement | null = null;
  for (let at: Element | undefined = element; at && !found; at = (at.getRootNode() as Partial<ShadowRoot>).host) {
    found = at.closest<HTMLElement>('[lang]');
  }
  try {
    return new Intl.Locale((found?.lang || navigator.language).replaceAll('_', '-')).baseName.toLowerCase();
  } catch {
    return 'en';
  }
}
