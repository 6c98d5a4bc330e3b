import type { ReactiveControllerHost } from 'lit';
import type { Credential } from '../../contract/credential.js';
import { CredentialRow, blankRow, hasNotes, type RowContext } from './credential-row.js';

const minuteMs = 60_000;

const isSame = (some: readonly unknown[] = [], others: readonly unknown[]): boolean =>
  others.every((value, index) => value === some[index]);

/** A block of rows, and what it was drawn with. */
interface Drawn {
  body: HTMLElement;
  minute: number;
  of: readonly unknown[];
}

/**
 * The rows of a list in blocks, each a `<tbody>` that the browser leaves out of its work while it is out of sight. A
 * block is only drawn again when something in it has changed; a row moves with its credential and keeps its focus, its
 * menu and its selection. Drawn by hand: with ten thousand rows, what a template costs for each is what a person waits.
 */
export class CredentialBlocks {
  readonly #host: ReactiveControllerHost;
  /** The bodies that are out of sight: what they say of the time may wait. */
  readonly #unseen = new WeakSet<EventTarget>();
  #minute = 0;
  readonly #rows = new Map<string, CredentialRow>();
  #drawn: Drawn[] = [];
  #blank: { row: HTMLElement; of: readonly unknown[] } | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * The bodies of the table.
   *
   * @param columns - What is shown of each row.
   */
  draw(blocks: readonly (readonly Credential[])[], context: RowContext, columns: string): HTMLElement[] {
    const { localize, extras, selectable, owners, now } = context;
    const words = [selectable, localize.language, localize.words];
    if (!isSame(this.#blank?.of, words)) {
      this.#blank = { row: blankRow(localize, selectable), of: words };
      this.#rows.clear();
      this.#drawn = [];
    }
    const { copied, environments, selected } = extras ?? {};
    this.#minute = Math.floor(now / minuteMs);
    this.#drawn = blocks.map((block, index) => {
      const before = this.#drawn[index];
      const minute = before && this.#unseen.has(before.body) ? before.minute : this.#minute;
      const of = [
        block,
        minute,
        owners,
        columns,
        environments,
        extras && block.some(hasNotes),
        block.some(({ id }) => copied?.startsWith(`${id}/`)) && copied,
        selected?.size && block.map(({ id }) => Number(selected.has(id))).join(''),
      ];
      if (before && isSame(before.of, of)) return before;
      const body = before?.body ?? this.#blankBody();
      this.#fill(body, block, context);
      return { body, minute, of };
    });
    const count = blocks.reduce((sum, { length }) => sum + length, 0);
    if (this.#rows.size > count) this.#forget(blocks);
    return this.#drawn.map(({ body }) => body);
  }

  #blankBody(): HTMLElement {
    const body = document.createElement('tbody');
    body.role = 'rowgroup';
    body.addEventListener('contentvisibilityautostatechange', this.#handleSight);
    return body;
  }

  readonly #handleSight = (event: Event): void => {
    const body = event.currentTarget as HTMLElement;
    if ((event as ContentVisibilityAutoStateChangeEvent).skipped) this.#unseen.add(body);
    else {
      this.#unseen.delete(body);
      if (this.#drawn.some((one) => one.body === body && one.minute !== this.#minute)) this.#host.requestUpdate();
    }
  };

  #fill(body: HTMLElement, block: readonly Credential[], context: RowContext): void {
    const rows = block.map((credential) => {
      let row = this.#rows.get(credential.id);
      if (!row)
        this.#rows.set(credential.id, (row = new CredentialRow(this.#blank?.row as HTMLElement, credential.id)));
      row.update(credential, context);
      return row.element;
    });
    const wanted = new Set<Element>(rows);
    for (const row of [...body.children]) if (!wanted.has(row)) row.remove();
    rows.forEach((row, index) => {
      // A row that stays where it is keeps its focus.
      if (body.children[index] !== row) body.insertBefore(row, body.children[index] ?? null);
    });
  }

  #forget(blocks: readonly (readonly Credential[])[]): void {
    const shown = new Set(blocks.flat().map(({ id }) => id));
    for (const id of this.#rows.keys()) if (!shown.has(id)) this.#rows.delete(id);
  }
}
