import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ensureBrowser, launchArgs } from '../../.ci/browser.mjs';
import { root } from '../locales/sources.js';
import { eventClasses, sourcesOf } from './element-sources.js';

interface Named {
  name: string;
  description?: string;
}

/** What the manifest says of an element. */
interface Declared {
  tagName: string;
  members: (Named & { kind: string; attribute?: string; reflects?: boolean; default?: string })[];
  attributes?: (Named & { fieldName: string })[];
  events?: (Named & { type: { text: string } })[];
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: Named[];
  cssStates?: Named[];
}

/** What an element says of itself while it runs. */
interface Running {
  attributes: string[];
  /** Its properties but the internal ones, with their values before anybody has set them. */
  properties: { name: string; attribute: string | false; reflects: boolean; value: unknown }[];
  methods: string[];
  /** What can only be read. */
  getters: string[];
}

const tags = [
  'access-request-form',
  'access-request-list',
  'credential-form',
  'credential-list',
  'marketplace-provider',
  'secret-reveal',
] as const;

/** What the elements inside of another one do not do there: it opens no credential to edit, and no new request in a list. */
const never: Partial<Record<string, readonly string[]>> = {
  'access-request-form': ['CredentialUpdateEvent', 'CredentialUpdatedEvent', 'CredentialUpdateFailedEvent'],
  'access-request-list': ['AccessRequestCreateEvent', 'AccessRequestCreatedEvent'],
};

const folder = 'node_modules/.cache/latchkey-manifest';

function analyze(): Declared[] {
  mkdirSync(join(root, folder), { recursive: true });
  const cem = join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
  execFileSync(process.execPath, [cem, 'analyze', '--quiet', '--outdir', folder], { cwd: root });
  const { modules } = JSON.parse(readFileSync(join(root, folder, 'custom-elements.json'), 'utf8')) as {
    modules: { declarations?: Partial<Declared>[] }[];
  };
  return modules.flatMap(({ declarations = [] }) => declarations.filter((one): one is Declared => 'tagName' in one));
}

