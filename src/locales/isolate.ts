/**
 * A name inside a sentence that is written the other way: neither turns the other, nor moves its punctuation. In markup
 * that is `<bdi>`; a sentence goes into labels and announcements, too, so it brings the characters that say the same.
 * Not for what is proposed as a name or typed to confirm: there they would be part of it.
 */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
