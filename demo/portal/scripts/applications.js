import { applicationCard, grid } from './cards.js';
import { byId, element } from './dom.js';
import { fill } from './fill.js';
import { addressOf } from './place.js';
import { marketplace, openPage, showParts } from './portal.js';
import { sentenceOf } from './words.js';

const applications = async () => {
  const cards = [];
  for await (const application of marketplace.applications.list()) cards.push(applicationCard('h2', application));
  if (cards.length > 0) return grid(...cards);
  return element('p', { className: 'empty' }, 'Your teams have no applications yet. Create the first one below.');
};

function prepareForm(teams) {
  const form = byId('create');
  const button = form.querySelector('button');
  byId('team').append(...teams.map(({ id, name }) => element('option', { value: id }, name)));
  byId('team-field').hidden = teams.length === 1;
  let intent = window.crypto.randomUUID();

  form.addEventListener('input', () => {
    intent = window.crypto.randomUUID(); // something else is meant now
    showNameError('');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void create();
  });

  function showNameError(text) {
    byId('name-error').textContent = text;
    byId('name').setAttribute('aria-invalid', String(text !== ''));
  }

  async function create() {
    const { name, teamId, description } = Object.fromEntries(new FormData(form));
    byId('failure').hidden = true;
    if (name.trim() === '') {
      showNameError('Enter a name.');
      byId('name').focus();
      return;
    }
    button.disabled = true;
    try {
      const made = await marketplace.applications.create(
        { name, teamId, ...(description.trim() === '' ? {} : { description }) },
        { idempotencyKey: intent },
      );
      location.assign(addressOf('/application.html', { id: made.id }));
    } catch (error) {
      byId('failure').textContent = `${sentenceOf(error)} What you entered is still here.`;
      byId('failure').hidden = false;
      button.disabled = false;
    }
  }
}

const session = await openPage();
if (session.teams.length > 0) {
  byId('creating').hidden = false;
  prepareForm(session.teams);
  await fill(byId('applications'), applications);
} else {
  const words = 'Applications belong to teams, and you are not in one. Decide about requests at the ';
  byId('applications').replaceChildren(
    element('p', { className: 'empty' }, words, element('a', { href: addressOf('/desk.html') }, 'provider desk'), '.'),
  );
}
showParts();
