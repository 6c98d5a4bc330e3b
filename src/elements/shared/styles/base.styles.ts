import { css } from 'lit';

/**
 * What every element starts with: the tokens, as private properties that read the documented `--latchkey-*` ones, and
 * the behaviour of the host. Everything at the top of the shadow root has the tokens. (Comments are here, as those inside
 * would be delivered.)
 *
 * `*` is not for pseudo-elements: that would have the browser work out two more styles for each element. `.mono` is what
 * has to be exact whatever the host does with its own text: it reads as it is, and can be selected to copy it by hand.
 */
export const baseStyles = css`
  :host {
    display: block;
    font: inherit;
  }

  :host([hidden]) {
    display: none;
  }

  :host > * {
    --_surface: var(--latchkey-color-surface, Canvas);
    --_text: var(--latchkey-color-text, CanvasText);
    --_muted: var(--latchkey-color-text-muted, color-mix(in srgb, var(--_text) 74%, var(--_surface)));
    --_line: var(--latchkey-color-line, color-mix(in srgb, var(--_text) 14%, var(--_surface)));
    --_control-line: var(--latchkey-color-control-line, color-mix(in srgb, var(--_text) 55%, var(--_surface)));
    --_hover: var(--latchkey-color-hover, color-mix(in srgb, var(--_text) 6%, var(--_surface)));
    --_accent: var(--latchkey-color-accent, light-dark(#2f4fb5, #9db4ff));
    --_on-accent: var(--latchkey-color-on-accent, light-dark(#fff, #0d1330));
    --_positive: var(--latchkey-color-positive, light-dark(#116b3c, #5ccf91));
    --_caution: var(--latchkey-color-caution, light-dark(#8a4b00, #f0b35a));
    --_critical: var(--latchkey-color-critical, light-dark(#b3261e, #ff9c94));
    --_neutral: var(--latchkey-color-neutral, var(--_muted));
    --_focus: var(--latchkey-color-focus, var(--_accent));
    --_radius-small: var(--latchkey-radius-small, 6px);
    --_radius: var(--latchkey-radius-medium, 10px);
    --_space: var(--latchkey-space-unit, 4px);
    --_mono: var(--latchkey-font-mono, ui-monospace, 'SF Mono', Menlo, Consolas, monospace);
    --_medium: var(--latchkey-font-weight-medium, 500);
    --_strong: var(--latchkey-font-weight-strong, 600);
    --_short: var(--latchkey-duration-short, 120ms);
    --_shadow: var(--latchkey-shadow, 0 8px 28px rgb(0 0 0 / 0.18), 0 1px 3px rgb(0 0 0 / 0.12));
    --_least: 24px;
    --_target: max(var(--_least), var(--latchkey-size-control, 32px));
    --_field: max(var(--_target), var(--latchkey-size-field, 36px));
    box-sizing: border-box;
    color: var(--_text);
    line-height: 1.45;
  }

  @media (pointer: coarse) {
    :host > * {
      --_least: 44px;
    }
  }

  * {
    box-sizing: inherit;
  }

  p,
  h2,
  h3,
  ul,
  dl,
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .icon {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -3px;
  }

  .spin .icon {
    animation: spin 1s linear infinite;
  }

  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }

  .mono {
    font-family: var(--_mono);
    font-size: 0.925em;
    font-variant: none;
    letter-spacing: normal;
    text-transform: none;
    -webkit-user-select: text;
    user-select: text;
  }

  .muted {
    color: var(--_muted);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
