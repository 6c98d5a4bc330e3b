import { createMockMarketplace, type MockMarketplace, type MockMarketplaceOptions } from '../src/mocks/index.js';

/** Whose rules a story runs under. */
export type System = NonNullable<MockMarketplaceOptions['system']>;

const worlds = new Map<string, Promise<MockMarketplace>>();

/**
 * The reference marketplace behind a story, with its rules, data plane and agent. It stays until the story leaves: a
 * toolbar renders a story anew, and would start it over in the middle.
 *
 * @param prepare - Does what has happened before the story begins.
 */
export function worldOf(
  { id }: { id: string },
  options: MockMarketplaceOptions,
  prepare?: (world: MockMarketplace) => Promise<void>,
): Promise<MockMarketplace> {
  const make = async (): Promise<MockMarketplace> => {
    const world = await createMockMarketplace(options);
    await prepare?.(world);
    return world;
  };
  const world = worlds.get(id) ?? make();
  worlds.set(id, world);
  return world;
}

/** For `beforeEach`: ends the marketplace when the story leaves. */
export const leaveWorld =
  ({ id }: { id: string }) =>
  async (): Promise<void> => {
    const world = worlds.get(id);
    worlds.delete(id);
    await (await world)?.close();
  };
