import { css } from 'lit';

export const styles = css`
  .frame {
    display: grid;
    gap: calc(4 * var(--_space));
    container-type: inline-size;
  }

  [hidden] {
    display: none !important;
  }

  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .kind {
    font-size: 0.875em;
  }

  .lead {
    display: grid;
    gap: var(--_space);
  }

  .notice:has(.lead) > .icon {
    align-self: start;
    margin-block-start: 3px;
  }

  .lead strong {
    font-weight: 600;
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

  .busy {
    display: flex;
    align-items: center;
    gap: calc(3 * var(--_space));
  }
`;
