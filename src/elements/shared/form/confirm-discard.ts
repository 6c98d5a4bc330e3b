import { html, type LitElement } from 'lit';
import type { common } from '../../../locales/en/common.js';
import { form } from '../../../locales/en/form.js';
import { confirmAction } from '../confirm-dialog.js';
import type { Localize } from '../localize.js';

/** Asks whether what was entered may be lost. Load it on demand. */
export async function confirmDiscard(host: LitElement, localize: Localize<typeof common>): Promise<boolean> {
  const words = localize.with(form);
  const outcome = await confirmAction(host, words, () => ({
    heading: words.term('formDiscard'),
    body: html`<p>${words.term('formDiscardBody')}</p>`,
    confirmLabel: words.term('formDiscardAnyway'),
    critical: true,
    cancelLabel: words.term('formGoBack'),
    run: () => undefined,
    describe: () => '',
  }));
  return outcome === 'confirmed';
}
