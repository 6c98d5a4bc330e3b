import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import type { Marketplace } from '../../../src/contract/marketplace.js';
import '../../../src/elements/index.js';
import { common } from '../../../src/locales/en/common.js';
import type { SystemId } from '../../../src/marketplace/samples/systems.js';
import { apiKey } from '../access-fixtures.js';
import { oneTypeOptions } from '../credential-fixtures.js';
import { aCredential, can, fakeMarketplace, page } from '../fixtures.js';
import { appears, findAll, nameOf, serialised, textOf, waitUntil } from '../page.js';
import { attacks, hostileMarketplace } from './hostile-marketplace.js';

/** Elements that hold more than their own: what runs, loads or leads somewhere. */
const injected = 'script, img, iframe, object, embed, link, base, [onerror], [onload], [onclick], [srcdoc]';

/** Where a text of a server can turn the direction of text that is not its own. */
function leaking(root: Element): string[] {
  const texts = [root, ...findAll(root, '*')]
    .flatMap((element) => [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])])
    .filter((node): node is Text => node instanceof Text && node.data.includes('\u202e'));
  return texts.flatMap((text) => {
    let box = text.parentElement;
    while (box && !isBox(box)) box = box.parentElement;
    // Several parts of one name in a box of their own disturb nobody else.
    if (!box || box.localName === 'bdi' || !box.checkVisibility()) return [];
    const others = (box.textContent ?? '').replace(text.data, '').trim();
    return others === '' ? [] : [`${box.localName}.${box.className}: ${box.textContent?.trim().slice(0, 80)}`];
  });
}

function isBox(element: Element): boolean {
  const { display, unicodeBidi } = getComputedStyle(element);
  return !['inline', 'contents'].includes(display) || /isolate|plaintext/.test(unicodeBidi);
}

/** How far to the right an element reaches. */
const reaches = (element: Element): number => element.getBoundingClientRect().right;

/** Nothing of the data has become anything but text, and all of it fits. */
function assertHarmless(element: Element, where: string): void {
  expect((window as { pwned?: number }).pwned, `${where}: it ran`).to.equal(undefined);
  expect(findAll(element, injected), `${where}: markup`).to.deep.equal([]);
  const addresses = findAll<HTMLAnchorElement>(element, 'a[href]').map(({ protocol }) => protocol);
  expect(
    addresses.filter((protocol) => !/^https?:$/.test(protocol)),
    `${where}: addresses`,
  ).to.deep.equal([]);
  const { scrollWidth, clientWidth } = document.documentElement;
  const wide = scrollWidth > clientWidth ? findAll(element, '*').filter((one) => reaches(one) > clientWidth) : [];
  expect(
    wide.map((one) => `${one.localName}.${one.className}`),
    `${where}: wider than the window`,
  ).to.deep.equal([]);
  for (const dialog of findAll(element, 'dialog[open]'))
    expect(dialog.scrollWidth, `${where}: ${dialog.className} is wider than itself`).to.be.at.most(dialog.clientWidth);
  expect(textOf(element), `${where}: an error`).not.to.contain(common.errorUnknown);
}

