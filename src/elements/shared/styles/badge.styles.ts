import { css } from 'lit';

/** `.badge` (icon and word) and `.notice` (icon, text, buttons), with `.positive`, `.caution`, `.critical` or none. */
export const badgeStyles = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    padding: 2px calc(2 * var(--_space));
    border: 1px solid transparent;
    border-radius: var(--_radius-small);
    font-size: 0.875em;
    font-weight: var(--_medium);
    white-space: nowrap;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: calc(3 * var(--_space));
    padding: calc(3 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
  }

  .notice > p,
  .notice > div {
    flex: 1 1 16ch;
    min-inline-size: 0;
  }

  .badge,
  .notice {
    --_state: var(--_neutral);
    background: color-mix(in srgb, var(--_state) 8%, var(--_surface));
  }

  .badge,
  .notice > .icon {
    color: var(--_state);
  }

  .notice > .icon {
    translate: 0 3px;
  }

  .positive {
    --_state: var(--_positive);
  }

  .caution {
    --_state: var(--_caution);
  }

  .critical {
    --_state: var(--_critical);
  }

  .notice:is(.positive, .caution, .critical) {
    border-color: color-mix(in srgb, var(--_state) 35%, var(--_surface));
  }

  @media (forced-colors: active) {
    .badge {
      border-color: CanvasText;
    }
  }
`;
