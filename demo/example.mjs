// `npm run example`: installs what is missing, then runs demo/example.ts.
import { launch } from '../.ci/launch.mjs';
import { prepare } from '../.ci/prepare.mjs';

prepare();
launch('demo/example.ts');
