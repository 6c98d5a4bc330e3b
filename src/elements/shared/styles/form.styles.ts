import { css } from 'lit';

/** Forms of several fields: groups, the summary of problems. Beside `fieldStyles` and `choiceStyles`. */
export const formStyles = css`
  /* A page may align its own text for its own direction. */
  form,
  .fields {
    display: grid;
    gap: calc(5 * var(--_space));
    min-inline-size: 0;
    text-align: start;
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

  .field > label {
    font-weight: var(--_strong);
  }

  .field {
    align-content: start;
    min-inline-size: 0;
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

  @media print {
    .button,
    .icon-button {
      display: none;
    }
  }
`;
