import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { ApiError } from '../../../src/contract/error.js';
import type { HistoryEntry } from '../../../src/contract/history.js';
import type { Page } from '../../../src/contract/primitives.js';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { common } from '../../../src/locales/en/common.js';
import { aCredential, at, day, deferred, fakeMarketplace, page, start, type FakeMarketplace } from '../fixtures.js';
import { appears, control, findAll, focused, nameOf, shows, textOf, waitUntil } from '../page.js';

const ada = { id: 'ada', name: 'Ada Byron' };

const entry = (action: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: action,
  at: at(start - day),
  action: action as HistoryEntry['action'],
  ...more,
});

async function opened(
  history: (cursor?: string) => Page<HistoryEntry> | Promise<Page<HistoryEntry>>,
): Promise<{ list: CredentialList; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    credentials: {
      list: () => Promise.resolve(page([aCredential()])),
      get: () => Promise.resolve(aCredential()),
      history: async (_id, params = {}) => history(params.cursor),
    },
  });
  const list = await fixture<CredentialList>(html`<credential-list .marketplace=${marketplace}></credential-list>`);
  (await control(list, 'Actions for Billing key')).focus();
  await sendKeys({ press: 'Enter' });
  (await control(list, 'History')).focus();
  await sendKeys({ press: 'Enter' });
  await shows(list, 'History of “Billing key”');
  return { list, marketplace };
}

const panel = (list: CredentialList): HTMLElement => list.shadowRoot?.querySelector('dialog') as HTMLElement;

const entries = (list: CredentialList): string[] => findAll(panel(list), 'li').map(textOf);

describe('<credential-list> history', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  it('says who, when, what and why', async () => {
    const { list } = await opened(() =>
      page([
        entry('created', { by: ada }),
        entry('provisioned'),
        entry('updated', {
          by: ada,
          changes: [
            { field: 'name', from: 'Key', to: 'Billing key' },
            { field: 'grants', to: 'Profile API: Read-only' },
            { field: 'colour', from: 'blue' },
          ],
        }),
        entry('suspended', { by: ada, reason: 'Traffic from an unknown address.' }),
        entry('erased'),
      ]),
    );
    await appears(() => entries(list).length === 5, 'not all entries');
    const [created, provisioned, updated, suspended, erased] = entries(list);
    expect(created).to.match(/^Created by Ada Byron Nov 19, 2026/);
    expect(provisioned).to.contain('Set up by the gateway');
    expect(updated).to.contain('Name: from “Key” to “Billing key”');
    expect(updated).to.contain('What it may do: “Profile API: Read-only”');
    expect(updated).to.contain('colour: no longer “blue”');
    expect(suspended).to.contain('Suspended by Ada Byron').and.to.contain('Traffic from an unknown address.');
    expect(erased).to.contain('it still works on the gateway');
    await expect(list).to.be.accessible();
  });

  it('X3: shows what only a newer marketplace does', async () => {
    const { list } = await opened(() => page([entry('teleported', { by: ada }), entry('unknown')]));
    await appears(() => entries(list).length === 2, 'not all entries');
    expect(entries(list)[0]).to.contain('Changed by Ada Byron');
    expect(entries(list)[1]).to.contain('Changed');
  });

  it('is read when it is opened, in pages', async () => {
    const { list, marketplace } = await opened((cursor) =>
      cursor === undefined ? page([entry('created')], { next: '2' }) : page([entry('renewed', { by: ada })]),
    );
    await shows(list, 'Created');
    (await control(list, 'Load more')).click();
    await shows(list, 'Renewed by Ada Byron');
    expect(marketplace.callsOf('credentials.history').map((call) => call[2])).to.deep.equal([
      { cursor: undefined },
      { cursor: '2' },
    ]);
    expect(findAll(panel(list), 'button').map(nameOf)).to.deep.equal(['Close']);
  });

  it('keeps the place while loading, says that there is nothing, and goes back to the row', async () => {
    const answer = deferred<Page<HistoryEntry>>();
    const { list } = await opened(() => answer.promise);
    expect(findAll(panel(list), '.skeleton')).to.have.length(1);
    await expect(list).to.be.accessible();
    answer.resolve(page([]));
    await shows(list, 'Nothing has been recorded yet.');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !panel(list));
    expect(nameOf(focused())).to.equal('Actions for Billing key');
  });

  it('says why it cannot be read, and tries again', async () => {
    let fails = true;
    const { list } = await opened(() => {
      if (fails) throw new ApiError('unavailable', 'x');
      return page([entry('created', { by: ada })]);
    });
    await shows(list, common['error-unavailable']);
    await expect(list).to.be.accessible();
    fails = false;
    (await control(list, 'Try again')).click();
    await shows(list, 'Created by Ada Byron');
    expect(textOf(list)).not.to.contain(common['error-unavailable']);
  });

  it('keeps what was read when a further page fails', async () => {
    let fails = true;
    const { list } = await opened((cursor) => {
      if (cursor === undefined) return page([entry('created')], { next: '2' });
      if (fails) throw new ApiError('unavailable', 'x');
      return page([entry('expired')]);
    });
    (await control(list, 'Load more')).click();
    await shows(list, common['error-unavailable']);
    expect(entries(list)).to.have.length(1);
    fails = false;
    (await control(list, 'Try again')).click();
    await shows(list, 'Expired');
    expect(entries(list)).to.have.length(2);
  });

  it('follows what happens to the credential while it is open, and keeps the focus and what is in sight', async () => {
    let happened = Array.from({ length: 40 }, (_, index) => entry('updated', { id: `e${index}`, by: ada }));
    const { list, marketplace } = await opened(() => page(happened));
    await appears(() => entries(list).length === 40, 'not all entries');
    await waitUntil(() => marketplace.streams === 1);
    const close = await control(list, 'Close');
    close.focus();
    const first = findAll(panel(list), 'li')[0];
    panel(list).scrollTop = 300;
    happened = [...happened, entry('suspended', { by: ada })];
    marketplace.emit({ subject: 'credential', subjectId: 'another' });
    marketplace.emit({ subject: 'credential', subjectId: aCredential().id });
    await shows(list, 'Suspended by Ada Byron');
    expect(entries(list)).to.have.length(41);
    expect(findAll(panel(list), 'li')[0]).to.equal(first);
    expect(panel(list).scrollTop).to.equal(300);
    expect(focused()).to.equal(close);
    expect(marketplace.callsOf('credentials.history')).to.have.length(2);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !panel(list));
    marketplace.emit({ subject: 'credential', subjectId: aCredential().id });
    await waitUntil(() => marketplace.callsOf('credentials.get').length > 1);
    expect(marketplace.callsOf('credentials.history')).to.have.length(2);
  });

  it('gives up reading when it is closed, and closes with the element', async () => {
    let signal: AbortSignal | undefined;
    const marketplace = fakeMarketplace({
      credentials: {
        list: () => Promise.resolve(page([aCredential()])),
        history: (_id, _params, options) => {
          signal = options?.signal;
          return deferred<Page<HistoryEntry>>().promise;
        },
      },
    });
    const list = await fixture<CredentialList>(html`<credential-list .marketplace=${marketplace}></credential-list>`);
    (await control(list, 'Actions for Billing key')).click();
    (await control(list, 'History')).click();
    await waitUntil(() => signal !== undefined);
    list.remove();
    await waitUntil(() => signal?.aborted);
    expect(panel(list)).to.equal(null);
  });
});
