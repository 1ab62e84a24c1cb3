import axe from 'axe-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { options } from './options.ts';

/**
 * What axe finds against WCAG 2.2 A and AA on the page once nothing on it moves any more, in words that say where: what
 * fades has a contrast of its own at every moment.
 */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.waitForFunction(() =>
    document.getAnimations().every((one) => one.effect?.getTiming().iterations === Infinity),
  );
  await page.evaluate(axe.source);
  const results = await page.evaluate(async (tags) => {
    const engine = (globalThis as unknown as { axe: typeof axe }).axe;
    return engine.run(document, { runOnly: { type: 'tag', values: tags } });
  }, wcag);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
  );
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing may stick out to the right: on a phone a page that scrolls sideways is broken. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** A picture of the whole page, when the run was asked for pictures. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (options.shots === null) return;
  mkdirSync(options.shots, { recursive: true });
  await page.screenshot({ path: join(options.shots, `${name}.png`), fullPage: true });
}
