import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** What tells browsers, password managers, translators and recorders of sessions to keep off. */
const marks = {
  autocomplete: 'off',
  spellcheck: 'false',
  translate: 'no',
  'data-1p-ignore': '',
  'data-lpignore': 'true',
  'data-bwignore': '',
  'data-private': '',
  'data-sentry-mask': '',
  'data-dd-privacy': 'mask',
  'data-hj-suppress': '',
};

/** For a recorder that goes by class, and for the printer: see `guardedStyles`. */
const classNames = ['guarded', 'ph-no-capture'];

class Guarded extends Directive {
  #isOn = false;

  render(isOn = true): unknown {
    return isOn;
  }

  override update({ element }: ElementPart, [isOn = true]: [boolean?]): unknown {
    // A binding of `class` writes all of it anew.
    for (const name of classNames) element.classList.toggle(name, isOn);
    if (isOn === this.#isOn) return noChange;
    this.#isOn = isOn;
    for (const [name, value] of Object.entries(marks)) {
      if (isOn) element.setAttribute(name, value);
      else element.removeAttribute(name);
    }
    return noChange;
  }
}

/**
 * Keeps an element that holds or may hold a secret to the person in front of it (SPEC S6): `<input ${guarded()} />`, or
 * `guarded(false)` for one that does not. Stands behind the other attributes, whose last word it has.
 */
export const guarded = directive(Guarded);
