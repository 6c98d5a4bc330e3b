import { addressOf } from './place.js';
import { forgetPerson } from './session-token.js';

/** Signs the person out and leaves for the sign-in page; answers `false` if that did not work. */
export async function signOut() {
  try {
    const answer = await fetch('/demo/sign-out', { method: 'POST' });
    if (!answer.ok) return false;
  } catch {
    return false;
  }
  forgetPerson();
  location.assign(`/sign-in.html?${new URLSearchParams({ next: addressOf('/') })}`);
  return true;
}
