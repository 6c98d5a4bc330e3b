import { createMarketplaceClient } from '/assets/latchkey/client.js';
import { element } from './dom.js';
import { failure } from './fill.js';
import { languageMenu } from './language-menu.js';
import { desk } from './marketplaces.js';
import { personMenu } from './person-menu.js';
import { addressOf, place } from './place.js';
import { currentToken, rememberedPerson, rememberPerson } from './session-token.js';
import { switcher } from './switcher.js';
import { themeSwitch } from './theme-switch.js';

/** The marketplace as the signed-in person may use it. The page and all elements in it share this client. */
export const marketplace = createMarketplaceClient({
  baseUrl: `/api/${place.id}/v1`,
  token: currentToken,
});

for (const provider of document.querySelectorAll('marketplace-provider')) provider.marketplace = marketplace;

const pages = [...place.pages, desk];

function brand() {
  const isHome = location.pathname === '/' || location.pathname === '/index.html';
  return element(
    'a',
    { className: 'brand', href: addressOf('/'), 'aria-current': isHome ? 'page' : undefined },
    element('img', { src: '/icon.svg', width: 32, height: 32, alt: '' }),
    element('span', { className: 'brand-name' }, 'Acme'),
    element('span', { className: 'visually-hidden' }, ' home'),
  );
}

/** Whether a link leads to this page, or to the one above it; `/page` is `page.html`. */
function currentOf(address, below) {
  const here = location.pathname.replace(/\/([^./]+)$/, '/$1.html');
  if (here === address) return 'page';
  return here === below ? 'true' : undefined;
}

function navigation(session) {
  const links = pages
    .filter(({ role }) => role === undefined || session.roles.includes(role))
    .map(({ address, below, title }) =>
      element('a', { href: addressOf(address), 'aria-current': currentOf(address, below) }, title),
    );
  return element('nav', { className: 'site-nav', 'aria-label': 'Main' }, ...links);
}

/** The menus of whoever is signed in; that of the languages is made anew when one was chosen. */
function tools(session) {
  const made = element('div', { className: 'site-tools' });
  const show = () => made.replaceChildren(languageMenu(again), personMenu(session));
  const again = () => {
    show();
    made.querySelector('.language summary').focus();
  };
  show();
  return made;
}

/** Shows the header, for whoever is signed in. */
function showHeader(session) {
  const header = document.querySelector('.site-header');
  const forPerson = session ? [switcher(), navigation(session), tools(session)] : [];
  header.replaceChildren(element('div', { className: 'site-header-content' }, brand(), ...forPerson));
  // Where there is no room for all of them, the page's own is in sight.
  header.querySelector('.site-nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/**
 * Puts the header and the footer on the page.
 *
 * @param person - Who is signed in, as far as that is known; without, there is all that everybody can see.
 */
export function openDoor(person) {
  showHeader(person);
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
  const known = rememberedPerson();
  openDoor(known);
  try {
    const session = await marketplace.session.get();
    if (JSON.stringify(rememberPerson(session)) !== JSON.stringify(known)) showHeader(session);
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
