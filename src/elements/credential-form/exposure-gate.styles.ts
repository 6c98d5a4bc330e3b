import { css } from 'lit';

/** The gate of a resource with its switch. */
export const exposureGateStyles = css`
  .gate {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(3 * var(--_space));
    padding: calc(3 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
  }

  .gate > div {
    flex: 1 1 24ch;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .gate .label {
    font-weight: var(--_medium);
  }

  .switch {
    display: inline-flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target);
    padding: 0 var(--_space);
    border: none;
    border-radius: var(--_radius-small);
    background: none;
    color: var(--_text);
    font: inherit;
    cursor: pointer;
  }

  .switch:disabled {
    color: var(--_muted);
    cursor: default;
  }

  .track {
    position: relative;
    inline-size: 36px;
    block-size: 20px;
    border: 1px solid var(--_control-line);
    border-radius: 10px;
    background: var(--_hover);
  }

  .track::before {
    position: absolute;
    inset-block: 2px;
    inset-inline-start: 2px;
    inline-size: 14px;
    border-radius: 50%;
    background: var(--_control-line);
    transition: inset-inline-start var(--_short);
    content: '';
  }

  [aria-checked='true'] > .track {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  [aria-checked='true'] > .track::before {
    inset-inline-start: 18px;
    background: var(--_on-accent);
  }

  @media (forced-colors: active) {
    .track::before {
      background: ButtonText;
      forced-color-adjust: none;
    }

    [aria-checked='true'] > .track {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
