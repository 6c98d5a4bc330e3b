import { paramOf } from './address.js';
import { breadcrumbs } from './breadcrumbs.js';
import { meta, nothingYet } from './cards.js';
import { createInPanel } from './credential-panel.js';
import { byId, element } from './dom.js';
import { follow } from './follow.js';
import { fill } from './fill.js';
import { keepView } from './list-view.js';
import { addressOf, setTitle } from './place.js';
import { marketplace, openPage } from './portal.js';
import { tryIt } from './try-it.js';
import { dayOf } from './words.js';

const applicationId = paramOf('id') ?? '';

/** The APIs that the application has ever asked for, each once; those it may call come first. */
async function resources() {
  const found = new Map();
  for await (const { resource, state } of marketplace.accessRequests.list({ applicationId }))
    if (!found.get(resource.id)) found.set(resource.id, state === 'active');
  const known = await Promise.all([...found.keys()].map((id) => marketplace.resources.get(id)));
  return known.sort((a, b) => Number(found.get(b.id)) - Number(found.get(a.id)));
}

async function offerCalls(session) {
  const known = await resources();
  const offer = known.map(({ id }) => id).join(' ');
  // What is filled in there stays as long as the choice is the same.
  if (byId('try').firstElementChild?.dataset.offer === offer) return undefined;
  const content = known.length > 0 ? tryIt(known, session) : nothingToTry();
  content.dataset.offer = offer;
  return content;
}

function nothingToTry() {
  const find = element('a', { href: addressOf('/products.html') }, 'Find an API');
  const words = 'This application has no access to any API yet. ';
  return element('p', { className: 'empty' }, words, find, ' and request access to try it here.');
}

const findApi = (heading, words) => nothingYet(heading, words, addressOf('/products.html'), 'Find an API');

function credentialList(session) {
  const list = element(
    'credential-list',
    { 'application-id': applicationId, creatable: session.roles.includes('consumer'), selectable: true },
    findApi('No credentials yet', 'A credential lets this application call an API that it has access to.'),
  );
  return createInPanel(list, applicationId);
}

const requestList = () =>
  element(
    'access-request-list',
    { 'application-id': applicationId, 'without-filters': '' },
    findApi('No access requests yet', 'Request access to an API, and follow the request here.'),
  );

async function showApplication(session) {
  const { name, description, owner, createdAt } = await marketplace.applications.get(applicationId);
  setTitle(name);
  byId('parts').hidden = false;
  byId('credentials').replaceChildren(keepView(credentialList(session)));
  byId('access').replaceChildren(requestList());
  follow(['access-request'], () => void fill(byId('try'), () => offerCalls(session)));
  return [
    breadcrumbs('applications', name),
    element('h1', {}, name),
    ...(description === undefined ? [] : [element('p', {}, description)]),
    meta(['team', `Team ${owner.name}`], ['day', `Since ${dayOf(createdAt)}`]),
  ];
}

const session = await openPage();
void fill(byId('head'), () => showApplication(session));
