import { css } from 'lit';

/** `.field` around a label, a control, `.help` and `.error`. */
export const fieldStyles = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    overflow-wrap: anywhere;
  }

  /* By the first word that is not isolated itself: a sentence about a name is read in its own direction, not the name's. */
  bdi:not([dir]) {
    unicode-bidi: plaintext;
  }

  /* What is typed, too, from its first word on; an empty one is in the direction of the page. */
  :is(input, textarea):not([dir]) {
    unicode-bidi: plaintext;
  }

  .field > label,
  .field > .label {
    font-weight: var(--_medium);
  }

  .field :is(input:not([type='checkbox'], [type='radio']), select, textarea) {
    inline-size: 100%;
    min-block-size: var(--_field);
    padding: var(--_space) calc(2.5 * var(--_space));
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  .field textarea {
    min-block-size: 88px;
    resize: vertical;
  }

  .field :is(input, select, textarea):disabled {
    background: var(--_hover);
    color: var(--_muted);
  }

  .field :is(input, select, textarea)[aria-invalid='true']:not([type='checkbox'], [type='radio']) {
    border-color: var(--_critical);
    outline-color: var(--_critical);
  }

  .note {
    color: var(--_muted);
    font-weight: 400;
  }

  .help {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .field .error {
    color: var(--_critical);
    font-size: 0.875em;
  }

  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }
`;
