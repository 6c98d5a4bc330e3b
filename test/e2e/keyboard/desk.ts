import { describe } from 'node:test';
import { clientOf } from '../person.js';
import { setStage, type Stage } from '../stage.js';
import { story } from '../story.js';
import { assertNoProblems, signInByKeys, type Typist } from './moves.js';

const first = 'Invoices API for Checkout';
const second = 'Invoices API for Returns portal';
const byHand = 'Carrier Nordwind';
const toApprove = 'Subscriptions waiting for approval';
const toSetUp = 'Credentials to set up by hand';

/** The provider desk of Amplify, at the demo on this stage. */
export const deskByKeys = (shared: Stage): void =>
  void describe('the provider desk', { concurrency: 1 }, () => {
    const stage = setStage(shared);
    const step = story();
    let priya: Typist;

    step('goes from what waits at home to where it waits', async () => {
      priya = await signInByKeys(stage, 'Priya Shah');
      const { page, keys } = priya;
      await keys.skipTo(page.getByRole('heading', { name: 'Five marketplaces' }));
      await keys.tabTo('link', '2 requests wait for a decision');
      await keys.press('Enter');
      await page.getByRole('tab', { name: 'All requests' }).waitFor();
      await keys.at('heading', 'Waiting for your decision');
    });

    step('approves a request, with a reason, after it thought better of it', async () => {
      const { keys } = priya;
      await keys.tabTo('button', `Approve: ${first}`);
      await keys.press('Enter');
      await keys.at('textbox', 'Reason (optional)', `Approve “${first}”?`);
      await keys.staysIn(`Approve “${first}”?`);
      await keys.press('Escape');
      await keys.at('button', `Approve: ${first}`);
      await keys.press('Space');
      await keys.at('textbox', 'Reason (optional)');
      await keys.type('Welcome');
      await keys.tabTo('button', 'Approve request');
      await keys.press('Enter');
      await keys.hear(new RegExp(`^${first}: (Being set up|Ready)$`));
      await keys.at('button', `Approve: ${second}`);
    });

    step('rejects a request, with a reason', async () => {
      const { page, keys } = priya;
      await keys.tabTo('button', `Reject: ${second}`);
      await keys.press('Enter');
      await keys.at('textbox', 'Reason (optional)', `Reject “${second}”?`);
      await keys.type('Not before the audit');
      await keys.tabTo('button', 'Reject request');
      await keys.press('Enter');
      await keys.hear(`${second}: Rejected`);
      await page.getByText('Nothing waits for a decision').waitFor();
      await keys.at('group', 'Access requests', 'Waiting for your decision');
    });

    step('lets a subscription through', async () => {
      const { keys } = priya;
      await keys.tabTo('button', 'Approve: Storefront Trial');
      await keys.press('Enter');
      await keys.at('textbox', 'Reason (optional)', 'Approve “Storefront Trial”?');
      await keys.tabTo('button', 'Approve');
      await keys.press('Enter');
      await keys.at('heading', toApprove);
    });

    step('keeps its place while more comes in', async () => {
      const { page, keys } = priya;
      await keys.tabTo('button', `Refuse: ${byHand}`);
      const { credentials } = await clientOf(await signInByKeys(stage, 'Mira'), 'amplify');
      const { items } = await credentials.list();
      const like = items.find(({ name }) => name === byHand)!;
      await credentials.create({
        name: 'Carrier Southwind',
        typeId: 'api-key-manual',
        resourceId: like.resources[0]!.id,
        applicationId: like.application!.id,
        data: {},
      });
      await page.getByRole('button', { name: 'Refuse: Carrier Southwind' }).waitFor();
      await keys.at('button', `Refuse: ${byHand}`);
    });

    step('refuses to set a credential up, and has to say why', async () => {
      const { keys } = priya;
      await keys.press('Enter');
      await keys.at('textbox', 'Reason', `Refuse to set up “${byHand}”?`);
      await keys.tabTo('button', 'Refuse');
      await keys.press('Enter');
      await keys.at('textbox', 'Reason');
      await keys.isDescribed(/Say why: it is shown to the team\./);
      await keys.type('The contract is not signed');
      await keys.tabTo('button', 'Refuse');
      await keys.press('Enter');
      await keys.at('heading', toSetUp);
    });

    step('sets a credential up', async () => {
      const { page, keys } = priya;
      await keys.tabTo('button', 'Set it up: Carrier Southwind');
      await keys.press('Enter');
      await keys.at('textbox', 'Reason (optional)');
      await keys.tabTo('button', 'Set it up');
      await keys.press('Enter');
      await keys.at('heading', toSetUp);
      await page.getByText('No credential waits to be set up.').waitFor();
    });

    step('finds a request among all of them, and takes access back', async () => {
      const { page, keys } = priya;
      await keys.tabBackTo('tab', 'Waiting');
      await keys.press('ArrowRight');
      await keys.at('tab', 'All requests');
      await page.getByRole('searchbox', { name: 'Search access requests' }).waitFor();
      await keys.tabTo('searchbox', 'Search access requests');
      await keys.type(first);
      await keys.hear(/^1 /);
      await keys.tabTo('button', `Revoke access: ${first}`);
      await keys.press('Enter');
      await keys.at('textbox', 'Reason (optional)', `Revoke “${first}”?`);
      await keys.tabTo('button', 'Revoke access');
      await keys.press('Enter');
      await keys.hear(`${first}: Revoked`);
      await keys.at('button', `Details: ${first}`);
    });

    step('all that without an error or a broken policy', () => assertNoProblems(priya));
  });
