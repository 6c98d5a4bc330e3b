import { nothing, type LitElement, type TemplateResult } from 'lit';
import type { Marketplace } from '../../contract/marketplace.js';
import type { ExposureGate, ExposureGateInit } from './exposure-gate.js';

/** The {@link ExposureGate} of a form, loaded with the first resource that has one. */
export class GateLoader {
  readonly #host: LitElement;
  readonly #init: ExposureGateInit;
  #gate: ExposureGate | undefined;
  #resourceId: string | undefined;

  constructor(host: LitElement, init: ExposureGateInit) {
    this.#host = host;
    this.#init = init;
  }

  /** Shows the gate of a resource from now on, unless it is shown already. */
  show(marketplace: Marketplace, resourceId: string): void {
    if (resourceId === this.#resourceId) return;
    this.#resourceId = resourceId;
    void this.#load(marketplace, resourceId);
  }

  /** Reads again what is shown. */
  refresh(marketplace: Marketplace): void {
    if (this.#resourceId !== undefined) void this.#gate?.open(marketplace, this.#resourceId);
  }

  /** Shows none any more. */
  reset(): void {
    this.#gate?.stop();
    this.#resourceId = undefined;
  }

  render(resourceId: string | undefined): TemplateResult | typeof nothing {
    return (resourceId !== undefined && this.#gate?.render(resourceId)) || nothing;
  }

  async #load(marketplace: Marketplace, resourceId: string): Promise<void> {
    try {
      const { ExposureGate } = await import('./exposure-gate.js');
      this.#gate ??= new ExposureGate(this.#host, this.#init);
      await this.#gate.open(marketplace, resourceId);
    } catch {
      // The form says why nothing can be created without the switch, too; the next look tries again.
      this.#resourceId = undefined;
    }
  }
}
