import { html, nothing, type TemplateResult } from 'lit';
import type { AccessRequest, TimelineEntry } from '../../../contract/access-request.js';
import type { accessProgress } from '../../../locales/en/access-request.js';
import { checkIcon, closeIcon, progressIcon } from '../icons.js';
import type { Localize } from '../localize.js';

/** One step of a request's way as people see it: what was, what is going on, what is to come (SPEC A8). */
export interface AccessStep {
  /** The word behind `step-`. */
  word: string;
  phase: 'done' | 'refused' | 'current' | 'upcoming';
  entry?: TimelineEntry | undefined;
}

const refusals: readonly string[] = ['rejected', 'revoked', 'withdrawn', 'failed'];

/** What is going on and what is to come, by state. */
const ahead: Partial<Record<AccessRequest['state'], [current: string, ...upcoming: string[]]>> = {
  pending: ['in-review', 'approved', 'ready'],
  provisioning: ['provisioning', 'ready'],
};

/** The steps of a request: its timeline, then what follows from its state. */
export function stepsOf({
  timeline,
  state,
  approval,
}: Pick<AccessRequest, 'timeline' | 'state' | 'approval'>): AccessStep[] {
  const past = timeline.map((entry): AccessStep => {
    const byItself = entry.step === 'approved' && approval === 'automatic' && !entry.by;
    const phase = refusals.includes(entry.step) ? 'refused' : 'done';
    return { word: byItself ? 'approved-automatically' : entry.step, phase, entry };
  });
  const [current, ...upcoming] = ahead[state] ?? [];
  return [
    ...past,
    ...(current ? [{ word: current, phase: 'current' as const }] : []),
    ...upcoming.map((word) => ({ word, phase: 'upcoming' as const })),
  ];
}

const marks = { done: checkIcon, refused: closeIcon, current: progressIcon, upcoming: () => nothing };
/** What tells apart, without seeing, what has not happened yet. */
const phrases = { current: 'accessCurrent', upcoming: 'accessUpcoming' } as const;

/** The way of a request, step by step, with times, people and reasons. */
export const renderTimeline = (localize: Localize<typeof accessProgress>, request: AccessRequest): TemplateResult =>
  html`<ol class="timeline" part="timeline" aria-label=${localize.term('accessTimeline')}>
    ${stepsOf(request).map(({ word, phase, entry }) => {
      return html`<li class=${phase} part="step" aria-current=${phase === 'current' ? 'step' : nothing}>
        <span class="mark ${phase === 'current' ? 'spin' : ''}">${marks[phase]()}</span>
        <div>
          <p>
            <span class="word">${localize.find(`step-${word}`) ?? word}</span>
            ${
              phase === 'current' || phase === 'upcoming'
                ? html`<span class="visually-hidden">${localize.term(phrases[phase])}</span>`
                : nothing
            }
            ${entry?.by ? html`<span class="muted">${localize.term('accessBy', entry.by.name)}</span>` : nothing}
          </p>
          ${
            entry
              ? html`<time class="muted" datetime=${entry.at}>${localize.date(entry.at, { time: true })}</time>`
              : nothing
          }
          ${entry?.reason ? html`<p class="reason" part="reason"><bdi>${entry.reason}</bdi></p>` : nothing}
        </div>
      </li>`;
    })}
  </ol>`;
