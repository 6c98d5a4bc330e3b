import { css } from 'lit';

/** What is {@link guarded} is not printed (SPEC S6). */
export const guardedStyles = css`
  @media print {
    .guarded {
      visibility: hidden;
    }
  }
`;
