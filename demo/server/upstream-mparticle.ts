import { Hono, type Context } from 'hono';

/** The same two made-up customers in every workspace. */
const customers = [
  { mpid: '1001', attributes: { firstName: 'Example', city: 'Hamburg' }, audiences: ['newsletter'] },
  { mpid: '1002', attributes: { firstName: 'Sample', city: 'Rotterdam' }, audiences: [] },
];

const apps = [
  { id: 11, accountId: 'acct_storefront', name: 'Example shop', platforms: ['web'] },
  { id: 12, accountId: 'acct_storefront', name: 'Example app', platforms: ['iOS', 'Android'] },
  { id: 21, accountId: 'acct_logistics', name: 'Sample fleet', platforms: ['web'] },
];

const plans = [
  { id: 'checkout', workspace: 'ws_storefront_web', name: 'Checkout', version: 3 },
  { id: 'onboarding', workspace: 'ws_storefront_ios', name: 'Onboarding', version: 1 },
  { id: 'tours', workspace: 'ws_logistics_fleet', name: 'Tours', version: 2 },
];

async function named(c: Context): Promise<string | undefined> {
  const body = await c.req.json<{ name?: unknown } | null>().catch(() => null);
  return typeof body?.name === 'string' ? body.name : undefined;
}

/**
 * APIs like those of a customer data platform: profiles of a workspace, the apps of an account, the data plans of a
 * workspace. What is created is answered and forgotten.
 */
export function mparticleUpstream(): Hono {
  const upstream = new Hono();
  const unnamed = (c: Context): Response => c.json({ errors: [{ code: 'VALIDATION_ERROR', message: 'name' }] }, 400);

  upstream.get('/profile/userprofile/v1/:organization/:account/:workspace/:mpid', (c) => {
    const { workspace, mpid } = c.req.param();
    const customer = customers.find((one) => one.mpid === mpid);
    return customer ? c.json({ workspace, ...customer }) : c.json({ errors: [{ message: 'no such profile' }] }, 404);
  });

  upstream.get('/platform/v1/apps', (c) =>
    c.json({ data: apps.filter(({ accountId }) => accountId === c.req.query('accountId')), dataType: 'app' }),
  );
  upstream.post('/platform/v1/apps', async (c) => {
    const name = await named(c);
    const app = { id: 31, accountId: c.req.query('accountId'), name, platforms: [] };
    return name === undefined ? unnamed(c) : c.json({ data: app, dataType: 'app' }, 201);
  });

  upstream.get('/dataplanning/platform/v2/workspaces/:workspace/plans', (c) =>
    c.json(plans.filter(({ workspace }) => workspace === c.req.param('workspace'))),
  );
  upstream.post('/dataplanning/platform/v2/workspaces/:workspace/plans', async (c) => {
    const name = await named(c);
    const plan = { id: 'new_plan', workspace: c.req.param('workspace'), name, version: 1 };
    return name === undefined ? unnamed(c) : c.json(plan, 201);
  });
  return upstream;
}
