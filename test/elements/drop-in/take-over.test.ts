import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { AccessOptions } from '../../../src/contract/access-options.js';
import type { AccessRequest } from '../../../src/contract/access-request.js';
import type { Credential } from '../../../src/contract/credential.js';
import * as elements from '../../../src/elements/index.js';
import { credentialActions } from '../../../src/locales/en/credential-actions.js';
import { aRejectedRequest, aRequest, aResource, anActiveRequest, anOffer } from '../access-fixtures.js';
import { oneTypeOptions } from '../credential-fixtures.js';
import { aCredential, at, can, fakeMarketplace, page, start, type FakeMarketplace } from '../fixtures.js';
import { labelled } from '../form-page.js';
import { control, findAll, shows, waitUntil } from '../page.js';

/** What the marketplace of a row says. */
interface World {
  credential?: Credential;
  request?: AccessRequest;
  offer?: AccessOptions;
  resource?: ReturnType<typeof aResource>;
}

const marketplaceOf = ({ credential, request, offer, resource }: World): FakeMarketplace =>
  fakeMarketplace({
    environments: { list: () => Promise.resolve(page([])) },
    resources: {
      get: () => Promise.resolve(resource ?? aResource()),
      accessOptions: () => Promise.resolve(offer ?? anOffer()),
    },
    credentials: {
      list: () => Promise.resolve(page([credential ?? aCredential()])),
      get: () => Promise.resolve(credential ?? aCredential()),
      options: () =>
        Promise.resolve(
          resource
            ? oneTypeOptions({
                needsApplication: false,
                applications: [],
                blocked: 'not-exposed',
                resources: [{ id: 'res-1', name: 'Payments API', allowed: false, reason: 'not-exposed' }],
              })
            : oneTypeOptions(),
        ),
    },
    accessRequests: {
      list: () => Promise.resolve(page([request ?? aRequest()])),
      get: () => Promise.resolve(request ?? aRequest()),
    },
  });

/** One way to an event: what is there, and what a person does. */
interface Row {
  tag: keyof HTMLElementTagNameMap;
  event: string;
  world?: World;
  set?: Record<string, unknown>;
  act(element: Element): Promise<void>;
}

const press =
  (...names: string[]) =>
  async (element: Element): Promise<void> => {
    for (const name of names) (await control(element, name)).click();
  };

/** An entry of a credential's menu. */
const inMenu = (event: string, action: keyof typeof actionNames): Row => ({
  tag: 'credential-list',
  event,
  world: {
    credential: aCredential({
      actions: [...can(actionNames[action]), { action: 'renew', allowed: true, overlapsMs: [0] }],
    }),
  },
  set: { shareUrl: '/share' },
  act: press('Actions for Billing key', credentialActions[`action-${action}`]),
});

const actionNames = {
  reveal: 'reveal',
  update: 'update',
  renew: 'renew',
  regenerate: 'regenerate',
  suspend: 'suspend',
  enable: 'enable',
  retry: 'retry',
  share: 'share',
  unshare: 'unshare',
  provision: 'provision',
  fail: 'fail',
  remove: 'remove',
} as const;

/** A button of a request in the list. */
const onCard = (event: string, button: string, request: AccessRequest): Row => ({
  tag: 'access-request-list',
  event,
  world: { request },
  act: press(`${button}: ${request.name}`),
});

const duplicate = { id: 'req-9', state: 'pending' as const, createdAt: at(start) };
const [invoices] = anOffer().applications;

/** What a secret that is gone offers instead. */
const gone = (action: 'renew' | 'regenerate'): Credential =>
  aCredential({
    secret: { visibility: 'window', state: 'erased' },
    actions: [{ action, allowed: true, overlapsMs: [0] }],
  });

