import { marketplace } from './portal.js';

/** About how high a list is: its head, and each row of it; as cards, where there is no room for columns. */
const headPx = 130;
const rowPx = 56;
const cardPx = 190;
const isNarrow = window.matchMedia('(max-width: 700px)');

/**
 * Keeps room for a list of credentials that is about to be read, so that what stands below it does not move; until
 * somebody searches or filters it.
 *
 * @param place - Where the list will be.
 * @param filter - What it is a list of.
 */
export async function keepRoom(place, filter = {}) {
  const { items, total } = await marketplace.credentials.list({ ...filter, limit: 1 });
  const rows = Math.min(total ?? items.length, 25);
  place.style.minBlockSize = `${headPx + rows * (isNarrow.matches ? cardPx : rowPx)}px`;
  place.addEventListener('credential-view-change', () => giveRoomBack(place), { once: true });
}

/** Leaves a place as high as what is in it. */
export const giveRoomBack = (place) => (place.style.minBlockSize = '');
