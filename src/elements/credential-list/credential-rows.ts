import type { ReactiveController } from 'lit';
import type { Credential } from '../../contract/credential.js';
import type { ListCredentials } from '../../contract/credential-params.js';
import type { MarketplaceEvent } from '../../contract/event.js';
import type { Marketplace } from '../../contract/marketplace.js';
import type { basics } from '../../locales/en/basics.js';
import type { common } from '../../locales/en/common.js';
import type { credentialList } from '../../locales/en/credential-list.js';
import { credentialRows } from '../../locales/en/credential-rows.js';
import type { Announcer } from '../shared/announcer.js';
import { awaited, isAwaited } from '../shared/awaited.js';
import { CopyController } from '../shared/copy-controller.js';
import { isNotFound } from '../shared/describe-error.js';
import { focusBar } from '../shared/focus-bar.js';
import type { Localize } from '../shared/localize.js';
import { CredentialEditEvent, CredentialRevealEvent } from '../shared/credential/credential-events.js';
import type { ActionPlace, CredentialAction } from '../shared/credential/credential-actions.js';
import type { MarketplaceController } from '../shared/marketplace-controller.js';
import type { PagesController } from '../shared/pages-controller.js';
import { selectText } from '../shared/select-text.js';
import type { CredentialList } from './credential-list.js';
import { copyKey } from './credential-row.js';
import { statusWord } from './credential-status.js';
import { loadFormPanel, loadSecretPanel, type Panels } from './load-panels.js';

/** What a button in a row or its menu is for. */
export type RowAction = CredentialAction | 'reveal' | 'update' | 'history';

/** What the list shares with what is loaded on demand. */
export interface ListContext {
  localize: Localize<typeof basics & typeof credentialList>;
  announcer: Announcer;
  pages: PagesController<Credential>;
  /** Where the list's Marketplace comes from. */
  source: MarketplaceController;
  /** What the marketplace is asked for the list. */
  params(): ListCredentials;
  /** How many credentials are shown, in words. */
  count(): string;
}

/** What of that its parts share. */
export interface RowsContext extends ListContext {
  localize: Localize<typeof common & typeof credentialList>;
  /** The list's Marketplace now. */
  marketplace(): Marketplace | undefined;
  /** The names of the environments by their ids, as far as they are known. */
  environments(): ReadonlyMap<string, string>;
  /** Shows a sentence above the list, or none. */
  notify(notice: string | undefined): void;
}

/**
 * What happens in the rows once they are there: changes that are heard of, clicks, menus, actions, and the focus, which
 * stays with its row when rows move. Loaded after the list is shown.
 */
export class CredentialRows implements ReactiveController {
  readonly #host: CredentialList;
  readonly #context: RowsContext;
  readonly #copy: CopyController;
  readonly #words: Localize<typeof common & typeof credentialRows>;
  readonly #reads = new Map<string, AbortController>();
  #focused: { id: string; index: number; button: string } | undefined;
  /** The button of the menu that was opened last, and where its row was before the last update. */
  #menu: { button: HTMLElement; index: number } | undefined;

  constructor(host: CredentialList, context: RowsContext) {
    this.#host = host;
    this.#context = context;
    this.#copy = new CopyController(host);
    this.#words = context.localize.with(credentialRows);
    host.addController(this);
  }

  /** Which identifier was copied a moment ago: {@link copyKey}. */
  get copied(): string | undefined {
    return this.#copy.copied;
  }

  hostUpdate(): void {
    const menu = this.#menu;
    if (menu?.button.ariaExpanded === 'true') menu.index = this.#rows.findIndex((one) => one.contains(menu.button));
    const button = this.#host.shadowRoot?.activeElement as HTMLElement | null | undefined;
    const row = button?.closest<HTMLElement>('tr[data-id]');
    this.#focused = row
      ? {
          id: row.dataset['id'] ?? '',
          index: this.#rows.indexOf(row),
          button: button?.dataset['do'] ?? '',
        }
      : undefined;
  }

