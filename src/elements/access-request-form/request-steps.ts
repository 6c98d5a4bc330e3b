import { html, nothing, type TemplateResult } from 'lit';
import type { AccessOptions } from '../../contract/access-options.js';
import type { requestSteps } from '../../locales/en/request-steps.js';
import { checkIcon } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';

/** What is asked for together: subscription and application; the API's questions; a look at all of it before sending. */
export type Step = 'who' | 'details' | 'review';

/** A page holds this many fields; more are asked for step by step. */
const mostOnOnePage = 6;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How many fields a schema asks for, as far as that can be told before anything is filled in. */
function countFields(schema: unknown, depth = 0): number {
  const properties = isObject(schema) && isObject(schema['properties']) ? Object.values(schema['properties']) : [];
  return properties.reduce<number>((count, property) => {
    const inside = depth < mostOnOnePage ? countFields(property, depth + 1) : 0;
    return count + Math.max(1, inside);
  }, 0);
}

/**
 * Whether a request is filled in on one page or step by step, and where somebody stands in it. It is decided once: a
 * form does not change its shape while somebody fills it in.
 */
export class RequestSteps {
  #steps: readonly Step[] | undefined;
  #at = 0;

  /** Starts over. */
  reset(): void {
    this.#steps = undefined;
    this.#at = 0;
  }

  /** Decides on it, unless that has been decided already. `isChosen`: that nothing but details is left to be asked. */
  decide({ teams, form }: AccessOptions, isChosen: boolean): void {
    if (this.#steps) return;
    const choices = isChosen ? 0 : teams.length > 1 ? 3 : 2;
    const count = choices + 1 + countFields(form?.schema);
    if (count <= mostOnOnePage) this.#steps = [];
    else this.#steps = isChosen ? ['details', 'review'] : ['who', 'details', 'review'];
  }

  /** The steps there are; none where everything stands on one page. */
  get all(): readonly Step[] {
    return this.#steps ?? [];
  }

  /** The step that is shown; `undefined` where everything stands on one page. */
  get current(): Step | undefined {
    return this.all[this.#at];
  }

  /** Whether what is shown is sent next. */
  get isLast(): boolean {
    return this.#at >= this.all.length - 1;
  }

  get isFirst(): boolean {
    return this.#at === 0;
  }

  /** Whether what belongs to a step is shown now. */
  shows(step: Step): boolean {
    return this.current === undefined || this.current === step;
  }

  /** Goes to a step, or so many steps on. Whether that is another one. */
  go(to: Step | number): boolean {
    const place = typeof to === 'number' ? this.#at + to : this.all.indexOf(to);
    if (place < 0 || place >= this.all.length || place === this.#at) return false;
    this.#at = place;
    return true;
  }

  /** Where somebody stands, in words: `Step 2 of 3: Details`. */
  heading(localize: Localize<typeof requestSteps>): string {
    const { current, all } = this;
    if (current === undefined) return '';
    return localize.term('stepNow', this.#at + 1, all.length, localize.term(`step-name-${current}`));
  }

  /** All steps, with those that are done as a way back, and the heading of the one that is shown. */
  render(localize: Localize<typeof requestSteps>, go: (step: Step) => void): TemplateResult | typeof nothing {
    if (this.all.length === 0) return nothing;
    return html`<nav aria-label=${localize.term('stepsLabel')}>
        <ol class="steps" part="steps">
          ${this.all.map((step, place) => this.#renderStep(localize, step, place, go))}
        </ol>
      </nav>
      <h3 id="step-heading" tabindex="-1">${this.heading(localize)}</h3>`;
  }

  #renderStep(
    localize: Localize<typeof requestSteps>,
    step: Step,
    place: number,
    go: (step: Step) => void,
  ): TemplateResult {
    const name = localize.term(`step-name-${step}`);
    const mark = (content: unknown): TemplateResult => html`<span class="mark" aria-hidden="true">${content}</span>`;
    if (place < this.#at)
      return html`<li class="done">
        <button class="step-button" type="button" @click=${() => go(step)}>
          ${mark(checkIcon())}<span>${name}</span>
          <span class="visually-hidden">${localize.term('stepDone')}</span>
        </button>
      </li>`;
    const isCurrent = place === this.#at;
    return html`<li class=${isCurrent ? 'current' : 'upcoming'} aria-current=${isCurrent ? 'step' : nothing}>
      ${mark((place + 1).toLocaleString(localize.language))}<span>${name}</span>
    </li>`;
  }
}
