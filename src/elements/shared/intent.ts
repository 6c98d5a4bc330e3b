/**
 * A fresh idempotency key: make one when a person asks for something, keep it while that same wish is tried again.
 * Works on pages without a secure context too, unlike `crypto.randomUUID`.
 */
export const newIntent = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
