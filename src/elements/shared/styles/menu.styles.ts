import { css } from 'lit';

/** `.menu`: a popover with `[role="menuitem"]` entries. */
export const menuStyles = css`
  .menu {
    position: fixed;
    inset: auto;
    min-inline-size: 200px;
    max-inline-size: min(320px, 100vw - 8px);
    max-block-size: calc(100dvh - 8px);
    overflow: auto;
    margin: 0;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  .menu [role='menuitem'] {
    display: grid;
    align-content: center;
    min-block-size: var(--_target);
    padding: var(--_space) calc(3 * var(--_space));
    border-radius: var(--_radius-small);
    cursor: pointer;
  }

  .menu [role='menuitem']:is(:hover, :focus) {
    outline: none;
    background: var(--_hover);
  }

  .menu [role='menuitem']:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .menu .critical {
    color: var(--_critical);
  }

  .menu [aria-disabled='true'] {
    color: var(--_muted);
    cursor: default;
  }

  .menu .why {
    font-size: 0.875em;
  }

  .menu hr {
    margin: var(--_space) 0;
    border: none;
    border-block-start: 1px solid var(--_line);
  }
`;
