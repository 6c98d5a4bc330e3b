import { css } from 'lit';

/** `dialog.confirm` in the middle; `dialog.panel` at the side, a full sheet where the page is narrow. */
export const dialogStyles = css`
  dialog {
    max-inline-size: none;
    max-block-size: none;
    padding: 0;
    border: 1px solid var(--_line);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    line-break: strict; /* no small kana and no long vowel at the start of a line */
  }

  dialog::backdrop {
    background: var(--latchkey-color-backdrop, rgb(0 0 0 / 0.4));
  }

  .confirm {
    inline-size: min(480px, 100vw - 32px);
    max-block-size: calc(100dvh - 32px);
    scroll-padding-block-end: calc(var(--_target) + 12 * var(--_space));
    border-radius: var(--_radius);
  }

  .panel {
    inset-block: 0;
    inset-inline: auto 0;
    inline-size: min(560px, 100vw);
    block-size: 100dvh;
    margin: 0;
    border-block: none;
    border-inline-end: none;
  }

  .dialog-content {
    display: grid;
    gap: calc(4 * var(--_space));
    padding: calc(5 * var(--_space));
  }

  .dialog-head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: calc(3 * var(--_space));
  }

  /* In the middle of the title's first line. */
  .dialog-head > .icon-button {
    margin-block: calc((1.4625em - var(--_target)) / 2);
  }

  dialog h2 {
    font-size: 1.125em;
    font-weight: var(--_strong);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .button.critical:not([aria-disabled='true']) {
    border-color: var(--_critical);
    background: var(--_critical);
    color: var(--latchkey-color-on-critical, light-dark(#fff, #2b0806));
  }

  .button.critical:hover:not([aria-disabled='true']) {
    background: color-mix(in srgb, currentColor 12%, var(--_critical));
  }

  .dialog-body {
    display: grid;
    gap: calc(2 * var(--_space));
  }

  .dialog-alert:empty {
    margin-block-start: calc(-4 * var(--_space));
  }

  .dialog-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(2 * var(--_space));
  }

  .dialog-actions .lead {
    margin-inline-end: auto;
  }

  /* Within reach however much there is to read, where they leave room for it. */
  @media (min-height: 480px) {
    .confirm .dialog-actions {
      position: sticky;
      z-index: 2;
      inset-block-end: 0;
      margin-block-end: calc(-5 * var(--_space));
      padding-block: calc(2 * var(--_space)) calc(5 * var(--_space));
      background: var(--_surface);
    }
  }

  @media (min-height: 480px) and (max-width: 480px) {
    .confirm {
      scroll-padding-block-end: calc(3 * var(--_target) + 14 * var(--_space));
    }
  }

  @media (max-width: 480px) {
    .panel {
      border: none;
    }

    .dialog-actions {
      flex-direction: column-reverse;
    }

    .dialog-actions .lead {
      margin-inline-end: 0;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      animation: appear var(--latchkey-duration-medium, 160ms) ease-out;
    }

    .panel[open] {
      animation-name: slide-in;
    }

    .panel:dir(rtl) {
      --_from: -24px;
    }
  }

  /* No fading: what is there must be readable at once. */
  @keyframes appear {
    from {
      transform: translateY(6px);
    }
  }

  @keyframes slide-in {
    from {
      translate: var(--_from, 24px);
    }
  }

  @keyframes late {
    from {
      opacity: 0;
    }
  }

  /* Covers the label, so that the button keeps its size; only once it has taken a while. */
  .button:has(> .progress) {
    position: relative;
  }

  .progress {
    position: absolute;
    inset: 0;
    display: none;
    place-items: center;
    border-radius: inherit;
    background: var(--_hover);
  }

  [aria-busy='true'] > .progress {
    display: grid;
    animation: late 1ms 200ms backwards;
  }

  /* On paper it is a sheet of its own, as long as what it says. */
  @media print {
    dialog[open] {
      position: absolute;
      inset: 0 0 auto;
      inline-size: auto;
      block-size: auto;
      min-block-size: 100%;
      max-block-size: none;
      margin: 0;
      border: none;
      overflow: visible;
      box-shadow: none;
      animation: none;
      print-color-adjust: exact;
    }

    dialog :is(.button, .icon-button),
    dialog::backdrop,
    :host > :has(~ dialog[open]) {
      display: none;
    }
  }
`;
