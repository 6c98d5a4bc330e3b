import { html, nothing, type TemplateResult } from 'lit';
import type { requestSteps } from '../../locales/en/request-steps.js';
import type { Answer } from '../schema-fields/answers.js';
import { clip } from '../shared/form/clip.js';
import type { Localize } from '../shared/localize.js';
import type { Step } from './request-steps.js';

/** What is looked at once more, by the step in which it can be changed. */
export interface ReviewSection {
  step: Step;
  answers: readonly Answer[];
}

/** Everything that will be sent, with a way back to each part of it. */
export const renderReview = (
  localize: Localize<typeof requestSteps>,
  sections: readonly ReviewSection[],
  change: (step: Step) => void,
): TemplateResult =>
  html`<div class="review" part="review">
    ${sections.map(({ step, answers }) => {
      const name = localize.term(`step-name-${step}`);
      return html`<section aria-labelledby="review-${step}">
        <div class="review-head">
          <h4 id="review-${step}">${name}</h4>
          <button class="link" type="button" @click=${() => change(step)}>
            ${localize.term('reviewChange')} <span class="visually-hidden">${name}</span>
          </button>
        </div>
        ${
          answers.length === 0
            ? nothing
            : html`<dl>
                ${answers.map(
                  ({ label, text }) =>
                    html`<div>
                      <dt><bdi>${clip(label)}</bdi></dt>
                      <dd><bdi>${text}</bdi></dd>
                    </div>`,
                )}
              </dl>`
        }
      </section>`;
    })}
  </div>`;
