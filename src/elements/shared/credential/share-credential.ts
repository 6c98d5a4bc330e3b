import { html, type LitElement } from 'lit';
import type { Credential } from '../../../contract/credential.js';
import type { ShareLink } from '../../../contract/share.js';
import { adoptStyles } from '../adopt-styles.js';
import { confirmAction } from '../confirm-dialog.js';
import { describeError } from '../describe-error.js';
import { duration } from '../duration.js';
import { renderField, renderFieldset } from '../form/field.js';
import { renderOptions } from '../form/options.js';
import { guarded } from '../guarded.js';
import { newIntent } from '../intent.js';
import { choiceStyles } from '../styles/choice.styles.js';
import { guardedStyles } from '../styles/guarded.styles.js';
import { hasMovedOn, type ActionPlace, type ActionWords } from './credential-actions.js';
import { CredentialFailedEvent, CredentialSharedEvent } from './credential-events.js';

/** The address of a share link: the token is in the fragment, which no server ever sees. */
function linkTo(shareUrl: string, { token }: ShareLink): string {
  const url = new URL(shareUrl, document.baseURI);
  url.hash = token;
  return url.href;
}

const dayMs = 86_400_000;
/** How long a link can work. */
const lifetimesMs = [dayMs, 7 * dayMs, 30 * dayMs];
/** What a marketplace takes unless told. */
const usualLifetimeMs = 7 * dayMs;

/** Makes a link on which somebody outside sets the secret, and shows it once (SPEC I2, S9). */
export async function shareCredential(
  host: LitElement,
  words: ActionWords,
  credential: Credential,
  place: ActionPlace,
): Promise<void> {
  const { id, name, shareUntil } = credential;
  let idempotencyKey = newIntent();
  let lifetimeMs = usualLifetimeMs;
  adoptStyles(host, [choiceStyles, guardedStyles]);
  const choose = (ms: string): void => {
    lifetimeMs = Number(ms);
    // Another lifetime is another wish.
    idempotencyKey = newIntent();
  };
  let link: ShareLink | undefined;
  await confirmAction(host, words, () => ({
    heading: words.term('shareHeading', name),
    body: html`<p>${words.term('shareBody')}</p>
      ${shareUntil === undefined ? '' : html`<p>${words.term('shareAgain')}</p>`}
      ${renderFieldset(
        { id: 'share-lifetime', label: words.term('shareLifetime') },
        renderOptions({
          name: 'share-lifetime',
          options: lifetimesMs.map((ms) => {
            const until = words.date(place.marketplace.now() + ms, { time: true });
            const lines = [words.term('shareUntil', until)];
            return { id: String(ms), name: duration(words.language, ms), allowed: true, lines };
          }),
          chosen: String(lifetimeMs),
          choose,
        }),
      )}`,
    confirmLabel: words.term('shareMake'),
    run: async (signal) => {
      try {
        const params = lifetimeMs === usualLifetimeMs ? {} : { lifetimeMs };
        link = await place.marketplace.credentials.share(id, params, { signal, idempotencyKey });
      } catch (error) {
        if (!signal.aborted) {
          if (hasMovedOn(error)) await place.reread();
          host.dispatchEvent(new CredentialFailedEvent({ credential, action: 'share', error }));
        }
        throw error;
      }
    },
    describe: (error) => describeError(words, error),
    isFinal: hasMovedOn,
  }));
  if (!link) return;
  await place.reread();
  host.dispatchEvent(new CredentialSharedEvent({ credential: place.current() ?? credential }));
  await showLink(host, words, name, link, place);
}

/** Copying is what closes it, once the browser has done it. */
async function showLink(
  host: LitElement,
  words: ActionWords,
  name: string,
  link: ShareLink,
  { shareUrl = '', announce }: ActionPlace,
): Promise<void> {
  const address = linkTo(shareUrl, link);
  const outcome = await confirmAction(host, words, () => ({
    heading: words.term('shareLinkHeading', name),
    body: html`<p>${words.term('shareLinkBody', words.date(link.expiresAt, { time: true }))}</p>
      ${renderField(
        { id: 'share-link', label: words.term('shareLink') },
        html`<input
          id="share-link"
          class="mono"
          dir="ltr"
          readonly
          ${guarded()}
          .value=${address}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        />`,
      )}`,
    confirmLabel: words.term('shareCopy'),
    cancelLabel: words.term('close'),
    run: async () => {
      try {
        await navigator.clipboard.writeText(address);
      } catch (error) {
        host.renderRoot.querySelector<HTMLInputElement>('#share-link')?.focus();
        throw error;
      }
    },
    describe: () => words.term('copyFailed'),
  }));
  if (outcome === 'confirmed') announce(words.term('copiedNamed', words.term('shareLink')));
}
