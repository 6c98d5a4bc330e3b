// `npm start`: from a clean clone to a running demo. Installs, builds the browser bundle, then runs the server.
import { ensureCdn } from '../.ci/cdn.mjs';
import { launch } from '../.ci/launch.mjs';
import { prepare } from '../.ci/prepare.mjs';

prepare();
ensureCdn();
launch('demo/server/main.ts');
