import { css } from 'lit';

/**
 * Choices with their reasons, in a `<fieldset>`. Beside `fieldStyles`; apart from `formStyles`, so that what asks for a choice
 * in a dialog over a list does not dress the list as a form.
 */
export const choiceStyles = css`
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: none;
  }

  legend {
    margin-block-end: var(--_space);
    padding: 0;
    font-weight: var(--_strong);
  }

  .options {
    display: grid;
    grid-auto-rows: max-content; /* many do not shrink into the height there is */
    max-block-size: 336px;
    overflow: auto;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius-small);
  }

  .option {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 calc(2.5 * var(--_space));
    align-content: center;
    position: relative;
    min-block-size: var(--_target);
    padding: calc(2.5 * var(--_space)) calc(3 * var(--_space));
  }

  .option + .option {
    border-block-start: 1px solid var(--_line);
  }

  .option input {
    margin-block-start: 2px;
  }

  .option label {
    min-inline-size: 0;
    font-weight: var(--_medium);
    overflow-wrap: anywhere;
  }

  .option label > * {
    position: relative;
    z-index: 1; /* Above the row's own area: the words themselves can be pressed and selected. */
  }

  /* The whole row is the label's, but for what can be pressed in it. */
  .option label::after {
    position: absolute;
    inset: 0;
    content: '';
  }

  .option .more {
    grid-column: 2;
    min-inline-size: 0;
    color: var(--_muted);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  .option .link {
    position: relative;
    min-block-size: 0;
  }

  .option:hover:not(.impossible) {
    background: var(--_hover);
  }

  .option:has(:checked) {
    background: color-mix(in srgb, var(--_accent) 8%, var(--_surface));
  }

  .option:has(input:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .option input:focus-visible {
    outline: none;
  }

  .impossible label {
    color: var(--_muted);
  }

  @media (forced-colors: active) {
    .impossible label {
      color: GrayText;
    }
  }

  .field:has(> .error) > .options {
    border-color: var(--_critical);
  }
`;
