import { renderDocument } from '@duban/demo/documents/render';
import type { Page } from 'playwright-core';
import { choose, dialogOf, doDeed } from './person.ts';

// The pieces of the way from a document to a closed case, each as one person does it at the screen.

/** Brings in today's bulletin and arrives at its review. */
export async function bringIn(page: Page): Promise<void> {
  const { fileName, bytes } = renderDocument(
    '07-creation-inspection-bulletin',
    Temporal.Now.plainDateISO('Asia/Shanghai'),
  );
  await page.goto('/documents');
  await page.getByRole('button', { name: '导入文件' }).first().click();
  const dialog = dialogOf(page);
  await dialog.locator('input[type=file]').setInputFiles({
    name: fileName,
    mimeType: 'text/html',
    buffer: Buffer.from(bytes),
  });
  await dialog.getByRole('button', { name: '导入并整理' }).click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { level: 1, name: /创建工作检查情况通报/ }).waitFor();
}

/** Makes a case of the directive about the paving: 棠湾路, class 人行道铺装, in 棠湾街道. */
export async function makeCaseOfPaving(page: Page): Promise<void> {
  const item = page
    .getByRole('listitem')
    .filter({ hasText: '人行道砖' })
    .filter({ has: page.getByRole('button') });
  await item.getByRole('button', { name: '修改' }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel('做什么').fill('修复棠湾路人行道砖');
  await dialog.getByRole('radio', { name: '问题立项' }).check();
  await choose(dialog, '属地（块）', '青砚区棠湾街道办事处');
  await choose(dialog, '问题类别', '人行道铺装');
  await dialog.getByLabel('地点').fill('棠湾路中段');
  await dialog.getByRole('button', { name: '保存并采纳' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Files the case under its condition and sends 棠湾街道. */
export async function dispatch(page: Page): Promise<void> {
  await doDeed(page, '立案', async (dialog) => {
    await choose(dialog, '立案情形', '松动、缺失');
  });
  await doDeed(page, '派遣', async (dialog) => {
    await choose(dialog, '条线单位（主管部门）', '青砚区住房和城乡建设局');
    await choose(dialog, /^属地单位/, '青砚区棠湾街道办事处');
    await choose(dialog, '承办单位', '青砚区棠湾街道办事处');
  });
}

export async function putRight(page: Page): Promise<void> {
  await doDeed(page, '签收');
  await doDeed(page, '提交处置结果', async (dialog) => {
    await dialog.getByRole('radio', { name: '已解决' }).check();
    await dialog.getByLabel('处置情况').fill('已更换破损砖块，路面平整。');
  });
}

export async function verify(page: Page): Promise<void> {
  await doDeed(page, '核查', async (dialog) => {
    await dialog.getByRole('radio', { name: '通过', exact: true }).check();
    await dialog.getByLabel(/说明/).fill('现场平整，无缺失。');
  });
}
