import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { Marketplace } from '../../../src/contract/marketplace.js';
import '../../../src/elements/marketplace-provider/define.js';
import type { MarketplaceProvider } from '../../../src/elements/marketplace-provider/marketplace-provider.js';
import { MarketplaceController } from '../../../src/elements/shared/marketplace-controller.js';
import { fakeMarketplace } from '../fixtures.js';
import { waitUntil } from '../page.js';

class MarketplaceUser extends LitElement {
  static override properties = {
    marketplace: { attribute: false },
    baseUrl: { attribute: 'base-url' },
    token: { attribute: false },
  };
  declare marketplace: Marketplace | undefined;
  declare baseUrl: string | undefined;
  declare token: string | undefined;
  controller = new MarketplaceController(this);
  seen: Marketplace | undefined;

  protected override willUpdate(): void {
    this.seen = this.controller.value;
  }
}
customElements.define('marketplace-user', MarketplaceUser);

const userIn = (element: Element): MarketplaceUser => element.querySelector('marketplace-user') as MarketplaceUser;

describe('<marketplace-provider>', () => {
  it('gives its Marketplace to elements inside, also those that come later', async () => {
    const marketplace = fakeMarketplace();
    const provider = await fixture<MarketplaceProvider>(
      html`<marketplace-provider .marketplace=${marketplace}
        ><marketplace-user></marketplace-user
      ></marketplace-provider>`,
    );
    await waitUntil(() => userIn(provider).seen === marketplace);
    const later = document.createElement('marketplace-user') as MarketplaceUser;
    provider.append(later);
    await waitUntil(() => later.seen === marketplace);
  });

  it('tells them when it becomes another one', async () => {
    const provider = await fixture<MarketplaceProvider>(
      html`<marketplace-provider .marketplace=${fakeMarketplace()}
        ><marketplace-user></marketplace-user
      ></marketplace-provider>`,
    );
    const another = fakeMarketplace();
    provider.marketplace = another;
    await waitUntil(() => userIn(provider).seen === another);
  });

  it('counts less than an element’s own Marketplace and more than an outer provider', async () => {
    const [outer, inner, own] = [fakeMarketplace(), fakeMarketplace(), fakeMarketplace()];
    const element = await fixture(
      html`<marketplace-provider .marketplace=${outer}>
        <marketplace-provider .marketplace=${inner}>
          <marketplace-user id="inside"></marketplace-user>
          <marketplace-user id="own" .marketplace=${own}></marketplace-user>
        </marketplace-provider>
      </marketplace-provider>`,
    );
    const [inside, withOwn] = element.querySelectorAll<MarketplaceUser>('marketplace-user');
    await waitUntil(() => inside?.seen === inner && withOwn?.seen === own);
  });

  it('makes one client for one address and token, and another for another token', async () => {
    const element = await fixture(html`
      <div>
        <marketplace-provider base-url="/api/v1" .token=${'t'}
          ><marketplace-user></marketplace-user
        ></marketplace-provider>
        <marketplace-user base-url="/api/v1" .token=${'t'}></marketplace-user>
        <marketplace-user base-url="/api/v1" .token=${'other'}></marketplace-user>
      </div>
    `);
    const users = [...element.querySelectorAll<MarketplaceUser>('marketplace-user')];
    await waitUntil(() => users.every(({ seen }) => seen !== undefined));
    expect(users[0]?.seen).to.equal(users[1]?.seen);
    expect(users[2]?.seen).not.to.equal(users[0]?.seen);
  });

  it('is found again by an element that was moved', async () => {
    const marketplace = fakeMarketplace();
    const provider = await fixture(
      html`<marketplace-provider .marketplace=${marketplace}
        ><marketplace-user></marketplace-user
      ></marketplace-provider>`,
    );
    const user = userIn(provider);
    user.remove();
    await user.updateComplete;
    provider.append(user);
    await waitUntil(() => user.seen === marketplace);
  });

  it('takes no space of its own', async () => {
    const provider = await fixture(html`<marketplace-provider></marketplace-provider>`);
    expect(getComputedStyle(provider).display).to.equal('contents');
    await expect(provider).to.be.accessible();
  });
});
