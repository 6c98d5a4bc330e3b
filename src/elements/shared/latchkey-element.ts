import { LitElement, type PropertyDeclaration } from 'lit';

/**
 * What all elements are made of. A property that is taken back, by `null` or with its attribute, is what it was before
 * anybody set it: frameworks take back in either way. A property that starts with a value says `useDefault`.
 */
export class LatchkeyElement extends LitElement {
  #starts: Record<PropertyKey, unknown> = {};

  override requestUpdate(name?: PropertyKey, oldValue?: unknown, options?: PropertyDeclaration): void {
    const values = this as unknown as Record<PropertyKey, unknown>;
    const value = name === undefined ? 0 : values[name];
    if (name !== undefined && options?.useDefault) this.#starts[name] ??= value;
    super.requestUpdate(name, oldValue, options);
    // Setting it comes here again.
    if (name !== undefined && (value ?? null) === null && value !== this.#starts[name])
      values[name] = this.#starts[name];
  }
}
