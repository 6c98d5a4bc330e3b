import { MarketplaceError } from '../contract/error.js';

/**
 * A part of this library that not every page needs, once it is loaded.
 *
 * @throws MarketplaceError `network` where it cannot be had.
 */
export async function loadPart<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch {
    // The platform's own error names an address.
    throw new MarketplaceError('network', 'a part of this library did not load');
  }
}
