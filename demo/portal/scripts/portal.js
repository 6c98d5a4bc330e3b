import { createMarketplaceClient } from '/assets/latchkey/client.js';
import { element } from './dom.js';
import { failure } from './fill.js';
import { languageMenu } from './language-menu.js';
import { language, word } from './languages.js';
import { personMenu } from './person-menu.js';
import { addressOf, place } from './place.js';
import { currentToken } from './session-token.js';
import { switcher } from './switcher.js';
import { themeSwitch } from './theme-switch.js';

/** The marketplace as the signed-in person may use it. The page and all elements in it share this client. */
export const marketplace = createMarketplaceClient({
  baseUrl: `/api/${place.id}/v1`,
  token: currentToken,
});

for (const provider of document.querySelectorAll('marketplace-provider')) provider.marketplace = marketplace;

const pages = [...place.pages, { address: '/desk.html', key: 'desk', role: 'provider' }];

function brand() {
  const isHome = location.pathname === '/' || location.pathname === '/index.html';
  return element(
    'a',
    { className: 'brand', href: addressOf('/'), 'aria-current': isHome ? 'page' : undefined },
    element('img', { src: '/icon.svg', width: 32, height: 32, alt: '' }),
    element('span', { className: 'brand-name' }, 'Acme'),
    element('span', { className: 'visually-hidden', lang: language() }, ` ${word('home')}`),
  );
}

function navigation(session) {
  const links = pages
    .filter(({ role }) => role === undefined || session.roles.includes(role))
    .map(({ address, key }) =>
      element(
        'a',
        {
          href: addressOf(address),
          lang: language(),
          'aria-current': address === location.pathname ? 'page' : undefined,
        },
        word(key),
      ),
    );
  return element('nav', { className: 'site-nav', 'aria-label': word('main') }, ...links);
}

/** Shows the header, for whoever is signed in; anew in another language when that was chosen. */
function showHeader(session) {
  const header = document.querySelector('.site-header');
  const languages = languageMenu(() => {
    showHeader(session);
    header.querySelector('.language summary').focus();
  });
  const forPerson = session ? [switcher(), navigation(session)] : [];
  header.replaceChildren(
    element(
      'div',
      { className: 'site-header-content' },
      brand(),
      ...forPerson,
      element('div', { className: 'site-tools' }, languages, session ? personMenu(session) : undefined),
    ),
  );
  // Where there is no room for all of them, the page's own is in sight.
  header.querySelector('.site-nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Puts the header without a person and the footer on the page: all there is before somebody is signed in. */
export function openDoor() {
  showHeader();
  const isDoor = document.querySelector('.site-header.door') !== null;
  document
    .querySelector('.site-footer')
    .replaceChildren(
      element('p', {}, `${place.name} is part of a demo of Latchkey: nothing in it is a real product.`),
      ...(isDoor ? [themeSwitch()] : []),
    );
}

/**
 * Opens a page for whoever is signed in; everybody else is sent to sign in and comes back.
 *
 * @returns The session.
 */
export async function openPage() {
  openDoor();
  try {
    const session = await marketplace.session.get();
    showHeader(session);
    return session;
  } catch (error) {
    const heading = element('h1', {}, 'This page could not be opened');
    document.getElementById('main').replaceChildren(
      element('div', { className: 'page-head' }, heading),
      failure(error, () => location.reload()),
    );
    return new Promise(() => undefined); // there is nothing more to do on this page
  }
}

/** Shows the parts of a page that were held back until all in them is there, so that nothing moves. */
export function showParts() {
  document.getElementById('loading').remove();
  document.getElementById('parts').hidden = false;
}
