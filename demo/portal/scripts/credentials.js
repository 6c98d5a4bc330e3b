import { nothingYet } from './cards.js';
import { createInPanel } from './credential-panel.js';
import { byId, element } from './dom.js';
import { keepView } from './list-view.js';
import { addressOf } from './place.js';
import { openPage } from './portal.js';

const { roles } = await openPage();
const isConsumer = roles.includes('consumer');
if (roles.includes('provider')) byId('lead').textContent = 'Every team’s credentials, across all applications.';
const empty = nothingYet(
  'No credentials yet',
  'A credential lets an application call an API that it has access to.',
  addressOf('/products.html'),
  'Find an API',
);
const list = element(
  'credential-list',
  { creatable: isConsumer, selectable: true, paging: 'pages', pageSize: 25 },
  isConsumer ? empty : undefined,
);
byId('credentials').replaceChildren(keepView(createInPanel(list)));
