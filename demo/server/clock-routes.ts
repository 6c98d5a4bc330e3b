import { Hono } from 'hono';
import type { DemoClock } from './demo-clock.js';
import { jsonBody, smallBody, wrongField, type SignIn } from './sign-in.js';

const longestMoveMs = 30 * 24 * 60 * 60 * 1000;

/**
 * `/clock`: tells the marketplaces' time, and moves it forward so that nobody has to wait for three days.
 *
 * @param onMoved - Told after each move, before it is answered.
 */
export function clockRoutes(clock: DemoClock, signedIn: SignIn['signedIn'], onMoved: () => Promise<void>): Hono {
  const routes = new Hono();
  const state = () => ({ now: new Date(clock.now()).toISOString(), aheadMs: clock.aheadMs });
  routes.use('/clock', signedIn);

  routes.get('/clock', (c) => c.json(state()));

  routes.post('/clock', smallBody, async (c) => {
    const { advanceMs } = await jsonBody(c.req.raw);
    if (typeof advanceMs !== 'number' || !(advanceMs >= 0 && advanceMs <= longestMoveMs))
      throw wrongField('/advanceMs', 'Must be a number from 0 to 30 days, in milliseconds.');
    await clock.advance(Math.round(advanceMs));
    await onMoved();
    return c.json(state());
  });
  return routes;
}
