import { operations } from '../contract/index.js';
import type { MarketplaceHandler } from './handler.js';

const requestHeaders = 'authorization, content-type, idempotency-key, if-match, last-event-id';
/** What the table asks for, in the order it does. */
const methods = [...new Set(Object.values(operations).map(({ method }) => method))].join(', ');
const answerHeaders = 'date, etag, location, retry-after';

/**
 * Lets pages of other origins call the handler (CORS). Bearer tokens travel, cookies do not.
 *
 * @param isAllowed - Whether pages of the origin, e.g. `https://portal.example`, may.
 */
export function withCors(handler: MarketplaceHandler, isAllowed: (origin: string) => boolean): MarketplaceHandler {
  return async (request) => {
    const origin = request.headers.get('origin');
    if (origin === null || !isAllowed(origin)) return handler(request);
    if (request.method === 'OPTIONS' && request.headers.has('access-control-request-method'))
      return new Response(null, {
        status: 204,
        headers: {
          vary: 'origin',
          'access-control-allow-origin': origin,
          'access-control-allow-methods': methods,
          'access-control-allow-headers': requestHeaders,
          'access-control-max-age': '600',
        },
      });
    const response = await handler(request);
    response.headers.append('vary', 'origin');
    response.headers.set('access-control-allow-origin', origin);
    response.headers.set('access-control-expose-headers', answerHeaders);
    return response;
  };
}
