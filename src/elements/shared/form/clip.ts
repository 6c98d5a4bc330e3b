/** Nobody reads more of a name, and a page that lays out all of it stands still meanwhile. */
const longest = 300;

/** A text of a marketplace, as much of it as a person would read: a name or label may be a megabyte long. */
export const clip = (text: string, most = longest): string => (text.length > most ? `${text.slice(0, most)}…` : text);
