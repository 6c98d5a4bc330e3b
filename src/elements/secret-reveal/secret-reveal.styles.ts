import { css } from 'lit';

export const styles = css`
  .frame {
    display: grid;
    gap: calc(4 * var(--_space));
    container-type: inline-size;
    overflow-wrap: anywhere;
  }

  [hidden] {
    display: none !important;
  }

  .name {
    font-weight: var(--_strong);
    overflow-wrap: anywhere;
  }

  .kind {
    font-size: 0.875em;
  }

  .lead {
    display: grid;
    gap: var(--_space);
  }

  .lead strong {
    font-weight: var(--_strong);
  }

  .step {
    display: grid;
    justify-items: start;
    gap: calc(3 * var(--_space));
  }

  .next {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
  }

  .snippets {
    display: grid;
    gap: calc(3 * var(--_space));
    justify-items: start;
  }

  /* Its icon starts where the texts above start. */
  @media (forced-colors: none) {
    .snippets > .quiet {
      margin-inline-start: calc(-1 * var(--_space) - 1px);
      padding-inline-start: var(--_space);
    }
  }

  .snippet-section {
    inline-size: 100%;
    min-inline-size: 0;
    justify-items: stretch;
  }

  .busy {
    display: flex;
    align-items: center;
    gap: calc(3 * var(--_space));
  }

  .lines {
    align-items: start;
  }

  .lines > .icon {
    margin-block-start: 3px;
  }
`;
