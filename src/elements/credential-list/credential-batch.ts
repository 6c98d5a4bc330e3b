import { html, nothing, type TemplateResult } from 'lit';
import type { Credential } from '../../contract/credential.js';
import type { CallOptions, Marketplace } from '../../contract/marketplace.js';
import { confirmAction } from '../shared/confirm-dialog.js';
import { expectedAfter } from '../shared/credential/credential-actions.js';
import { describeError } from '../shared/describe-error.js';
import { newIntent } from '../shared/intent.js';
import { CredentialBatchEvent, CredentialBatchedEvent } from './credential-batch-events.js';
import type { CredentialList } from './credential-list.js';
import type { RowsContext } from './credential-rows.js';
import type { BatchAction, BatchProblem, SelectionWords } from './credential-selection.js';

/** How many a marketplace takes at once. */
const mostAtOnce = 100;
/** How many are named in the question. */
const mostNamed = 5;
const recentMs = 7 * 24 * 60 * 60 * 1000;

/** How it went. */
export interface BatchOutcome {
  done: readonly Credential[];
  problems: readonly BatchProblem[];
}

/**
 * Does one thing with several credentials, from the before-event through the confirmation to the after-event. Resolves
 * to how it went for each, or to nothing where it was not done. Load it on demand.
 */
export async function performBatch(
  host: CredentialList,
  words: SelectionWords,
  context: Pick<RowsContext, 'marketplace' | 'pages'>,
  action: BatchAction,
  credentials: readonly Credential[],
): Promise<BatchOutcome | undefined> {
  const marketplace = context.marketplace();
  if (!marketplace || !host.dispatchEvent(new CredentialBatchEvent({ action, credentials }))) return undefined;
  const batch = new Batch(marketplace, context.pages, action, credentials);
  const count = credentials.length;
  const isTyped = credentials.some(({ actions }) =>
    actions.some((one) => one.action === action && one.confirm === 'typed'),
  );
  await confirmAction(host, words, () => ({
    heading: words.term(`batchHeading-${action}`, count),
    body: renderBody(words, action, credentials, marketplace.now()),
    confirmLabel: words.term(`batchConfirm-${action}`, count),
    critical: action === 'remove',
    typed: isTyped ? words.term('batchTyped', count) : undefined,
    run: (signal) => batch.run(signal),
    describe: (error) => describeError(words, error),
  }));
  const { done, problems } = batch;
  if (done.length + problems.length === 0) return undefined;
  host.dispatchEvent(
    new CredentialBatchedEvent({
      action,
      credentials: done,
      failed: problems.map(({ credential: { id }, code, reason }) => ({ id, code, reason })),
    }),
  );
  return { done, problems };
}

/** The calls behind one wish, which go on where they stopped when they are tried again. */
class Batch {
  readonly #marketplace: Marketplace;
  readonly #pages: RowsContext['pages'];
  readonly #action: BatchAction;
  /** What is still to be asked for, in portions with a key each. */
  readonly #portions: { credentials: readonly Credential[]; idempotencyKey: string }[] = [];
  readonly done: Credential[] = [];
  readonly problems: BatchProblem[] = [];

  constructor(
    marketplace: Marketplace,
    pages: RowsContext['pages'],
    action: BatchAction,
    credentials: readonly Credential[],
  ) {
    this.#marketplace = marketplace;
    this.#pages = pages;
    this.#action = action;
    for (let at = 0; at < credentials.length; at += mostAtOnce)
      this.#portions.push({ credentials: credentials.slice(at, at + mostAtOnce), idempotencyKey: newIntent() });
  }

  async run(signal: AbortSignal): Promise<void> {
    for (let portion = this.#portions[0]; portion; portion = this.#portions[0]) {
      const { credentials, idempotencyKey } = portion;
      // Shown before the answer, and taken back if there is none.
      this.#show(credentials.map((one) => ({ ...one, ...expectedAfter[this.#action], actions: [] })));
      try {
        await this.#ask(credentials, { signal, idempotencyKey });
      } catch (error) {
        this.#show(credentials);
        throw error;
      }
      this.#portions.shift();
    }
  }

  async #ask(credentials: readonly Credential[], options: CallOptions): Promise<void> {
    const ids = credentials.map(({ id }) => id);
    const { items } = await this.#marketplace.credentials.batch({ action: this.#action, ids }, options);
    const answers = new Map(items.map((item) => [item.id, item]));
    const shown = credentials.map((before) => {
      const { credential, problem } = answers.get(before.id) ?? {};
      if (credential) this.done.push(credential);
      else this.problems.push({ credential: before, code: problem?.code ?? 'unknown', reason: problem?.reason });
      return credential ?? before;
    });
    this.#show(shown);
  }

  /** Shows them, but those whose row has heard of something newer meanwhile. */
  #show(credentials: readonly Credential[]): void {
    const shown = new Map(this.#pages.items.map((one) => [one.id, Date.parse(one.updatedAt)]));
    this.#pages.replaceAll(
      credentials.filter(({ id, updatedAt }) => Date.parse(updatedAt) >= (shown.get(id) ?? Infinity)),
    );
  }
}

/** The consequence, and which they are. */
function renderBody(
  words: SelectionWords,
  action: BatchAction,
  credentials: readonly Credential[],
  now: number,
): TemplateResult {
  const used = credentials.filter(({ lastUsedAt }) => lastUsedAt && now - Date.parse(lastUsedAt) < recentMs).length;
  const others = credentials.length - mostNamed;
  const hasSessions = credentials.some(({ sessionsUntil }) => sessionsUntil && Date.parse(sessionsUntil) > now);
  return html`<p>${words.term(`batchBody-${action}`)}</p>
    ${action === 'remove' && used > 0 ? html`<p>${words.term('batchUsed', used)}</p>` : nothing}
    ${action === 'remove' && hasSessions ? html`<p>${words.term('batchSessions')}</p>` : nothing}
    <ul class="named">
      ${credentials.slice(0, mostNamed).map(({ name }) => html`<li><bdi>${name}</bdi></li>`)}
      ${others > 0 ? html`<li class="muted">${words.term('batchOthers', others)}</li>` : nothing}
    </ul>`;
}
