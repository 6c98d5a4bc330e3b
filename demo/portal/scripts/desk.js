import { byHandCard, failedCard, subscriptionCard } from './desk-cards.js';
import { byId, element } from './dom.js';
import { exposureSwitch } from './exposure.js';
import { fill, fillWith } from './fill.js';
import { follow } from './follow.js';
import { addressOf, place } from './place.js';
import { marketplace, openPage } from './portal.js';
import { countWaiting, credentialsByHand, failures, waitingSubscriptions } from './waiting.js';

const decided = 'provisioning active rejected revoked withdrawn error';

function section(id, heading, words, content) {
  return element(
    'section',
    { className: 'section', 'aria-labelledby': id },
    element('h2', { id, tabIndex: -1 }, heading),
    element('p', { className: 'muted' }, words),
    content,
  );
}

const nothing = (text) => element('p', { className: 'empty' }, text);
const cards = (made) => element('div', { className: 'grid wide' }, ...made);

/**
 * A part of the desk that reads what is in it, as it is at any time.
 *
 * @param subjects - What it listens to.
 * @param render - Makes nodes of what was read. Gets a function to call when something was done.
 */
function livePart(id, subjects, read, render) {
  const part = element('div', {}, element('div', { className: 'skeleton short' }));
  const refresh = () => fillWith(part, read, (found) => render(found, onDone));
  const onDone = async () => {
    await refresh();
    byId(id)?.focus(); // what was pressed is no longer there
  };
  follow([...subjects, 'clock'], () => void refresh());
  return part;
}

const decidedList = () => {
  const empty = element('span', { slot: 'empty' }, 'Nothing has been decided yet.');
  return element('access-request-list', { states: decided }, empty);
};

const waitingSection = () =>
  section(
    'waiting',
    'Waiting for your decision',
    'Give a reason where it helps: the team sees it.',
    element('access-request-list', { 'pending-only': '' }),
  );

const decidedSection = () =>
  section('decided', 'Decided', 'Access that was given can be taken back at any time.', decidedList());

const subscriptionsSection = () =>
  section(
    'subscriptions',
    'Subscriptions waiting for approval',
    'A team can ask for access under a subscription once it is approved.',
    livePart('subscriptions', ['subscription'], waitingSubscriptions, (found, onDone) =>
      found.length > 0
        ? cards(found.map((subscription) => subscriptionCard(subscription, onDone)))
        : nothing('No subscription waits for approval.'),
    ),
  );

const byHandSection = () =>
  section(
    'by-hand',
    'Credentials to set up by hand',
    'The gateway sets up most credentials by itself. These wait for you.',
    livePart('by-hand', ['credential'], credentialsByHand, (found, onDone) =>
      found.length > 0
        ? cards(found.map((credential) => byHandCard(credential, onDone)))
        : nothing('No credential waits to be set up.'),
    ),
  );

const failedSection = () =>
  section(
    'failed',
    'Failed',
    'What could not be set up on the gateway. Whoever asked for it can have it tried again.',
    livePart('failed', ['credential', 'access-request'], failures, ({ credentials, requests }) =>
      credentials.length + requests.length > 0
        ? cards([...credentials, ...requests].map(failedCard))
        : nothing('Nothing has failed.'),
    ),
  );

/** The APIs that are open for keys and calls, or not (SPEC I1). */
function exposureSection(resources) {
  const switches = new Map(resources.map((resource) => [resource.id, exposureSwitch(resource)]));
  const rows = resources.map(({ id, name, description }) =>
    element(
      'article',
      { className: 'card' },
      element('div', { className: 'section-head' }, element('h3', {}, name), switches.get(id).node),
      element('p', { className: 'muted' }, description ?? ''),
    ),
  );
  follow(['resource'], async () => {
    try {
      const { items } = await marketplace.resources.list();
      for (const resource of items) switches.get(resource.id)?.update(resource);
    } catch {
      // What is shown stays; the next event, or the next press of a switch, shows how it is.
    }
  });
  return section('exposed', 'Exposed APIs', 'An API takes keys and calls only while it is exposed.', cards(rows));
}

function tally() {
  const list = element('ul', { className: 'tally', 'aria-label': 'What waits' });
  const render = (counts) =>
    counts
      .filter(({ id }) => byId(id)) // what there is in this marketplace
      .map(({ id, count, isMore, words }) => {
        const number = element('span', { className: 'count' }, `${count}${isMore ? '+' : ''}`);
        return element('li', {}, element('a', { href: `#${id}` }, number, ` ${words}`));
      });
  const read = async () => (await countWaiting()).map(({ words, ...rest }) => ({ ...rest, words: words(rest.count) }));
  follow(['access-request', 'subscription', 'credential', 'clock'], () => void fillWith(list, read, render));
  return list;
}

async function showDesk() {
  const [{ items: resources }, { items: products }] = await Promise.all([
    marketplace.resources.list({ limit: 200 }),
    marketplace.products.list({ limit: 200 }),
  ]);
  const gated = resources.filter(({ exposed }) => exposed !== undefined);
  const hasRequests = resources.some(({ access }) => access.required);
  return [
    tally(),
    hasRequests ? waitingSection() : undefined,
    products.some(({ plans }) => plans.length > 0) ? subscriptionsSection() : undefined,
    gated.length > 0 ? exposureSection(gated) : undefined,
    byHandSection(),
    failedSection(),
    hasRequests ? decidedSection() : undefined,
  ].filter(Boolean);
}

function explainDesk() {
  const follows = place.pages.find(({ address }) => address === '/requests.html') ?? place.pages[0];
  return element(
    'div',
    { className: 'notice' },
    element('p', {}, element('strong', {}, 'This desk is for providers.')),
    element(
      'p',
      {},
      `In ${place.name} you are here as somebody who uses APIs. What is yours is under `,
      element('a', { href: addressOf(follows.address) }, follows.name),
      '.',
    ),
  );
}

const session = await openPage();
if (session.roles.includes('provider')) void fill(byId('desk'), showDesk);
else byId('desk').replaceChildren(explainDesk());
