import type { Credential } from '../../contract/credential.js';
import type { basics } from '../../locales/en/basics.js';
import type { credentialList } from '../../locales/en/credential-list.js';
import type { Localize } from '../shared/localize.js';

type Standing = Pick<Credential, 'state' | 'transition'>;

const looks: Record<string, string> = {
  active: 'positive mask mask-check',
  expired: 'critical mask mask-clock',
  error: 'critical mask mask-alert',
  pending: 'mask mask-progress',
  deleting: 'mask mask-progress',
};

/** The word for where a credential stands: its transition while there is one, otherwise its state (SPEC C1). */
export const statusWord = (
  localize: Localize<typeof basics & typeof credentialList>,
  { state, transition }: Standing,
): string =>
  localize.find(`state-${transition ?? state}`) ?? localize.find(`state-${state}`) ?? localize.term('unknown');

/** The classes of its badge: the colour, and the icon, which always stands beside the word. */
export const statusLook = ({ state, transition = 'unknown' }: Standing): string =>
  transition === 'unknown' ? (looks[state] ?? 'mask mask-pause') : 'mask mask-progress';
