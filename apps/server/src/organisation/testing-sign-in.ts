import { ProblemError } from '@duban/contract/client';
import { beforeEach, expect } from 'vitest';
import type { World } from '../testing/world.ts';
import { createBrowser } from './testing-browser.ts';
import { foundTestDistrict, type TestDistrict, testPassword } from './testing.ts';

/** The code with which a call was refused, or `accepted`; anything that is no Problem in its own words. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'accepted',
    (error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error)),
  );

/**
 * The door of the small district 甲, founded anew before each test: `browser()` stands in front of it, `signedIn()` has
 * gone through. For tests whose world has real commits and the identity library.
 */
export function signInDoor(world: World) {
  let founded: TestDistrict;
  beforeEach(async () => {
    founded = await foundTestDistrict(world, 'jia');
  });
  return {
    jia: () => founded,
    browser: (extra: Record<string, string> = {}) => createBrowser(world, extra),
    async signedIn(account: string, password = testPassword) {
      const page = createBrowser(world);
      expect(await page.signIn(account, password)).toBe('done');
      return page;
    },
  };
}
