import { paramOf, putParams, whenBack } from './address.js';
import { byId, element } from './dom.js';
import { failure } from './fill.js';
import { icon } from './icons.js';
import { addressOf } from './place.js';
import { marketplace, openPage } from './portal.js';
import { sessionBox } from './session-box.js';

const provider = document.querySelector('marketplace-provider');
let list;

/** Which environment the page is about: the one in its address, else the first. */
const chosenOf = (environments) => environments.find(({ id }) => id === paramOf('environment')) ?? environments[0];

/** The switch between the environments: links, so that each has an address of its own. */
function environmentLinks(environments, chosen, isConsumer, choose) {
  const links = environments.map(({ id, name, eligible, kind }) => {
    const link = element(
      'a',
      {
        href: addressOf('/access-keys.html', { environment: id }),
        'aria-current': id === chosen.id ? 'page' : undefined,
      },
      icon(kind === 'sandbox' ? 'sandbox' : 'box'),
      element('span', {}, name),
      isConsumer ? element('small', {}, eligible ? 'Open to you' : 'Not open to you') : undefined,
    );
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(id);
    });
    return link;
  });
  return element('nav', { className: 'choice', 'aria-label': 'Environments' }, ...links);
}

const forPartners = 'Keys here belong to partners. You have none: you decide about them at the provider desk.';

/** What the environment is, so that nobody takes one for the other. */
const banner = ({ kind, name }) =>
  kind === 'sandbox'
    ? element(
        'p',
        { className: 'notice caution banner' },
        icon('sandbox'),
        element(
          'span',
          {},
          `This is the ${name.toLowerCase()}: nothing in it reaches customers, and its keys do not work in production.`,
        ),
      )
    : undefined;

async function showEnvironment(session, environments) {
  const chosen = chosenOf(environments);
  const environment = chosen.id;
  list ??= element('credential-list', { creatable: session.teams.length > 0, withoutFilters: true });
  const choose = (id) => {
    putParams({ environment: id });
    void open(session).then(() => byId('environments').querySelector('[aria-current]').focus());
  };
  const { items: resources } = await marketplace.resources.list({ environment });
  if (chosenOf(environments) !== chosen) return; // somebody has gone on meanwhile
  provider.environment = environment;
  document.documentElement.dataset.environment = chosen.kind;
  const isConsumer = session.roles.includes('consumer');
  byId('environments').replaceChildren(environmentLinks(environments, chosen, isConsumer, choose));
  list.environment = environment;
  const keys = isConsumer || chosen.eligible ? list : element('p', { className: 'empty' }, forPartners);
  byId('keys').replaceChildren(...[banner(chosen), element('h2', {}, `${chosen.name} keys`), keys].filter(Boolean));
  const isOpen = chosen.eligible && resources.length > 0;
  byId('try').replaceChildren(...(isOpen ? [sessionBox(resources[0], session)] : []));
  byId('parts').hidden = !isOpen;
}

async function open(session) {
  try {
    const { items: environments } = await marketplace.environments.list();
    await showEnvironment(session, environments);
  } catch (error) {
    byId('keys').replaceChildren(failure(error, () => void open(session)));
  }
}

const session = await openPage();
whenBack(() => void open(session));
await open(session);