/** Waits until nothing is loading any more. */
async function settled(element: Element): Promise<void> {
  await waitUntil(
    () => findAll(element, '.skeleton, .room, [aria-busy="true"]').every((one) => !one.checkVisibility()),
    'still loading',
  );
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Presses the first button whose name begins so; it may not be there. */
async function press(element: Element, begins: string): Promise<boolean> {
  const button = findAll(element, 'button, [role="menuitem"]').find(
    (one) => nameOf(one).startsWith(begins) && one.checkVisibility(),
  );
  if (!button) return false;
  const before = serialised(element);
  button.scrollIntoView({ block: 'center' }); // a menu goes away with the button it belongs to
  button.click();
  await waitUntil(() => serialised(element) !== before, `nothing comes of “${begins}”`);
  await settled(element);
  return true;
}

/** Each system: who looks, what there is to see, and what is pressed one after the other, by how names begin. */
interface Visit {
  person: string;
  /** Makes what there is to see. */
  prepare?(marketplace: Marketplace): Promise<unknown>;
  element(marketplace: Marketplace): TemplateResult;
  presses: string[];
}

const order = {
  name: 'Shop key',
  typeId: 'oauth-secret',
  applicationId: 'app_shop_web',
  resourceId: 'orders',
  data: {},
};

async function requestOrders(marketplace: Marketplace): Promise<void> {
  await marketplace.accessRequests.create({
    name: 'Orders for Shop',
    resourceId: 'orders',
    subscriptionId: 'sub_storefront_gold',
    applicationId: 'app_shop_web',
    data: { purpose: 'try', callsPerDay: 1 },
  });
  await waitUntil(async () => (await marketplace.accessRequests.list()).items[0]?.state === 'active');
}

async function createActive(
  marketplace: Marketplace,
  create: Parameters<Marketplace['credentials']['create']>[0],
): Promise<string> {
  const { id } = await marketplace.credentials.create(create);
  await waitUntil(async () => (await marketplace.credentials.get(id)).state === 'active');
  return id;
}

let known = '';

const visits: Record<string, Visit & { system: SystemId }> = {
  'access-request-form': {
    system: 'amplify',
    person: 'cleo',
    element: (marketplace) =>
      html`<access-request-form .marketplace=${marketplace} resource-id="orders"></access-request-form>`,
    presses: ['Request access', 'Next', 'Continue'],
  },
  'access-request-form for a resource': {
    system: 'amplify',
    person: 'ada',
    element: (marketplace) =>
      html`<access-request-form
        .marketplace=${marketplace}
        resource-id="orders"
        application-id="app_shop_web"
      ></access-request-form>`,
    presses: ['Request access', 'Next', 'Continue'],
  },
  'access-request-list': {
    system: 'amplify',
    person: 'ada',
    prepare: requestOrders,
    element: (marketplace) => html`<access-request-list .marketplace=${marketplace}></access-request-list>`,
    presses: ['Details', 'Show', 'Actions for', 'Withdraw'],
  },
  'credential-list': {
    system: 'amplify',
    person: 'ada',
    prepare: async (marketplace) => {
      await requestOrders(marketplace);
      await createActive(marketplace, order);
    },
    element: (marketplace) =>
      html`<credential-list
        creatable
        selectable
        .marketplace=${marketplace}
        application-id="app_shop_web"
      ></credential-list>`,
    presses: ['Actions for', 'Suspend credential', 'Cancel', 'Actions for', 'Delete credential', 'Cancel'],
  },
  'credential-list with its form': {
    system: 'mparticle',
    person: 'ada',
    prepare: (marketplace) =>
      createActive(marketplace, {
        name: 'Reader',
        typeId: 'oauth-secret',
        grants: [{ resourceId: 'profile', permissionId: 'read-only', scopeIds: ['ws_storefront_web'] }],
        data: {},
      }),
    element: (marketplace) => html`<credential-list creatable .marketplace=${marketplace}></credential-list>`,
    presses: ['Actions for', 'Edit credential', 'Close', 'Create credential'],
  },
  'credential-list that is closed to somebody': {
    system: 'mparticle',
    person: 'cleo',
    element: (marketplace) => html`<credential-list creatable .marketplace=${marketplace}></credential-list>`,
    presses: [],
  },
  'credential-list of two environments': {
    system: 'eqp',
    person: 'ben',
    element: (marketplace) =>
      html`<credential-list creatable .marketplace=${marketplace} environment="sandbox"></credential-list>`,
    presses: [],
  },
  'credential-list with a share link': {
    system: 'ibm',
    person: 'ada',
    prepare: (marketplace) =>
      createActive(marketplace, { name: 'Partner', typeId: 'external', resourceId: 'inventory', data: {} }),
    element: (marketplace) =>
      html`<credential-list
        creatable
        .marketplace=${marketplace}
        resource-id="inventory"
        audience="external"
        share-url="/share"
      ></credential-list>`,
    presses: ['Actions for', 'Make a share link', 'Make a link'],
  },
  'credential-form': {
    system: 'amplify',
    person: 'ada',
    prepare: requestOrders,
    element: (marketplace) => html`<credential-form .marketplace=${marketplace}></credential-form>`,
    presses: ['Create credential'],
  },
  'secret-reveal': {
    system: 'amplify',
    person: 'ada',
    prepare: async (marketplace) => {
      await requestOrders(marketplace);
      known = await createActive(marketplace, order);
    },
    element: (marketplace) => html`<secret-reveal .marketplace=${marketplace} credential-id=${known}></secret-reveal>`,
    presses: ['How to call', 'View secret', 'View secret', 'Show', 'Done'],
  },
};

describe('Hostile data', () => {
  before(() => setViewport({ width: 320, height: 800 }));
  after(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => dispatchEvent(new Event('pagehide')));

  for (const [attackName, attack] of Object.entries(attacks)) {
    describe(attackName, () => {
      for (const [visitName, { system, person, prepare, element, presses }] of Object.entries(visits)) {
        it(`is text and nothing else in <${visitName}>`, async () => {
          const { mock, asPerson } = await hostileMarketplace(system, attack);
          await prepare?.(mock.asPerson(person));
          const shown = await fixture(element(asPerson(person)));
          await waitUntil(() => textOf(shown) !== '');
          await settled(shown);
          assertHarmless(shown, 'at first');
          for (const begins of presses) {
            await press(shown, begins);
            assertHarmless(shown, `after “${begins}”`);
            if (attackName.includes('override')) expect(leaking(shown), `after “${begins}”`).to.deep.equal([]);
          }
          if (attackName.includes('override')) expect(leaking(shown)).to.deep.equal([]);
          await mock.close();
        });
      }
    });
  }

  it('a name of a million characters breaks nothing', async () => {
    const credential = aCredential({ name: 'N'.repeat(1_000_000), actions: can('reveal', 'suspend', 'remove') });
    const marketplace = fakeMarketplace({
      credentials: {
        list: () => Promise.resolve(page([credential])),
        get: () => Promise.resolve(credential),
        options: () => Promise.resolve(oneTypeOptions()),
      },
    });
    const shown = await fixture(
      html`<div>
        <credential-list .marketplace=${marketplace} application-id="app-1"></credential-list>
        <secret-reveal .marketplace=${marketplace} credential-id="cred-1"></secret-reveal>
      </div>`,
    );
    await waitUntil(() => findAll(shown, 'button').some((one) => nameOf(one).startsWith('View secret N')));
    assertHarmless(shown, 'at first');
    const opened = (selector: string, ends = ''): Promise<HTMLElement> =>
      appears(() => findAll(shown, selector).find(({ textContent }) => textContent.includes(ends)), `no ${selector}`);
    (await opened('[data-do="menu"]')).click();
    (await opened('[role="menuitem"]', 'Suspend credential')).click();
    await opened('dialog');
    assertHarmless(shown, 'while it is asked');
    expect(findAll(shown, 'table')[0]?.offsetHeight).to.be.below(600);
  });

  it('a form of five hundred fields is a form', async () => {
    const properties = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [
        `field-${index}`,
        {
          type: ['string', 'integer', 'boolean', 'array'][index % 4],
          title: `Field ${index}`,
          items: { type: 'string' },
        },
      ]),
    );
    const type = { ...apiKey, form: { schema: { type: 'object', properties } } };
    const marketplace = fakeMarketplace({
      credentials: { options: () => Promise.resolve(oneTypeOptions({ types: [{ ...type, allowed: true }] })) },
    });
    const shown = await fixture(
      html`<credential-form .marketplace=${marketplace} application-id="app-1" resource-id="res-1"></credential-form>`,
    );
    await appears(() => textOf(shown).includes('Field 499'), 'the last field');
    await settled(shown);
    assertHarmless(shown, 'with all fields');
  });
});
