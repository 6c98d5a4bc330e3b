import { css } from 'lit';

export const styles = css`
  .frame {
    container-type: inline-size;
    position: relative;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(3 * var(--_space));
    min-block-size: 36px;
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

  thead {
    position: sticky;
    inset-block-start: var(--latchkey-credential-list-header-offset, 0);
    z-index: 1;
    background: var(--_surface);
  }

  tbody {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 3200px;
  }

  tbody:only-of-type,
  tbody.skeleton {
    content-visibility: visible;
  }

  tr {
    --_columns: minmax(0, 2.1fr) minmax(0, 1.8fr) minmax(0, 1.4fr) minmax(7em, 1fr);
    display: grid;
    grid-template-columns: var(--_columns) 10.5em;
    align-items: center;
    min-block-size: 64px;
    border-block-end: 1px solid var(--_line);
  }

  thead tr {
    min-block-size: 40px;
  }

  .usage tr,
  .expiry tr {
    grid-template-columns: var(--_columns) minmax(7em, 1fr) 10.5em;
  }

  .usage.expiry tr {
    grid-template-columns: var(--_columns) minmax(7em, 1fr) minmax(7em, 1fr) 10.5em;
  }

  tbody:last-of-type > tr:last-child {
    border-block-end: none;
  }

  tbody tr:hover {
    background: color-mix(in srgb, var(--_hover) 50%, var(--_surface));
  }

  th,
  td {
    min-inline-size: 0;
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    text-align: start;
    font-weight: inherit;
  }

  thead th {
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 500;
  }

  td {
    font-size: 0.9375em;
  }

  .name {
    display: block;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  button.name {
    padding: 0;
    border: none;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  .kind {
    display: block;
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  .identifier {
    display: flex;
    align-items: center;
    gap: var(--_space);
  }

  .identifier bdi {
    min-inline-size: 0;
    white-space: nowrap;
    overflow: hidden;
  }

  .head {
    display: inline-block;
    max-inline-size: calc(100% - 4ch + 1px);
    overflow: hidden;
    text-overflow: ellipsis;
    vertical-align: bottom;
  }

  .identifier .icon-button {
    flex: none;
    min-inline-size: max(28px, var(--_target) - 4px);
    min-block-size: max(28px, var(--_target) - 4px);
  }

  .status {
    display: grid;
    justify-items: start;
    gap: var(--_space);
  }

  .reason {
    color: var(--_critical);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  .retry {
    min-block-size: max(28px, var(--_target) - 4px);
    font-size: 0.875em;
  }

  .soon {
    color: var(--_caution);
    font-weight: 500;
  }

  .actions {
    display: flex;
    justify-content: flex-end;
    gap: var(--_space);
    padding-inline: 0 calc(2 * var(--_space));
  }

  .actions .button {
    padding-inline: calc(2 * var(--_space));
    white-space: nowrap;
  }

  .bone {
    display: block;
    inline-size: 60%;
    block-size: 12px;
    border-radius: var(--_radius-small);
    background: var(--_line);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.4;
    }
  }

  .empty {
    padding: calc(10 * var(--_space)) calc(4 * var(--_space));
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    text-align: center;
  }

  .empty strong {
    display: block;
    font-weight: 600;
  }

  .empty .button {
    margin-block-start: calc(3 * var(--_space));
  }

  @container (760px < width <= 1000px) {
    tr {
      --_columns: minmax(0, 2fr) minmax(0, 1.6fr) minmax(0, 1.4fr);
      grid-template-columns: var(--_columns) 5.5em;
    }

    .usage tr,
    .expiry tr {
      grid-template-columns: var(--_columns) minmax(6.5em, 1fr) 5.5em;
    }

    .usage.expiry tr {
      grid-template-columns: var(--_columns) minmax(6.5em, 1fr) minmax(6.5em, 1fr) 5.5em;
    }

    .created {
      display: none;
    }

    .actions .button span {
      position: absolute;
      clip-path: inset(50%);
    }
  }

  @container (width <= 760px) {
    table {
      border: none;
      border-radius: 0;
      overflow: visible;
      background: none;
    }

    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .usage tbody tr,
    .expiry tbody tr,
    .usage.expiry tbody tr,
    tbody tr {
      position: relative;
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

    tbody th,
    tbody td {
      display: grid;
      grid-template-columns: 6.5em minmax(0, 1fr);
      align-items: center;
      gap: calc(2 * var(--_space));
      padding: 0;
    }

    tbody th {
      display: block;
      padding-inline-end: 48px;
    }

    td::before {
      content: attr(data-label);
      color: var(--_muted);
      font-size: 0.875em;
    }

    td > :not(:first-child) {
      grid-column: 2;
    }

    tbody .status {
      gap: var(--_space) calc(2 * var(--_space));
    }

    tbody .actions {
      display: block;
      padding: 0;
    }

    tbody .actions:not(:has(.button)) {
      margin-block-start: calc(-2 * var(--_space));
    }

    .actions::before {
      display: none;
    }

    .actions .button {
      inline-size: 100%;
      border-color: var(--_line);
    }

    .actions .icon-button {
      position: absolute;
      inset-block-start: calc(3 * var(--_space));
      inset-inline-end: calc(3 * var(--_space));
    }
  }
`;