/** The elements in a browser, without anything around them. */
async function open(browser: Browser): Promise<Page> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as latchkey from './src/elements/index.ts'; globalThis.latchkey = latchkey;`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'error',
  });
  const page = await browser.newPage();
  await page.setContent('<!doctype html><html lang="en"><title>Elements</title><body></body></html>');
  await page.addScriptTag({ type: 'module', content: outputFiles[0]?.text ?? '' });
  await page.waitForFunction((wanted) => wanted.every((tag) => customElements.get(tag)), [...tags]);
  return page;
}

/** Asks an element in the page what it has. */
const lookAt = (page: Page, tag: string): Promise<Running> =>
  page.evaluate((name) => {
    interface Options {
      attribute?: string | boolean;
      reflect?: boolean;
      state?: boolean;
    }
    const type = customElements.get(name) as CustomElementConstructor & {
      observedAttributes: string[];
      elementProperties: Map<string, Options>;
    };
    const element = document.createElement(name) as HTMLElement & Record<string, unknown>;
    const base = Object.getPrototypeOf(type.prototype) as object;
    const lifecycle =
      /^(?:constructor|render|update|updated|willUpdate|firstUpdated|shouldUpdate|createRenderRoot|scheduleUpdate|getUpdateComplete|connectedCallback|disconnectedCallback|attributeChangedCallback)$/;
    const methods = Object.getOwnPropertyNames(type.prototype).filter((method) => {
      const descriptor = Object.getOwnPropertyDescriptor(type.prototype, method);
      return typeof descriptor?.value === 'function' && !(method in base) && !lifecycle.test(method);
    });
    const getters = Object.getOwnPropertyNames(type.prototype).filter(
      (member) =>
        Object.getOwnPropertyDescriptor(type.prototype, member)?.get !== undefined &&
        !type.elementProperties.has(member),
    );
    return {
      attributes: [...type.observedAttributes],
      properties: [...type.elementProperties].flatMap(([property, { attribute, reflect, state }]) =>
        state
          ? []
          : [
              {
                name: property,
                attribute: attribute === false || typeof attribute === 'string' ? attribute : property.toLowerCase(),
                reflects: reflect ?? false,
                value: element[property] ?? null,
              },
            ],
      ),
      methods,
      getters,
    };
  }, tag);

/** An event as it leaves an element. */
type Dispatched = Pick<Event, 'type' | 'cancelable' | 'bubbles' | 'composed'>;

/** The event classes that are exported. */
const eventsIn = (page: Page): Promise<Record<string, Dispatched>> =>
  page.evaluate(() => {
    const { latchkey } = globalThis as unknown as { latchkey: Record<string, unknown> };
    const classes = Object.entries(latchkey).filter(
      (entry): entry is [string, new (detail: object) => CustomEvent] =>
        typeof entry[1] === 'function' && entry[1].prototype instanceof CustomEvent,
    );
    return Object.fromEntries(
      classes.map(([name, EventClass]) => {
        const { type, cancelable, bubbles, composed } = new EventClass({});
        return [name, { type, cancelable, bubbles, composed }];
      }),
    );
  });

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();
const namesOf = (items: readonly Named[] = []): string[] => sorted(items.map(({ name }) => name));

describe('custom-elements.json, compared with the running elements', () => {
  const declared = new Map<string, Declared>();
  const events = eventClasses();
  const dispatched = new Map<string, Dispatched>();
  const sources = new Map(tags.map((tag) => [tag, sourcesOf(tag, events)]));
  let browser: Browser;
  let page: Page;

  const of = (tag: string): Declared => declared.get(tag) ?? assert.fail(`<${tag}> is not in the manifest`);

  before(async () => {
    for (const one of analyze()) declared.set(one.tagName, one);
    browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArgs });
    page = await open(browser);
    for (const [name, event] of Object.entries(await eventsIn(page))) dispatched.set(name, event);
  });
  after(async () => {
    await browser?.close();
    rmSync(join(root, folder), { recursive: true, force: true });
  });

  it('has every element', () => {
    assert.deepEqual(sorted(declared.keys()), [...tags]);
  });

  for (const tag of tags) {
    describe(`<${tag}>`, () => {
      let running: Running;

      it('attributes', async () => {
        running = await lookAt(page, tag);
        assert.deepEqual(namesOf(of(tag).attributes), sorted(running.attributes));
      });

      it('properties, with attribute, reflection and default', () => {
        const fields = of(tag).members.filter(({ kind }) => kind === 'field');
        assert.deepEqual(namesOf(fields), sorted([...namesOf(running.properties), ...running.getters]));
        for (const { name, attribute, reflects, value } of running.properties) {
          const field = fields.find((one) => one.name === name);
          assert.equal(field?.attribute ?? false, attribute, `${name}: attribute`);
          assert.equal(field?.reflects ?? false, reflects, `${name}: reflects`);
          const initial: unknown = field?.default === undefined ? null : runInNewContext(`(${field.default})`);
          assert.deepEqual(initial, value, `${name}: default`);
        }
      });

      it('methods', () => {
        const methods = of(tag).members.filter(({ kind }) => kind === 'method');
        assert.deepEqual(namesOf(methods), sorted(running.methods));
      });

      it('events: those that are named are dispatched, as the class that is named', () => {
        const { allEvents, ownEvents, inner } = sources.get(tag) ?? assert.fail();
        const isFired = (event: string): boolean =>
          allEvents.has(event) || inner.some((one) => sources.get(one as typeof tag)?.allEvents.has(event));
        const fired = of(tag).events ?? [];
        for (const { name, type, description = '' } of fired) {
          const found = dispatched.get(type.text) ?? assert.fail(`${type.text} is no event class that is exported`);
          assert.equal(found.type, name);
          assert.ok(found.bubbles && found.composed, `${name} leaves the element`);
          assert.ok(isFired(type.text), `nothing in <${tag}> dispatches ${type.text}`);
          if (/cancel it/i.test(description)) assert.ok(found.cancelable, `${name} cannot be cancelled`);
        }
        const named = new Set(fired.map(({ type }) => type.text));
        assert.deepEqual(
          [...ownEvents].filter((event) => !named.has(event)),
          [],
        );
      });

      it('events: those of the elements inside leave it, too, and are named', () => {
        const { inner } = sources.get(tag) ?? assert.fail();
        const eventsOf = (one: string): string[] => of(one).events?.map(({ type }) => type.text) ?? [];
        const named = new Set([...eventsOf(tag), ...[tag, ...inner].flatMap((one) => never[one] ?? [])]);
        assert.deepEqual(
          inner.flatMap((one) =>
            eventsOf(one)
              .filter((event) => !named.has(event))
              .map((event) => `${event} of <${one}>`),
          ),
          [],
        );
      });

      it('slots', () => {
        assert.deepEqual(namesOf(of(tag).slots), sorted(sources.get(tag)?.slots ?? []));
      });

      it('parts', () => {
        const { parts, ownParts } = sources.get(tag) ?? assert.fail();
        const named = namesOf(of(tag).cssParts);
        assert.deepEqual(
          named.filter((part) => !parts.has(part)),
          [],
          'named, but nowhere',
        );
        assert.deepEqual(
          [...ownParts].filter((part) => !named.includes(part)),
          [],
          'there, but not named',
        );
      });

      it('custom properties', () => {
        const { properties } = sources.get(tag) ?? assert.fail();
        const named = namesOf(of(tag).cssProperties);
        const isOwn = (name: string): boolean => name.startsWith(`--latchkey-${tag}-`);
        assert.deepEqual(named.filter(isOwn), sorted(properties).filter(isOwn));
        assert.deepEqual(
          [...properties].filter((name) => !named.includes(name)),
          [],
        );
      });

      it('custom states', () => {
        assert.deepEqual(namesOf(of(tag).cssStates), sorted(sources.get(tag)?.states ?? []));
      });

      it('says something about each of them', () => {
        const { members, attributes, events: fired, slots, cssParts, cssProperties } = of(tag);
        const mute = [members, attributes, fired, slots, cssParts, cssProperties]
          .flatMap((list: readonly Named[] = []) => list)
          .filter(({ description }) => !description)
          .map(({ name }) => name);
        assert.deepEqual(mute, []);
      });
    });
  }

  it('has each event of the elements: it is dispatched by one, documented there, and exported', () => {
    const used = new Set([...sources.values()].flatMap(({ allEvents }) => [...allEvents]));
    const named = new Set(
      [...declared.values()].flatMap(({ events: fired = [] }) => fired.map(({ type }) => type.text)),
    );
    const all = [...events.keys()];
    const without = (some: { has(name: string): boolean }): string[] => all.filter((name) => !some.has(name));
    assert.deepEqual(without(used), [], 'dispatched by no element');
    assert.deepEqual(without(named), [], 'documented by no element');
    assert.deepEqual(without(dispatched), [], 'not exported');
    for (const [name, path] of events) {
      const source = readFileSync(join(root, path), 'utf8');
      assert.ok(
        source.includes(`'${dispatched.get(name)?.type}': ${name};`),
        `${name} is not in GlobalEventHandlersEventMap`,
      );
    }
  });
});
