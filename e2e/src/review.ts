import type { Locator, Page } from 'playwright-core';
import { dialogOf } from './person.ts';

// The pieces of a review, each as one person does it at the screen.

/** A notice with two orders in one sentence, a wrong word, an order without a leader, and a promise. */
export const notice = `关于开展市容环境提升行动的通知
各街道、各有关部门：
一、突出重点
区城管局要牵头开展占道经营专项整治，每周进行一次检查。
区住建局要于6月底前修复破损路面3.5万平方米，更换缺失井盖120处。
区水务局要坚持属地管理的原那么，于5月31日前完成河道清淤2.1万立方米以上。
各街道要对照问题台账，倒排工期，于4月30日前完成整改。
二、强化保障
区政府将在年底前向全区居民公开整改结果。
区政府督查室要于2026年5月15日前将检查情况形成专报，报送区政府。
2026年3月9日`;

/** The same a week later: the dredging has more time. */
export const noticeAgain = notice.replace('于5月31日前完成河道清淤', '于6月30日前完成河道清淤');

/** Pastes a text and arrives at its review. */
export async function importPasted(page: Page, text: string): Promise<void> {
  await page.goto('/documents');
  await page.getByRole('button', { name: '导入文件' }).first().click();
  const dialog = dialogOf(page);
  await dialog.getByText('粘贴文字').click();
  await dialog.getByLabel('文字', { exact: true }).fill(text);
  await dialog.getByRole('button', { name: '导入并整理' }).click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { level: 1, name: text.split('\n')[0]! }).waitFor();
}

/** The card of the directive with these words. */
export const proposalWith = (page: Page, words: string | RegExp): Locator =>
  page.locator('li.proposal').filter({ hasText: words }).first();

/** The card that is looked at. */
export const current = (page: Page): Locator => page.locator('li.proposal[aria-current="true"]');
