import { byId, element } from './dom.js';
import { fill } from './fill.js';
import { openDoor } from './portal.js';
import { rememberSignIn } from './session-token.js';
import { initialsOf, standingOf } from './words.js';

/** Where to go afterwards: an address of this portal, never one of somebody else. */
function destination() {
  const asked = new URL(new URLSearchParams(location.search).get('next') ?? '/', location.origin);
  return asked.origin === location.origin ? asked.pathname + asked.search : '/';
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
    rememberSignIn(true);
    location.replace(destination());
  } catch {
    byId('failure').textContent = 'Signing in did not work. Try again.';
    byId('failure').hidden = false;
  }
}

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

const duty = ({ teams, roles }) => {
  if (roles.includes('provider')) return 'decides who gets access';
  return teams.length > 1 ? 'works for several teams' : 'builds applications';
};

openDoor();
void fill(byId('people'), async () => {
  const answer = await fetch('/demo/people');
  if (!answer.ok) throw new Error('no people');
  return element('ul', { className: 'people' }, ...(await answer.json()).map(personButton));
});
