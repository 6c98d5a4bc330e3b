import { byId, element } from './dom.js';
import { failure } from './fill.js';
import { credentialHistory } from './histories.js';
import { addressOf } from './place.js';
import { marketplace, openPage } from './portal.js';
import { sessionBox } from './session-box.js';

/** Which environment the page is about: the one in its address, else the first. */
const askedId = new URLSearchParams(location.search).get('environment');

function environmentLinks(environments, chosen) {
  const links = environments.map(({ id, name, eligible }) =>
    element(
      'a',
      {
        href: addressOf('/access-keys.html', { environment: id }),
        'aria-current': id === chosen.id ? 'page' : undefined,
      },
      element('span', {}, name),
      element('small', {}, eligible ? 'Open to you' : 'Not open to you'),
    ),
  );
  return element('nav', { className: 'choice', 'aria-label': 'Environments' }, ...links);
}

async function showEnvironment(session) {
  const { items: environments } = await marketplace.environments.list();
  const chosen = environments.find(({ id }) => id === askedId) ?? environments[0];
  const environment = chosen.id;
  const { items: resources } = await marketplace.resources.list({ environment });
  byId('environments').replaceChildren(environmentLinks(environments, chosen));
  byId('keys').replaceChildren(
    element('h2', {}, `Keys of ${chosen.name}`),
    element('credential-list', { environment, creatable: session.teams.length > 0 }),
  );
  if (!chosen.eligible || resources.length === 0) return;
  byId('try').replaceChildren(sessionBox(resources[0], session));
  byId('history').replaceChildren(credentialHistory({ environment }));
  byId('parts').hidden = false;
}

async function open(session) {
  try {
    await showEnvironment(session);
  } catch (error) {
    byId('environments').replaceChildren(failure(error, () => void open(session)));
  }
}

await open(await openPage());
