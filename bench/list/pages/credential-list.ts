// `<credential-list>` as a page has it: with everything on, over HTTP.
import '../../../src/elements/credential-list/define.js';
import { shown } from './painted.js';

Object.assign(globalThis, { shown });
