import { cardLink } from './cards.js';
import { byId, element, tag } from './dom.js';
import { fillWith } from './fill.js';
import { follow } from './follow.js';
import { icon } from './icons.js';
import { marketplaces } from './marketplaces.js';
import { addressOf, place, startOf } from './place.js';
import { marketplace, openPage, showParts } from './portal.js';
import { tiles } from './tiles.js';
import { countsOf, readWaiting, waitingSubjects } from './waiting.js';

function marketplaceCard(offered) {
  const tags = [tag(`Rules of ${offered.rules}`)];
  if (offered === place) tags.push(tag('You are here', 'positive'));
  const card = cardLink(
    'h3',
    offered.name,
    startOf(offered),
    element(
      'ul',
      { className: 'checks' },
      ...offered.special.map((text) => element('li', {}, icon('check'), element('span', {}, text))),
    ),
    element('div', { className: 'card-foot' }, element('ul', { className: 'tags' }, ...tags)),
  );
  card.dataset.brand = offered.id;
  return card;
}

/** How many there are of a facet's value. */
const countOf = ({ facets = [] }, field, value) =>
  facets.find((facet) => facet.field === field)?.values.find((one) => one.value === value)?.count ?? 0;

const either = (count, one, several) => (count === 1 ? one : several);

/** What a person's teams have, and what of it deserves a look. */
async function readGlance() {
  const [credentials, requests] = await Promise.all([
    marketplace.credentials.list({ limit: 1, facets: ['state', 'risk'] }),
    marketplace.accessRequests.list({ limit: 1, facets: ['state'] }),
  ]);
  const risk = (value, words, tone) => ({ value, words, tone, count: countOf(credentials, 'risk', value) });
  const total = credentials.total ?? credentials.items.length;
  const pending = countOf(requests, 'state', 'pending');
  if (total === 0 && pending === 0) return [];
  return [
    { text: `${total}`, words: either(total, 'credential', 'credentials'), href: addressOf('/credentials.html') },
    ...[
      risk('expiring', 'expiring in 30 days', 'caution'),
      risk('expired', 'expired', 'critical'),
      risk('unused', 'never used', ''),
    ].map(({ value, words, tone, count }) => ({
      text: `${count}`,
      words,
      tone: count > 0 ? tone : '',
      href: addressOf('/credentials.html', { risk: value }),
    })),
    {
      text: `${pending}`,
      words: either(pending, 'request in review', 'requests in review'),
      href: addressOf('/requests.html', { state: 'pending' }),
    },
  ];
}

function waitingTiles(waiting) {
  const counts = countsOf(waiting).filter(({ length }) => length > 0);
  if (counts.length === 0)
    return element(
      'p',
      { className: 'empty' },
      `Nothing is waiting for you in ${place.name}. New requests appear here.`,
    );
  return tiles(
    'What waits for you',
    counts.map(({ id, text, words }) => ({ text, words, href: addressOf(`/desk.html#${id}`) })),
  );
}

const showWaiting = () => fillWith(byId('waiting'), readWaiting, waitingTiles);
const glance = (counts) =>
  counts.length > 0
    ? tiles('What your teams have', counts)
    : element(
        'p',
        { className: 'empty' },
        'Your teams have no credentials yet. ',
        element('a', { href: addressOf('/products.html') }, 'Find an API'),
        ' and request access to it.',
      );

const showGlance = () => fillWith(byId('counts'), readGlance, glance);

const { roles } = await openPage();
const isProvider = roles.includes('provider');
const hasGlance = roles.includes('consumer') && place.pages.some(({ key }) => key === 'credentials');
byId('marketplaces').replaceChildren(...marketplaces.map(marketplaceCard));
byId('desk').hidden = !isProvider;
byId('glance').hidden = !hasGlance;
if (isProvider) await showWaiting();
if (hasGlance) await showGlance();
showParts();
if (isProvider) follow(waitingSubjects, () => void showWaiting());
if (hasGlance) follow(['credential', 'access-request', 'clock'], () => void showGlance());
