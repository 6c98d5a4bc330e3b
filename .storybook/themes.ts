import brand from '../stories/themes/brand.css?raw';
import enterprise from '../stories/themes/enterprise.css?raw';
import page from '../stories/themes/page.css?raw';
import plain from '../stories/themes/plain.css?raw';

/** The example themes, by the value of `data-theme` that puts them on. */
export const themes = { plain, enterprise, brand } as const;

/** Makes the themes known to a document. A sheet of its own: a strict policy allows no style element. */
export function adoptThemes(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...Object.values(themes), page].join('\n'));
  document.adoptedStyleSheets.push(sheet);
}
