import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import type { CredentialBatchResult } from '../../../src/contract/credential-batch.js';
import type { CredentialBatch } from '../../../src/contract/credential-params.js';
import { ApiError } from '../../../src/contract/error.js';
import type { CallOptions } from '../../../src/contract/marketplace.js';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { common } from '../../../src/locales/en/common.js';
import { aCredential, can, deferred, fakeMarketplace, page, type FakeMarketplace } from '../fixtures.js';
import { announced, appears, collect, control, findAll, focused, nameOf, shows, textOf, waitUntil } from '../page.js';

const some = (count: number, differences: Partial<Credential> = {}): Credential[] =>
  Array.from({ length: count }, (_, index) =>
    aCredential({ id: `c${index}`, name: `Key ${index}`, actions: can('suspend', 'remove'), ...differences }),
  );

/** It works for each. */
const suspended = ({ ids }: CredentialBatch): CredentialBatchResult => ({
  items: ids.map((id) => ({
    id,
    credential: aCredential({ id, name: `Key ${id.slice(1)}`, transition: 'suspending', actions: [], version: '2' }),
  })),
});

async function aList(
  items: Credential[],
  batch: (
    params: CredentialBatch,
    options?: CallOptions,
  ) => CredentialBatchResult | Promise<CredentialBatchResult> = suspended,
): Promise<{ list: CredentialList; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    credentials: {
      list: () => Promise.resolve(page(items)),
      get: (id) => Promise.resolve(items.find((one) => one.id === id) as Credential),
      batch: (params, options) => Promise.resolve(batch(params, options)),
    },
  });
  const list = await fixture<CredentialList>(
    html`<credential-list selectable .marketplace=${marketplace}></credential-list>`,
  );
  await control(list, 'Select all that are shown');
  return { list, marketplace };
}

const box = (list: CredentialList, name: string): Promise<HTMLInputElement> =>
  control(list, name) as Promise<HTMLInputElement>;

const chosen = (list: CredentialList): string[] =>
  findAll<HTMLInputElement>(list, '[data-do="select"]')
    .filter(({ checked }) => checked)
    .map((input) => input.closest('tr')?.dataset['id'] ?? '');

async function select(list: CredentialList, ...names: string[]): Promise<void> {
  for (const name of names) (await box(list, `Select ${name}`)).click();
}

const inDialog = (list: CredentialList, name: string): Promise<HTMLElement> =>
  appears(() => findAll(list, 'dialog button').find((one) => nameOf(one) === name), `no “${name}” in the dialog`);

const dialog = (list: CredentialList): Element | null => list.shadowRoot?.querySelector('dialog') ?? null;

const calls = (marketplace: FakeMarketplace): CredentialBatch[] =>
  marketplace.callsOf('credentials.batch').map((call) => call[1] as CredentialBatch);

const keys = (marketplace: FakeMarketplace): unknown[] =>
  marketplace.callsOf('credentials.batch').map((call) => (call[2] as CallOptions).idempotencyKey);

const states = (list: CredentialList): string[] => findAll(list, '.badge').map((one) => one.textContent ?? '');

