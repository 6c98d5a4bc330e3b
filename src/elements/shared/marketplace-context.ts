import { createContext } from '@lit/context';
import type { Marketplace } from '../../contract/marketplace.js';

/** Carries the Marketplace of a `<marketplace-provider>` to the elements beneath it. */
export const marketplaceContext = createContext<Marketplace | undefined>(Symbol.for('latchkey.marketplace'));

/** What a provider says beside: another object whenever something of it is new. */
export interface Surroundings {
  /** The environment of the elements that do not name one themselves. */
  environment: string | undefined;
  /** How often the elements have been asked to read again. */
  readings: number;
}

/** Carries what a `<marketplace-provider>` says beside its Marketplace. */
export const surroundingsContext = createContext<Surroundings | undefined>(Symbol.for('latchkey.surroundings'));
