import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Action } from '../../contract/action.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { Resource } from '../../contract/product.js';
import { exposureGate } from '../../locales/en/exposure-gate.js';
import { reasons } from '../../locales/en/reasons.js';
import type { common } from '../../locales/en/common.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Announcer } from '../shared/announcer.js';
import { confirmAction } from '../shared/confirm-dialog.js';
import { describeError, describeReason } from '../shared/describe-error.js';
import { errorPanel } from '../shared/error-panel.js';
import { clip } from '../shared/form/clip.js';
import { newIntent } from '../shared/intent.js';
import type { Localize } from '../shared/localize.js';
import {
  ResourceExposeEvent,
  ResourceExposedEvent,
  ResourceExposureFailedEvent,
  ResourceUnexposeEvent,
  ResourceUnexposedEvent,
} from './credential-form-events.js';
import { exposureGateStyles } from './exposure-gate.styles.js';

const sentences = { ...reasons, ...exposureGate };

export interface ExposureGateInit {
  localize: Localize<typeof common>;
  announcer: Announcer;
  /** What the resource is open for has changed: what can be chosen is another. */
  changed(): void;
}

const events = {
  expose: [ResourceExposeEvent, ResourceExposedEvent],
  unexpose: [ResourceUnexposeEvent, ResourceUnexposedEvent],
} as const;

/**
 * Whether a resource is open for keys and calls, with its switch where the person may use it (SPEC I1). Rendered into
 * the host's own shadow root; loaded where a resource turns out to have such a gate.
 */
export class ExposureGate {
  readonly #host: LitElement;
  readonly #init: ExposureGateInit;
  readonly #localize: Localize<typeof common & typeof sentences>;
  #marketplace: Marketplace | undefined;
  #resourceId = '';
  #resource: Resource | undefined;
  #error: unknown;
  #reading: AbortController | undefined;

  constructor(host: LitElement, init: ExposureGateInit) {
    this.#host = host;
    this.#init = init;
    this.#localize = init.localize.with(sentences);
    adoptStyles(host, [exposureGateStyles]);
  }

  /** Shows the gate of a resource, as it is now. */
  async open(marketplace: Marketplace, resourceId: string): Promise<void> {
    if (this.#resourceId !== resourceId) this.#resource = undefined;
    this.#marketplace = marketplace;
    this.#resourceId = resourceId;
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    this.#error = undefined;
    try {
      const resource = await marketplace.resources.get(resourceId, {}, { signal });
      if (!signal.aborted) this.#resource = resource;
    } catch (error) {
      if (!signal.aborted) this.#error = error;
    }
    this.#host.requestUpdate();
  }

  /** Stops reading. */
  stop(): void {
    this.#reading?.abort();
  }

  /** The gate of a resource; nothing while it is not known, or for one that has none. */
  render(resourceId: string): TemplateResult | typeof nothing {
    if (resourceId !== this.#resourceId) return nothing;
    if (this.#error !== undefined) return errorPanel(this.#localize, this.#error, this.#handleRetry);
    const resource = this.#resource;
    if (resource?.exposed === undefined) return nothing;
    const { exposed, name, actions } = resource;
    const action = actions.find((one) => one.action === (exposed ? 'unexpose' : 'expose'));
    const state = this.#localize.term(exposed ? 'gateOpen' : 'gateClosed');
    const heading = this.#localize.term('gateOf', clip(name));
    const help = this.#localize.term(exposed ? 'gateOpenHelp' : 'gateClosedHelp');
    return html`<div class="gate" part="exposure">
      <div>
        <p class="label" id="gate-label">${heading}</p>
        <p class="help" id="gate-help">${help} ${action ? this.#reasonOf(action) : this.#localize.term('gateAsk')}</p>
      </div>
      ${
        action
          ? html`<button
              class="switch"
              part="exposure-switch"
              type="button"
              role="switch"
              aria-checked=${exposed}
              aria-labelledby="gate-label"
              aria-describedby="gate-help"
              ?disabled=${!action.allowed}
              @click=${() => void this.#toggle(resource)}
            >
              <span class="track" aria-hidden="true"></span><span aria-hidden="true">${state}</span>
            </button>`
          : html`<p class="muted">${state}</p>`
      }
    </div>`;
  }

  #reasonOf({ allowed, reason }: Action): unknown {
    return allowed ? nothing : describeReason(this.#localize, reason);
  }

  readonly #handleRetry = (): void => {
    if (this.#marketplace) void this.open(this.#marketplace, this.#resourceId);
  };

  async #toggle(resource: Resource): Promise<void> {
    const marketplace = this.#marketplace;
    const { id, name, exposed, version } = resource;
    const action = exposed ? 'unexpose' : 'expose';
    const [Before, After] = events[action];
    if (!marketplace || !this.#host.dispatchEvent(new Before({ resource }))) return;
    const idempotencyKey = newIntent();
    const words = this.#localize;
    await confirmAction(this.#host, words, () => ({
      heading: words.term(`gate-${action}`, clip(name)),
      body: html`<p>${words.term(`gate-${action}-body`)}</p>`,
      confirmLabel: words.term(`gate-${action}-label`),
      critical: action === 'unexpose',
      run: async (signal) => {
        try {
          const now = await marketplace.resources[action](id, {}, { signal, idempotencyKey, ifMatch: version });
          this.#resource = now;
          this.#init.announcer.announce(words.term(now.exposed ? 'gateNowOpen' : 'gateNowClosed', clip(name)));
          this.#host.dispatchEvent(new After({ resource: now }));
          this.#init.changed();
        } catch (error) {
          if (!signal.aborted) {
            this.#host.dispatchEvent(new ResourceExposureFailedEvent({ resource, action, error }));
            this.#handleRetry();
          }
          throw error;
        }
      },
      describe: (error) => describeError(words, error),
      isFinal: (error) =>
        ['precondition-failed', 'state-conflict', 'forbidden'].includes((error as { code?: string }).code ?? ''),
    }));
  }
}
