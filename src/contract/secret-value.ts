const placeholder = '[secret]';

/**
 * Holds a secret so that it does not leak by accident (SPEC S6): printing, logging, serialising or inspecting it, or
 * putting it in a template string, gives `[secret]`. Only {@link reveal} gives the value.
 */
export class SecretValue {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return placeholder;
  }

  toJSON(): string {
    return placeholder;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return placeholder;
  }
}
