import type { Locator, Page } from 'playwright-core';

/** What a person does with the controls of the pages: found by role and label, chosen by the words on them. */

/** The dialog that is open. */
export const dialogOf = (page: Page): Locator => page.getByRole('dialog').last();

/** The part of a page below a heading. */
export const panelOf = (page: Page, heading: string | RegExp): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading }) });

/**
 * Types into a select or a tree of units, takes the choice with exactly these words, and waits until the list is gone:
 * while it fades out it is still part of the page that axe reads, and covers what is below it.
 */
export async function choose(within: Locator, label: string | RegExp, words: string): Promise<void> {
  const page = within.page();
  const field = within.getByRole('combobox', { name: label });
  await field.click();
  // short lists are not searched
  if (await field.isEditable()) await field.fill(words);
  await page.getByTitle(words, { exact: true }).filter({ visible: true }).last().click();
  // a tree that takes several stays open until it is closed
  if ((await field.getAttribute('aria-expanded')) === 'true') await field.press('Escape');
  // several may be on their way, one out and another in
  await page.waitForFunction(() => document.querySelector('.ant-slide-up-leave') === null);
}

/** Presses the deed on the case page, fills its dialog, and sends it; waits until the dialog is gone. */
export async function doDeed(page: Page, deed: string, fill?: (dialog: Locator) => Promise<void>): Promise<void> {
  await panelOf(page, '我现在可以').getByRole('button', { name: deed, exact: true }).click();
  const dialog = dialogOf(page);
  await dialog.waitFor();
  await fill?.(dialog);
  await dialog.getByRole('button', { name: deed, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}
