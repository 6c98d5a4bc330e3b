import { keepView } from './list-view.js';
import { openPage } from './portal.js';

keepView(document.querySelector('access-request-list'));
await openPage();
