import { Hono } from 'hono';
import { eqpUpstream } from './upstream-eqp.js';
import { mparticleUpstream } from './upstream-mparticle.js';

const day = (n: number): string => new Date(Date.UTC(2026, 10, n, 9, 30)).toISOString();

const orders = [
  { id: 'ord_1001', customer: 'Maple Street Books', total: 84.5, currency: 'EUR', state: 'shipped', placedAt: day(3) },
  { id: 'ord_1002', customer: 'Harbour Coffee', total: 219, currency: 'EUR', state: 'packed', placedAt: day(5) },
  { id: 'ord_1003', customer: 'Nordlicht GmbH', total: 1240.9, currency: 'EUR', state: 'placed', placedAt: day(6) },
];

const invoices = [
  { id: 'inv_2001', orderId: 'ord_1001', total: 84.5, currency: 'EUR', state: 'paid', issuedAt: day(4) },
  { id: 'inv_2002', orderId: 'ord_1002', total: 219, currency: 'EUR', state: 'open', issuedAt: day(6) },
];

const forecast = [
  { id: 'hamburg', place: 'Hamburg', hours: [{ at: day(7), temperatureC: 6.5, rainMm: 1.2, wind: 'SW 5' }] },
  { id: 'rotterdam', place: 'Rotterdam', hours: [{ at: day(7), temperatureC: 8, rainMm: 0, wind: 'W 4' }] },
];

const inventory = [
  { id: 'sku_lamp', name: 'Desk lamp', depot: 'Hamburg', available: 42, countedAt: day(6) },
  { id: 'sku_chair', name: 'Folding chair', depot: 'Rotterdam', available: 7, countedAt: day(6) },
];

const pricing = [
  { id: 'sku_lamp', net: 24.9, currency: 'EUR', validFrom: day(1) },
  { id: 'sku_chair', net: 39, currency: 'EUR', validFrom: day(1) },
];

/** The APIs behind the gateways, each below the id of its resource. They know nothing of credentials. */
export function createUpstream(): Hono {
  const upstream = new Hono();
  for (const [resource, items] of Object.entries({ orders, invoices, forecast, inventory, pricing })) {
    upstream.get(`/${resource}`, (c) => c.json({ items }));
    upstream.get(`/${resource}/:id`, (c) => {
      const item = items.find(({ id }) => id === c.req.param('id'));
      return item ? c.json(item) : c.json({ error: 'not found' }, 404);
    });
  }
  upstream.post('/orders', async (c) => {
    const order = await c.req.json<unknown>().catch(() => undefined);
    if (typeof order !== 'object' || order === null) return c.json({ error: 'not an order' }, 400);
    return c.json({ ...order, id: 'ord_1004', state: 'placed' }, 201);
  });
  upstream.route('/', mparticleUpstream());
  upstream.route('/', eqpUpstream());
  return upstream;
}
