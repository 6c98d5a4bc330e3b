import { html, nothing, render, type LitElement, type ReactiveController } from 'lit';
import type { common } from '../../locales/en/common.js';
import { dialog as english } from '../../locales/en/dialog.js';
import { adoptStyles } from './adopt-styles.js';
import { describedBy, renderField } from './form/field.js';
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
  /** A text that has to be given before it goes ahead, such as a reason; handed to {@link run}. */
  asked?: { label: string; help: string; missing: string } | undefined;
  /** A gentler way out that is offered beside: answered as `alternative`. */
  alternativeLabel?: string | undefined;
  /**
   * Does it. The dialog stays open and busy until the promise settles; an error is shown inside, and going ahead again
   * calls it again, so it should keep one idempotency key. The signal aborts when the element leaves the page.
   */
  run(signal: AbortSignal, answer: string): unknown;
  /** The sentence for an error of {@link run}. */
  describe(error: unknown): string;
  /** Whether trying again cannot help after this error: then only closing is offered. */
  isFinal?(error: unknown): boolean;
}

export type ConfirmOutcome = 'confirmed' | 'cancelled' | 'alternative';

type Phase = { name: 'asking'; amiss?: boolean } | { name: 'busy' } | { name: 'failed'; error: unknown };

/**
 * Asks for a confirmation in a modal dialog inside the host's shadow root, does the work, and answers how it ended.
 * Load it on demand. The focus returns to where it was.
 *
 * @param confirmation what to say, asked anew whenever the dialog is drawn: the language may change while it is open.
 */
export function confirmAction(
  host: LitElement,
  localize: Localize<typeof common>,
  confirmation: () => Confirmation,
): Promise<ConfirmOutcome> {
  return new ConfirmDialog(host, localize.with(english), confirmation).open();
}

/**
 * A text as people type it: the digits of their keyboard, spaces as they see them, and nothing that can neither be seen
 * nor typed, such as what turns the direction.
 */
const asTyped = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\s+/g, ' ')
    .trim();

class ConfirmDialog implements ReactiveController {
  readonly #host: LitElement;
  readonly #localize: Localize<typeof common & typeof english>;
  readonly #ask: () => Confirmation;
  readonly #dialog = document.createElement('dialog');
  readonly #running = new AbortController();
  #confirmation: Confirmation;
  /** The words it is drawn in. */
  #words: unknown;
  #phase: Phase = { name: 'asking' };
  #settle: (outcome: ConfirmOutcome) => void = () => {};

  constructor(host: LitElement, localize: Localize<typeof common & typeof english>, ask: () => Confirmation) {
    this.#host = host;
    this.#localize = localize;
    this.#ask = ask;
    this.#confirmation = ask();
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
    dialog.querySelector<HTMLElement>('.dialog-body :checked, .field > :is(input, textarea), .cancel')?.focus();
    return new Promise((resolve) => (this.#settle = resolve));
  }

  /** What it says follows the language of the host. */
  hostUpdated(): void {
    if (this.#localize.words !== this.#words) this.#render();
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
    const { typed, asked, run } = this.#confirmation;
    const input = this.#dialog.querySelector<HTMLInputElement | HTMLTextAreaElement>('#confirm-input');
    const answer = input?.value.trim() ?? '';
    if ((typed !== undefined && asTyped(answer) !== asTyped(typed)) || (asked && answer === '')) {
      this.#set({ name: 'asking', amiss: true });
      input?.focus();
      return;
    }
    this.#set({ name: 'busy' });
    try {
      await run(this.#running.signal, answer);
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
    this.#words = this.#localize.words;
    this.#confirmation = this.#ask();
    const { heading, body, confirmLabel, cancelLabel, critical, alternativeLabel, describe } = this.#confirmation;
    const phase = this.#phase;
    const busy = phase.name === 'busy';
    render(
      html`
        <form class="dialog-content" novalidate @submit=${this.#handleSubmit}>
          <h2 id="confirm-heading">${heading}</h2>
          <div id="confirm-body" class="dialog-body">${body}</div>
          ${this.#isFinal ? nothing : this.#renderInput()}
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

  #renderInput(): unknown {
    const { typed, asked } = this.#confirmation;
    const amiss = this.#phase.name === 'asking' && this.#phase.amiss === true;
    if (typed !== undefined) {
      const problem = amiss ? this.#localize.term('typedDiffers', typed) : undefined;
      const frame = { id: 'confirm-input', label: this.#localize.term('typeToConfirm', typed), problem };
      return renderField(
        frame,
        html`<input
          id="confirm-input"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-invalid=${amiss}
          aria-describedby=${describedBy(frame)}
        />`,
      );
    }
    if (!asked) return nothing;
    const frame = { id: 'confirm-input', ...asked, problem: amiss ? asked.missing : undefined };
    return renderField(
      frame,
      html`<textarea
        id="confirm-input"
        rows="3"
        maxlength="1000"
        aria-required="true"
        aria-invalid=${amiss}
        aria-describedby=${describedBy(frame)}
      ></textarea>`,
    );
  }
}
