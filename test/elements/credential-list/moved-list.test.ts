import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import type { SecretReveal } from '../../../src/elements/secret-reveal/secret-reveal.js';
import { secretSession } from '../../../src/locales/en/secret-session.js';
import { aCredential, aSecret, can, canary, fakeMarketplace, page } from '../fixtures.js';
import { asksBeforeLeaving, fill, labelled } from '../form-page.js';
import { control, appears, findAll, focused, nameOf, serialised, shows, waitUntil } from '../page.js';

const isPanelOpen = (list: CredentialList): boolean =>
  list.shadowRoot?.querySelector<HTMLDialogElement>('dialog.panel')?.matches(':modal') ?? false;

/** Moves the list elsewhere in the page, as frameworks do. */
function move(list: CredentialList): void {
  const other = document.createElement('section');
  list.parentElement?.append(other);
  other.append(list);
}

async function aList(now: () => Credential): Promise<CredentialList> {
  const list = await fixture<CredentialList>(
    html`<credential-list
      .marketplace=${fakeMarketplace({
        credentials: {
          list: () => Promise.resolve(page([now()])),
          get: () => Promise.resolve(now()),
          reveal: () => Promise.resolve(aSecret({ availableUntil: undefined })),
        },
      })}
    ></credential-list>`,
  );
  await shows(list, 'Billing key');
  return list;
}

describe('<credential-list> that is moved with its panel open', () => {
  afterEach(() => dispatchEvent(new Event('pagehide')));

  it('shows the secret that was seen once again, masked, until it is stored (S4)', async () => {
    let isViewed = false;
    const list = await aList(() =>
      isViewed
        ? aCredential({ secret: { visibility: 'once', state: 'viewed' }, actions: can('remove') })
        : aCredential({ secret: { visibility: 'once', state: 'available' }, actions: can('reveal') }),
    );
    (await control(list, 'View secret of Billing key')).click();
    const reveal = await appears(() => findAll<SecretReveal>(list, 'secret-reveal')[0], 'no panel');
    (await control(reveal, 'View secret')).click();
    (await control(reveal, 'Show Client secret')).click();
    await shows(reveal, canary);
    isViewed = true;
    move(list);
    await waitUntil(() => isPanelOpen(list));
    await control(reveal, 'Show Client secret');
    await shows(reveal, secretSession.secretKeptLeft);
    expect(serialised(document.documentElement)).not.to.contain(canary);
    // Twice at once, too.
    move(list);
    move(list);
    await waitUntil(() => isPanelOpen(list));
    await control(reveal, 'Show Client secret');
    await expect(list).to.be.accessible();

    await sendKeys({ press: 'Escape' });
    await shows(reveal, secretSession.secretCloseHeading);
    (await control(reveal, secretSession.secretCloseLose)).click();
    await waitUntil(() => findAll(list, 'dialog').length === 0);
    expect(asksBeforeLeaving()).to.equal(false);
    await waitUntil(() => nameOf(focused()) === 'Actions for Billing key');
  });

  it('closes the panel when it is taken away', async () => {
    const list = await aList(() => aCredential());
    (await control(list, 'View secret of Billing key')).click();
    await waitUntil(() => isPanelOpen(list));
    const parent = list.parentElement as Element;
    list.remove();
    await waitUntil(() => findAll(list, 'dialog').length === 0);
    parent.append(list);
    // It can be opened anew: nothing waits for the old one.
    (await control(list, 'View secret of Billing key')).click();
    await waitUntil(() => isPanelOpen(list));
  });

  it('keeps what was typed in a form', async () => {
    const list = await aList(() => aCredential({ actions: can('update') }));
    (await control(list, 'Billing key')).click();
    fill(await labelled(list, 'Name'), 'Ledger key');
    move(list);
    await waitUntil(() => isPanelOpen(list));
    expect((await labelled(list, 'Name')).value).to.equal('Ledger key');
  });
});
