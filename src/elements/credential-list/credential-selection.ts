import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CredentialBatch } from '../../contract/credential-params.js';
import type { Credential } from '../../contract/credential.js';
import type { common } from '../../locales/en/common.js';
import type { credentialList } from '../../locales/en/credential-list.js';
import { credentialSelection } from '../../locales/en/credential-selection.js';
import { reasons } from '../../locales/en/reasons.js';
import { awaited, isAwaited } from '../shared/awaited.js';
import { canDo } from '../shared/credential/can-do.js';
import { describeReason } from '../shared/describe-error.js';
import { focusBar } from '../shared/focus-bar.js';
import type { Localize } from '../shared/localize.js';
import type { CredentialList } from './credential-list.js';
import type { RowsContext } from './credential-rows.js';

/** What can be done with several at once. */
export type BatchAction = CredentialBatch['action'];

/** One that was left out, and why. */
export interface BatchProblem {
  credential: Credential;
  code: string;
  reason?: string | undefined;
}

export type SelectionWords = Localize<
  typeof common & typeof credentialList & typeof credentialSelection & typeof reasons
>;

const offered: readonly BatchAction[] = ['enable', 'suspend', 'retry', 'remove'];

/** Which credentials are selected, and what can be done with all of them. Only what is shown can be selected. */
export class CredentialSelection {
  readonly #host: CredentialList;
  readonly #context: RowsContext;
  readonly #words: SelectionWords;
  #ids: ReadonlySet<string> = new Set();
  /** The row a range begins at. */
  #anchor: string | undefined;
  #failed: { action: BatchAction; problems: readonly BatchProblem[]; total: number } | undefined;

  constructor(host: CredentialList, context: RowsContext) {
    this.#host = host;
    this.#context = context;
    this.#words = context.localize.with({ ...credentialSelection, ...reasons });
  }

  /** The ids of what is selected. */
  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** What is selected, as it is now, in the order of the list. */
  get credentials(): readonly Credential[] {
    return this.#ids.size === 0 ? [] : this.#context.pages.items.filter(({ id }) => this.#ids.has(id));
  }

