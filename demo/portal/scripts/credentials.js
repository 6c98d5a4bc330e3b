import { byId, element } from './dom.js';
import { keepView } from './list-view.js';
import { openPage } from './portal.js';

const { roles } = await openPage();
if (roles.includes('provider'))
  byId('lead').textContent = 'The credentials of all teams, whichever application they belong to.';
const list = element('credential-list', {
  creatable: roles.includes('consumer'),
  selectable: true,
  paging: 'pages',
  pageSize: 25,
});
byId('credentials').replaceChildren(keepView(list));
