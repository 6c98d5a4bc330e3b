import { cardLink } from './cards.js';
import { byId, element, tag } from './dom.js';
import { fillWith } from './fill.js';
import { follow } from './follow.js';
import { marketplaces } from './marketplaces.js';
import { addressOf, place, startOf } from './place.js';
import { openPage, showParts } from './portal.js';
import { countsOf, readWaiting, waitingSubjects } from './waiting.js';

function marketplaceCard(marketplace) {
  const tags = [tag(`Rules of ${marketplace.rules}`)];
  if (marketplace === place) tags.push(tag('You are here', 'positive'));
  return cardLink(
    'h3',
    marketplace.name,
    startOf(marketplace),
    element('p', { className: 'muted' }, marketplace.special),
    element('ul', { className: 'tags' }, ...tags),
  );
}

function waitingCard(waiting) {
  const counts = countsOf(waiting).filter(({ length }) => length > 0);
  const desk = element('p', {}, element('a', { href: addressOf('/desk.html') }, 'Go to the provider desk'));
  if (counts.length === 0)
    return [element('p', {}, `Nothing waits in ${place.name}. What comes appears here by itself.`), desk];
  const lines = counts.map(({ text, words }) =>
    element('p', {}, element('span', { className: 'count' }, text), ` ${words}`),
  );
  return [element('div', { className: 'counts' }, ...lines), desk];
}

const showWaiting = () => fillWith(byId('waiting'), readWaiting, waitingCard);

const { roles } = await openPage();
const isProvider = roles.includes('provider');
byId('marketplaces').replaceChildren(...marketplaces.map(marketplaceCard));
byId('desk').hidden = !isProvider;
if (isProvider) await showWaiting();
showParts();
if (isProvider) follow(waitingSubjects, () => void showWaiting());
