import { Hono } from 'hono';

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

/** The APIs behind the gateway: each a list of things, and each thing by its id. They know nothing of credentials. */
export function createUpstream(): Hono {
  const upstream = new Hono();
  for (const [resource, items] of Object.entries({ orders, invoices, forecast })) {
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
  return upstream;
}
