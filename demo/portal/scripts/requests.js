import { openPage } from './portal.js';
import { followLists } from './request-panel.js';

await openPage();
followLists();