const rows: Row[] = [
  inMenu('credential-reveal', 'reveal'),
  inMenu('credential-edit', 'update'),
  inMenu('credential-renew', 'renew'),
  inMenu('credential-regenerate', 'regenerate'),
  inMenu('credential-suspend', 'suspend'),
  inMenu('credential-enable', 'enable'),
  inMenu('credential-retry', 'retry'),
  inMenu('credential-share', 'share'),
  inMenu('credential-unshare', 'unshare'),
  inMenu('credential-provision', 'provision'),
  inMenu('credential-refuse', 'fail'),
  inMenu('credential-remove', 'remove'),
  { tag: 'credential-list', event: 'credential-add', set: { creatable: true }, act: press('Create credential') },
  {
    tag: 'credential-list',
    event: 'credential-batch',
    set: { selectable: true },
    act: press('Select Billing key', 'Suspend'),
  },
  {
    tag: 'credential-form',
    event: 'credential-create',
    set: { applicationId: 'app-1', resourceId: 'res-1' },
    act: press('Create credential'),
  },
  {
    tag: 'credential-form',
    event: 'credential-update',
    world: { credential: aCredential({ actions: can('update') }) },
    set: { credentialId: 'cred-1' },
    async act(element) {
      const name = await labelled<HTMLInputElement>(element, 'Name');
      name.value = 'Another name';
      name.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await press('Save changes')(element);
    },
  },
  ...(['expose', 'unexpose'] as const).map((action): Row => ({
    tag: 'credential-form',
    event: `resource-${action}`,
    world: { resource: aResource({ exposed: action === 'unexpose', actions: can(action) }) },
    set: { resourceId: 'res-1' },
    async act(element) {
      await waitUntil(() => findAll(element, '[role="switch"]').length > 0);
      findAll(element, '[role="switch"]')[0]?.click();
    },
  })),
  onCard('access-request-withdraw', 'Withdraw', aRequest()),
  onCard('access-request-approve', 'Approve', aRequest({ actions: can('approve') })),
  onCard('access-request-reject', 'Reject', aRequest({ actions: can('reject') })),
  onCard('access-request-revoke', 'Revoke access', anActiveRequest({ actions: can('revoke') })),
  onCard('access-request-edit', 'Edit and send again', aRejectedRequest()),
  onCard('access-request-continue', 'Create credential', anActiveRequest()),
  {
    tag: 'access-request-form',
    event: 'access-request-open',
    world: {
      offer: anOffer({ applications: [{ ...invoices!, allowed: false, reason: 'duplicate', duplicate }] }),
    },
    set: { resourceId: 'res-1' },
    act: press('View request: Invoices'),
  },
  {
    tag: 'access-request-form',
    event: 'access-request-create',
    world: { offer: anOffer({ applications: [invoices!] }) },
    set: { resourceId: 'res-1' },
    async act(element) {
      await shows(element, 'Chosen for you');
      await press('Request access')(element);
    },
  },
  {
    tag: 'access-request-form',
    event: 'access-request-update',
    world: { request: aRejectedRequest() },
    set: { resourceId: 'res-1', accessRequestId: 'req-1', editing: true },
    act: press('Send again'),
  },
  ...(['Withdraw request', 'Edit and send again', 'Create credential'] as const).map((button, index): Row => ({
    tag: 'access-request-form',
    event: (['access-request-withdraw', 'access-request-edit', 'access-request-continue'] as const)[index]!,
    world: { request: [aRequest(), aRejectedRequest(), anActiveRequest()][index]! },
    set: { resourceId: 'res-1', accessRequestId: 'req-1' },
    act: press(button),
  })),
  {
    tag: 'secret-reveal',
    event: 'credential-renew',
    world: { credential: gone('renew') },
    set: { credentialId: 'cred-1' },
    act: press('Renew credential'),
  },
  {
    tag: 'secret-reveal',
    event: 'credential-regenerate',
    world: { credential: gone('regenerate') },
    set: { credentialId: 'cred-1' },
    act: press('Regenerate credential'),
  },
];

/** Tested with the form, which has to wait for the approval: test/elements/access-request-form/progress.test.ts. */
const elsewhere = ['access-request-approved'];

const reading = /\.(?:list|get|options|accessOptions|history)$/;

describe('a page takes over', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  for (const { tag, event, world = {}, set = {}, act } of rows) {
    it(`${event} of <${tag}>`, async () => {
      const marketplace = marketplaceOf(world);
      const place = await fixture<HTMLElement>(html`<div></div>`);
      const element = document.createElement(tag);
      Object.assign(element, { marketplace }, set);
      const heard: Event[] = [];
      // On the page, far from the element: before-events leave every shadow root.
      place.addEventListener(event, (before) => {
        before.preventDefault();
        heard.push(before);
      });
      place.append(element);
      await act(element);
      await waitUntil(() => heard.length > 0, `${event} was not heard`);
      // What would follow is loaded on demand: give it the time that takes.
      await Promise.all([import('../../../src/elements/shared/confirm-dialog.js'), new Promise(requestAnimationFrame)]);
      expect(heard).to.have.length(1);
      expect(heard[0]?.cancelable).to.equal(true);
      expect(marketplace.calls.filter(([name]) => !reading.test(name))).to.deep.equal([]);
      expect(findAll(element, 'dialog[open]')).to.deep.equal([]);
    });
  }

  it('whatever can be cancelled: the rows above are all there is', () => {
    const cancelable = Object.values(elements).flatMap((exported) => {
      const isEvent = typeof exported === 'function' && exported.prototype instanceof CustomEvent;
      const event = isEvent ? new (exported as new (detail: object) => CustomEvent)({}) : undefined;
      return event?.cancelable ? [event.type] : [];
    });
    const tested = new Set([...rows.map(({ event }) => event), ...elsewhere]);
    expect(cancelable.filter((type) => !tested.has(type))).to.deep.equal([]);
  });
});
