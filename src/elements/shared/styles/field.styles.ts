import { css } from 'lit';

/** `.field` around a label, a control, `.help` and `.error`. */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: var(--_space);
  }

  .field > label,
  .field > .label {
    font-weight: 500;
  }

  .field :is(input:not([type='checkbox'], [type='radio']), select, textarea) {
    inline-size: 100%;
    min-block-size: max(36px, var(--_target));
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

  .field [aria-invalid='true'] {
    border-color: var(--_critical);
    outline-color: var(--_critical);
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
