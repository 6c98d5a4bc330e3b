import { html, render, type LitElement, type ReactiveController } from 'lit';
import type { Credential } from '../../contract/credential.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { common } from '../../locales/en/common.js';
import { secretPanel } from '../../locales/en/secret-panel.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import { closeIcon } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';
import { dialogStyles } from '../shared/styles/dialog.styles.js';
import '../secret-reveal/define.js';

/**
 * Shows the secret of a credential in a side panel of the host, a full sheet where the page is narrow. Resolves when
 * the panel has closed; every way out first asks the element in it.
 */
export function openSecretPanel(
  host: LitElement,
  localize: Localize<typeof common>,
  marketplace: Marketplace,
  credential: Credential,
): Promise<void> {
  // It may have left the page while this module was loading.
  if (!host.isConnected) return Promise.resolve();
  adoptStyles(host, [dialogStyles]);
  const words = localize.with(secretPanel);
  const dialog = document.createElement('dialog');
  dialog.className = 'panel';
  dialog.setAttribute('part', 'panel');
  dialog.setAttribute('aria-labelledby', 'panel-heading');

  return new Promise((resolve) => {
    const controller: ReactiveController = { hostDisconnected: () => close() };
    const close = (): void => {
      dialog.close();
      dialog.remove();
      host.removeController(controller);
      resolve();
    };
    const request = async (): Promise<void> => {
      const reveal = dialog.querySelector('secret-reveal');
      if (!reveal || (await reveal.requestClose())) close();
    };
    host.addController(controller);
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      void request();
    });
    // The browser closes a dialog on the second Escape whatever `cancel` says.
    dialog.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      void request();
    });
    dialog.addEventListener(
      'pointerdown',
      (event) => event.target === dialog && isOutside(dialog, event) && void request(),
    );
    render(
      html`<div class="dialog-content">
        <div class="dialog-head">
          <h2 id="panel-heading">${words.term('panelHeading')}</h2>
          <button class="icon-button" type="button" aria-label=${words.term('close')} @click=${request}>
            ${closeIcon()}
          </button>
        </div>
        <secret-reveal
          .marketplace=${marketplace}
          credential-id=${credential.id}
          @secret-closed=${close}
          @credential-replace=${close}
        ></secret-reveal>
      </div>`,
      dialog,
    );
    host.renderRoot.append(dialog);
    dialog.showModal();
  });
}

/** Whether a press was on the backdrop, as opposed to the panel's own edge. */
function isOutside(dialog: HTMLDialogElement, { clientX, clientY }: PointerEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
