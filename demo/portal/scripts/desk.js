import { byId, element } from './dom.js';
import { openPage } from './portal.js';

const decided = 'provisioning active rejected revoked withdrawn error';

function section(id, heading, words, list) {
  return element(
    'section',
    { className: 'section', 'aria-labelledby': id },
    element('h2', { id }, heading),
    element('p', { className: 'muted' }, words),
    list,
  );
}

const waitingList = () => element('access-request-list', { 'pending-only': '' });

const decidedList = () => {
  const empty = element('span', { slot: 'empty' }, 'Nothing has been decided yet.');
  return element('access-request-list', { states: decided }, empty);
};

const session = await openPage();

if (session.roles.includes('provider')) {
  byId('desk').className = 'parts';
  byId('desk').replaceChildren(
    section('waiting', 'Waiting for your decision', 'Give a reason where it helps: the team sees it.', waitingList()),
    section('decided', 'Decided', 'Access that was given can be taken back at any time.', decidedList()),
  );
} else {
  byId('desk').replaceChildren(
    element(
      'div',
      { className: 'notice' },
      element('p', {}, element('strong', {}, 'This desk is for providers.')),
      element(
        'p',
        {},
        'You are here as somebody who asks for access. What your teams have asked for is under ',
        element('a', { href: '/requests.html' }, 'Requests'),
        '.',
      ),
    ),
  );
}
