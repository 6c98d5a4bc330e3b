import { html, nothing, render, type LitElement, type ReactiveController } from 'lit';
import type { common } from '../../locales/en/common.js';
import { dialog as english } from '../../locales/en/dialog.js';
import { adoptStyles } from './adopt-styles.js';
import { alertIcon, progressIcon } from './icons.js';
import type { Localize } from './localize.js';
import { badgeStyles } from './styles/badge.styles.js';
import { buttonStyles } from './styles/button.styles.js';
import { dialogStyles } from './styles/dialog.styles.js';
import { fieldStyles } from './styles/field.styles.js';

/** What a person is asked to confirm, and what happens when they do. */
export interface Confirmation {
  /** The question: `Suspend “Billing key”?` */
  heading: string;
  /** The consequence, truthfully: text or a template. */
  body: unknown;
  /** The button that goes ahead, named after what it does: `Suspend credential`. */
  confirmLabel: string;
  /** The button that does not; `Cancel` unless told. */
  cancelLabel?: string | undefined;
  /** Whether the consequence is destructive. */
  critical?: boolean;
  /** A text that has to be typed before it goes ahead (SPEC C8). */
  typed?: string | undefined;
  /** A gentler way out that is offered beside: answered as `alternative`. */
  alternativeLabel?: string | undefined;
  /**
   * Does it. The dialog stays open and busy until the promise settles; an error is shown inside, and going ahead again
   * calls it again, so it should keep one idempotency key. The signal aborts when the element leaves the page.
   */
  run(signal: AbortSignal): unknown;
  /** The sentence for an error of {@link run}. */
  describe(error: unknown): string;
  /** Whether trying again cannot help after this error: then only closing is offered. */
  isFinal?(error: unknown): boolean;
}

export type ConfirmOutcome = 'confirmed' | 'cancelled' | 'alternative';

type Phase = { name: 'asking'; mistyped?: boolean } | { name: 'busy' } | { name: 'failed'; error: unknown };

/**
 * Asks for a confirmation in a modal dialog inside the host's shadow root, does the work, and answers how it ended.
 * Load it on demand. The focus returns to where it was.
 */
export function confirmAction(
  host: LitElement,
  localize: Localize<typeof common>,
  confirmation: Confirmation,
): Promise<ConfirmOutcome> {
  return new ConfirmDialog(host, localize.with(english), confirmation).open();
}

class ConfirmDialog implements ReactiveController {
  readonly #host: LitElement;
  readonly #localize: Localize<typeof common & typeof english>;
  readonly #confirmation: Confirmation;
  readonly #dialog = document.createElement('dialog');
  readonly #running = new AbortController();
  #phase: Phase = { name: 'asking' };
  #settle: (outcome: ConfirmOutcome) => void = () => {};

  constructor(host: LitElement, localize: Localize<typeof common & typeof english>, confirmation: Confirmation) {
    this.#host = host;
    this.#localize = localize;
    this.#confirmation = confirmation;
  }

  open(): Promise<ConfirmOutcome> {
    // It may have left the page while this module was loading.
    if (!this.#host.isConnected) return Promise.resolve('cancelled');
    adoptStyles(this.#host, [buttonStyles, badgeStyles, fieldStyles, dialogStyles]);
    const dialog = this.#dialog;
    dialog.className = 'confirm';
    dialog.setAttribute('part', 'dialog');
    dialog.setAttribute('role', 'alertdialog');
    dialog.setAttribute('aria-labelledby', 'confirm-heading');
    dialog.setAttribute('aria-describedby', 'confirm-body');
    dialog.addEventListener('keydown', this.#handleKey);
    dialog.addEventListener('cancel', this.#handleCancel);
    this.#host.renderRoot.append(dialog);
    this.#host.addController(this);
    this.#render();
    dialog.showModal();
    dialog.querySelector<HTMLElement>('input, .cancel')?.focus();
    return new Promise((resolve) => (this.#settle = resolve));
  }

  hostDisconnected(): void {
    this.#close('cancelled');
  }

  #close(outcome: ConfirmOutcome): void {
    this.#running.abort();
    this.#dialog.close();
    this.#dialog.remove();
    this.#host.removeController(this);
    this.#settle(outcome);
  }

  #set(phase: Phase): void {
    this.#phase = phase;
    this.#render();
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#cancel();
  };

  readonly #handleCancel = (event: Event): void => {
    event.preventDefault();
    this.#cancel();
  };

  #cancel(): void {
    if (this.#phase.name !== 'busy') this.#close('cancelled');
  }

  readonly #handleSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#phase.name === 'busy') return;
    const { typed, run } = this.#confirmation;
    const input = this.#dialog.querySelector('input');
    if (typed !== undefined && input?.value.trim() !== typed.trim()) {
      this.#set({ name: 'asking', mistyped: true });
      input?.focus();
      return;
    }
    this.#set({ name: 'busy' });
    try {
      await run(this.#running.signal);
    } catch (error) {
      if (this.#running.signal.aborted) return;
      this.#set({ name: 'failed', error });
      if (this.#isFinal) this.#dialog.querySelector<HTMLElement>('.cancel')?.focus();
      return;
    }
    if (!this.#running.signal.aborted) this.#close('confirmed');
  };

  get #isFinal(): boolean {
    return this.#phase.name === 'failed' && (this.#confirmation.isFinal?.(this.#phase.error) ?? false);
  }

  #render(): void {
    const { heading, body, confirmLabel, cancelLabel, critical, alternativeLabel, describe } = this.#confirmation;
    const phase = this.#phase;
    const busy = phase.name === 'busy';
    render(
      html`
        <form class="dialog-content" novalidate @submit=${this.#handleSubmit}>
          <h2 id="confirm-heading">${heading}</h2>
          <div id="confirm-body" class="dialog-body">${body}</div>
          ${this.#renderTyped()}
          <div class="dialog-alert" role="alert">
            ${
              phase.name === 'failed'
                ? html`<div class="notice critical">
                    ${alertIcon()}
                    <p>${describe(phase.error)}</p>
                  </div>`
                : nothing
            }
          </div>
          <div class="dialog-actions">
            ${
              alternativeLabel === undefined || this.#isFinal
                ? nothing
                : html`<button
                    class="button quiet lead"
                    type="button"
                    aria-disabled=${busy}
                    @click=${() => busy || this.#close('alternative')}
                  >
                    ${alternativeLabel}
                  </button>`
            }
            <button class="button cancel" type="button" aria-disabled=${busy} @click=${() => this.#cancel()}>
              ${this.#isFinal ? this.#localize.term('close') : (cancelLabel ?? this.#localize.term('cancel'))}
            </button>
            ${
              this.#isFinal
                ? nothing
                : html`<button
                    class="button ${critical ? 'critical' : 'primary'}"
                    aria-disabled=${busy}
                    aria-busy=${busy}
                  >
                    <span class="progress spin">${progressIcon()}</span>${confirmLabel}
                  </button>`
            }
          </div>
        </form>
      `,
      this.#dialog,
    );
  }

  #renderTyped(): unknown {
    const { typed } = this.#confirmation;
    if (typed === undefined || this.#isFinal) return nothing;
    const mistyped = this.#phase.name === 'asking' && this.#phase.mistyped === true;
    return html`<div class="field">
      <label for="confirm-typed">${this.#localize.term('typeToConfirm', typed)}</label>
      <input
        id="confirm-typed"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-invalid=${mistyped}
        aria-describedby="confirm-mistyped"
      />
      <div id="confirm-mistyped" class="error">${mistyped ? this.#localize.term('typedDiffers', typed) : nothing}</div>
    </div>`;
  }
}
