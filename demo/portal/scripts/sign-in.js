import { byId, element } from './dom.js';
import { fill } from './fill.js';
import { addressOf } from './place.js';
import { openDoor } from './portal.js';
import { rememberPerson } from './session-token.js';
import { initialsOf, standingOf } from './words.js';

/** Where to go afterwards: an address of this portal, never one of somebody else; home, unless asked. */
function destination() {
  const home = addressOf('/');
  const asked = new URL(new URLSearchParams(location.search).get('next') ?? home, location.origin);
  return asked.origin === location.origin ? asked.pathname + asked.search : home;
}

async function signIn(personId) {
  byId('failure').hidden = true;
  try {
    const answer = await fetch('/demo/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId }),
    });
    if (!answer.ok) throw new Error('not signed in');
    const { name, teams, roles } = await answer.json();
    rememberPerson({ user: { name }, teams, roles });
    location.replace(destination());
  } catch {
    byId('failure').textContent = 'Signing in did not work. Try again.';
    byId('failure').hidden = false;
  }
}

/** People whose teams have been here for a while. */
const settled = ['mira', 'jonas'];

function personButton(person) {
  return element(
    'li',
    {},
    element(
      'button',
      { className: 'person-button', type: 'button', onclick: () => void signIn(person.id) },
      element('span', { className: 'avatar', 'aria-hidden': 'true' }, initialsOf(person.name)),
      element(
        'span',
        {},
        element('span', { className: 'name' }, person.name),
        element('span', { className: 'muted small' }, `${standingOf(person)}: ${duty(person)}`),
      ),
    ),
  );
}

const duty = ({ id, roles }) => {
  if (roles.includes('provider')) return 'decides who gets access, in every marketplace';
  if (settled.includes(id)) return 'months of applications, keys and requests';
  return 'no access or credentials yet';
};

/** People side by side under a heading; nothing if there is nobody. */
const group = (heading, people) =>
  people.length > 0
    ? [
        element(
          'section',
          { className: 'section' },
          element('h2', {}, heading),
          element('ul', { className: 'people' }, ...people.map(personButton)),
        ),
      ]
    : [];

openDoor();
void fill(byId('people'), async () => {
  const answer = await fetch('/demo/people');
  if (!answer.ok) throw new Error('no people');
  const people = await answer.json();
  const isProvider = ({ roles }) => roles.includes('provider');
  const isSettled = ({ id }) => settled.includes(id);
  return element(
    'div',
    { className: 'parts' },
    ...group('Look around', people.filter(isSettled)),
    ...group(
      'Start from the beginning',
      people.filter((person) => !isSettled(person) && !isProvider(person)),
    ),
    ...group('Decide for the provider', people.filter(isProvider)),
  );
});
