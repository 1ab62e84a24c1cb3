import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ContextOptions, stage } from './src/harness.ts';
import { shoot, sidewaysOverflow, violationsOn } from './src/look.ts';
import { placesToLook, type PlaceToLook } from './src/places.ts';

/**
 * Every page, in both languages, at a desk and on a phone: axe finds nothing against WCAG 2.2 AA, nothing sticks out
 * sideways, no script fails, and the page says in which language it speaks. `DUBAN_SHOTS=folder` keeps a picture of
 * each, for somebody to look at.
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
      const wrong: string[] = [];
      for (const [account, theirs] of Map.groupBy(places, ({ as }) => as)) {
        wrong.push(...(await lookAtAll(account, theirs, { viewport, locale })));
      }
      expect(wrong).toEqual([]);
    },
    600_000,
  );
});

/** What is wrong on the pages of one person, page by page. */
async function lookAtAll(
  account: PlaceToLook['as'],
  theirs: readonly PlaceToLook[],
  of: Required<ContextOptions>,
): Promise<string[]> {
  const page = await (account ? at.signedIn(account, of) : at.visitor(of));
  const wrong: string[] = [];
  let here = '';
  page.on('pageerror', (error) => wrong.push(`${here}: ${error.message}`));
  for (const { name, path } of theirs) {
    here = name;
    const found = await lookAt(page, path, of.locale).catch((error: Error) => [error.message]);
    wrong.push(...found.map((sentence) => `${name}: ${sentence}`));
    await shoot(page, `${name}-${of.locale}-${of.viewport}`);
  }
  await page.context().close();
  return wrong;
}

async function lookAt(page: Page, path: string, locale: string): Promise<string[]> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('.ui-loading') === null);
  await page.waitForLoadState('networkidle');
  const [spoken, overflow] = [await page.evaluate(() => document.documentElement.lang), await sidewaysOverflow(page)];
  return [
    ...(await violationsOn(page)),
    ...(spoken === locale ? [] : [`it speaks ${spoken}`]),
    ...(overflow > 0 ? [`${overflow} px stick out sideways`] : []),
  ];
}
