import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { fileURLToPath } from 'node:url';
import { secureHeaders } from 'hono/secure-headers';

const project = fileURLToPath(new URL('../../', import.meta.url));
const portal = join(project, 'demo/portal');
const bundle = join(project, 'dist/cdn');

/** The policy that every page is served with: SPEC X6, and nothing may frame it, move its base or take its forms. */
const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    requireTrustedTypesFor: ["'script'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  permissionsPolicy: {
    clipboardWrite: ['self'],
    clipboardRead: [],
    camera: [],
    geolocation: [],
    microphone: [],
    payment: [],
    usb: [],
  },
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: false, // it is served over http
});

/** `/page` is `page.html`. */
const withExtension = (root: string, path: string): string =>
  !/\.[^/]*$/.test(path) && existsSync(join(root, `${path}.html`)) ? `${path}.html` : path;

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Sends a browser that came by another name of this machine to the one name all addresses of the demo have: under the
 * policy above a page reaches no other.
 */
const oneName =
  (origin: string): MiddlewareHandler =>
  async (c, next) => {
    const here = new URL(c.req.url);
    const home = new URL(origin);
    if (here.port === home.port && here.hostname !== home.hostname && loopbackNames.has(here.hostname))
      return c.redirect(origin + here.pathname + here.search);
    return next();
  };

/**
 * The portal's pages from `/` on, and the built elements and client below `/assets/latchkey/`. Mount it last.
 *
 * @param origin - Where the demo is.
 */
export function createPages(origin: string): Hono {
  const pages = new Hono();
  pages.use(oneName(origin), headers, etag(), async (c, next) => {
    await next();
    c.header('cache-control', 'no-cache');
  });
  pages.get(
    '/assets/latchkey/*',
    serveStatic({ root: bundle, rewriteRequestPath: (path) => path.slice('/assets/latchkey'.length) }),
  );
  pages.get('/*', serveStatic({ root: portal, rewriteRequestPath: (path) => withExtension(portal, path) }));
  // A person gets a page that leads on; a program gets what everything else here answers.
  pages.get('/*', async (c, next) => {
    const isForPeople =
      c.req.header('accept')?.includes('text/html') && !/^\/(api|assets|demo|gateway)\//.test(c.req.path);
    return isForPeople ? c.html(readFileSync(join(portal, 'not-found.html'), 'utf8'), 404) : next();
  });
  return pages;
}
