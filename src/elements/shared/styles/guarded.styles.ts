import { css } from 'lit';

/** What is {@link guarded} is not printed: a mask stands for it (SPEC S6). But for what is `.plain` and no secret. */
export const guardedStyles = css`
  @media print {
    .guarded:not(.plain) {
      display: inline-block;
      font-size: 0;
      visibility: hidden;
    }

    .guarded:not(.plain)::before {
      content: '••••••••••••••••';
      font-size: medium;
      visibility: visible;
    }
  }
`;
