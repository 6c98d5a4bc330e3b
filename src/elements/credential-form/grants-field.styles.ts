import { css } from 'lit';

/** The APIs of a credential, each with its parts once it is chosen. Beside `formStyles`. */
export const grantsStyles = css`
  .grants {
    display: grid;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius-small);
  }

  .grant {
    display: grid;
    gap: calc(3 * var(--_space));
    padding: calc(2.5 * var(--_space)) calc(3 * var(--_space));
  }

  .grant + .grant {
    border-block-start: 1px solid var(--_line);
  }

  .grant > .check label {
    font-weight: var(--_medium);
  }

  .parts {
    display: grid;
    gap: calc(4 * var(--_space));
    padding-inline-start: calc(7 * var(--_space));
    padding-block-end: var(--_space);
  }

  /* A long list scrolls; its rows keep their height. */
  .options {
    grid-auto-rows: max-content;
  }

  .count {
    margin-inline-start: auto;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .settled {
    display: grid;
    gap: var(--_space);
    overflow-wrap: anywhere;
  }

  .field > .link {
    justify-self: start;
    min-block-size: var(--_least);
  }

  @container (width <= 25em) {
    .parts {
      padding-inline-start: 0;
    }
  }
`;
