import { speak } from './languages.js';
import { keepView } from './list-view.js';
import { openPage } from './portal.js';

keepView(speak(document.querySelector('access-request-list')));
await openPage();
