import { css } from 'lit';

/** What is there once the list is: the search, the limit, the choice of the environment, notes. */
export const extrasStyles = css`
  .bar input {
    inline-size: min(260px, 100%);
    min-block-size: max(36px, var(--_target));
    padding-inline: calc(3 * var(--_space));
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }

  .load-more {
    display: flex;
    justify-content: center;
    margin-block-start: calc(3 * var(--_space));
  }

  .done {
    color: var(--_positive);
  }

  button.name:hover {
    text-decoration: underline;
  }

  .note {
    font-size: 0.875em;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }

  .limits {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(4 * var(--_space));
    flex: 1 1 auto;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }

  .bar:has(.limits) .count {
    flex-grow: 0;
  }

  .limit {
    display: inline-flex;
    align-items: center;
    gap: calc(2 * var(--_space));
  }

  .meter {
    display: inline-flex;
    gap: 2px;
  }

  .meter i {
    inline-size: 12px;
    block-size: 6px;
    border: 1px solid var(--_control-line);
    border-radius: 2px;
  }

  .meter .used {
    border-color: var(--_accent);
    background: var(--_accent);
    forced-color-adjust: none;
  }

  .full .used {
    border-color: var(--_caution);
    background: var(--_caution);
  }

  .environments {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
    margin: 0 0 calc(3 * var(--_space));
    padding: 0;
    border: none;
  }

  .environments legend {
    float: inline-start;
    margin-inline-end: calc(2 * var(--_space));
    padding: 0;
    font-weight: 500;
  }

  .environments label {
    display: inline-flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target);
  }
`;
