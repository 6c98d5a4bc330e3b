/** From how many items on a search box above a list is worth its place. */
export const searchFrom = 9;
