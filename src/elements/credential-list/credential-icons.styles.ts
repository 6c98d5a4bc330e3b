import { css } from 'lit';

// The shapes are from Lucide (https://lucide.dev), ISC License, copyright Lucide Contributors.

/**
 * The icons of the rows, as masks: they cost no elements and have the colour of the text. All are side by side in one
 * image, on a grid of 24 × 24 each, as the browser makes a document for every image it draws.
 */
export const iconStyles = css`
  .mask::before {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    background: currentColor;
    content: '';
  }

  [class*='mask-']::before {
    mask: url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 192 24" fill="none" stroke="%23000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M8 12l2.5 2.5L16 9M26 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M34 15V9M38 15V9M50 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M60 6v6l4 2M93.73 18l-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 76 21h16a2 2 0 0 0 1.73-3M84 9v4M84 17h.01M117 12a9 9 0 1 1-6.22-8.56M130 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H130a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2zM124 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2M146 12a10.75 10.75 0 0 1 20 0 10.75 10.75 0 0 1-20 0M153 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0M179 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M179 5a1 1 0 1 0 2 0 1 1 0 1 0-2 0M179 19a1 1 0 1 0 2 0 1 1 0 1 0-2 0"/></svg>')
      0 / auto 16px;
  }

  .mask-pause::before {
    mask-position: -16px;
  }

  .mask-clock::before {
    mask-position: -32px;
  }

  .mask-alert::before {
    mask-position: -48px;
  }

  .mask-progress::before {
    mask-position: -64px;
  }

  .mask-copy::before {
    mask-position: -80px;
  }

  .mask-eye::before {
    mask-position: -96px;
  }

  .mask-more::before {
    mask-position: -112px;
  }

  @media (forced-colors: active) {
    .mask::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
