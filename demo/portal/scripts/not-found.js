import { openDoor } from './portal.js';
import { rememberedPerson } from './session-token.js';

openDoor(rememberedPerson());