describe('<credential-list> selection', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  it('selects by keyboard, with a name for each box, and says how many', async () => {
    const { list } = await aList(some(3));
    (await box(list, 'Select Key 1')).focus();
    await sendKeys({ press: 'Space' });
    await shows(list, '1 selected');
    expect(chosen(list)).to.deep.equal(['c1']);
    expect((await box(list, 'Select all that are shown')).indeterminate).to.equal(true);
    await expect(list).to.be.accessible();
  });

  it('selects all that are shown, and clears that again', async () => {
    const { list } = await aList(some(70));
    (await box(list, 'Select all that are shown')).click();
    await shows(list, '70 selected');
    expect(chosen(list)).to.have.length(70);
    await waitUntil(() => announced(list) === '70 selected');
    (await control(list, 'Clear selection')).click();
    await waitUntil(() => chosen(list).length === 0);
    expect(nameOf(focused())).to.equal('Select all that are shown');
  });

  it('selects a range with the shift key, over blocks of rows', async () => {
    const { list } = await aList(some(50));
    await select(list, 'Key 5');
    (await box(list, 'Select Key 45')).dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }),
    );
    await shows(list, '41 selected');
    expect(chosen(list)).to.have.length(41);
  });

  it('survives a refresh, and loses what is no longer there', async () => {
    const items = some(3);
    const { list } = await aList(items);
    await select(list, 'Key 0', 'Key 2');
    await list.refresh();
    expect(chosen(list)).to.deep.equal(['c0', 'c2']);
    items.splice(0, 1);
    await list.refresh();
    await shows(list, '1 selected');
    expect(chosen(list)).to.deep.equal(['c2']);
  });

  it('is not there unless it is asked for', async () => {
    const { list } = await aList(some(1));
    list.selectable = false;
    await list.updateComplete;
    expect(findAll(list, 'input[type="checkbox"]')).to.have.length(0);
  });

  describe('actions', () => {
    it('UX list 5: offers only what is valid for all of it, and says why the rest is not', async () => {
      const items = [
        ...some(2),
        aCredential({
          id: 'p',
          name: 'Waiting',
          actions: [{ action: 'suspend', allowed: false, reason: 'provisioning' }, ...can('remove', 'retry')],
        }),
      ];
      const { list } = await aList(items);
      await select(list, 'Key 0', 'Waiting');
      const suspend = await control(list, 'Suspend');
      expect(suspend.getAttribute('aria-disabled')).to.equal('true');
      const why = list.shadowRoot?.getElementById(suspend.getAttribute('aria-describedby') ?? '');
      expect(nameOf(why ?? null)).to.equal(
        'Suspend: not possible for 1 of 2. Possible once the gateway has set it up.',
      );
      suspend.click();
      expect((await control(list, 'Delete')).getAttribute('aria-disabled')).to.equal('false');
      expect(textOf(list)).to.contain('Try again: not possible for 1 of 2.');
      expect(findAll(list, '[part="batch"] button').map(nameOf)).not.to.contain('Enable');
      await list.updateComplete;
      expect(dialog(list)).to.equal(null);
      await expect(list).to.be.accessible();
    });

    it('UX list 6: confirms with how many and which, then shows and says the outcome', async () => {
      const { list, marketplace } = await aList(some(8));
      const events = collect(list, 'credential-batch', 'credential-batched');
      (await box(list, 'Select all that are shown')).click();
      (await control(list, 'Suspend')).focus();
      await sendKeys({ press: 'Enter' });
      await shows(list, 'Suspend 8 credentials?');
      await shows(list, 'and 3 more');
      await expect(list).to.be.accessible();
      expect(calls(marketplace)).to.have.length(0);
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => dialog(list) === null);
      expect(calls(marketplace)).to.deep.equal([{ action: 'suspend', ids: some(8).map(({ id }) => id) }]);
      expect(keys(marketplace)[0]).to.match(/^[0-9a-f]{32}$/);
      expect(new Set(states(list))).to.deep.equal(new Set(['Suspending…']));
      await waitUntil(() => announced(list) === 'Suspending 8 credentials.');
      expect(chosen(list)).to.deep.equal([]);
      expect(nameOf(focused())).to.equal('Select Key 0');
      expect(events.map(({ type }) => type)).to.deep.equal(['credential-batch', 'credential-batched']);
      expect(events[1]?.detail).to.deep.include({ action: 'suspend', failed: [] });
    });

    it('asks for 100 at most at once, each with a key of its own', async () => {
      const { list, marketplace } = await aList(some(230));
      (await box(list, 'Select all that are shown')).click();
      (await control(list, 'Suspend')).click();
      (await inDialog(list, 'Suspend 230 credentials')).click();
      await waitUntil(() => dialog(list) === null);
      expect(calls(marketplace).map(({ ids }) => ids.length)).to.deep.equal([100, 100, 30]);
      expect(new Set(keys(marketplace)).size).to.equal(3);
    });

    it('asks to type how many before those in use are deleted, and says what stops', async () => {
      const items = some(2, { actions: [{ action: 'remove', allowed: true, confirm: 'typed' }] });
      const { list, marketplace } = await aList(items);
      await select(list, 'Key 0', 'Key 1');
      (await control(list, 'Delete')).click();
      await shows(list, '2 of them were used in the last 7 days');
      await sendKeys({ press: 'Enter' });
      await shows(list, 'exactly as it is written');
      expect(calls(marketplace)).to.have.length(0);
      await sendKeys({ type: 'delete 2' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => calls(marketplace).length === 1);
    });

    it('shows the change before the answer, and takes it back when there is none', async () => {
      const answer = deferred<CredentialBatchResult>();
      const { list } = await aList(some(2), () => answer.promise);
      await select(list, 'Key 0', 'Key 1');
      (await control(list, 'Suspend')).click();
      (await inDialog(list, 'Suspend 2 credentials')).click();
      await waitUntil(() => states(list)[0] === 'Suspending…');
      await sendKeys({ press: 'Escape' });
      expect(dialog(list)).not.to.equal(null);
      answer.reject(new ApiError('unavailable', 'x'));
      await waitUntil(() => textOf(dialog(list) as Element).includes(common['error-unavailable']));
      expect(states(list)).to.deep.equal(['Active', 'Active']);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => dialog(list) === null);
      expect(chosen(list)).to.deep.equal(['c0', 'c1']);
    });

    it('goes on where it stopped, under the same key', async () => {
      let fails = true;
      const { list, marketplace } = await aList(some(150), (params) => {
        if (params.ids.length === 50 && fails) throw new ApiError('unavailable', 'x');
        return suspended(params);
      });
      (await box(list, 'Select all that are shown')).click();
      (await control(list, 'Suspend')).click();
      const confirm = await inDialog(list, 'Suspend 150 credentials');
      confirm.click();
      await waitUntil(() => textOf(dialog(list) as Element).includes(common['error-unavailable']));
      fails = false;
      confirm.click();
      await waitUntil(() => dialog(list) === null);
      expect(calls(marketplace).map(({ ids }) => ids.length)).to.deep.equal([100, 50, 50]);
      expect(keys(marketplace)[1]).to.equal(keys(marketplace)[2]);
    });

    it('UX list 5: gives a result for each that failed, keeps them selected, and tries them again', async () => {
      let round = 0;
      const { list, marketplace } = await aList(some(3), (params) => {
        round += 1;
        if (round > 1) return suspended(params);
        const [first] = suspended(params).items;
        return {
          items: [
            ...(first ? [first] : []),
            { id: 'c1', problem: { code: 'state-conflict', reason: 'in-transition' } },
            { id: 'c2', problem: { code: 'unheard-of' } },
          ],
        };
      });
      const events = collect(list, 'credential-batched');
      (await box(list, 'Select all that are shown')).click();
      (await control(list, 'Suspend')).click();
      (await inDialog(list, 'Suspend 3 credentials')).click();
      await shows(list, 'It did not work for 2 of 3 credentials.');
      await shows(list, 'Key 1: Another change is still under way.');
      await shows(list, 'Key 2: Not possible right now.');
      expect(chosen(list)).to.deep.equal(['c1', 'c2']);
      expect(states(list)).to.deep.equal(['Suspending…', 'Active', 'Active']);
      expect(events[0]?.detail).to.deep.include({
        failed: [
          { id: 'c1', code: 'state-conflict', reason: 'in-transition' },
          { id: 'c2', code: 'unheard-of', reason: undefined },
        ],
      });
      await expect(list).to.be.accessible();
      (await control(list, 'Try the failed ones again')).click();
      (await inDialog(list, 'Suspend 2 credentials')).click();
      await waitUntil(() => states(list).every((state) => state === 'Suspending…'));
      expect(calls(marketplace)[1]?.ids).to.deep.equal(['c1', 'c2']);
      expect(new Set(keys(marketplace)).size).to.equal(2);
      await waitUntil(() => !textOf(list).includes('It did not work'));
    });

    it('does nothing when a host takes it over', async () => {
      const { list, marketplace } = await aList(some(2));
      const events = collect(list, 'credential-batch');
      list.addEventListener('credential-batch', (event) => event.preventDefault());
      await select(list, 'Key 0');
      (await control(list, 'Delete')).click();
      await waitUntil(() => events.length === 1);
      expect(events[0]?.detail).to.deep.include({ action: 'remove' });
      await list.updateComplete;
      expect([dialog(list), calls(marketplace).length]).to.deep.equal([null, 0]);
    });

    it('closes with the element, and tells nobody', async () => {
      const answer = deferred<CredentialBatchResult>();
      const { list } = await aList(some(2), () => answer.promise);
      const events = collect(list, 'credential-batched');
      await select(list, 'Key 0');
      (await control(list, 'Suspend')).click();
      (await inDialog(list, 'Suspend 1 credential')).click();
      list.remove();
      expect(dialog(list)).to.equal(null);
      answer.reject(new DOMException('aborted', 'AbortError'));
      await answer.promise.catch(() => undefined);
      expect(events).to.have.length(0);
    });
  });

  it('does not move a selection to another list', async () => {
    const { list } = await aList(some(2));
    await select(list, 'Key 0');
    list.applicationId = 'app-2';
    await waitUntil(() => !textOf(list).includes('selected'));
    await waitUntil(() => findAll(list, 'tr[data-id]').length === 2);
    expect(chosen(list)).to.deep.equal([]);
  });
});