  /** Selects a row or takes that back; with `range`, all rows from the one before to it. */
  toggle(id: string, isOn: boolean, range: boolean): void {
    const { items } = this.#context.pages;
    const ids = new Set(this.#ids);
    const at = items.findIndex((one) => one.id === id);
    const from = range ? items.findIndex((one) => one.id === this.#anchor) : at;
    const [start, end] = from < 0 ? [at, at] : [Math.min(from, at), Math.max(from, at)];
    for (const one of items.slice(start, end + 1))
      if (isOn) ids.add(one.id);
      else ids.delete(one.id);
    this.#anchor = id;
    this.#set(ids);
  }

  /** Leaves out what is no longer shown. */
  prune(): void {
    if (this.#ids.size === 0 || this.#context.pages.status !== 'ready') return;
    const left = this.credentials;
    if (left.length < this.#ids.size) this.#ids = new Set(left.map(({ id }) => id));
  }

  /** Forgets all of it. */
  clear(): void {
    this.#anchor = undefined;
    this.#failed = undefined;
    if (this.#ids.size > 0) this.#set(new Set());
  }

  #set(ids: ReadonlySet<string>): void {
    this.#ids = ids;
    this.#host.requestUpdate();
  }

  /** The header of the boxes: one for all of them. */
  renderAll(): TemplateResult {
    const { items } = this.#context.pages;
    const all = items.length > 0 && this.#ids.size === items.length;
    return html`<th role="columnheader" scope="col" class="select">
      <label
        ><input
          type="checkbox"
          .checked=${live(all)}
          .indeterminate=${live(this.#ids.size > 0 && !all)}
          aria-label=${this.#words.term('selectAll')}
          @change=${this.#handleAll}
      /></label>
    </th>`;
  }

  /** What can be done with the selection: below the rows, so that it moves none of them, and in sight with any of them. */
  renderBar(): TemplateResult | typeof nothing {
    const selected = this.credentials;
    if (selected.length === 0) return nothing;
    return html`<div class="batch" part="batch" role="group" aria-label=${this.#words.term('selectedLabel')}>
      <strong>${this.#words.term('selectedCount', selected.length)}</strong>
      ${offered.map((action) => this.#renderAction(action, selected))}
      <button class="button quiet" type="button" @click=${this.#handleClear}>${this.#words.term('selectClear')}</button>
    </div>`;
  }

  /** An action that none of them has is absent; one that not all of them can do now says why. */
  #renderAction(action: BatchAction, selected: readonly Credential[]): TemplateResult | typeof nothing {
    const found = selected.map(({ actions }) => actions.find((one) => one.action === action));
    if (found.every((one) => one === undefined)) return nothing;
    const label = this.#words.term(`batch-${action}`);
    const obstacles = found.filter((one) => !one?.allowed);
    const reason = obstacles.find((one) => one?.reason !== undefined)?.reason;
    const why =
      obstacles.length === 0
        ? undefined
        : this.#words.term(
            'batchReason',
            label,
            obstacles.length,
            selected.length,
            describeReason(this.#words, reason),
          );
    return html`<button
        class="button ${action === 'remove' ? 'danger' : ''}"
        type="button"
        aria-disabled=${why !== undefined}
        aria-describedby=${why === undefined ? nothing : `batch-${action}`}
        @click=${() => why === undefined && void this.perform(action, selected)}
      >
        ${label}
      </button>
      ${why === undefined ? nothing : html`<span class="why muted" id="batch-${action}">${why}</span>`}`;
  }

  /** How it went with the last one, where not all went well. */
  renderFailed(): TemplateResult | typeof nothing {
    const failed = this.#failed;
    if (!failed) return nothing;
    const { action, problems, total } = failed;
    return html`<div class="notice caution batch-failed" part="batch-result" role="alert">
      <div>
        <p><strong>${this.#words.term('batchFailed', problems.length, total)}</strong></p>
        <ul>
          ${problems.map(({ credential: { name }, code, reason }) => {
            const why =
              (reason === undefined ? undefined : this.#words.find(`reason-${reason}`)) ??
              this.#words.find(`error-${code}`) ??
              this.#words.term('reasonUnknown');
            return html`<li>${this.#words.term('batchProblem', name, why)}</li>`;
          })}
        </ul>
      </div>
      <button class="button" type="button" @click=${() => this.#retry(action, problems)}>
        ${this.#words.term('batchRetry')}
      </button>
      <button class="button quiet" type="button" @click=${this.#handleDismiss}>
        ${this.#words.term('batchDismiss')}
      </button>
    </div>`;
  }

  /** Tries again with those that failed, as they are now. */
  #retry(action: BatchAction, problems: readonly BatchProblem[]): void {
    const ids = new Set(problems.map(({ credential }) => credential.id));
    const still = this.#context.pages.items.filter((one) => ids.has(one.id) && canDo(one, action));
    this.#failed = undefined;
    this.#set(new Set(still.map(({ id }) => id)));
    if (still.length > 0) void this.perform(action, still);
  }

  /** Does something with several after a confirmation, and keeps selected what it did not work for. */
  async perform(action: BatchAction, credentials: readonly Credential[]): Promise<void> {
    const { notify, localize, announcer } = this.#context;
    if (isAwaited(this, action)) return;
    this.#failed = undefined;
    let outcome;
    try {
      const batch = await awaited(this, action, () => import('./credential-batch.js'));
      outcome = await batch?.performBatch(this.#host, this.#words, this.#context, action, credentials);
    } catch {
      notify(localize.term('partFailed'));
      return;
    }
    if (!outcome) return;
    const { done, problems } = outcome;
    if (problems.length > 0) this.#failed = { action, problems, total: credentials.length };
    this.#set(new Set(problems.map(({ credential }) => credential.id)));
    // What went wrong is said by the alert.
    if (done.length > 0) announcer.announce(this.#words.term(`batchDone-${action}`, done.length));
    await this.#host.updateComplete;
    this.#focus(credentials[0]?.id);
  }

  /** The bar may have gone with the selection: the focus goes to the first row of it. */
  #focus(id: string | undefined): void {
    const root = this.#host.renderRoot as ShadowRoot;
    if (root.activeElement) return;
    const rows = [...root.querySelectorAll<HTMLElement>('tr[data-id]')];
    const row = rows.find(({ dataset }) => dataset['id'] === id) ?? rows[0];
    const box = row?.querySelector<HTMLElement>('[data-do="select"]');
    if (box) box.focus();
    else focusBar(root, this.#words.term('credentials'));
  }

  readonly #handleAll = (event: Event): void => {
    const { items } = this.#context.pages;
    this.#anchor = undefined;
    this.#set(new Set((event.target as HTMLInputElement).checked ? items.map(({ id }) => id) : []));
    this.#context.announcer.announce(this.#words.term('selectedCount', this.#ids.size));
  };

  readonly #handleClear = (): void => {
    this.clear();
    this.#host.renderRoot.querySelector<HTMLElement>('thead .select input')?.focus();
  };

  readonly #handleDismiss = (): void => {
    this.#failed = undefined;
    this.#set(this.#ids);
    this.#host.renderRoot.querySelector<HTMLElement>('thead .select input')?.focus();
  };
}
