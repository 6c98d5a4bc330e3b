import { breadcrumbs } from './breadcrumbs.js';
import { byId, element, tag } from './dom.js';
import { follow } from './follow.js';
import { openPanel } from './panel.js';
import { fill } from './fill.js';
import { applicationHistory } from './histories.js';
import { addressOf, setTitle } from './place.js';
import { marketplace, openPage } from './portal.js';
import { credentialForm, followLists } from './request-panel.js';
import { tryIt } from './try-it.js';
import { dayOf } from './words.js';

const applicationId = new URLSearchParams(location.search).get('id') ?? '';

/** The APIs that the application has ever asked for, each once; those it may call come first. */
async function resources() {
  const found = new Map();
  for await (const { resource, state } of marketplace.accessRequests.list({ applicationId }))
    if (!found.get(resource.id)) found.set(resource.id, state === 'active');
  const known = await Promise.all([...found.keys()].map((id) => marketplace.resources.get(id)));
  return known.sort((a, b) => Number(found.get(b.id)) - Number(found.get(a.id)));
}

/** The form stays as it was left until something came of it, so that closing the panel loses nothing. */
let form;

function createCredential(application) {
  if (!form) {
    const made = credentialForm(applicationId);
    made.addEventListener('credential-created', () => (form = undefined), { once: true });
    form = made;
  }
  openPanel('Create a credential', application.name, form);
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
  const products = element('a', { href: addressOf('/products.html') }, 'product');
  const words = 'This application has no access to any API yet. Ask for it on the page of a ';
  return element('p', { className: 'empty' }, words, products, '.');
}

function offerCredentials(application, session) {
  const list = element('credential-list', { 'application-id': applicationId });
  list.addEventListener('credential-replace', () => createCredential(application));
  byId('credentials').replaceChildren(list);
  byId('create').hidden = !session.roles.includes('consumer');
  byId('create').addEventListener('click', () => createCredential(application));
}

async function showApplication(session) {
  const application = await marketplace.applications.get(applicationId);
  const { name, description, owner, createdAt } = application;
  setTitle(name);
  byId('parts').hidden = false;
  offerCredentials(application, session);
  byId('access').replaceChildren(element('access-request-list', { 'application-id': applicationId }));
  byId('history').replaceChildren(applicationHistory(applicationId));
  follow(['access-request'], () => void fill(byId('try'), () => offerCalls(session)));
  return [
    breadcrumbs({ name: 'Applications', address: addressOf('/applications.html') }, name),
    element('h1', {}, name),
    ...(description === undefined ? [] : [element('p', {}, description)]),
    element('ul', { className: 'tags' }, tag(`Team ${owner.name}`), tag(`Since ${dayOf(createdAt)}`)),
  ];
}

const session = await openPage();
followLists();
void fill(byId('head'), () => showApplication(session));