  hostUpdated(): void {
    const focused = this.#focused;
    if (!focused || this.#idOf(this.#host.shadowRoot?.activeElement) === focused.id) return;
    const row = this.#rows.find(({ dataset }) => dataset['id'] === focused.id);
    const same = row?.querySelector<HTMLElement>(`[data-do="${focused.button}"]`);
    if (same) same.focus();
    else this.#focusRow(focused.index);
  }

  hostDisconnected(): void {
    for (const read of this.#reads.values()) read.abort();
  }

  /** Follows an event of the marketplace. */
  async follow({ subject, subjectId, removed }: MarketplaceEvent): Promise<void> {
    if (subject === 'clock') await this.#host.refresh();
    if (subject !== 'credential') return;
    if (removed) this.#drop(subjectId);
    else await this.#reread(subjectId);
  }

  /**
   * Does what a button of a row is for.
   *
   * @param last - Whether a menu begins at its last entry.
   */
  async press(button: HTMLElement, last: boolean): Promise<void> {
    const credential = this.find(this.#idOf(button));
    if (!credential) return;
    const { do: what, index } = button.dataset;
    if (what === 'copy') await this.#copyIdentifier(credential, Number(index), button);
    else if (what === 'menu') await this.#openMenu(credential.id, button, last);
    else await this.#act(credential, what as RowAction);
  }

  /** Opens or closes the menu of the row a button is in. */
  async #openMenu(id: string, button: HTMLElement, last: boolean): Promise<void> {
    const what = `menu ${id}`;
    if (isAwaited(this, what)) return;
    const part = await awaited(this, what, () => import('./credential-menu.js'));
    const credential = this.find(id);
    if (!part || !credential) return;
    const menu = (this.#menu = { button, index: 0 });
    part.toggleCredentialMenu(this.#host, this.#context.localize, credential, button, {
      last,
      canShare: this.#host.shareUrl !== undefined,
      choose: (action) => void this.#act(this.find(id) ?? credential, action),
      current: () => {
        const row = this.#host.renderRoot.querySelector(`tr[data-id="${CSS.escape(id)}"]`);
        const current = row?.querySelector<HTMLElement>('[data-do="menu"]') ?? undefined;
        if (current) menu.button = current;
        return current;
      },
      orphaned: () => this.#focusRow(menu.index),
    });
  }

  #idOf(inRow: Element | null | undefined): string {
    return inRow?.closest('tr')?.dataset['id'] ?? '';
  }

  /** A credential of the list. */
  find(id: string): Credential | undefined {
    return this.#context.pages.items.find((credential) => credential.id === id);
  }

  get #rows(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('tr[data-id]')];
  }

  #focusRow(index: number): void {
    const target = this.#rows
      .slice(0, index + 1)
      .at(-1)
      ?.querySelector<HTMLElement>('[data-do="menu"]');
    if (target) target.focus();
    else focusBar(this.#host.renderRoot, this.#context.localize.term('credentials'));
  }

  /** Puts what an event or an answer says of a credential in its row, and says when its state changed. */
  #show(credential: Credential): void {
    const { localize, pages, announcer } = this.#context;
    const before = this.find(credential.id);
    const word = statusWord(localize, credential);
    if (!this.#place(credential)) return;
    // A page that is on its way may be older than this.
    if (pages.busy) void pages.settled.then(() => this.#place(credential));
    if (!before || word !== statusWord(localize, before))
      announcer.announce(this.#words.term('credentialNowIs', credential.name, word));
  }

  /** Puts a credential in its row or at the top; answers whether that was possible, and news. */
  #place(credential: Credential): boolean {
    const { pages } = this.#context;
    const before = this.find(credential.id);
    // Answers may overtake each other: the newer state stays.
    if (before && Date.parse(credential.updatedAt) < Date.parse(before.updatedAt)) return false;
    if (before) pages.replace(credential);
    else if (this.#belongs(credential)) pages.prepend(credential);
    else return false;
    return true;
  }

  /** Whether a new credential is one of those the list is of, as far as that can be told here. */
  #belongs({ application, resources, environment, type, state }: Credential): boolean {
    const params = this.#context.params();
    const isOneOf = (values: readonly string[] | undefined, value: string) => !values || values.includes(value);
    return (
      this.#context.pages.status === 'ready' &&
      this.#context.pages.before === 0 &&
      params.q === undefined &&
      params.risk === undefined &&
      (params.environment === undefined || environment === params.environment) &&
      (params.audience === undefined || type.audience === params.audience) &&
      (params.applicationId === undefined || application?.id === params.applicationId) &&
      (params.resourceId === undefined || resources.some(({ id }) => id === params.resourceId)) &&
      isOneOf(params.typeId, type.id) &&
      isOneOf(params.state, state)
    );
  }

  async #reread(id: string): Promise<void> {
    const marketplace = this.#context.marketplace();
    if (!marketplace) return;
    this.#reads.get(id)?.abort();
    const read = new AbortController();
    this.#reads.set(id, read);
    // News come in bunches: what the next one calls removed is not asked for.
    await new Promise((resolve) => setTimeout(resolve));
    if (read.signal.aborted) return;
    try {
      this.#show(await marketplace.credentials.get(id, {}, { signal: read.signal }));
    } catch (error) {
      if (read.signal.aborted) return;
      if (isNotFound(error)) this.#drop(id);
      else await this.#host.refresh();
    }
    if (this.#reads.get(id) === read) this.#reads.delete(id);
  }

  #drop(id: string): void {
    this.#reads.get(id)?.abort();
    const { pages, announcer } = this.#context;
    const credential = this.find(id);
    if (!credential) return;
    pages.drop(id);
    // A page that is on its way may still have it.
    if (pages.busy) void pages.settled.then(() => this.find(id) && pages.drop(id));
    announcer.announce(this.#words.term('credentialDeleted', credential.name));
  }

  async #copyIdentifier(credential: Credential, index: number, button: HTMLElement): Promise<void> {
    const { localize, announcer, notify } = this.#context;
    const identifier = credential.identifiers[index];
    if (!identifier) return;
    const copied = await this.#copy.copy(copyKey(credential.id, index), identifier.value);
    notify(copied ? undefined : localize.term('copyFailed'));
    if (copied) announcer.announce(localize.term('copiedNamed', identifier.label));
    else selectText(button.parentElement?.querySelector('bdi') ?? button);
  }

