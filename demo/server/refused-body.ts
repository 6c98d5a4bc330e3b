import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';

const mostBytes = 16 * 1024 * 1024;
const longestMs = 2000;

/** Reads the rest of a request and forgets it, within reason. Resolves with whether there is no more to come. */
function discardRest(request: IncomingMessage): Promise<boolean> {
  return new Promise((resolve) => {
    if (request.complete || request.destroyed) return resolve(request.complete);
    let bytes = 0;
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > mostBytes) finish();
      else request.resume(); // Whoever began to read it holds it back.
    };
    const finish = (): void => {
      clearTimeout(timer);
      request.off('data', onData).off('end', finish).off('close', finish);
      resolve(request.complete);
    };
    const timer = setTimeout(finish, longestMs);
    request.on('data', onData).on('end', finish).on('close', finish).resume();
  });
}

/**
 * Answers `payload-too-large` only when the body has been sent: a client that still writes when the connection is closed
 * never gets to read why.
 */
export const refuseAfterBody: MiddlewareHandler<{ Bindings: HttpBindings }> = async (c, next) => {
  await next();
  if (c.res.status === 413 && !(await discardRest(c.env.incoming))) c.header('connection', 'close');
};
