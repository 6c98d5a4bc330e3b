import { css } from 'lit';

/** For what is shown from the question to the secret; adopted with it. */
export const sessionStyles = css`
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
  }

  .box {
    padding: calc(4 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .values {
    display: grid;
    gap: calc(3 * var(--_space));
    outline-offset: 4px;
  }

  .value-row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--_space) calc(2 * var(--_space));
  }

  .value-row .label {
    grid-column: 1 / -1;
    font-size: 0.875em;
  }

  .value {
    display: grid;
    align-content: center;
    min-block-size: var(--_field);
    padding: calc(1.5 * var(--_space)) calc(3 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    background: var(--_hover);
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
    text-align: left;
    white-space: pre-wrap;
  }

  .value-actions {
    display: flex;
    gap: var(--_space);
  }

  .value-row > .notice {
    grid-column: 1 / -1;
  }

  /* As wide as the other text that it will hold, so that nothing moves when it does. */
  .steady {
    display: inline-grid;
    text-align: start;
  }

  .steady::after {
    content: attr(data-reserve);
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
  }

  .downloads {
    display: grid;
    gap: calc(1.5 * var(--_space));
  }

  .downloads .label {
    font-size: 0.875em;
  }

  /* One row of equal parts, however narrow. */
  .formats {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, max-content));
  }

  .formats .button {
    border-radius: 0;
  }

  .formats .button + .button {
    border-inline-start: none;
  }

  .formats .button:first-child {
    border-start-start-radius: var(--_radius-small);
    border-end-start-radius: var(--_radius-small);
  }

  .formats .button:last-child {
    border-start-end-radius: var(--_radius-small);
    border-end-end-radius: var(--_radius-small);
  }

  .formats .button:focus-visible {
    z-index: 1;
  }

  .done {
    display: flex;
    gap: calc(2 * var(--_space));
    font-size: 0.875em;
  }

  .done .icon {
    margin-block-start: 2px;
    color: var(--_positive);
  }

  .foot {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
    padding-block-start: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
  }

  .countdown {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    font-variant-numeric: tabular-nums;
  }

  .stored {
    display: inline-flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target);
    cursor: pointer;
  }

  @container (width <= 25em) {
    .value-row {
      grid-template-columns: minmax(0, 1fr);
    }

    .value-actions {
      justify-content: flex-end;
    }

    .foot,
    .formats {
      grid-template-columns: minmax(0, 1fr);
    }

    .formats {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }

  @media print {
    .value {
      padding: 0;
      border: none;
      background: none;
    }

    .button,
    .icon-button,
    .downloads,
    .stored,
    .foot {
      display: none;
    }
  }
`;
