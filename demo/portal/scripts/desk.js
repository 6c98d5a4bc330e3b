import { paramOf, putParams, whenBack } from './address.js';
import { byHandCard, failedCard, subscriptionCard } from './desk-cards.js';
import { byId, element } from './dom.js';
import { exposureSwitch } from './exposure.js';
import { fill } from './fill.js';
import { follow } from './follow.js';
import { rememberFocus } from './keep-focus.js';
import { keepView } from './list-view.js';
import { addressOf, place } from './place.js';
import { marketplace, openPage } from './portal.js';
import { createTabs } from './tabs.js';
import { tiles } from './tiles.js';
import { countsOf, readWaiting, waitingSubjects } from './waiting.js';

function section(id, heading, words, content) {
  return element(
    'section',
    { className: 'section', 'aria-labelledby': id },
    element(
      'div',
      { className: 'section-head' },
      element('h2', { id, tabIndex: -1 }, heading),
      element('p', { className: 'muted' }, words),
    ),
    content,
  );
}

const cards = (made) => element('div', { className: 'grid wide' }, ...made);

/**
 * A part of the desk: `update` is told what waits, and shows its share of it anew only if that has changed.
 *
 * @param pick - Its share.
 * @param render - Makes nodes of it.
 */
function livePart(node, pick, render) {
  let shown;
  return {
    node,
    update(waiting) {
      const share = pick(waiting);
      if (JSON.stringify(share) === shown) return;
      shown = JSON.stringify(share);
      const giveBack = rememberFocus(node);
      node.replaceChildren(...[render(share)].flat());
      giveBack();
    },
  };
}

/** A section with a card for each thing in it. */
function cardSection({ id, heading, words, empty, pick }, makeCard) {
  const part = livePart(element('div', {}), pick, (found) =>
    found.length > 0 ? cards(found.map(makeCard)) : element('p', { className: 'empty' }, empty),
  );
  return { ...part, node: section(id, heading, words, part.node) };
}

const waitingSection = () =>
  section(
    'waiting',
    'Waiting for your decision',
    'Add a reason where it helps: the team sees it.',
    element('access-request-list', { 'pending-only': '', 'without-filters': '' }),
  );

/** Every request there is, to be searched and narrowed; access that was given can be taken back there. */
function offerAllRequests() {
  const panels = { desk: byId('desk'), requests: byId('requests') };
  for (const panel of Object.values(panels)) panel.setAttribute('role', 'tabpanel');
  panels.desk.setAttribute('aria-labelledby', 'open');
  panels.requests.setAttribute('aria-labelledby', 'all');
  panels.requests.replaceChildren(
    element('h2', { className: 'visually-hidden' }, 'All requests'),
    keepView(element('access-request-list')),
  );
  byId('tabs').hidden = false;
  byId('end').remove();
  const selectTab = createTabs(byId('tabs'), (tab) => putParams({ tab: tab === 'all' ? tab : undefined }));
  const show = () => selectTab(paramOf('tab') ?? 'open');
  whenBack(show);
  show();
}

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
      const { items } = await marketplace.resources.list({ limit: 200 });
      for (const resource of items) switches.get(resource.id)?.update(resource);
    } catch {
      // What is shown stays; the next event, or the next press of a switch, shows how it is.
    }
  });
  return section(
    'exposed',
    'Exposed APIs',
    'Keys can be created for an API, and calls reach it, only while it is exposed.',
    cards(rows),
  );
}

/** How much waits, with links to where it does; what this marketplace does not have is left out. */
function tally(hasRequests, hasSubscriptions) {
  const isThere = { waiting: hasRequests, subscriptions: hasSubscriptions };
  const pick = (waiting) => countsOf(waiting).filter(({ id }) => isThere[id] ?? true);
  return livePart(element('div', {}), pick, (counts) =>
    tiles(
      'What waits',
      counts.map(({ id, text, words, length }) => ({
        text,
        words,
        href: `#${id}`,
        tone: id === 'failed' && length > 0 ? 'critical' : '',
      })),
    ),
  );
}

/** The sections whose content is read by this page. */
const liveSections = (onDone) => ({
  subscriptions: cardSection(
    {
      id: 'subscriptions',
      heading: 'Subscriptions waiting for approval',
      words: 'Once its subscription is approved, a team can request access under it.',
      empty: 'No subscription waits for approval.',
      pick: ({ subscriptions }) => subscriptions,
    },
    (subscription) => subscriptionCard(subscription, () => onDone('subscriptions')),
  ),
  byHand: cardSection(
    {
      id: 'by-hand',
      heading: 'Credentials to set up by hand',
      words: 'The gateway sets up most credentials automatically. These need you.',
      empty: 'No credential waits to be set up.',
      pick: ({ byHand }) => byHand,
    },
    (credential) => byHandCard(credential, () => onDone('by-hand')),
  ),
  failed: cardSection(
    {
      id: 'failed',
      heading: 'Failed',
      words: 'The gateway could not set these up. The team can try again.',
      empty: 'Nothing has failed.',
      pick: ({ failed }) => failed,
    },
    failedCard,
  ),
});

async function showDesk() {
  const [waiting, { items: resources }, { items: products }] = await Promise.all([
    readWaiting(),
    marketplace.resources.list({ limit: 200 }),
    marketplace.products.list({ limit: 200 }),
  ]);
  const gated = resources.filter(({ exposed }) => exposed !== undefined);
  const hasRequests = resources.some(({ access }) => access.required);
  const hasSubscriptions = products.some(({ plans }) => plans.length > 0);
  const onDone = async (id) => {
    await refresh();
    byId(id).focus(); // what was pressed is no longer there
  };
  const counts = tally(hasRequests, hasSubscriptions);
  const { subscriptions, byHand, failed } = liveSections((id) => void onDone(id));
  const show = (latest) => [counts, subscriptions, byHand, failed].forEach((part) => part.update(latest));
  const refresh = async () => {
    try {
      show(await readWaiting());
    } catch {
      // What is shown stays until the next event.
    }
  };
  show(waiting);
  if (hasRequests) offerAllRequests();
  follow(waitingSubjects, () => void refresh());
  return [
    counts.node,
    hasRequests ? waitingSection() : undefined,
    hasSubscriptions ? subscriptions.node : undefined,
    gated.length > 0 ? exposureSection(gated) : undefined,
    byHand.node,
    failed.node,
  ].filter(Boolean);
}

function explainDesk() {
  const follows = place.pages.find(({ key }) => key === 'requests') ?? place.pages[0];
  return element(
    'div',
    { className: 'notice' },
    element('p', {}, element('strong', {}, 'This desk is for providers.')),
    element(
      'p',
      {},
      `In ${place.name} you use APIs. What is yours is under `,
      element('a', { href: addressOf(follows.address) }, follows.title),
      '.',
    ),
  );
}

const session = await openPage();
if (session.roles.includes('provider')) {
  await fill(byId('desk'), showDesk);
  // What the address points at was not there yet when the browser looked for it.
  const target = location.hash === '' ? null : byId(location.hash.slice(1));
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
} else byId('desk').replaceChildren(explainDesk());
