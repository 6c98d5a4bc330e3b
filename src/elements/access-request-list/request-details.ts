import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { AccessRequest } from '../../contract/access-request.js';
import type { FormDefinition } from '../../contract/form.js';
import type { Marketplace } from '../../contract/marketplace.js';
import { accessProgress } from '../../locales/en/access-request.js';
import type { Messages } from '../../locales/locale.js';
import { answersOf, type Answer } from '../schema-fields/answers.js';
import { renderTimeline } from '../shared/access/access-timeline.js';
import { accessTimelineStyles } from '../shared/access/access-timeline.styles.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Localize } from '../shared/localize.js';

/** The progress and the answers of requests; loaded with the first one that is opened. */
export class RequestDetails {
  readonly #host: LitElement;
  readonly #localize: Localize<typeof accessProgress>;
  /** What each resource asks, by its id; `failed` if that could not be read. */
  readonly #questions = new Map<string, { form?: FormDefinition | undefined } | 'failed'>();
  #answers = new WeakMap<AccessRequest, readonly Answer[]>();
  /** The words that the answers are in. */
  #words: unknown;

  constructor(host: LitElement, localize: Localize<Messages>) {
    this.#host = host;
    this.#localize = localize.with(accessProgress);
    adoptStyles(host, [accessTimelineStyles]);
  }

  /** Reads the questions that a request answers: without them nobody knows what is to be masked. */
  async load(marketplace: Marketplace, { resource }: AccessRequest): Promise<void> {
    const known = this.#questions.get(resource.id);
    if (known && known !== 'failed') return;
    try {
      this.#questions.set(resource.id, await marketplace.resources.accessOptions(resource.id, {}));
    } catch {
      this.#questions.set(resource.id, 'failed');
    }
    this.#host.requestUpdate();
  }

  /** What was answered, once the questions are known. The same value as long as nothing changed. */
  answers(request: AccessRequest): readonly Answer[] | 'failed' | undefined {
    const questions = this.#questions.get(request.resource.id);
    if (!questions || questions === 'failed') return questions;
    if (this.#words !== this.#localize.words) this.#answers = new WeakMap();
    this.#words = this.#localize.words;
    const answers = this.#answers.get(request) ?? this.#read(request, questions.form);
    this.#answers.set(request, answers);
    return answers;
  }

  /** The details of one request. */
  render(request: AccessRequest): TemplateResult {
    const answers = this.answers(request);
    const facts = [{ label: this.#localize.term('accessSubscription'), text: request.subscription.name }];
    if (Array.isArray(answers)) facts.push(...(answers as Answer[]));
    return html`${renderTimeline(this.#localize, request)}
      <dl>
        ${facts.map(
          ({ label, text }) =>
            html`<div>
              <dt><bdi>${label}</bdi></dt>
              <dd><bdi>${text}</bdi></dd>
            </div>`,
        )}
        ${
          answers === 'failed'
            ? html`<div>
                <dt>${this.#localize.term('accessAnswers')}</dt>
                <dd>${this.#localize.term('accessAnswersFailed')}</dd>
              </div>`
            : nothing
        }
      </dl>`;
  }

  #read({ data }: AccessRequest, form: FormDefinition | undefined): Answer[] {
    return answersOf(form, data, {
      yes: this.#localize.term('accessYes'),
      no: this.#localize.term('accessNo'),
      hidden: this.#localize.term('accessHidden'),
      language: this.#localize.wanted,
    });
  }
}
