import { changeHistory } from './change-history.js';
import { marketplace } from './portal.js';

/** Where the history of credentials comes from: of those that `filter` narrows the list to. */
const credentials = (filter) => ({
  subject: 'credential',
  list: (page) => marketplace.credentials.list({ ...filter, ...page }),
  history: (id, page) => marketplace.credentials.history(id, page),
});

/** Where the history of access requests comes from: of those that `filter` narrows the list to. */
const accessRequests = (filter) => ({
  subject: 'access-request',
  list: (page) => marketplace.accessRequests.list({ ...filter, ...page }),
  history: (id, page) => marketplace.accessRequests.history(id, page),
});

/** What happened to credentials. */
export const credentialHistory = (filter = {}) => changeHistory([credentials(filter)]);

/** What happened to access requests. */
export const requestHistory = (filter = {}) => changeHistory([accessRequests(filter)]);

/** What happened to the credentials and the access requests of an application. */
export const applicationHistory = (applicationId) =>
  changeHistory([credentials({ applicationId }), accessRequests({ applicationId })]);
