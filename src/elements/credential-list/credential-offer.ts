import { html, nothing, type TemplateResult } from 'lit';
import type { CredentialOptions, TypeOption } from '../../contract/credential-options.js';
import type { CredentialChoice } from '../../contract/credential-params.js';
import type { MarketplaceEvent } from '../../contract/event.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { common } from '../../locales/en/common.js';
import { credentialBlocked } from '../../locales/en/credential-blocked.js';
import { credentialOffer } from '../../locales/en/credential-offer.js';
import { blockedView, isGated, obstacleOf } from '../shared/credential/blocked-view.js';
import { CredentialAddEvent } from '../shared/credential/credential-events.js';
import type { Localize } from '../shared/localize.js';
import { Reader } from '../shared/reader.js';
import type { CredentialList } from './credential-list.js';

const sentences = { ...credentialBlocked, ...credentialOffer };

/** Above this, a limit is only told in words. */
const mostDrawn = 10;

/** What stands in the way of another credential, and is to be said before anybody tries (SPEC I1, C10). */
const obstacles = ['not-exposed', 'limit-reached'];

/**
 * What else can be created beside the credentials of a list: the limit, what stands in the way, and, where the host has
 * not named one, the environment. Loaded once the list is there, which works without it too.
 */
export class CredentialOffer {
  readonly #host: CredentialList;
  readonly #localize: Localize<typeof common & typeof sentences>;
  readonly #reader: Reader<CredentialOptions>;
  #marketplace: Marketplace | undefined;
  #choice: CredentialChoice = {};
  /** The environment that was chosen here, as opposed to by the host. */
  #chosen: string | undefined;
  #options: CredentialOptions | undefined;
  #environments: CredentialOptions['environments'] = [];
  readonly #failed: () => void;

  /** @param failed Called when a part that somebody wants to use could not be loaded. */
  constructor(host: CredentialList, localize: Localize<typeof common>, failed: () => void) {
    this.#host = host;
    this.#localize = localize.with(sentences);
    this.#failed = failed;
    this.#reader = new Reader(host, {
      done: (options) => {
        this.#options = options;
        this.#environments = options.environments;
        if (options.environments.some(({ id, name }) => this.environments.get(id) !== name))
          this.environments = new Map(options.environments.map(({ id, name }) => [id, name]));
      },
      failed: () => undefined,
    });
  }

  /** The names of the environments by their ids; the same map for as long as they are the same. */
  environments: ReadonlyMap<string, string> = new Map();

  /** Whether the reason why there is nothing to show takes the place of the list. */
  get replaces(): boolean {
    const options = this.#options;
    return options !== undefined && (isGated(options) || options.blocked === 'environment-required');
  }

  /** Reads what can be created with these choices. Resolves once that has ended, however that was. */
  open(marketplace: Marketplace, choice: CredentialChoice): Promise<void> {
    if (marketplace !== this.#marketplace) this.#environments = [];
    this.#marketplace = marketplace;
    this.#choice = choice;
    this.#options = undefined;
    return this.#read();
  }

  /** Forgets what was read, and stops reading. The list is now of this marketplace. */
  close(marketplace: Marketplace | undefined): void {
    this.#reader.stop();
    this.#options = undefined;
    // Another marketplace has other environments: what was chosen is chosen no more.
    if (!marketplace || marketplace === this.#marketplace) return;
    if (this.#chosen !== undefined && this.#host.environment === this.#chosen) this.#host.environment = undefined;
    this.#chosen = undefined;
  }

  /** Reads again when an event may have changed what can be created. */
  follow({ subject, removed }: MarketplaceEvent, isNew: boolean): void {
    if (subject !== 'credential' || removed || isNew) void this.#read();
  }

  async #read(): Promise<void> {
    const marketplace = this.#marketplace;
    if (marketplace) await this.#reader.run((signal) => marketplace.credentials.options(this.#choice, { signal }));
  }

  /** What stands above the list, or in its place. */
  renderAbove(): TemplateResult {
    const options = this.#options;
    const blocked = this.#blocked;
    const isSaid = this.replaces || this.#host.creatable || obstacles.includes(blocked ?? '');
    return html`${this.#renderEnvironments()}
    ${options && blocked !== undefined && isSaid ? blockedView(this.#localize, { ...options, blocked }) : nothing}`;
  }

  get #blocked(): string | undefined {
    return this.#options && obstacleOf(this.#options, this.#host.audience);
  }

  /** How many there are of how many there may be (SPEC C10). */
  renderLimits(): TemplateResult | typeof nothing {
    const limited = this.#options?.types.filter(({ limit, audience }) => limit && this.#isFor(audience)) ?? [];
    if (limited.length === 0) return nothing;
    return html`<span class="limits" part="limits">
      ${limited.map((type) => this.#renderLimit(type, limited.length > 1))}
    </span>`;
  }

  #isFor(audience: TypeOption['audience']): boolean {
    return this.#host.audience === undefined || this.#host.audience === audience;
  }

  #renderLimit({ name, limit: { used, most } = { used: 0, most: 0 } }: TypeOption, isNamed: boolean): TemplateResult {
    return html`<span class="limit ${used >= most ? 'full' : ''}">
      ${
        most > mostDrawn
          ? nothing
          : html`<span class="meter" aria-hidden="true">
              ${Array.from({ length: most }, (_, index) => html`<i class=${index < used ? 'used' : ''}></i>`)}
            </span>`
      }
      <span>
        ${isNamed ? this.#localize.term('limitUsedOf', name, used, most) : this.#localize.term('limitUsed', used, most)}
      </span>
    </span>`;
  }

  /** The button that creates one, where the host wants it; it says why it cannot. */
  renderCreate(): TemplateResult | typeof nothing {
    if (!this.#host.creatable) return nothing;
    // It keeps its room.
    if (this.#reader.busy && !this.#options) return html`<i class="button"></i>`;
    const isBlocked = this.#blocked !== undefined;
    return html`<button
      class="button primary"
      part="create-button"
      type="button"
      aria-disabled=${isBlocked}
      aria-describedby=${isBlocked ? 'blocked' : nothing}
      @click=${() => isBlocked || void this.#create()}
    >
      ${this.#localize.term('offerCreate')}
    </button>`;
  }

  async #create(): Promise<void> {
    const marketplace = this.#marketplace;
    if (!marketplace || !this.#host.dispatchEvent(new CredentialAddEvent())) return;
    const { audience } = this.#host;
    try {
      const { openFormPanel } = await import('./credential-panels.js');
      await openFormPanel(this.#host, this.#localize, { marketplace, choice: { ...this.#choice, audience } });
    } catch {
      this.#failed();
    }
  }

  #renderEnvironments(): TemplateResult | typeof nothing {
    const { environment } = this.#host;
    const environments = this.#environments;
    if (environments.length < 2 || (environment !== undefined && environment !== this.#chosen)) return nothing;
    return html`<fieldset class="environments" part="environments">
      <legend>${this.#localize.term('offerEnvironment')}</legend>
      ${environments.map(
        ({ id, name }) =>
          html`<label>
            <input
              type="radio"
              name="environment"
              .checked=${id === environment}
              @change=${() => (this.#host.environment = this.#chosen = id)}
            />
            ${name}
          </label>`,
      )}
    </fieldset>`;
  }
}
