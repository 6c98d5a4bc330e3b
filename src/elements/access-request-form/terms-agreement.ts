import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SubscriptionOption } from '../../contract/access-options.js';
import type { Terms } from '../../contract/product.js';
import type { form } from '../../locales/en/form.js';
import type { requestTerms } from '../../locales/en/request-terms.js';
import { clip } from '../shared/form/clip.js';
import { describedBy } from '../shared/form/field.js';
import { alertIcon } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';
import { webAddress } from '../shared/web-address.js';

/** A subscription with the terms of its plan, if it has any. */
type WithTerms = Pick<SubscriptionOption, 'id' | 'terms'>;

/**
 * Which revision of a plan's terms somebody has agreed to. Another revision is another agreement: the one before is kept
 * only to say that it is no longer the one that counts.
 */
export class TermsAgreement {
  readonly #localize: Localize<typeof form & typeof requestTerms>;
  readonly #changed: () => void;
  /** Subscription → the revision that was agreed to. */
  readonly #agreed = new Map<string, string>();
  /** Subscriptions whose terms were not those that somebody had agreed to. */
  readonly #outdated = new Set<string>();
  /** What is wrong with the agreement; nothing after it was given. */
  #problem: (() => string) | undefined;

  constructor(localize: Localize<typeof form & typeof requestTerms>, changed: () => void) {
    this.#localize = localize;
    this.#changed = changed;
  }

  /** Starts over, with what was agreed to before: subscription → revision. */
  reset(agreed: readonly (readonly [string, string])[] = []): void {
    this.#agreed.clear();
    for (const [id, revision] of agreed) this.#agreed.set(id, revision);
    this.#outdated.clear();
    this.#problem = undefined;
  }

  /** The revision that was agreed to, if it is the one that counts. */
  revisionOf({ id, terms }: WithTerms): string | undefined {
    return terms && this.#agreed.get(id) === terms.revision ? terms.revision : undefined;
  }

  /** What is missing, in words; nothing where nothing is. */
  check(subscription: WithTerms | undefined): (() => string) | undefined {
    this.#problem = undefined;
    if (!subscription?.terms || this.revisionOf(subscription) !== undefined) return undefined;
    return (this.#problem = () => this.#localize.term('termsMissing'));
  }

  /** The marketplace does not take the agreement, most likely because it counts for other terms by now. */
  refuse(subscription: WithTerms | undefined, problem: () => string): void {
    this.#problem = problem;
    if (subscription && this.#agreed.delete(subscription.id)) this.#outdated.add(subscription.id);
  }

  #agree({ id, terms }: WithTerms, on: boolean): void {
    if (on && terms) this.#agreed.set(id, terms.revision);
    else this.#agreed.delete(id);
    if (on) this.#outdated.delete(id);
    this.#problem = undefined;
    this.#changed();
  }

  /** The terms to be read, and the box to be ticked. */
  render(subscription: WithTerms | undefined): TemplateResult | typeof nothing {
    if (!subscription?.terms) return nothing;
    const { id, terms } = subscription;
    const known = this.#agreed.get(id);
    const isOutdated = this.#outdated.has(id) || (known !== undefined && known !== terms.revision);
    const notice = this.#localize.term('field-terms-changed');
    const frame = {
      id: 'terms',
      label: '',
      help: this.#localize.term('termsRevision', clip(terms.revision)),
      problem: this.#problem?.(),
    };
    return html`<div class="field terms" part="terms">
      <p class="label" id="terms-title"><bdi>${clip(terms.title)}</bdi></p>
      ${
        isOutdated && frame.problem !== notice
          ? html`<div class="notice caution">
              ${alertIcon()}
              <p>${notice}</p>
            </div>`
          : nothing
      }
      ${this.#renderText(terms)}
      <div class="check">
        <input
          id="terms"
          type="checkbox"
          aria-required="true"
          aria-invalid=${frame.problem ? 'true' : nothing}
          aria-describedby=${describedBy(frame)}
          .checked=${live(this.revisionOf(subscription) !== undefined)}
          @change=${(event: Event) => this.#agree(subscription, (event.target as HTMLInputElement).checked)}
        />
        <label for="terms">${this.#localize.term('termsAgree', clip(terms.title))}</label>
      </div>
      <p class="help" id="terms-help">${frame.help}</p>
      ${frame.problem ? html`<p class="error" id="terms-problem"><bdi>${frame.problem}</bdi></p>` : nothing}
    </div>`;
  }

  #renderText({ title, text, url }: Terms): TemplateResult {
    const address = webAddress(url);
    return html`${
      text === undefined
        ? nothing
        : html`<div class="terms-text" role="region" aria-labelledby="terms-title" tabindex="0">
            ${text.split(/\n\s*\n/).map((paragraph) => html`<p><bdi>${paragraph}</bdi></p>`)}
          </div>`
    }
    ${
      address === undefined
        ? nothing
        : html`<p>
            <a href=${address} target="_blank" rel="noopener noreferrer">
              ${this.#localize.term('termsRead', clip(title))}
            </a>
          </p>`
    }`;
  }
}
