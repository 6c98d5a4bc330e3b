import { css } from 'lit';

/** A request in the making: its steps, its review and its terms; beside the styles of forms. */
export const requestDraftStyles = css`
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space)) calc(6 * var(--_space));
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .steps li,
  .step-button {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target);
  }

  .steps .upcoming {
    color: var(--_muted);
  }

  .steps .current {
    font-weight: var(--_strong);
  }

  .steps .mark {
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border: 1.5px solid var(--_control-line);
    border-radius: 50%;
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
  }

  .steps .current .mark {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .steps .done .mark {
    border-color: var(--_positive);
    color: var(--_positive);
  }

  .steps .done .mark .icon {
    inline-size: 14px;
    block-size: 14px;
    vertical-align: 0;
  }

  .step-button {
    padding: 0;
    border: none;
    border-radius: var(--_radius-small);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }

  .step-button:hover > span:not(.mark) {
    text-decoration: underline;
  }

  h3,
  h4 {
    margin: 0;
    font-size: 1.0625em;
    font-weight: var(--_strong);
    line-height: 1.3;
  }

  h4 {
    font-size: 1em;
  }

  h3:focus {
    outline: none;
  }

  .review {
    display: grid;
    gap: calc(5 * var(--_space));
  }

  .review-head {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: calc(3 * var(--_space));
    margin-block-end: calc(2 * var(--_space));
  }

  .review dl > div {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 0 calc(4 * var(--_space));
    padding-block: calc(2 * var(--_space));
    border-block-start: 1px solid var(--_line);
  }

  .review dt {
    color: var(--_muted);
  }

  .review :is(dt, dd) {
    overflow-wrap: anywhere;
  }

  .review dd {
    white-space: pre-line;
  }

  @container (width <= 400px) {
    .review dl > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  .terms > .label {
    font-weight: var(--_strong);
  }

  .terms {
    gap: calc(2 * var(--_space));
  }

  .terms a {
    display: inline-grid;
    align-content: center;
    min-block-size: var(--_least);
  }

  .terms-text {
    display: grid;
    gap: calc(2 * var(--_space));
    max-block-size: 208px;
    overflow: auto;
    padding: calc(3 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
`;
