import { html, type LitElement } from 'lit';
import type { Credential } from '../../contract/credential.js';
import type { CredentialChoice } from '../../contract/credential-params.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { Audience } from '../../contract/credential-type.js';
import type { common } from '../../locales/en/common.js';
import { credentialPanels } from '../../locales/en/credential-panels.js';
import type { Localize } from '../shared/localize.js';
import { openSidePanel } from '../shared/side-panel.js';

/**
 * Shows the secret of a credential in a side panel of the host. Resolves when the panel has closed: whether another
 * credential is wanted in place of this one. Needs `<secret-reveal>`.
 */
export async function openSecretPanel(
  host: LitElement,
  localize: Localize<typeof common>,
  marketplace: Marketplace,
  { id }: Credential,
): Promise<boolean> {
  let isReplaced = false;
  const words = localize.with(credentialPanels);
  await openSidePanel(host, words, {
    heading: () => words.term('panelHeading'),
    content: (close) =>
      html`<secret-reveal
        viewing
        .marketplace=${marketplace}
        credential-id=${id}
        @secret-closed=${close}
        @credential-replace=${() => {
          isReplaced = true;
          close();
        }}
      ></secret-reveal>`,
    mayClose: async (panel) => (await panel.querySelector('secret-reveal')?.requestClose()) ?? true,
  });
  return isReplaced;
}

/** What a form is for: a new credential of these choices, or one that is there. */
export interface FormPanelInit {
  marketplace: Marketplace;
  choice?: CredentialChoice & { audience?: Audience | undefined };
  credential?: Credential;
}

/**
 * Creates or edits a credential in a side panel of the host. Resolves when the panel has closed. Needs
 * `<credential-form>`.
 */
export async function openFormPanel(
  host: LitElement,
  localize: Localize<typeof common>,
  { marketplace, choice = {}, credential }: FormPanelInit,
): Promise<void> {
  const words = localize.with(credentialPanels);
  await openSidePanel(host, words, {
    heading: () => words.term(credential ? 'panelEdit' : 'panelCreate'),
    content: (close) =>
      html`<credential-form
        without-heading
        .marketplace=${marketplace}
        .credentialId=${credential?.id}
        .environment=${choice.environment}
        .audience=${choice.audience}
        .applicationId=${choice.applicationId}
        .resourceId=${choice.resourceId}
        @credential-updated=${close}
        @secret-closed=${close}
      ></credential-form>`,
    mayClose: async (panel) => (await panel.querySelector('credential-form')?.requestClose()) ?? true,
  });
}
