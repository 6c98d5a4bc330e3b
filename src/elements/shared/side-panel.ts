import { html, render, type LitElement, type ReactiveController } from 'lit';
import type { common } from '../../locales/en/common.js';
import { adoptStyles } from './adopt-styles.js';
import { closeIcon } from './icons.js';
import type { Localize } from './localize.js';
import { dialogStyles } from './styles/dialog.styles.js';

/** What stands in a panel. */
export interface PanelContent {
  /** Asked anew when the language changes. */
  heading(): string;
  /** What is in it; `close` closes the panel at once. */
  content(close: () => void): unknown;
  /** Asked before a person closes the panel: whether it may. */
  mayClose(panel: HTMLElement): Promise<boolean>;
}

/**
 * Shows something in a side panel of the host, a full sheet where the page is narrow. Resolves when the panel has
 * closed; every way out first asks whether it may. Load it on demand.
 */
export function openSidePanel(
  host: LitElement,
  localize: Localize<typeof common>,
  { heading, content, mayClose }: PanelContent,
): Promise<void> {
  // It may have left the page while this module was loading.
  if (!host.isConnected) return Promise.resolve();
  adoptStyles(host, [dialogStyles]);
  const dialog = document.createElement('dialog');
  dialog.className = 'panel';
  dialog.setAttribute('part', 'panel');
  dialog.setAttribute('aria-labelledby', 'panel-heading');

  return new Promise((resolve) => {
    let words: unknown;
    const controller: ReactiveController = {
      hostUpdated: () => localize.words !== words && draw(),
      // Moved, as frameworks do, it goes on where it comes back to: what is in it may be there for the only time.
      hostConnected: () => dialog.isConnected && !dialog.open && dialog.showModal(),
      hostDisconnected: () => {
        dialog.close();
        setTimeout(() => host.isConnected || close());
      },
    };
    const close = (): void => {
      dialog.close();
      dialog.remove();
      host.removeController(controller);
      resolve();
    };
    const request = async (): Promise<void> => {
      if (await mayClose(dialog)) close();
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
    const draw = (): void => {
      words = localize.words;
      render(
        html`<div class="dialog-content">
          <div class="dialog-head">
            <h2 id="panel-heading">${heading()}</h2>
            <button class="icon-button" type="button" aria-label=${localize.term('close')} @click=${request}>
              ${closeIcon()}
            </button>
          </div>
          ${content(close)}
        </div>`,
        dialog,
      );
    };
    draw();
    host.renderRoot.append(dialog);
    dialog.showModal();
  });
}

/** Whether a press was on the backdrop, as opposed to the panel's own edge. */
function isOutside(dialog: HTMLDialogElement, { clientX, clientY }: PointerEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
