import { createContext } from '@lit/context';
import type { Marketplace } from '../../contract/marketplace.js';

/** Carries the Marketplace of a `<marketplace-provider>` to the elements beneath it. */
export const marketplaceContext = createContext<Marketplace | undefined>(Symbol.for('latchkey.marketplace'));
