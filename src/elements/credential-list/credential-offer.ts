import { html, nothing, type TemplateResult } from 'lit';
import type { CredentialOptions, TypeOption } from '../../contract/credential-options.js';
import type { MarketplaceEvent } from '../../contract/event.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { common } from '../../locales/en/common.js';
import type { credentialList } from '../../locales/en/credential-list.js';
import { credentialBlocked } from '../../locales/en/credential-blocked.js';
import { credentialOffer } from '../../locales/en/credential-offer.js';
import { awaited, isAwaited } from '../shared/awaited.js';
import { blockedView, isGated, obstacleOf } from '../shared/credential/blocked-view.js';
import { CredentialAddEvent } from '../shared/credential/credential-events.js';
import { focusBar } from '../shared/focus-bar.js';
import type { Localize } from '../shared/localize.js';
import { Reader } from '../shared/reader.js';
import type { CredentialList } from './credential-list.js';
import type { RowsContext } from './credential-rows.js';
import { loadFormPanel } from './load-panels.js';

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
  readonly #context: RowsContext;
  readonly #localize: Localize<typeof common & typeof credentialList & typeof sentences>;
  readonly #reader: Reader<CredentialOptions>;
  /** Where the environments are from. */
  #marketplace: Marketplace | undefined;
  /** The environment that was chosen here, as opposed to by the host. */
  #chosen: string | undefined;
  #options: CredentialOptions | undefined;
  #environments: CredentialOptions['environments'] = [];
  /** Whether it was asked what can be created: never, for the list as it was before, or for the list as it is now. */
  #asked: 'never' | 'before' | 'now' = 'never';

  constructor(host: CredentialList, context: RowsContext) {
    this.#host = host;
    this.#context = context;
    this.#localize = context.localize.with(sentences);
    this.#reader = new Reader(host, {
      done: (options) => {
        this.#asked = 'now';
        this.#options = options;
        this.#environments = options.environments;
        if (options.environments.some(({ id, name }) => this.environments.get(id) !== name))
          this.environments = new Map(options.environments.map(({ id, name }) => [id, name]));
      },
      failed: () => {
        this.#asked = 'now';
      },
    });
  }

  /** The names of the environments by their ids; the same map for as long as they are the same. */
  environments: ReadonlyMap<string, string> = new Map();

  /** Whether the reason why there is nothing to show takes the place of the list. */
  get replaces(): boolean {
    const options = this.#options;
    return options !== undefined && (isGated(options) || options.blocked === 'environment-required');
  }

  /** Reads what can be created in the list as it is. Resolves once that has ended, however that was. */
  async open(): Promise<void> {
    const marketplace = this.#context.marketplace();
    if (!marketplace) return;
    if (marketplace !== this.#marketplace) this.#environments = [];
    this.#marketplace = marketplace;
    const { environment, applicationId, resourceId } = this.#host;
    const choice = { environment, applicationId, resourceId };
    await this.#reader.run((signal) => marketplace.credentials.options(choice, { signal }));
  }

  /** Forgets what was read, and stops reading: it is another list now. */
  close(): void {
    this.#reader.stop();
    this.#options = undefined;
    if (this.#asked === 'now') this.#asked = 'before';
    const marketplace = this.#context.marketplace();
    // Another marketplace has other environments: what was chosen is chosen no more.
    if (!marketplace || marketplace === this.#marketplace) return;
    if (this.#chosen !== undefined && this.#host.environment === this.#chosen) this.#host.environment = undefined;
    this.#chosen = undefined;
  }

  /** Reads again when an event may have changed what can be created. */
  follow({ subject, removed }: MarketplaceEvent, isNew: boolean): void {
    if (subject !== 'credential' || removed || isNew) void this.open();
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
    if (this.#asked === 'never') return html`<i class="button"></i>`;
    // It may have the focus: it stays while nobody knows yet what can be created in this list.
    const isPending = this.#asked === 'before';
    const isBlocked = this.#blocked !== undefined;
    return html`<button
      class="button primary"
      part="create-button"
      type="button"
      aria-disabled=${isPending || isBlocked}
      aria-busy=${isPending}
      aria-describedby=${isBlocked ? 'blocked' : nothing}
      @click=${() => isPending || isBlocked || void this.#create()}
    >
      ${this.#localize.term('offerCreate')}
    </button>`;
  }

  async #create(): Promise<void> {
    const { marketplace, notify } = this.#context;
    if (!marketplace() || isAwaited(this, 'create') || !this.#host.dispatchEvent(new CredentialAddEvent())) return;
    try {
      const panels = await awaited(this, 'create', loadFormPanel);
      const now = marketplace();
      if (!panels || !now) return;
      // As the page is now, not as it was when this began to load.
      const { environment, audience, applicationId, resourceId } = this.#host;
      const choice = { environment, audience, applicationId, resourceId };
      await panels.openFormPanel(this.#host, this.#localize, { marketplace: now, choice });
      await this.#host.updateComplete;
      this.#focus();
    } catch {
      notify(this.#localize.term('partFailed'));
    }
  }

  /** What had the focus before the panel may have gone meanwhile. */
  #focus(): void {
    if (document.activeElement !== document.body) return;
    const { renderRoot } = this.#host;
    const button = renderRoot.querySelector<HTMLElement>('[part="create-button"]');
    if (button) button.focus();
    else focusBar(renderRoot, this.#localize.term('credentials'));
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
