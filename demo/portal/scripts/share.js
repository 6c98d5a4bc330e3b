import { createMarketplaceClient, isApiError } from '/assets/latchkey/client.js';
import { callSnippet } from './call-snippet.js';
import { copyButton } from './copy-button.js';
import { byId, element, fact } from './dom.js';
import { failure } from './fill.js';
import { place } from './place.js';
import { openDoor } from './portal.js';
import { secretForm } from './share-form.js';
import { instantOf } from './words.js';

/** Shows a sentence about the link in place of everything else. */
function showNotice(heading, text, tone) {
  byId('share').replaceChildren(
    element(
      'div',
      { className: `notice ${tone}`, role: 'alert' },
      element('p', {}, element('strong', {}, heading)),
      element('p', {}, text),
    ),
  );
}

const showDeadLink = () =>
  showNotice(
    'This link does not work any more',
    'It has expired, or was withdrawn or replaced. Ask whoever sent it to you for a new one.',
    'critical',
  );

/**
 * The token of a link is in the fragment, which no server sees; it leaves the address bar before anything else happens.
 * A place on this page, where the skip link leads, is none.
 */
function takeToken() {
  const fragment = location.hash.slice(1);
  const token = byId(fragment) ? '' : fragment;
  if (token !== '') history.replaceState(undefined, '', location.pathname + location.search);
  return token;
}

const isDead = (error) => isApiError(error) && ['unauthenticated', 'forbidden', 'not-found'].includes(error.code);

function aboutKey({ name, resources, identifiers, scheme, expiresAt }) {
  const apis = resources.map((resource) => fact('API', resource.name, ' ', element('code', {}, resource.baseUrl)));
  const ids = identifiers.map(({ label, value }) =>
    fact(
      label,
      element(
        'span',
        { className: 'with-copy' },
        element('code', {}, value),
        copyButton(label, () => value),
      ),
    ),
  );
  return element(
    'section',
    { className: 'section', 'aria-labelledby': 'key-heading' },
    element('h2', { id: 'key-heading' }, name),
    element(
      'dl',
      { className: 'facts rows card' },
      ...apis,
      ...ids,
      fact('This link works until', instantOf(expiresAt)),
    ),
    ...(resources.length > 0
      ? [
          element('h3', {}, 'How to call it'),
          element(
            'p',
            { className: 'muted' },
            `Send the key’s ID in the header ${scheme.name} and the secret in ${scheme.secretName}.`,
          ),
          callSnippet(scheme, resources[0].baseUrl, identifiers[0]?.value),
        ]
      : []),
  );
}

async function open(token) {
  const holder = createMarketplaceClient({ baseUrl: `/api/${place.id}/v1`, token });
  try {
    const share = await holder.share.get();
    byId('share').replaceChildren(secretForm(holder, share, { onDead: showDeadLink, isDead }), aboutKey(share));
  } catch (error) {
    if (isDead(error)) showDeadLink();
    else byId('share').replaceChildren(failure(error, () => void open(token)));
  }
}

function start() {
  const token = takeToken();
  if (token !== '') void open(token);
  else
    showNotice(
      'Open the link that you were sent',
      'This page only opens from a share link. Open yours again from the message it came in.',
      'caution',
    );
}

openDoor();
addEventListener('hashchange', () => location.hash !== '' && !byId(location.hash.slice(1)) && start());
start();
