import { marketplace } from './portal.js';

/** Everything in a list, over all its pages. */
async function all(pages) {
  const items = [];
  for await (const item of pages) items.push(item);
  return items;
}

/** All credentials in a state, in every environment there is. */
async function credentialsIn(state) {
  const environments = await all(marketplace.environments.list());
  const places = environments.length > 0 ? environments.map(({ id }) => ({ environment: id })) : [{}];
  const found = await Promise.all(
    places.map((where) => all(marketplace.credentials.list({ ...where, state: [state] }))),
  );
  return found.flat();
}

const isByHand = ({ actions }) => actions.some(({ action }) => action === 'provision');

const waitingSubscriptions = () => all(marketplace.subscriptions.list({ approval: 'pending' }));

const credentialsByHand = async () => (await credentialsIn('pending')).filter(isByHand);

async function failures() {
  const [credentials, requests] = await Promise.all([
    credentialsIn('error'),
    all(marketplace.accessRequests.list({ state: ['error'] })),
  ]);
  return [...credentials, ...requests];
}

/** How many access requests wait for a decision; `isMore` if it is only known that there are more. */
async function countRequests() {
  const { items, total, next } = await marketplace.accessRequests.list({ state: ['pending'] });
  return { count: total ?? items.length, isMore: total === undefined && next !== undefined };
}

/** What subjects of events may change what waits. */
export const waitingSubjects = ['access-request', 'subscription', 'credential', 'clock'];

/**
 * What waits for the provider: how many requests for access, the subscriptions to approve, the credentials to set up by
 * hand, and the credentials and requests that could not be set up on the gateway.
 */
export async function readWaiting() {
  const [requests, subscriptions, byHand, failed] = await Promise.all([
    countRequests(),
    waitingSubscriptions(),
    credentialsByHand(),
    failures(),
  ]);
  return { requests, subscriptions, byHand, failed };
}

const either = (count, one, several) => (count === 1 ? one : several);

/** How much waits, of each kind: the id of its section at the desk, the number as text, and what goes with it. */
export function countsOf({ requests, subscriptions, byHand, failed }) {
  const count = (id, { length }, one, several) => ({
    id,
    length,
    text: `${length}`,
    words: either(length, one, several),
  });
  const { isMore } = requests;
  const asked = { length: requests.count };
  const first = count('waiting', asked, 'request waits for a decision', 'requests wait for a decision');
  return [
    { ...first, text: `${first.text}${isMore ? '+' : ''}` },
    count('subscriptions', subscriptions, 'subscription waits for approval', 'subscriptions wait for approval'),
    count('by-hand', byHand, 'credential is to be set up', 'credentials are to be set up'),
    count('failed', failed, 'setup has failed', 'setups have failed'),
  ];
}
