import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { setStage, type Stage } from '../stage.js';
import { addressIn, rowOf } from '../steps.js';
import { story } from '../story.js';
import {
  assertNoProblems,
  chooseByKeys,
  confirmDeletion,
  createByKeys,
  signInByKeys,
  takeSecret,
  type Typist,
} from './moves.js';

const name = 'Plan importer';

/** mParticle, at the demo on this stage. */
export const mparticleByKeys = (shared: Stage): void =>
  void describe('mParticle', { concurrency: 1 }, () => {
    const stage = setStage(shared);
    const step = story();
    let ada: Typist;
    const menu = `Actions for ${name}`;

    step('creates a credential with what it may do', async () => {
      ada = await signInByKeys(stage, 'Ada Park');
      const { page, keys } = ada;
      await keys.open(
        addressIn('mparticle', '/api-credentials.html'),
        page.getByRole('button', { name: 'Create credential' }),
      );
      await keys.tabTo('button', 'Create credential');
      await createByKeys(ada, name, async () => {
        await keys.tabTo('checkbox', 'Data Planning API', 'What it may do');
        await keys.press('Space');
        await keys.tabTo('radio', /./, 'Permission for Data Planning API');
        await keys.press('Space');
        await keys.arrowTo('radio', 'Read-only');
        await keys.tabTo('checkbox', 'Web', 'Workspaces for Data Planning API');
        await keys.press('Space');
      });
      await takeSecret(ada, ['Client ID', 'Client secret']);
      await keys.at('button', 'Create credential');
      await rowOf(page, name)
        .getByText(/Data Planning API: Read-only · Web/)
        .waitFor();
    });

    step('changes what it may do, under the same secret', async () => {
      const { page, keys } = ada;
      await keys.tabTo('button', menu);
      await chooseByKeys(keys, name, 'Edit credential');
      await page.getByRole('dialog', { name: 'Edit credential' }).getByLabel('Name', { exact: true }).waitFor();
      await keys.at('button', 'Close', 'Edit credential');
      await keys.tabTo('radio', 'Read-only', 'Permission for Data Planning API');
      await keys.arrowTo('radio', 'Read and write');
      await keys.tabTo('checkbox', 'iOS', 'Workspaces for Data Planning API');
      await keys.press('Space');
      await keys.tabTo('button', 'Save changes');
      await keys.press('Enter');
      await keys.at('button', menu);
      await rowOf(page, name)
        .getByText(/Data Planning API: Read and write · 2 workspaces/)
        .waitFor();
    });

    step('is asked before changes are lost, and goes back to them', async () => {
      const { page, keys } = ada;
      await rowOf(page, name).getByText('Active', { exact: true }).waitFor();
      await chooseByKeys(keys, name, 'Edit credential');
      await page.getByRole('dialog', { name: 'Edit credential' }).getByLabel('Name', { exact: true }).waitFor();
      await keys.at('button', 'Close', 'Edit credential');
      await keys.tabTo('textbox', 'Name');
      await keys.type('Something else');
      await keys.press('Escape');
      await keys.at('button', 'Keep editing', 'Discard what you entered?');
      await keys.press('Enter');
      await keys.at('textbox', 'Name', 'Edit credential');
      assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Something else');
      await keys.press('Escape');
      await keys.at('button', 'Keep editing');
      await keys.tabTo('button', 'Discard');
      await keys.press('Enter');
      await keys.at('button', menu);
    });

    step('deactivates it, and activates it again', async () => {
      const { page, keys } = ada;
      await chooseByKeys(keys, name, 'Suspend credential');
      await keys.at('button', 'Cancel', `Suspend “${name}”?`);
      await keys.staysIn(`Suspend “${name}”?`);
      await keys.tabTo('button', 'Suspend credential');
      await keys.press('Enter');
      await keys.at('button', menu);
      await keys.hear(`${name}: Inactive`);
      await chooseByKeys(keys, name, 'Enable credential');
      await keys.at('button', 'Cancel', `Enable “${name}”?`);
      await keys.tabTo('button', 'Enable credential');
      await keys.press('Space');
      await keys.at('button', menu);
      await keys.hear(`${name}: Active`);
      await rowOf(page, name).getByText('Active', { exact: true }).waitFor();
    });

    step('deletes it from beside its menu', async () => {
      const { page, keys } = ada;
      await keys.tabBackTo('button', `Delete ${name}`);
      await keys.press('Enter');
      await page.getByRole('alertdialog', { name: `Delete “${name}”?` }).waitFor();
      await keys.press('Escape');
      await keys.at('button', `Delete ${name}`);
      await keys.press('Enter');
      await confirmDeletion(ada, name);
      await rowOf(page, name).waitFor({ state: 'detached' });
      await keys.at('group', 'Credentials', 'Credentials of your organisation');
    });

    step('all that without an error or a broken policy', () => assertNoProblems(ada));
  });
