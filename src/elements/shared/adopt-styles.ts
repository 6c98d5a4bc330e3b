import type { CSSResult, LitElement } from 'lit';

/** Adds styles to an element whose contents were extended by a part loaded on demand. Once each. */
export function adoptStyles(host: LitElement, styles: readonly CSSResult[]): void {
  const root = host.renderRoot as ShadowRoot;
  const sheets = styles
    .map(({ styleSheet }) => styleSheet)
    .filter((sheet): sheet is CSSStyleSheet => sheet !== undefined);
  const added = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  if (added.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...added];
}
