import { html, type LitElement } from 'lit';
import type { Credential } from '../../../contract/credential.js';
import { adoptStyles } from '../adopt-styles.js';
import { duration } from '../duration.js';
import { renderFieldset } from '../form/field.js';
import { renderOptions, type ChoiceOption } from '../form/options.js';
import { choiceStyles } from '../styles/choice.styles.js';
import type { ActionWords } from './credential-actions.js';
import type { ChangeConfirmation } from './credential-confirmation.js';

/** What a renewal replaces: of a key that is its own identifier, that changes too; of a kind nobody knows here, who knows. */
const bodies: Readonly<Record<string, 'renewKeyBody' | 'renewOpenBody'>> = {
  'api-key': 'renewKeyBody',
  unknown: 'renewOpenBody',
};

const dayMs = 24 * 60 * 60 * 1000;

/** The choice of how long the old secret keeps working, with the end of both secrets (SPEC C6). Worded when called. */
export function renewChoice(
  host: LitElement,
  words: ActionWords,
  { type, actions, expiresAt, overlapUntil }: Credential,
  now: number,
): () => Pick<ChangeConfirmation, 'body' | 'params'> {
  adoptStyles(host, [choiceStyles]);
  const offered = actions.find(({ action }) => action === 'renew')?.overlapsMs ?? [0];
  // Long enough to change over in peace, short enough not to be forgotten.
  let overlapMs = offered.filter((one) => one <= dayMs).at(-1) ?? offered[0] ?? 0;
  const date = (at: string | number): string => words.date(at, { time: true });
  const optionOf = (ms: number): ChoiceOption => ({
    id: String(ms),
    name: ms === 0 ? words.term('renewNow') : duration(words.language, ms),
    allowed: true,
    lines: [ms === 0 ? words.term('renewNowEnd') : words.term('renewOldEnd', date(now + ms))],
  });
  const isOverlapping = overlapUntil !== undefined && Date.parse(overlapUntil) > now;
  return () => ({
    body: html`<p>${words.term(bodies[type.kind] ?? 'renewBody')}</p>
      <p>${expiresAt === undefined ? words.term('renewNewOpen') : words.term('renewNewEnd', date(expiresAt))}</p>
      ${isOverlapping ? html`<p>${words.term('renewAgain', date(overlapUntil))}</p>` : ''}
      ${renderFieldset(
        { id: 'overlap', label: words.term('renewOverlap') },
        renderOptions({
          name: 'overlap',
          options: offered.map(optionOf),
          chosen: String(overlapMs),
          choose: (id) => (overlapMs = Number(id)),
        }),
      )}`,
    params: () => ({ overlapMs }),
  });
}
