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
    border: 1px solid var(--_line);
    border-radius: var(--latchkey-credential-list-radius, var(--_radius));
    overflow: clip;
    background: var(--_surface);
    font-variant-numeric: tabular-nums;
    text-align: start;
  }

  tbody {
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(32 * 65px);
  }

  tbody:only-of-type {
    content-visibility: visible;
  }

  tr {
    display: flex;
    align-items: center;
    min-block-size: calc(16 * var(--_space));
    border-block-end: 1px solid var(--_line);
  }

  thead tr {
    min-block-size: calc(10 * var(--_space));
  }

  th,
  td {
    flex: 1.1 1 0;
    min-inline-size: 0;
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    text-align: start;
    font-weight: inherit;
    overflow-wrap: anywhere;
  }

  .title {
    flex-grow: 2.1;
  }

  .identifiers {
    flex-grow: 1.8;
  }

  .status,
  .serves {
    flex-grow: 1.5;
  }

  td.serves {
    white-space: pre-line;
  }

  /* As high as some filters are: one line of them, or as many as there are where that is narrow. */
  .room {
    block-size: max(44px, 160px - 13cqi);
  }

  .select {
    flex: 0 0 calc(11 * var(--_space));
    padding-inline-end: 0;
  }

  .actions {
    flex: 0 0 calc(5.5em + 16px + 9 * var(--_space) + var(--_target));
    padding-inline: 0 calc(2 * var(--_space));
  }

  .quick .actions {
    flex-basis: 13em;
  }

  table:not(.placed) .environment,
  table:not(.serving) .serves,
  table:not(.usage) .used,
  table:not(.expiry) .expires {
    display: none;
  }

  tbody:last-of-type > tr:last-child {
    border-block-end: none;
  }

  thead th {
    overflow-wrap: normal;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: var(--_medium);
  }

  td,
  thead .actions {
    font-size: 0.9375em;
  }

  .name {
    display: block;
    font-weight: var(--_strong);
    overflow-wrap: anywhere;
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
    overflow-wrap: anywhere;
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

  td.actions {
    display: flex;
    justify-content: flex-end;
    gap: var(--_space);
  }

  .actions .button {
    padding-inline: calc(2 * var(--_space));
    white-space: nowrap;
  }

  .skeleton tr {
    background: repeating-linear-gradient(90deg, var(--_line) 0 13%, transparent 0 22%) 16px / calc(100% - 32px) 12px
      no-repeat;
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

  @container (56em < width <= 72em) {
    .actions {
      flex-basis: calc(16px + 8 * var(--_space) + 2 * var(--_target));
    }

    .quick .actions {
      flex-basis: 8em;
    }

    .mask-eye {
      gap: 0;
      font-size: 0;
    }
  }

  @container (width <= 56em) {
    table {
      border: none;
      border-radius: 0;
      overflow: visible;
      background: none;
    }

    thead tr {
      flex-wrap: wrap;
      gap: 0 calc(5 * var(--_space));
      min-block-size: var(--_least);
      margin-block-end: calc(2 * var(--_space));
      border: none;
    }

    thead :is(th, td) {
      flex: none;
      padding: 0;
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
      contain-intrinsic-block-size: auto calc(32 * 240px);
    }

    tbody tr {
      position: relative;
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(2 * var(--_space));
      margin-block-end: calc(3 * var(--_space));
      padding: calc(4 * var(--_space));
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }

    tbody:last-of-type > tr:last-child {
      border-block-end: 1px solid var(--_line);
    }

    tbody :is(th, td) {
      padding: 0;
    }

    tbody td {
      display: grid;
      grid-template-columns: 6.5em minmax(0, 1fr);
      align-items: center;
      gap: var(--_space) calc(2 * var(--_space));
    }

    tbody th {
      padding-inline-end: 48px;
    }

    td::before {
      content: attr(data-label);
      color: var(--_muted);
      font-size: 0.875em;
    }

    tbody .identifiers:not(.muted) {
      grid-template-columns: 6.5em minmax(0, max-content) auto;
      column-gap: calc(2 * var(--_space));
    }

    tbody .status {
      column-gap: calc(2 * var(--_space));
    }

    bdi,
    .status > *,
    .serves > * {
      grid-column: 2;
    }

    .actions::before {
      content: none;
    }

    tbody .actions {
      display: flex;
      align-items: center;
    }

    .actions .button {
      flex: 0 1 20em;
      margin-inline-end: auto;
      border-color: var(--_line);
    }

    .actions .mask-more,
    tbody .select {
      position: absolute;
      inset-block-start: calc(3 * var(--_space));
      inset-inline-end: calc(3 * var(--_space));
    }

    tbody .select {
      inset-block-start: calc(4 * var(--_space));
      inset-inline-end: calc(14 * var(--_space));
      display: block;
    }
  }
`;
