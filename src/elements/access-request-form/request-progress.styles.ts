import { css } from 'lit';

/** An access request on its way; beside the styles of forms. */
export const progressStyles = css`
  .next {
    padding-block-start: calc(5 * var(--_space));
    border-block-start: 1px solid var(--_line);
  }
`;
