import { expect } from '@open-wc/testing';
import type { Credential } from '../../../src/contract/credential.js';
import type { SecretReveal } from '../../../src/elements/secret-reveal/secret-reveal.js';
import { secretSession } from '../../../src/locales/en/secret-session.js';
import { aCredential, hour } from '../fixtures.js';
import { control, findAll, focused, nameOf, shows, textOf } from '../page.js';
import { aReveal, erased, leavePage, once, open } from '../secret-reveal/stage.js';

const kinds = {
  key: { id: 'api-key', name: 'API key', kind: 'api-key' },
  client: { id: 'oauth', name: 'OAuth client', kind: 'oauth-secret' },
  newer: { id: 'moon', name: 'Moon phase', kind: 'unknown' },
} as const satisfies Record<string, Credential['type']>;

/** The question before a change of a credential whose secret is gone. */
async function questionOf(type: Credential['type'], action: 'renew' | 'regenerate', button: string): Promise<string> {
  const actions = [{ action, allowed: true, overlapsMs: [0, hour] }];
  const { reveal } = await aReveal(aCredential({ ...erased(), type, actions }));
  (await control(reveal, button)).click();
  await control(reveal, 'Cancel');
  return textOf(reveal.shadowRoot?.querySelector('#confirm-body') as Element);
}

/** The buttons of the question that is open. */
const buttons = (reveal: SecretReveal): HTMLElement[] => findAll(reveal, 'dialog button');

describe('what a question says of its consequence', () => {
  afterEach(leavePage);

  it('a renewal: the identifiers stay, but those of a key that is its own identifier', async () => {
    expect(await questionOf(kinds.client, 'renew', 'Renew credential')).to.contain('The identifiers stay the same.');
    const ofKey = await questionOf(kinds.key, 'renew', 'Renew credential');
    expect(ofKey).to.contain('You get a new key. The part of it that is shown here changes with it.');
    expect(ofKey).not.to.contain('stay the same');
    expect(await questionOf(kinds.newer, 'renew', 'Renew credential')).not.to.contain('identifiers');
  });

  it('a regeneration: a key has no identifier beside it, and no session tokens (C7)', async () => {
    const ofClient = await questionOf(kinds.client, 'regenerate', 'Regenerate credential');
    expect(ofClient).to.contain('new identifiers and a new secret');
    expect(ofClient).to.contain('Session tokens');
    const ofKey = await questionOf(kinds.key, 'regenerate', 'Regenerate credential');
    expect(ofKey).to.equal('You get a new key. The old one stops working at once.');
  });

  it('closing on a secret that is seen once loses it: said so, in red, and not where the focus is', async () => {
    const { reveal } = await aReveal(once());
    await open(reveal);
    const closing = reveal.requestClose();
    await shows(reveal, secretSession.secretCloseNever);
    expect(buttons(reveal).map((one) => [nameOf(one), one.className])).to.deep.equal([
      ['Go back', 'button cancel'],
      ['Close and lose the secret', 'button critical'],
    ]);
    expect(nameOf(focused())).to.equal('Go back');
    (await control(reveal, 'Go back')).click();
    expect(await closing).to.equal(false);
  });

  it('closing on one that can be viewed again loses nothing', async () => {
    const { reveal } = await aReveal();
    await open(reveal);
    void reveal.requestClose();
    const button = await control(reveal, 'Close anyway');
    expect(button.classList.contains('critical')).to.equal(false);
  });
});
