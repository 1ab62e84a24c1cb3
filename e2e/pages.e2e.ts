import { beforeAll, describe, expect, test } from 'vitest';
import { stage } from './src/harness.ts';
import { shoot, sidewaysOverflow, violationsOn } from './src/look.ts';
import { placesToLook, type PlaceToLook } from './src/places.ts';

/**
 * Every page, in both languages, at a desk and on a phone: axe finds nothing against WCAG 2.2 AA, nothing sticks out
 * sideways, nothing was logged as an error, no word of the other language's frame is missing. `DUBAN_SHOTS=folder`
 * keeps a picture of each, for somebody to look at.
 */
const at = stage();
let places: readonly PlaceToLook[];

beforeAll(async () => {
  places = await placesToLook(at);
});

describe.each(['desktop', 'phone'] as const)('%s', (viewport) => {
  test.each(['zh-CN', 'en'] as const)(
    '%s: every page can be used by everybody',
    async (locale) => {
      const found: string[] = [];
      for (const { name, path, as } of places) {
        const page = await (as ? at.signedIn(as, { viewport, locale }) : at.visitor({ viewport, locale }));
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(error.message));
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.waitForFunction(() => document.querySelector('.ui-loading') === null);
        await page.waitForLoadState('networkidle');
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
        const overflow = await sidewaysOverflow(page);
        found.push(
          ...(await violationsOn(page)).map((violation) => `${name}: ${violation}`),
          ...errors.map((error) => `${name}: ${error}`),
          ...(overflow > 0 ? [`${name}: ${overflow} px stick out sideways`] : []),
        );
        await shoot(page, `${name}-${locale}-${viewport}`);
        await page.context().close();
      }
      expect(found).toEqual([]);
    },
    600_000,
  );
});
