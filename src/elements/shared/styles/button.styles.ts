import { css } from 'lit';

/** `.button`, with `.primary` or `.quiet` (and `.critical` in a dialog); `.icon-button` for one that only has an icon. */
export const buttonStyles = css`
  .button,
  .icon-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target);
    margin: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: var(--_medium);
    text-decoration: none;
    cursor: pointer;
    transition: background-color var(--_short);
  }

  .button {
    padding: var(--_space) calc(3 * var(--_space));
  }

  .icon-button {
    min-inline-size: var(--_target);
    padding: 0;
    border-color: transparent;
    background: none;
    color: var(--_muted);
  }

  .quiet {
    border-color: transparent;
    background: none;
  }

  .button:hover,
  .icon-button:hover,
  .icon-button[aria-expanded='true'] {
    background: var(--_hover);
    color: var(--_text);
  }

  .primary,
  .primary:hover {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .primary:hover {
    background: color-mix(in srgb, currentColor 12%, var(--_accent));
  }

  .button:is(:disabled, [aria-disabled='true']) {
    border-color: var(--_line);
    background: var(--_hover);
    color: var(--_muted);
    cursor: default;
  }

  @media (forced-colors: active) {
    .primary:not(:disabled, [aria-disabled='true']) {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
      outline-color: CanvasText;
    }

    .button:is(:disabled, [aria-disabled='true']) {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
