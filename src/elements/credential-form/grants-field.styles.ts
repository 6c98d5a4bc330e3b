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
    font-weight: 500;
  }

  .parts {
    display: grid;
    gap: calc(4 * var(--_space));
    padding-inline-start: calc(7 * var(--_space));
    padding-block-end: var(--_space);
  }

  .settled {
    display: grid;
    gap: var(--_space);
    overflow-wrap: anywhere;
  }

  .field > .link {
    justify-self: start;
    min-block-size: 24px;
  }

  @container (width <= 400px) {
    .parts {
      padding-inline-start: 0;
    }
  }
`;
