/** Half of a character: no language can hold it in a text that it sends. */
const halves = /\p{Surrogate}/gu;

/** What is not seen, ends a line for some parser, or turns the direction of writing: code that hides what it says. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

const whole = (text: string): string => text.replace(halves, '\ufffd');

/** Written out; but for what takes two units, which no two of the languages write alike. */
const escaped = (text: string): string =>
  text.replace(invisible, (one) => (one.length > 1 ? one : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`));

/**
 * A text between double quotes, as JavaScript, Python, Go, Java and C# read it alike. Java reads `\u000a` as a line end
 * before it looks at quotes: line ends, quotes and backslashes have escapes of their own here.
 */
export const quotedText = (text: string): string => escaped(JSON.stringify(whole(text)));

/** A text as one word of a shell: nothing in it is expanded. What cannot be seen is written out, for bash, zsh and ksh. */
export function quotedWord(text: string): string {
  const word = whole(text);
  if (word.search(invisible) < 0) return `'${word.replaceAll("'", String.raw`'\''`)}'`;
  return `$'${escaped(word.replace(/[\\']/g, String.raw`\$&`))}'`;
}
