import { css, html, nothing, type TemplateResult } from 'lit';
import type { Credential } from '../../../contract/credential.js';
import { isolate } from '../../../locales/isolate.js';
import { formatList } from '../formatter.js';
import type { ActionWords } from './credential-actions.js';

/** For {@link credentialCard}. */
export const cardStyles = css`
  .credential-card {
    display: grid;
    grid-template-columns: fit-content(45%) minmax(0, 1fr);
    gap: var(--_space) calc(4 * var(--_space));
    margin-block: var(--_space);
    padding: calc(3 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    font-size: 0.9375em;
    overflow-wrap: anywhere;
  }

  .credential-card dt {
    color: var(--_muted);
  }
`;

/** What tells a credential from others of a similar name, for the moment before it is gone (SPEC C8). */
export function credentialCard(
  words: ActionWords,
  { type, identifiers, application, resources, environment }: Credential,
  environments: ReadonlyMap<string, string> = new Map(),
): TemplateResult {
  const line = (term: string, value: unknown) =>
    html`<dt><bdi>${term}</bdi></dt>
      <dd>${value}</dd>`;
  return html`<dl class="credential-card" part="card">
    ${line(words.term('cardType'), html`<bdi>${type.name}</bdi>`)}
    ${identifiers.map(({ label, value }) =>
      line(label, html`<bdi class="mono" dir="ltr" translate="no">${value}</bdi>`),
    )}
    ${
      environment === undefined
        ? nothing
        : line(words.term('cardEnvironment'), html`<bdi>${environments.get(environment) ?? environment}</bdi>`)
    }
    ${application ? line(words.term('cardApplication'), html`<bdi>${application.name}</bdi>`) : nothing}
    ${
      resources.length > 0
        ? line(
            words.term('cardResources'),
            formatList(
              words.language,
              resources.map(({ name }) => isolate(name)),
            ),
          )
        : nothing
    }
  </dl>`;
}
