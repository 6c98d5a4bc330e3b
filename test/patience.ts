/**
 * How long a test outside of the browser waits for what is to come, in milliseconds: on a busy machine a page takes half a
 * minute to load. Nobody waits longer than it takes.
 */
export const patienceMs = 60_000;
