import { createMarketplaceClient } from '/assets/latchkey/client.js';
import { element } from './dom.js';
import { failure } from './fill.js';
import { addressOf, place } from './place.js';
import { currentToken } from './session-token.js';
import { switcher } from './switcher.js';
import { themeSwitch } from './theme-switch.js';
import { initialsOf, standingOf } from './words.js';

/** The marketplace as the signed-in person may use it. The page and all elements in it share this client. */
export const marketplace = createMarketplaceClient({
  baseUrl: `/api/${place.id}/v1`,
  token: currentToken,
});

for (const provider of document.querySelectorAll('marketplace-provider')) provider.marketplace = marketplace;

const pages = [
  ...place.pages,
  { address: '/desk.html', name: 'Provider desk', role: 'provider' },
  { address: '/settings.html', name: 'Settings' },
];

function brand() {
  const mark = element('img', { src: '/icon.svg', width: 32, height: 32, alt: '' });
  const isHome = location.pathname === '/' || location.pathname === '/index.html';
  return element(
    'a',
    { className: 'brand', href: addressOf('/'), 'aria-current': isHome ? 'page' : undefined },
    mark,
    element('span', { className: 'brand-name' }, 'Acme'),
    element('span', { className: 'visually-hidden' }, ' home'),
  );
}

function navigation(session) {
  const links = pages
    .filter(({ role }) => role === undefined || session.roles.includes(role))
    .map(({ address, name }) => {
      const current = address === location.pathname;
      return element('a', { href: addressOf(address), 'aria-current': current ? 'page' : undefined }, name);
    });
  return element('nav', { className: 'site-nav', 'aria-label': 'Main' }, ...links);
}

function person(session) {
  const { name } = session.user;
  return element(
    'a',
    { className: 'person', href: addressOf('/settings.html') },
    element('span', { className: 'avatar', 'aria-hidden': 'true' }, initialsOf(name)),
    element('span', {}, name, element('small', {}, standingOf(session))),
  );
}

function showHeader(...content) {
  document
    .querySelector('.site-header')
    .replaceChildren(element('div', { className: 'site-header-content' }, ...content));
}

/** Puts the header without a person and the footer on the page: all there is before somebody is signed in. */
export function openDoor() {
  showHeader(brand());
  document
    .querySelector('.site-footer')
    .replaceChildren(element('p', {}, 'A demo of Latchkey. Nothing here is a real product.'));
  // Settings has its own place for the theme.
  (document.getElementById('theme') ?? document.querySelector('.site-footer')).append(themeSwitch());
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
    showHeader(brand(), switcher(), navigation(session), person(session));
    return session;
  } catch (error) {
    const heading = element('h1', {}, 'This page could not be opened');
    document.getElementById('main').replaceChildren(
      heading,
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
