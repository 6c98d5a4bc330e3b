import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/access-request-form/define.js';
import '../../../src/elements/access-request-list/define.js';
import '../../../src/elements/secret-reveal/define.js';
import { fakeMarketplace } from '../fixtures.js';
import { textOf } from '../page.js';

type Clock = Pick<typeof globalThis, 'setTimeout'>;

describe('what a page has not set', () => {
  const { warn } = console;
  const { setTimeout: later } = globalThis as Clock;
  let warnings: string[] = [];
  let waiting: (() => void)[] = [];

  beforeEach(() => {
    warnings = [];
    waiting = [];
    console.warn = (...said: unknown[]) => warnings.push(said.map(String).join(' '));
    // What is to happen after a long while happens when the test says so.
    globalThis.setTimeout = ((run: () => void, ms = 0, ...values: unknown[]) =>
      ms >= 5_000 ? -waiting.push(run) : later(run, ms, ...values)) as unknown as typeof setTimeout;
  });
  afterEach(() => {
    console.warn = warn;
    globalThis.setTimeout = later;
  });

  const cases: readonly (readonly [tag: string, attributes: Record<string, string>, said: string | undefined])[] = [
    ['access-request-form', {}, '`resource-id`, or `access-request-id`'],
    ['access-request-form', { 'resource-id': 'res-1' }, undefined],
    ['access-request-form', { 'access-request-id': 'req-1' }, undefined],
    ['access-request-list', {}, undefined],
    ['secret-reveal', {}, '`credential-id`'],
    ['secret-reveal', { 'credential-id': 'cred-1' }, undefined],
  ];
  const marketplace = fakeMarketplace({
    credentials: { get: () => new Promise(() => {}) },
    accessRequests: { get: () => new Promise(() => {}), list: () => new Promise(() => {}) },
    resources: { accessOptions: () => new Promise(() => {}) },
  });

  const place = async (tag: string, attributes: Record<string, string>, set: object = {}): Promise<HTMLElement> => {
    const element = Object.assign(document.createElement(tag), set);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    await fixture(html`<div>${element}</div>`);
    return element;
  };

  for (const [tag, attributes, said] of cases)
    it(`<${tag}> ${JSON.stringify(attributes)}: ${said ?? 'nothing'} is missing`, async () => {
      const element = await place(tag, attributes, { marketplace });
      waiting.forEach((run) => run());
      expect(warnings).to.deep.equal(said ? [`<${tag}> shows nothing yet: it needs ${said}.`] : []);
      expect(textOf(element)).to.contain('Loading');
    });

  for (const tag of ['access-request-form', 'access-request-list', 'secret-reveal'])
    it(`<${tag}>: a marketplace is missing, but not to what is hidden`, async () => {
      const element = await place(tag, {});
      element.hidden = true;
      waiting.forEach((run) => run());
      expect(warnings).to.deep.equal([]);
      element.hidden = false;
      waiting.forEach((run) => run());
      expect(warnings).to.deep.equal([
        `<${tag}> shows nothing yet: it needs \`base-url\`, or a <marketplace-provider> around it.`,
      ]);
    });
});
