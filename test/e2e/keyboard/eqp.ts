import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { setStage, type Stage } from '../stage.js';
import { addressIn, rowOf } from '../steps.js';
import { story } from '../story.js';
import {
  assertNoProblems,
  chooseByKeys,
  createByKeys,
  pasteInto,
  signInByKeys,
  takeAsked,
  typeIfAsked,
  type Typist,
} from './moves.js';

const name = 'Release robot';
const box = 'Get a session token, and call the API';

/** EQP, at the demo on this stage. */
export const eqpByKeys = (shared: Stage): void =>
  void describe('EQP', { concurrency: 1 }, () => {
    const stage = setStage(shared);
    const step = story();
    let ada: Typist;

    /** Exchanges the pair that is filled in for a session token; answers what is said of it. */
    async function exchange(): Promise<string> {
      const { keys } = ada;
      await keys.tabTo('button', 'Get a session token', box);
      await keys.press('Enter');
      return keys.hear(/^POST \/gateway\//);
    }

    step('goes to the sandbox, and stays at the switch', async () => {
      ada = await signInByKeys(stage, 'Ada Park');
      const { page, keys } = ada;
      await keys.open(addressIn('eqp', '/access-keys.html'), page.getByText('0 of 3 used'));
      await keys.tabTo('link', 'Production Open to you', 'Environments');
      await keys.press('Tab');
      await keys.at('link', 'Sandbox Open to you');
      await keys.press('Enter');
      await page.getByRole('heading', { name: 'Sandbox keys' }).waitFor();
      await keys.at('link', 'Sandbox Open to you');
      assert.equal(new URL(page.url()).searchParams.get('environment'), 'sandbox');
    });

    step('makes a key, and views its secret at any time', async () => {
      const { page, keys } = ada;
      // What can be created here is not known at once.
      await page.getByRole('button', { name: 'Create credential', disabled: false }).waitFor();
      await keys.tabTo('button', 'Create credential');
      await createByKeys(ada, name);
      await keys.tabBackTo('button', 'Close');
      await keys.press('Enter');
      await keys.at('button', 'Create credential');
      for (let time = 1; time <= 2; time++) {
        await keys.tabTo('button', `View secret of ${name}`);
        await keys.press('Enter');
        await takeAsked(ada, ['Application ID', 'Application secret']);
        await keys.at('button', `View secret of ${name}`);
        await keys.tabTo('textbox', 'Application secret', box);
        await pasteInto(ada);
        await keys.tabBackTo('button', `Copy Application ID of ${name}`);
      }
      await keys.press('Enter');
      await keys.hear('Application ID copied.');
      await keys.tabTo('textbox', 'Application ID', box);
      await pasteInto(ada);
      assert.equal(await page.getByRole('dialog').count(), 0);
    });

    step('exchanges the pair, and calls the API with the token', async () => {
      const { keys } = ada;
      assert.match(await exchange(), /200 OK/);
      await keys.at('button', 'Call the API', box);
      await keys.press('Enter');
      await keys.hear(/Try-out \(sandbox\)/);
      await keys.at('button', 'Call the API', box);
    });

    step('regenerates the pair, after a question about what goes on', async () => {
      const { page, keys } = ada;
      await keys.tabBackTo('button', `Actions for ${name}`);
      await chooseByKeys(keys, name, 'Regenerate credential');
      const question = page.getByRole('alertdialog', { name: `Regenerate “${name}”?` });
      await question.waitFor();
      await keys.press('Escape');
      await keys.at('button', `Actions for ${name}`);
      await chooseByKeys(keys, name, 'Regenerate credential');
      await typeIfAsked(ada, question, name);
      await keys.tabTo('button', 'Regenerate credential');
      await keys.press('Enter');
      await keys.at('button', `Actions for ${name}`);
      await keys.hear(`${name}: Active`);
      await rowOf(page, name).getByText('Active', { exact: true }).waitFor();
    });

    step('has the old pair refused', async () => {
      ada.record.expect({ path: /\/session\/token$/, status: 401 });
      assert.match(await exchange(), /401.*The gateway refused/);
      await ada.keys.at('button', 'Get a session token', box);
    });

    step('all that without an error or a broken policy', () => assertNoProblems(ada));
  });
