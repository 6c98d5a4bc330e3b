const orderBody = { customer: 'Example customer', total: 12.5, currency: 'EUR' };

/** A team of the mParticle marketplace, in the addresses of its APIs: its short name, and one of its workspaces. */
const workspaces = {
  team_storefront: 'ws_storefront_web',
  team_logistics: 'ws_logistics_fleet',
  team_fulfilment: 'ws_fulfilment_web',
  team_payments: 'ws_payments_checkout',
};

const teamOf = (session) => session.teams.find(({ id }) => id in workspaces)?.id ?? 'team_storefront';

/**
 * Calls of an API that show something, as a person finds them in its documentation.
 *
 * @returns Each with a name, a path below the API's address, a method, and a body where the method has one.
 */
export function examplesOf({ id }, session) {
  const team = teamOf(session);
  const short = team.replace('team_', '');
  const workspace = workspaces[team];
  const examples = {
    orders: [
      { name: 'All orders', path: '' },
      { name: 'One order', path: 'ord_1001' },
      { name: 'Place an order', path: '', method: 'POST', body: orderBody },
    ],
    invoices: [
      { name: 'All invoices', path: '' },
      { name: 'One invoice', path: 'inv_2001' },
    ],
    forecast: [
      { name: 'All places', path: '' },
      { name: 'One place', path: 'hamburg' },
    ],
    inventory: [
      { name: 'The whole stock', path: '' },
      { name: 'One article', path: 'sku_lamp' },
    ],
    pricing: [
      { name: 'All prices', path: '' },
      { name: 'One price', path: 'sku_lamp' },
    ],
    profile: [
      {
        name: 'A profile of one workspace',
        path: `userprofile/v1/org_${short}/acct_${short}/${workspace}/1001`,
      },
    ],
    platform: [
      { name: 'The apps of the account', path: `v1/apps?accountId=acct_${short}` },
      { name: 'Create an app', path: `v1/apps?accountId=acct_${short}`, method: 'POST', body: { name: 'Example app' } },
    ],
    dataplanning: [
      { name: 'The plans of one workspace', path: `platform/v2/workspaces/${workspace}/plans` },
      {
        name: 'Create a plan',
        path: `platform/v2/workspaces/${workspace}/plans`,
        method: 'POST',
        body: { name: 'Example plan' },
      },
    ],
    'eqp-production': [
      { name: 'The extensions', path: 'rest/v1/products' },
      { name: 'The account', path: 'rest/v1/app' },
    ],
    'eqp-sandbox': [
      { name: 'The extensions', path: 'rest/v1/products' },
      { name: 'The account', path: 'rest/v1/app' },
    ],
  };
  return (examples[id] ?? [{ name: 'Everything', path: '' }]).map((example) => ({ method: 'GET', ...example }));
}
