import { css } from 'lit';

/** What is there once the list is: the search, filters and pages, the selection, the limit, the environment, notes. */
export const extrasStyles = css`
  .bar input {
    inline-size: min(260px, 100%);
    min-block-size: var(--_field);
    padding-inline: calc(3 * var(--_space));
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }

  .bar > i {
    visibility: hidden;
  }

  .filters,
  .batch {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    margin-block-end: calc(3 * var(--_space));
  }

  /* Where it starts a line, its word starts where the others start; elsewhere that is its distance. */
  @media (forced-colors: none) {
    .filters > .quiet {
      margin-inline-start: calc(-1 * var(--_space) - 1px);
      padding-inline-start: var(--_space);
    }
  }

  .chip {
    border-radius: 99px;
    font-size: 0.9375em;
    font-weight: inherit;
  }

  .chip[aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
    color: var(--_text);
    font-weight: var(--_medium);
  }

  .facet {
    position: relative;
  }

  /* What is in between belongs to the browser, and hands nothing down. */
  .facet > * {
    box-sizing: border-box;
  }

  .facet summary {
    font-size: 0.9375em;
    font-weight: inherit;
    list-style: none;
  }

  .facet summary::-webkit-details-marker {
    display: none;
  }

  .facet summary::before {
    order: 1;
  }

  .facet fieldset {
    position: absolute;
    inset-block-start: calc(100% + var(--_space));
    inset-inline-start: 0;
    z-index: 2;
    inline-size: max-content;
    min-inline-size: 100%;
    max-inline-size: min(320px, 90cqi);
    max-block-size: 320px;
    margin: 0;
    padding: calc(2 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: auto;
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }

  .facet label {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target);
    padding-inline: var(--_space);
    border-radius: var(--_radius-small);
    overflow-wrap: anywhere;
  }

  .facet label:hover {
    background: var(--_hover);
  }

  .filters input,
  .batch input {
    accent-color: var(--_accent);
  }

  .batch {
    position: sticky;
    z-index: 1;
    inset-block-end: calc(2 * var(--_space));
    max-block-size: 40dvh;
    margin-block: calc(3 * var(--_space)) 0;
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    overflow: auto;
    border: 1px solid color-mix(in srgb, var(--_accent) 35%, var(--_surface));
    border-radius: var(--_radius-small);
    background: color-mix(in srgb, var(--_accent) 6%, var(--_surface));
    box-shadow: var(--_shadow);
  }

  .batch strong {
    margin-inline-end: calc(2 * var(--_space));
    font-weight: var(--_strong);
    font-variant-numeric: tabular-nums;
  }

  .batch .button {
    order: 1;
  }

  .batch .danger {
    color: var(--_critical);
  }

  .batch .danger[aria-disabled='true'] {
    color: var(--_muted);
  }

  .batch .why {
    flex: 1 1 100%;
    order: 2;
    font-size: 0.875em;
  }

  .history > .button {
    margin-block-start: calc(4 * var(--_space));
  }

  @container (width <= 30em) {
    .batch {
      gap: var(--_space);
      padding: calc(2 * var(--_space));
    }

    .batch .button {
      padding-inline: calc(2 * var(--_space));
    }
  }

  /* In so low a window it would leave no row to see. */
  @media (max-height: 480px) {
    .batch {
      position: static;
      max-block-size: none;
    }
  }

  /* Paper has what is listed, with whole identifiers, and nothing to press. */
  @media print {
    .button,
    .icon-button,
    .filters,
    .batch,
    .bar input,
    .sort::before,
    tr > .select,
    tr > .actions {
      display: none;
    }

    table thead {
      position: static;
    }

    td bdi,
    td bdi span {
      display: inline;
      white-space: normal;
    }
  }

  .batch-failed {
    margin-block-end: calc(3 * var(--_space));
  }

  .notice ul,
  .named {
    margin-block: var(--_space);
    padding-inline-start: calc(5 * var(--_space));
    overflow-wrap: anywhere;
  }

  .sort {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: var(--_least);
    margin: 0;
    padding: 0;
    border: none;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .sort::before {
    order: 1;
    opacity: 0;
  }

  .sort:is(:hover, :focus-visible, .mask-ascending, .mask-descending) {
    color: var(--_text);
  }

  .sort:is(:hover, :focus-visible)::before {
    opacity: 0.7;
  }

  .sort:is(.mask-ascending, .mask-descending)::before {
    opacity: 1;
  }

  :is(
    .mask-sort,
    .mask-ascending,
    .mask-descending,
    .mask-open,
    .mask-done,
    .mask-remove,
    .mask-suspend,
    .mask-enable,
    .mask-renew
  )::before {
    mask: url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 216 24" fill="none" stroke="%23000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="m21 16-4 4-4-4M17 20V4M3 8l4-4 4 4M7 4v16"/><path transform="translate(24)" d="m5 12 7-7 7 7M12 19V5"/><path transform="translate(48)" d="M12 5v14M19 12l-7 7-7-7"/><path transform="translate(72)" d="m6 9 6 6 6-6"/><path transform="translate(96)" d="M20 6 9 17l-5-5"/><path transform="translate(120)" d="M3 6h18M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2M10 11v6M14 11v6"/><path transform="translate(144)" d="M14 4h4v16h-4zM6 4h4v16H6z"/><path transform="translate(168)" d="m6 3 14 9-14 9z"/><path transform="translate(192)" d="M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8M21 3v5h-5M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16M8 16H3v5"/></svg>')
      0 / auto 16px;
  }

  .mask-ascending::before {
    mask-position: -16px;
  }

  .mask-descending::before {
    mask-position: -32px;
  }

  .mask-open::before {
    mask-position: -48px;
  }

  .mask-done::before {
    mask-position: -64px;
  }

  .mask-remove::before {
    mask-position: -80px;
  }

  .mask-suspend::before {
    mask-position: -96px;
  }

  .mask-enable::before {
    mask-position: -112px;
  }

  .mask-renew::before {
    mask-position: -128px;
  }

  .mask-remove:hover {
    color: var(--_critical);
  }

  .load-more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: calc(3 * var(--_space));
    margin-block-start: calc(3 * var(--_space));
    font-variant-numeric: tabular-nums;
  }

  .mask-done {
    color: var(--_positive);
  }

  .empty .button {
    margin-block-start: calc(3 * var(--_space));
  }

  thead {
    position: sticky;
    inset-block-start: var(--latchkey-credential-list-header-offset, 0);
    z-index: 1;
    background: var(--_surface);
  }

  .select label {
    display: inline-grid;
    place-items: center;
    min-inline-size: var(--_least);
    min-block-size: var(--_least);
    margin: -3px;
    vertical-align: middle;
  }

  .select input {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .mask-progress::before {
    animation: spin 1s linear infinite;
  }

  tbody tr:hover {
    background: color-mix(in srgb, var(--_hover) 50%, var(--_surface));
  }

  button.name:hover {
    text-decoration: underline;
  }

  td .reason {
    color: var(--_critical);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  /* What people wrote is read in its own direction, and stands where everything else does. */
  .name,
  .serves:not(.several),
  .environment,
  td .reason {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }

  .retry {
    min-block-size: var(--_small-target);
    font-size: 0.875em;
  }

  .grant {
    display: block;
  }

  .granted .serves {
    flex-grow: 2.6;
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

  /* No name is worth more lines than these. */
  .name {
    max-block-size: 200px;
    overflow: hidden;
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
    font-weight: var(--_medium);
  }

  .environments label {
    display: inline-flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target);
  }

  @container (width <= 56em) {
    /* What sorts stays in sight: who comes to it by keyboard must see it. */
    thead {
      position: static;
      background: none;
    }

    .sort::before {
      opacity: 0.7;
    }

    .bar input {
      inline-size: 100%;
    }
  }
`;
