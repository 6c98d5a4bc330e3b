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
  const found = await Promise.all(places.map((where) => all(marketplace.credentials.list({ ...where, state: [state] }))));
  return found.flat();
}

const isByHand = ({ actions }) => actions.some(({ action }) => action === 'provision');

/** Subscriptions that wait for an approval. */
export const waitingSubscriptions = () => all(marketplace.subscriptions.list({ approval: 'pending' }));

/** Credentials that a provider sets up by hand. */
export const credentialsByHand = async () => (await credentialsIn('pending')).filter(isByHand);

/** What could not be set up on the gateway. */
export async function failures() {
  const [credentials, requests] = await Promise.all([
    credentialsIn('error'),
    all(marketplace.accessRequests.list({ state: ['error'] })),
  ]);
  return { credentials, requests };
}

/** How many access requests wait for a decision; `isMore` if it is only known that there are more. */
async function countRequests() {
  const { items, total, next } = await marketplace.accessRequests.list({ state: ['pending'] });
  return { count: total ?? items.length, isMore: total === undefined && next !== undefined };
}

const either = (one, several) => (count) => (count === 1 ? one : several);

/** How much waits for the provider, of each kind: the id of its section at the desk, the number, and its words. */
export async function countWaiting() {
  const [requests, subscriptions, byHand, failed] = await Promise.all([
    countRequests(),
    waitingSubscriptions(),
    credentialsByHand(),
    failures(),
  ]);
  return [
    {
      id: 'waiting',
      ...requests,
      words: either('request waits for a decision', 'requests wait for a decision'),
    },
    {
      id: 'subscriptions',
      count: subscriptions.length,
      words: either('subscription waits for approval', 'subscriptions wait for approval'),
    },
    {
      id: 'by-hand',
      count: byHand.length,
      words: either('credential is to be set up', 'credentials are to be set up'),
    },
    {
      id: 'failed',
      count: failed.credentials.length + failed.requests.length,
      words: either('setup has failed', 'setups have failed'),
    },
  ];
}
