import { getDocument } from '@duban/contract/mandates';
import { listTasks } from '@duban/contract/tasks';
import { expect, test } from 'vitest';
import { stage } from './src/harness.ts';
import { shoot, violationsOn } from './src/look.ts';
import { dialogOf } from './src/person.ts';
import { current, importPasted, notice, noticeAgain, proposalWith } from './src/review.ts';

/**
 * The review of a document as one person does it, mostly by keyboard: import, decide, split, merge, take a repair back,
 * undo, accept a section, send; from what came of it back to the sentence; then a newer version of the same document.
 */
const at = stage();

test('a document is reviewed by keyboard, sent, and met again in a newer version', async () => {
  const page = await at.signedIn('luwenqiao');
  const api = await at.client('luwenqiao');
  await importPasted(page, notice);
  const documentId = new URL(page.url()).pathname.split('/').at(-1)!;
  const stateOf = async (words: string) =>
    (await api.call(getDocument, { id: documentId })).items.find((item) => item.text.includes(words))?.state;

  // j goes on, a accepts and goes on
  await proposalWith(page, '占道经营').getByRole('button').first().click();
  await current(page).getByText('占道经营').first().waitFor();
  await page.keyboard.press('a');
  await page.getByText(/已处理 1 \//).waitFor();
  expect(await stateOf('占道经营')).toBe('accepted');
  await page.keyboard.press('u');
  await page.getByText(/已处理 0 \//).waitFor();
  await page.keyboard.press('y');
  await page.getByText(/已处理 1 \//).waitFor();

  // ? shows the keys
  await page.keyboard.press('?');
  await dialogOf(page).getByText('审核快捷键').waitFor();
  await page.keyboard.press('Escape');

  // s splits at the places that are proposed, m puts neighbours together again
  await proposalWith(page, '对照问题台账').getByRole('button').first().click();
  await page.keyboard.press('s');
  await dialogOf(page)
    .getByRole('button', { name: /在“于4月30日/ })
    .click();
  await shoot(page, 'review-split');
  await dialogOf(page).getByRole('button', { name: '拆成 2 条' }).click();
  await dialogOf(page).waitFor({ state: 'hidden' });
  await page.getByText('拆分', { exact: true }).nth(1).waitFor();
  await page.keyboard.press('m');
  await page.getByText('合并', { exact: true }).first().waitFor();

  // a proposed repair is accepted: the sentence has the right word
  await page.getByRole('button', { name: /处待确认/ }).click();
  await page.getByRole('button', { name: /^采纳修复：原那么/ }).click();
  await page.getByRole('button', { name: /^取消采纳：原那么/ }).waitFor();
  await shoot(page, 'review-repairs');
  await page.keyboard.press('Escape');
  await proposalWith(page, /属地管理的原则/).waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await proposalWith(page, /属地管理的原那么/).waitFor();
  await page.getByRole('button', { name: '恢复' }).click();
  await proposalWith(page, /属地管理的原则/).waitFor();

  // a section at once; what is in doubt is left and said
  await page
    .getByRole('button', { name: /^采纳本节/ })
    .first()
    .click();
  await page.getByText(/有疑点，留待逐条审核/).waitFor();
  await shoot(page, 'review-doubtful');
  await page.getByRole('combobox', { name: '筛选任务要求' }).click();
  await page.getByTitle(/^全部/).click();

  // a promise is edited and accepted
  await proposalWith(page, '公开整改结果').getByRole('button').first().click();
  await page.keyboard.press('e');
  await dialogOf(page).getByLabel('承诺对象').fill('全区居民');
  await shoot(page, 'review-edit');
  await dialogOf(page).getByRole('button', { name: '保存并采纳' }).click();
  await dialogOf(page).waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: '下达', exact: true }).click();
  await dialogOf(page).getByText('1 项承诺').waitFor();
  await shoot(page, 'review-send');
  await dialogOf(page).getByRole('button', { name: '确认下达' }).click();
  await dialogOf(page).waitFor({ state: 'hidden' });

  // from the sentence to the target, and back
  const dredging = proposalWith(page, '河道清淤');
  await dredging.getByRole('link', { name: '目标 1' }).click();
  await page.getByRole('heading', { level: 2, name: '三把尺子' }).waitFor();
  await page.getByText('2.1万立方米').first().waitFor();
  await shoot(page, 'review-target');
  await page.getByRole('link', { name: '关于开展市容环境提升行动的通知' }).click();
  await current(page).getByText('河道清淤').first().waitFor();
  await proposalWith(page, '公开整改结果').getByRole('link', { name: '承诺' }).click();
  await page.getByRole('button', { name: '认定已兑现' }).waitFor();
  await shoot(page, 'review-promise');

  // the newer version says what changed; the task of the changed sentence is flagged and nothing else happens to it
  await importPasted(page, noticeAgain);
  await page.getByRole('button', { name: '作为新版本，沿用审核结果' }).click();
  await page.getByText('沿用上一版').first().waitFor();
  await shoot(page, 'review-newer');
  await page.getByRole('link', { name: '对照变化' }).click();
  await page.getByRole('heading', { level: 2, name: '任务要求的变化' }).waitFor();
  await page.locator('ins').filter({ hasText: '6' }).first().waitFor();
  await shoot(page, 'review-changes');
  expect(await violationsOn(page)).toEqual([]);
  const { rows } = await api.call(listTasks, { sourceChanged: 'true' });
  expect(rows.map(({ sourceChange, state }) => [sourceChange, state])).toEqual([['changed', 'issued']]);
  await page.goto(`/tasks/${rows[0]!.id}`);
  await page.getByRole('button', { name: '继续这项任务' }).click();
  await dialogOf(page).getByLabel('说明').fill('按新时限执行');
  await dialogOf(page).getByRole('button', { name: '继续这项任务' }).click();
  await page.getByText('确认继续').waitFor();
  await shoot(page, 'review-task');
}, 240_000);

test('two reviewers: who comes too late is told, and the page of the other brings itself up to date', async () => {
  const page = await at.signedIn('luwenqiao');
  // this page does not hear of the other's step before its own
  await page.route('**/api/v1/documents/*/progress', (route) => route.abort());
  await importPasted(page, notice.replace('市容环境提升', '市容环境巩固提升'));
  const other = await at.signedIn('shenzhiyu');
  await other.goto(page.url());
  await proposalWith(other, '占道经营').getByRole('button', { name: '采纳', exact: true }).click();
  await other.getByText(/已处理 1 \//).waitFor();
  await proposalWith(page, '河道清淤').getByRole('button', { name: '采纳', exact: true }).click();
  await page.getByText('您的这一步没有生效').waitFor();
  await page.getByText(/已处理 1 \//).waitFor();
  await shoot(page, 'review-stale');
  await proposalWith(page, '河道清淤').getByRole('button', { name: '采纳', exact: true }).click();
  await page.getByText(/已处理 2 \//).waitFor();
  await other.getByText(/陆闻樵 在 .*采纳了一条要求，页面已更新/).waitFor();
  await other.getByText(/已处理 2 \//).waitFor();
}, 120_000);
