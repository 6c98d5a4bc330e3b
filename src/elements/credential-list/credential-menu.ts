import type { LitElement } from 'lit';
import type { Action } from '../../contract/action.js';
import type { Credential } from '../../contract/credential.js';
import type { common } from '../../locales/en/common.js';
import { credentialActions } from '../../locales/en/credential-actions.js';
import { reasons } from '../../locales/en/reasons.js';
import { describeReason } from '../shared/describe-error.js';
import type { Localize } from '../shared/localize.js';
import { toggleMenu, type MenuItem } from '../shared/menu.js';
import type { RowAction } from './credential-rows.js';

/** The actions this list can do, in the order of the menu. */
const offered = [
  'reveal',
  'update',
  'renew',
  'regenerate',
  'share',
  'unshare',
  'provision',
  'fail',
  'retry',
  'suspend',
  'enable',
  'remove',
] as const satisfies readonly RowAction[];

export interface CredentialMenuOptions {
  /** Whether the last entry gets the focus. */
  last: boolean;
  /** Whether there is a page that a share link could lead to. */
  canShare: boolean;
  choose(action: RowAction): void;
  /** The button as it is now, if there is still a row with it. */
  current(): HTMLElement | undefined;
  /** Called when there is none any more, and the focus has gone with it. */
  orphaned(): void;
}

/**
 * Opens or closes the menu of a credential: what is impossible for good is absent, what is impossible now says why. Its
 * history can be looked at whatever else is possible.
 */
export function toggleCredentialMenu(
  host: LitElement,
  localize: Localize<typeof common>,
  { name, actions }: Credential,
  button: HTMLElement,
  { last, canShare, choose, current, orphaned }: CredentialMenuOptions,
): void {
  const words = localize.with({ ...credentialActions, ...reasons });
  const there = (wanted: RowAction): Action | undefined => actions.find(({ action }) => action === wanted);
  const items = (): MenuItem[] => {
    const possible = offered.flatMap((action) => {
      const found = there(action);
      if (!found || (action === 'share' && !canShare)) return [];
      return [
        {
          label: words.term(`action-${action}`),
          reason: found.allowed ? undefined : describeReason(words, found.reason),
          critical: action === 'remove',
          choose: () => choose(action),
        },
      ];
    });
    const history = { label: words.term('action-history'), choose: () => choose('history') };
    // What is destructive stands apart, at the end.
    return [...possible.filter(({ critical }) => !critical), history, ...possible.filter(({ critical }) => critical)];
  };
  toggleMenu(host, button, () => ({
    label: name,
    items: items(),
    last,
    nothing: words.term('credentialNoActions'),
    words: words.words,
    button: current,
    orphaned,
  }));
}
