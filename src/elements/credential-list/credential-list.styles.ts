import { css } from 'lit';

export const styles = css`
  .frame {
    --_small-target: max(var(--_least), var(--_target) - 4px);
    container-type: inline-size;
    position: relative;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(3 * var(--_space));
    min-block-size: var(--_field);
    margin-block-end: calc(2 * var(--_space));
  }

  .bar .count {
    flex: 1 1 auto;
  }

  .notice {
    margin-block-end: calc(3 * var(--_space));
  }

  [hidden] {
    display: none !important;
  }

  table,
  thead,
  tbody {
    display: block;
  }

  table {
    font-variant-numeric: tabular-nums;
  }

  tbody {
    content-visibility: auto;
  }

  tbody:only-of-type {
    content-visibility: visible;
  }

  tr {
    display: flex;
    align-items: center;
  }

  th,
  td {
    min-inline-size: 0;
    padding: 0;
    text-align: start;
    font-weight: inherit;
    overflow-wrap: anywhere;
  }

  /* What is in it stands for the filters. */
  .room {
    display: flex;
    flex-wrap: wrap;
  }

  .room i {
    block-size: calc(var(--_target) + 10px);
    inline-size: 8em;
  }

  table:not(.placed) .environment,
  table:not(.serving) .serves,
  table:not(.usage) .used,
  table:not(.expiry) .expires {
    display: none;
  }

  thead th {
    overflow-wrap: normal;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: var(--_medium);
  }

  td {
    font-size: 0.9375em;
  }

  .name {
    display: block;
    font-weight: var(--_strong);
  }

  button.name {
    min-block-size: var(--_least);
    padding: 0;
    border: none;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: var(--_strong);
    cursor: pointer;
  }

  .kind {
    display: block;
    font-size: 0.875em;
  }

  td.identifiers:not(.muted) {
    display: grid;
    grid-template-columns: minmax(0, max-content) auto;
    justify-content: start;
    align-items: center;
    column-gap: var(--_space);
  }

  td bdi {
    min-inline-size: 0;
    white-space: nowrap;
    overflow: hidden;
  }

  td bdi span {
    display: inline-block;
    max-inline-size: calc(100% - 4ch + 1px);
    overflow: hidden;
    text-overflow: ellipsis;
    vertical-align: bottom;
  }

  td.identifiers .mask {
    min-inline-size: var(--_small-target);
    min-block-size: var(--_small-target);
  }

  td.status {
    display: grid;
    justify-items: start;
    gap: var(--_space);
  }

  .soon {
    color: var(--_caution);
    font-weight: var(--_medium);
  }

  /* Where there is no room for its word, that is in a line of its own, out of sight. */
  .mask-eye {
    flex-wrap: wrap;
    block-size: var(--_target);
    padding: 0 calc(2 * var(--_space));
    overflow: hidden;
    white-space: nowrap;
  }

  .mask-eye::before {
    margin-block: calc(var(--_target) / 2 - 9px);
  }

  .skeleton td {
    block-size: 40px;
    padding-block: 14px;
    background: var(--_line) content-box;
    forced-color-adjust: none;
  }

  .empty {
    padding: calc(10 * var(--_space)) calc(4 * var(--_space));
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    text-align: center;
  }

  .empty strong {
    display: block;
    font-weight: var(--_strong);
  }

  @container (width > 56em) {
    table {
      border: 1px solid var(--_line);
      border-radius: var(--latchkey-credential-list-radius, var(--_radius));
      overflow: clip;
      background: var(--_surface);
    }

    tbody {
      contain-intrinsic-block-size: auto 2080px;
    }

    tbody tr {
      min-block-size: calc(16 * var(--_space));
      border-block-start: 1px solid var(--_line);
    }

    thead tr {
      min-block-size: calc(10 * var(--_space));
    }

    th,
    td {
      flex: 1.2 1 0;
      padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    }

    .title {
      flex-grow: 2.2;
    }

    .identifiers {
      flex-grow: 1.7;
    }

    .status,
    .used,
    .expires {
      flex-grow: 1.5;
    }

    .select {
      flex: 0 0 calc(11 * var(--_space));
      padding-inline-end: 0;
    }

    .actions {
      flex: 0 0 15%;
      padding-inline: 0 calc(2 * var(--_space));
    }

    .quick .actions {
      flex-basis: 21%;
    }

    td.actions {
      display: flex;
      justify-content: flex-end;
      gap: var(--_space);
    }
  }

  @container (width <= 56em) {
    thead tr {
      flex-wrap: wrap;
      gap: 0 calc(3 * var(--_space));
      min-block-size: var(--_least);
      margin-block-end: calc(2 * var(--_space));
    }

    /* The place of what sorts and selects. */
    thead tr :not(:has(*)) {
      padding-inline-end: 20px;
    }

    .line {
      block-size: 46px;
    }

    thead th:not(.select, .title, .used, .expires) {
      position: absolute;
      clip-path: inset(50%);
    }

    tbody {
      contain-intrinsic-block-size: auto 7680px;
    }

    tbody tr {
      flex-wrap: wrap;
      gap: calc(2 * var(--_space));
      margin-block-end: calc(3 * var(--_space));
      padding: calc(4 * var(--_space));
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }

    tbody th {
      flex: 1;
    }

    td:not(.select) {
      flex-basis: 100%;
    }

    td[data-label] {
      display: grid;
      grid-template-columns: 6.5em minmax(0, 1fr);
      align-items: center;
      gap: var(--_space) calc(2 * var(--_space));
    }

    td[data-label]::before {
      content: attr(data-label);
      color: var(--_muted);
      font-size: 0.875em;
    }

    td[data-label]:empty {
      display: none;
    }

    tbody .identifiers:not(.muted) {
      grid-template-columns: 6.5em minmax(0, max-content) auto;
      column-gap: calc(2 * var(--_space));
    }

    bdi,
    .status > *,
    .serves > * {
      grid-column: 2;
    }

    /* What is in it has places of its own: the menu beside the name, small buttons beside what is last. */
    tbody .actions {
      display: contents;
    }

    td.expires,
    table:not(.expiry) td.used {
      flex: 1 1 12em;
    }

    .select,
    .title,
    .mask-more {
      order: -1;
    }

    .mask-eye {
      flex: 0 1 20em;
      order: 1;
      border-color: var(--_line);
    }
  }
`;
