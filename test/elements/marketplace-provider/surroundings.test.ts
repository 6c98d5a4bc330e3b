import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { Marketplace } from '../../../src/contract/marketplace.js';
import '../../../src/elements/marketplace-provider/define.js';
import type { MarketplaceProvider } from '../../../src/elements/marketplace-provider/marketplace-provider.js';
import { MarketplaceController } from '../../../src/elements/shared/marketplace-controller.js';
import type { Token } from '../../../src/elements/shared/shared-client.js';
import { fakeMarketplace } from '../fixtures.js';
import { collect, waitUntil } from '../page.js';

class PlacedElement extends LitElement {
  static override properties = {
    marketplace: { attribute: false },
    baseUrl: { attribute: 'base-url' },
    token: { attribute: false },
    environment: {},
  };
  declare marketplace: Marketplace | undefined;
  declare baseUrl: string | undefined;
  declare token: Token | undefined;
  declare environment: string | undefined;
  controller = new MarketplaceController(this);
  seen: Marketplace | undefined;
  refreshed = 0;

  refresh(): void {
    this.refreshed += 1;
  }

  protected override willUpdate(): void {
    this.seen = this.controller.value;
  }
}
customElements.define('placed-element', PlacedElement);

const placed = (root: Element, at = 0): PlacedElement =>
  root.querySelectorAll<PlacedElement>('placed-element')[at] as PlacedElement;

/** Answers every request with this status; undo it afterwards. */
function answerAll(status: () => number): { undo(): void } {
  const original = globalThis.fetch;
  globalThis.fetch = () => {
    const body = { type: 'about:blank', title: 'x', status: status(), code: 'unauthenticated' };
    const isProblem = status() >= 400;
    return Promise.resolve(
      new Response(JSON.stringify(isProblem ? body : { items: [], next: '0' }), {
        status: status(),
        headers: { 'content-type': isProblem ? 'application/problem+json' : 'application/json' },
      }),
    );
  };
  return { undo: () => (globalThis.fetch = original) };
}

describe('<marketplace-provider>: what it gives beside its Marketplace', () => {
  describe('environment', () => {
    it('is that of the elements inside that name none themselves', async () => {
      const provider = await fixture<MarketplaceProvider>(html`
        <marketplace-provider .marketplace=${fakeMarketplace()} environment="sandbox">
          <placed-element></placed-element>
          <placed-element environment="production"></placed-element>
        </marketplace-provider>
      `);
      await waitUntil(() => placed(provider).environment === 'sandbox');
      expect(placed(provider, 1).environment).to.equal('production');
      provider.environment = 'staging';
      await waitUntil(() => placed(provider).environment === 'staging');
      expect(placed(provider, 1).environment).to.equal('production');
      provider.environment = undefined;
      await waitUntil(() => placed(provider).environment === undefined);
    });

    it('is that of the nearest provider that has one', async () => {
      const outer = await fixture(html`
        <marketplace-provider .marketplace=${fakeMarketplace()} environment="sandbox">
          <marketplace-provider><placed-element></placed-element></marketplace-provider>
          <marketplace-provider environment="production"><placed-element></placed-element></marketplace-provider>
        </marketplace-provider>
      `);
      await waitUntil(() => placed(outer).environment === 'sandbox');
      await waitUntil(() => placed(outer, 1).environment === 'production');
    });

    it('stays behind when an element leaves', async () => {
      const provider = await fixture(html`
        <marketplace-provider .marketplace=${fakeMarketplace()} environment="sandbox">
          <placed-element></placed-element>
        </marketplace-provider>
      `);
      const element = placed(provider);
      await waitUntil(() => element.environment === 'sandbox');
      provider.after(element);
      expect(element.environment).to.equal(undefined);
      element.remove();
    });

    it('yields to what the page sets later', async () => {
      const provider = await fixture<MarketplaceProvider>(html`
        <marketplace-provider .marketplace=${fakeMarketplace()} environment="sandbox">
          <placed-element></placed-element>
        </marketplace-provider>
      `);
      const element = placed(provider);
      await waitUntil(() => element.environment === 'sandbox');
      element.environment = 'production';
      provider.environment = 'staging';
      await provider.updateComplete;
      expect(element.environment).to.equal('production');
    });
  });

  describe('the end of a session', () => {
    let status = 401;
    let server: { undo(): void };
    beforeEach(() => {
      status = 401;
      server = answerAll(() => status);
    });
    afterEach(() => server.undo());

    const aProvider = () =>
      fixture<MarketplaceProvider>(html`
        <marketplace-provider base-url="/api/v1"><placed-element></placed-element></marketplace-provider>
      `);

    /** Some call of an element inside. */
    async function call(provider: Element): Promise<void> {
      await waitUntil(() => placed(provider).seen);
      await placed(provider)
        .seen?.environments.list()
        .catch(() => undefined);
    }

    it('is told once, however many calls fail', async () => {
      const provider = await aProvider();
      const events = collect(document.body, 'session-expired');
      await call(provider);
      await call(provider);
      expect(events.map(({ target }) => target)).to.deep.equal([provider]);
      expect(events[0]?.detail).to.deep.equal({});
    });

    it('is over when the page says so: the elements read again, and the next end is told anew', async () => {
      const provider = await aProvider();
      const events = collect(provider, 'session-expired');
      await call(provider);
      status = 200;
      provider.refresh();
      expect(placed(provider).refreshed).to.equal(1);
      await call(provider);
      expect(events).to.have.length(1);
      status = 401;
      await call(provider);
      expect(events).to.have.length(2);
    });

    it('is no news of other errors', async () => {
      status = 404;
      const provider = await aProvider();
      const events = collect(provider, 'session-expired');
      await call(provider);
      expect(events).to.have.length(0);
    });

    it('is told to every provider of the same address, and to none that has left', async () => {
      const [one, other] = [await aProvider(), await aProvider()];
      const events = [collect(one, 'session-expired'), collect(other, 'session-expired')];
      await waitUntil(() => placed(other).seen);
      const { seen } = placed(other);
      expect(placed(one).seen).to.equal(seen);
      one.remove();
      await seen?.environments.list().catch(() => undefined);
      expect(events.map(({ length }) => length)).to.deep.equal([0, 1]);
    });
  });

  it('asks elements in providers inside of it too', async () => {
    const outer = await fixture<MarketplaceProvider>(html`
      <marketplace-provider .marketplace=${fakeMarketplace()}>
        <marketplace-provider><placed-element></placed-element></marketplace-provider>
      </marketplace-provider>
    `);
    await waitUntil(() => placed(outer).seen);
    outer.refresh();
    expect(placed(outer).refreshed).to.equal(1);
  });

  it('asks nothing of an element that has just come', async () => {
    const provider = await fixture<MarketplaceProvider>(html`
      <marketplace-provider .marketplace=${fakeMarketplace()}></marketplace-provider>
    `);
    provider.refresh();
    const late = new PlacedElement();
    provider.append(late);
    await waitUntil(() => late.seen);
    expect(late.refreshed).to.equal(0);
  });
});
