import { paramOf } from './address.js';
import { byId, element, fact } from './dom.js';
import { callSnippet } from './call-snippet.js';
import { exposureSwitch } from './exposure.js';
import { failure, fillWith } from './fill.js';
import { follow } from './follow.js';
import { icon } from './icons.js';
import { keepView } from './list-view.js';
import { addressOf } from './place.js';
import { marketplace, openPage, showParts } from './portal.js';
import { tryIt } from './try-it.js';

/** Which API the page is about: the one in its address, else the first. */
const askedId = paramOf('api');

function apiLinks(resources, chosen) {
  const links = resources.map(({ id, name, exposed }) =>
    element(
      'a',
      { href: addressOf('/api-keys.html', { api: id }), 'aria-current': id === chosen.id ? 'page' : undefined },
      icon('api'),
      element('span', {}, name),
      element('small', {}, exposed ? 'Exposed' : 'Not exposed'),
    ),
  );
  return element('nav', { className: 'choice', 'aria-label': 'APIs' }, ...links);
}

function about({ name, description, apiVersion, baseUrl }, { node }) {
  return element(
    'section',
    { className: 'card', 'aria-labelledby': 'api-heading' },
    element(
      'div',
      { className: 'section-head' },
      element(
        'div',
        {},
        element('h2', { id: 'api-heading' }, name),
        element('p', { className: 'muted' }, description ?? ''),
      ),
      node,
    ),
    element(
      'dl',
      { className: 'facts' },
      ...(apiVersion ? [fact('Version', apiVersion)] : []),
      fact('Address', element('code', {}, baseUrl)),
    ),
  );
}

/** The keys for one audience: the list of them, with how many there may be, and a button that makes one. */
const keys = (resource, audience, session, empty) =>
  keepView(
    element(
      'credential-list',
      {
        audience,
        'resource-id': resource.id,
        'share-url': '/share',
        creatable: session.teams.length > 0,
      },
      element('span', { slot: 'empty', className: 'muted' }, empty),
    ),
    `${audience}-`,
  );

function howToCall({ credentialTypes, baseUrl }) {
  const { scheme } = credentialTypes[0];
  return element(
    'div',
    { className: 'card' },
    element(
      'p',
      {},
      'Send the key’s ID in the header ',
      element('code', {}, scheme.name),
      ' and its secret in ',
      element('code', {}, scheme.secretName),
      '. Leave the secret out for a key that has none yet.',
    ),
    callSnippet(scheme, baseUrl),
  );
}

async function showApi(session) {
  const { items } = await marketplace.resources.list();
  const chosen = items.find(({ id }) => id === askedId) ?? items[0];
  if (!chosen) {
    byId('loading').replaceChildren(element('p', { className: 'empty' }, 'There are no APIs here yet.'));
    return;
  }
  const gate = exposureSwitch(chosen);
  byId('apis').replaceChildren(apiLinks(items, chosen));
  byId('api').replaceChildren(about(chosen, gate));
  byId('inside').replaceChildren(keys(chosen, 'internal', session, 'No keys for your organisation yet.'));
  byId('outside').replaceChildren(keys(chosen, 'external', session, 'No keys for people outside yet.'));
  byId('call').replaceChildren(howToCall(chosen));
  byId('try').replaceChildren(tryIt([chosen], session));
  showParts();
  const read = async () => (await marketplace.resources.list()).items;
  const show = (now) => {
    gate.update(now.find(({ id }) => id === chosen.id) ?? chosen);
    return apiLinks(now, chosen);
  };
  follow(['resource'], () => void fillWith(byId('apis'), read, show));
}

async function open(session) {
  try {
    await showApi(session);
  } catch (error) {
    byId('loading').replaceChildren(failure(error, () => void open(session)));
  }
}

await open(await openPage());
