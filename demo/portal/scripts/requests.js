import { byId } from './dom.js';
import { requestHistory } from './histories.js';
import { openPage } from './portal.js';
import { followLists } from './request-panel.js';

await openPage();
followLists();
byId('history').replaceChildren(requestHistory());
