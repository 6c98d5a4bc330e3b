import { css } from 'lit';

/** The search and the filters of the list. */
export const requestFiltersStyles = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    margin-block-end: calc(3 * var(--_space));
  }

  .filters :is(input, select) {
    min-block-size: var(--_target);
    min-inline-size: 0;
    max-inline-size: 100%;
    padding: var(--_space) calc(2.5 * var(--_space));
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  .filters input {
    flex: 1 1 24ch;
    max-inline-size: 36ch;
    /* What is typed is read in its own direction. */
    unicode-bidi: plaintext;
  }

  .filters label {
    display: inline-flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    min-inline-size: 0;
  }

  .filters label > span {
    flex: none;
    color: var(--_muted);
    font-size: 0.875em;
  }

  .filters select {
    max-inline-size: 24ch;
    text-overflow: ellipsis;
  }

  /* Where it starts a line, its word starts where the others start; elsewhere that is its distance. */
  @media (forced-colors: none) {
    .filters > .quiet {
      margin-inline-start: calc(-1 * var(--_space) - 1px);
      padding-inline-start: var(--_space);
    }
  }

  .chip[aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
    color: var(--_text);
  }

  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      border-color: Highlight;
      outline: 1px solid Highlight;
    }
  }

  @media print {
    .button,
    .icon-button,
    .filters {
      display: none;
    }
  }
`;
