/** The looks of the other two tables: as much as it takes to be one, and no more. */
export const tableStyles = `
  :host { display: block; font: inherit; color: CanvasText; }
  table { display: block; border: 1px solid color-mix(in srgb, CanvasText 15%, Canvas); border-radius: 10px; }
  thead, tbody { display: block; }
  tr {
    display: grid;
    grid-template-columns: 32px 2fr 2fr 1fr 1fr 1fr 1fr 1fr 180px;
    gap: 12px;
    align-items: center;
    padding: 10px 16px;
    border-top: 1px solid color-mix(in srgb, CanvasText 12%, Canvas);
  }
  th, td { padding: 0; text-align: start; font-weight: inherit; min-width: 0; }
  .block { content-visibility: auto; contain-intrinsic-size: auto 2800px; }
  .mono { font-family: ui-monospace, monospace; font-size: 0.9em; }
  .muted { color: color-mix(in srgb, CanvasText 65%, Canvas); }
  .kind { display: block; font-size: 0.85em; }
  .badge { padding: 2px 8px; border-radius: 99px; background: color-mix(in srgb, CanvasText 8%, Canvas); }
  .badge::before { content: '● '; }
  .actions { text-align: end; }
  button { font: inherit; }
`;
