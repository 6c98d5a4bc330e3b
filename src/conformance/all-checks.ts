import type { CheckDefinition } from './check.js';
import { accessEndChecks } from './checks/access-end.js';
import { accessRequestChecks } from './checks/access-requests.js';
import { actionChecks } from './checks/actions.js';
import { canaryChecks } from './checks/canary.js';
import { changeChecks } from './checks/changes.js';
import { contractChecks } from './checks/contract.js';
import { credentialChecks } from './checks/credentials.js';
import { deskChecks } from './checks/desk.js';
import { gateChecks } from './checks/gates.js';
import { grantChecks } from './checks/grants.js';
import { listChecks } from './checks/lists.js';
import { newsChecks } from './checks/news.js';
import { ownershipChecks } from './checks/ownership.js';
import { renewalChecks } from './checks/renewal.js';
import { secretChecks } from './checks/secrets.js';
import { shareLinkChecks } from './checks/share-links.js';
import { writeChecks } from './checks/writes.js';

/** Every check there is. Each has its own id. */
export const allChecks: readonly CheckDefinition[] = [
  ...contractChecks,
  ...ownershipChecks,
  ...listChecks,
  ...accessRequestChecks,
  ...accessEndChecks,
  ...credentialChecks,
  ...renewalChecks,
  ...changeChecks,
  ...secretChecks,
  ...canaryChecks,
  ...shareLinkChecks,
  ...grantChecks,
  ...gateChecks,
  ...actionChecks,
  ...writeChecks,
  ...newsChecks,
  ...deskChecks,
];
