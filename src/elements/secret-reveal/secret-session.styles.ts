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

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
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

    .foot .primary {
      inline-size: 100%;
    }
  }

  @media print {
    .guarded {
      visibility: hidden;
    }
  }
`;
