import type { BrowserContext, Request, Response } from 'playwright-core';

/** What went over the network: a request's address and body, or an answer's body. */
interface Traffic {
  url: string;
  body: string;
}

/** An answer that a test provokes: the browser prints it to the console as an error by itself. */
export interface Expected {
  path: RegExp;
  status: number;
}

/**
 * Everything that the pages of one person give away: what they print, the details of their events, their traffic; and
 * what must not happen at all: errors, warnings, violations of the page's policy.
 */
export class PageRecord {
  /** Errors, warnings and violations, as sentences. */
  readonly problems: string[] = [];
  readonly #said: string[] = [];
  readonly #traffic: Traffic[] = [];
  readonly #reading = new Set<Promise<void>>();
  readonly #expected: Expected[] = [];

  /** Records all pages of a context from now on. */
  static async of(context: BrowserContext): Promise<PageRecord> {
    const record = new PageRecord();
    await context.exposeBinding('tellTest', (_, kind: string, text: string) => record.#hear(kind, text));
    // tsx compiles named functions to ones that call `__name`, which pages do not have.
    await context.addInitScript(`globalThis.__name = (value) => value; (${instrument.toString()})();`);
    context.on('console', (message) => {
      const { url } = message.location();
      record.#said.push(message.text());
      if (!['error', 'warning'].includes(message.type()) || record.#isExpected(url, message.text())) return;
      record.problems.push(`console ${message.type()} at ${url}: ${message.text()}`);
    });
    context.on('weberror', (error) => record.problems.push(`uncaught: ${String(error.error().stack)}`));
    context.on('request', (request) => record.#sent(request));
    context.on('response', (response) => record.#received(response));
    return record;
  }

  /** From now on, such answers may be there. */
  expect(answer: Expected): void {
    this.#expected.push(answer);
  }

  /** Where a text was given away: printed, in an event, in an address or a body. */
  async placesOf(text: string): Promise<string[]> {
    await Promise.all(this.#reading);
    return [
      ...this.#said.filter((said) => said.includes(text)).map((said) => `said: ${said.slice(0, 120)}`),
      ...this.#traffic
        .filter(({ url, body }) => url.includes(text) || decodeURIComponent(url).includes(text) || body.includes(text))
        .map(({ url }) => `traffic: ${url}`),
    ];
  }

  #hear(kind: string, text: string): void {
    if (kind === 'violation') this.problems.push(`policy violated: ${text}`);
    this.#said.push(`${kind} ${text}`);
  }

  #isExpected(url: string, text: string): boolean {
    return this.#expected.some(({ path, status }) => path.test(new URL(url).pathname) && text.includes(String(status)));
  }

  #sent(request: Request): void {
    this.#traffic.push({ url: request.url(), body: request.postData() ?? '' });
  }

  #received(response: Response): void {
    if (/event-stream/.test(response.headers()['content-type'] ?? '')) return; // it does not end
    const reading = response
      .text()
      .then(
        (body) => void this.#traffic.push({ url: response.url(), body }),
        () => undefined, // the page has gone on, or there is no body
      )
      .finally(() => this.#reading.delete(reading));
    this.#reading.add(reading);
  }
}

/** Runs in every page before its own code: tells the test what only the page can see; adds up `layoutShift`. */
function instrument(): void {
  const tell = (kind: string, text: string): void =>
    (window as unknown as { tellTest(kind: string, text: string): void }).tellTest(kind, text);

  /** All text in a value, however deep. */
  const textOf = (value: unknown, seen = new Set<unknown>()): string => {
    if (typeof value === 'string') return value;
    if (typeof value !== 'object' || value === null || seen.has(value) || seen.size > 5000) return '';
    seen.add(value);
    if (value instanceof Map || value instanceof Set) return textOf([...value], seen);
    const parts = Object.getOwnPropertyNames(value).map((name) => {
      try {
        return `${name}=${textOf((value as Record<string, unknown>)[name], seen)}`;
      } catch {
        return '';
      }
    });
    return `${String(Object.getPrototypeOf(value)?.constructor?.name)}{${parts.join(' ')}}`;
  };

  const page = window as unknown as { layoutShift: number };
  page.layoutShift = 0;
  new PerformanceObserver((list) => {
    const shifts = list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[];
    for (const { value, hadRecentInput } of shifts) if (!hadRecentInput) page.layoutShift += value;
  }).observe({ type: 'layout-shift', buffered: true });

  document.addEventListener('securitypolicyviolation', (event) => {
    tell('violation', `${event.violatedDirective} by ${event.blockedURI || 'inline'} in ${event.sourceFile}`);
  });
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event instanceof CustomEvent) tell(`event ${event.type}`, textOf(event.detail));
    return dispatch.call(this, event);
  };
  for (const method of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    const original = console[method];
    console[method] = (...args: unknown[]) => {
      tell(`console.${method}`, textOf(args));
      original(...args);
    };
  }
}
