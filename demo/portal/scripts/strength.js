const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/** How many guesses a secret takes at best, as a power of two, by its length and the kinds of characters in it. */
function bitsOf(secret) {
  const alphabet = [26, 26, 10, 33].filter((_, index) => kinds[index].test(secret)).reduce((a, b) => a + b, 0);
  const distinct = new Set(secret).size;
  return Math.min(secret.length, distinct * 2) * Math.log2(Math.max(alphabet, 2));
}

/** A hint on how hard a secret is to guess. It knows nothing of words and names, and promises nothing. */
export function strengthOf(secret) {
  const bits = bitsOf(secret);
  if (bits < 50) return 'Weak: easy to guess. Make it longer, or mix in other kinds of characters.';
  if (bits < 80) return 'Fair. A few more characters make it strong.';
  return 'Strong, unless it is made of words or names.';
}
