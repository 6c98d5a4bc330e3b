import { disclosure } from './disclosure.js';
import { element } from './dom.js';
import { icon } from './icons.js';
import { addressOf } from './place.js';
import { signOut } from './sign-out.js';
import { themeSwitch } from './theme-switch.js';
import { initialsOf, standingOf } from './words.js';

/** Who is signed in, and what is theirs alone: settings, the theme, the way out. */
export function personMenu(session) {
  const { name } = session.user;
  const failure = element('p', { className: 'menu-note', role: 'alert' });
  const leave = element('button', { type: 'button' }, icon('leave'), 'Sign out');
  leave.addEventListener('click', async () => {
    if (!(await signOut())) failure.textContent = 'You are still signed in: signing out did not work. Try again.';
  });
  return disclosure(
    'person',
    [
      element('span', { className: 'avatar', 'aria-hidden': 'true' }, initialsOf(name)),
      element('span', { className: 'menu-name' }, name, element('small', {}, standingOf(session))),
      icon('down'),
    ],
    element(
      'div',
      { className: 'menu-list' },
      element('p', { className: 'menu-head' }, element('strong', {}, name), element('small', {}, standingOf(session))),
      element(
        'ul',
        { className: 'menu-entries' },
        element('li', {}, element('a', { href: addressOf('/settings.html') }, icon('settings'), 'Settings')),
        element('li', {}, leave),
      ),
      failure,
      themeSwitch(),
    ),
  );
}
