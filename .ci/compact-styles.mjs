// A Vite plugin for the builds: the styles of elements without their comments and indentation.

/** White space that means nothing in CSS; that around `+`, `-` and `(` may. */
const compact = (css) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();

/**
 * Rewrites the text of the `css` templates in `*.styles.ts`; what is put into them (`${…}`) stays where it is.
 * @returns {import('vite').Plugin}
 */
export const compactStyles = () => ({
  name: 'compact-styles',
  enforce: 'pre',
  transform(code, id) {
    if (!/\.styles\.ts$/.test(id)) return undefined;
    const text = code.replace(/\bcss`((?:[^`\\$]|\$(?!\{)|\\.|\$\{[^}]*\})*)`/g, (_, css) => `css\`${compact(css)}\``);
    return text === code ? undefined : { code: text, map: null };
  },
});
