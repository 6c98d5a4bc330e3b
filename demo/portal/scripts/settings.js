import { byId, element, fact } from './dom.js';
import { fill } from './fill.js';
import { marketplaces } from './marketplaces.js';
import { openPage, showParts } from './portal.js';
import { signOut } from './sign-out.js';
import { themeSwitch } from './theme-switch.js';
import { instantOf, listOf, standingOf } from './words.js';

const hourMs = 3_600_000;

const lengths = new Intl.NumberFormat('en', { style: 'unit', unit: 'hour', unitDisplay: 'long' });

async function clock() {
  const answer = await fetch('/demo/clock');
  if (!answer.ok) throw new Error('no clock');
  const { now, aheadMs } = await answer.json();
  const ahead =
    aheadMs === 0 ? 'The same as the real time.' : `Moved forward by ${lengths.format(Math.round(aheadMs / hourMs))}.`;
  return [element('p', { className: 'clock-face' }, instantOf(now)), element('p', { className: 'muted' }, ahead)];
}

async function move(hours) {
  byId('failure').hidden = true;
  try {
    const answer = await fetch('/demo/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advanceMs: hours * hourMs }),
    });
    if (!answer.ok) throw new Error('not moved');
  } catch {
    byId('failure').textContent = 'The clock could not be moved. Try again.';
    byId('failure').hidden = false;
  }
  await fill(byId('clock'), clock);
}

/** A role as it is read: `partner-gold` is "Partner gold". */
const roleName = (role) => {
  const words = role.replaceAll('-', ' ');
  return words[0].toUpperCase() + words.slice(1);
};

/** The brands of the marketplaces, as colours beside their names. */
const palette = () =>
  element(
    'ul',
    { className: 'palette' },
    ...marketplaces.map(({ id, name }) =>
      element(
        'li',
        {},
        element('span', { className: 'swatch', 'data-brand': id, 'aria-hidden': 'true' }),
        element('span', {}, name),
      ),
    ),
  );

const session = await openPage();

byId('person').replaceChildren(
  element(
    'dl',
    { className: 'facts rows' },
    fact('Name', session.user.name),
    fact('Acting for', standingOf(session)),
    fact('Marketplace', session.marketplace.name),
    fact('Roles in this marketplace', listOf(session.roles.map(roleName))),
  ),
);
byId('sign-out').addEventListener('click', async () => {
  byId('sign-out-failure').hidden = true;
  byId('sign-out-failure').hidden = await signOut();
});
byId('theme').append(themeSwitch());
byId('palette').append(palette());
for (const button of document.querySelectorAll('[data-hours]'))
  button.addEventListener('click', () => void move(Number(button.dataset.hours)));
await fill(byId('clock'), clock);
showParts();
