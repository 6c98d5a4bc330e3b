import { byId, element } from './dom.js';
import { fill } from './fill.js';
import { keepView } from './list-view.js';
import { marketplace, openPage } from './portal.js';
import { tryIt } from './try-it.js';

async function showCredentials(session) {
  const [{ blocked }, { items: resources }] = await Promise.all([
    marketplace.credentials.options(),
    marketplace.resources.list(),
  ]);
  // Who has no business with credentials is told so by the list; what goes with them is not for them either.
  if (blocked === undefined) {
    byId('try').replaceChildren(tryIt(resources, session));
    byId('parts').hidden = false;
  }
  const list = element('credential-list', {
    creatable: session.teams.length > 0,
    gated: true,
    selectable: true,
    'quick-actions': 'remove',
  });
  return keepView(list);
}

const session = await openPage();
void fill(byId('credentials'), () => showCredentials(session));