  async #act(credential: Credential, action: RowAction): Promise<void> {
    const { pages, notify } = this.#context;
    const marketplace = this.#context.marketplace();
    const { id } = credential;
    if (!marketplace || isAwaited(this, `${action} ${id}`)) return;
    const index = pages.items.findIndex((one) => one.id === id);
    notify(undefined);
    try {
      const perform = await this.#load(marketplace, action, credential);
      if (!perform) return;
      try {
        await perform();
      } finally {
        await this.#host.updateComplete;
        // The dialog gave the focus back to a row or a button that is no longer there.
        const now = this.#rows.findIndex(({ dataset }) => dataset['id'] === id);
        if (now < 0 || document.activeElement === document.body) this.#focusRow(now < 0 ? index : now);
      }
    } catch {
      notify(this.#context.localize.term('partFailed'));
    }
  }

  /** Loads all of what an action opens; answers what does it, unless that is nobody's wish any more. */
  async #load(
    marketplace: Marketplace,
    action: RowAction,
    credential: Credential,
  ): Promise<(() => Promise<void>) | undefined> {
    const { localize, announcer, notify } = this.#context;
    const host = this.#host;
    const { id } = credential;
    const wished = <Part>(load: () => Promise<Part>) => awaited(this, `${action} ${id}`, load);
    if (action === 'history') {
      const part = await wished(() => import('./credential-history.js'));
      return part && (() => part.openHistory(host, localize, marketplace, credential));
    }
    if (action === 'update') {
      if (!host.dispatchEvent(new CredentialEditEvent({ credential }))) return undefined;
      const panels = await wished(loadFormPanel);
      return panels && (() => panels.openFormPanel(host, localize, { marketplace, credential }));
    }
    if (action === 'reveal') {
      if (!host.dispatchEvent(new CredentialRevealEvent({ credential }))) return undefined;
      const panels = await wished(loadSecretPanel);
      return panels && (() => this.#reveal(panels, marketplace, credential));
    }
    const [part] =
      (await wished(() =>
        Promise.all([
          import('../shared/credential/credential-actions.js'),
          action === 'renew' && import('../shared/credential/renew-choice.js'),
          action === 'share' && import('../shared/credential/share-credential.js'),
        ]),
      )) ?? [];
    const place: ActionPlace = {
      marketplace,
      shareUrl: host.shareUrl,
      environments: this.#context.environments(),
      current: () => this.find(id),
      show: (changed) => this.find(id) && this.#show(changed),
      reread: () => this.#reread(id),
      announce: (text) => announcer.announce(text),
    };
    return part && (async () => notify(await part.performAction(host, localize, action, credential, place)));
  }

  /** Shows a secret, and then the form for another credential if one is wanted in place of it. */
  async #reveal(
    { openSecretPanel, openFormPanel }: Panels,
    marketplace: Marketplace,
    credential: Credential,
  ): Promise<void> {
    const host = this.#host;
    const { localize } = this.#context;
    const isReplaced = await openSecretPanel(host, localize, marketplace, credential);
    if (!isReplaced || !host.creatable || !(await awaited(this, 'replace', loadFormPanel))) return;
    const { environment, audience, applicationId, resourceId } = host;
    const choice = { environment, audience, applicationId, resourceId };
    await openFormPanel(host, localize, { marketplace, choice });
  }
}
