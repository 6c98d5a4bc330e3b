import { css } from 'lit';

/** Forms of several fields: groups, choices with their reasons, the summary of problems. Beside `fieldStyles`. */
export const formStyles = css`
  form,
  .fields {
    display: grid;
    gap: calc(5 * var(--_space));
    min-inline-size: 0;
  }

  .header {
    display: grid;
    gap: var(--_space);
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(3 * var(--_space));
  }

  h2 {
    min-inline-size: 0;
    font-size: 1.25em;
    font-weight: var(--_strong);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  h2:focus {
    outline: none;
  }

  .footer {
    display: grid;
    gap: calc(3 * var(--_space));
    padding-block-start: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: none;
  }

  legend {
    margin-block-end: var(--_space);
    padding: 0;
  }

  .field > label,
  legend {
    font-weight: var(--_strong);
  }

  .field {
    align-content: start;
    min-inline-size: 0;
  }

  .note {
    color: var(--_muted);
    font-weight: 400;
  }

  .check {
    display: flex;
    gap: calc(2 * var(--_space));
    align-items: start;
  }

  .check input {
    flex: none;
    margin-block-start: 2px;
  }

  .check label {
    align-content: center;
    min-inline-size: 0;
    min-block-size: var(--_least);
    overflow-wrap: anywhere;
  }

  .options {
    display: grid;
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

  .link {
    min-block-size: var(--_least);
    padding: 0;
    border: none;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-decoration: underline;
    cursor: pointer;
  }

  .field:has(> .error) > .options {
    border-color: var(--_critical);
  }

  .summary {
    display: grid;
    justify-content: stretch;
    align-items: start;
    gap: calc(2 * var(--_space));
  }

  .summary ul {
    padding-inline-start: calc(5 * var(--_space));
  }

  .summary a {
    display: inline-grid;
    align-content: center;
    min-block-size: var(--_least);
    color: inherit;
  }

  .summary:focus {
    outline: 2px solid var(--_critical);
    outline-offset: 2px;
  }

  @media (pointer: coarse) {
    .check {
      align-items: center;
    }
  }

  .form-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(3 * var(--_space));
  }

  .button .progress {
    display: none;
  }

  .button[aria-busy='true'] .progress {
    display: inline-flex;
  }
`;
