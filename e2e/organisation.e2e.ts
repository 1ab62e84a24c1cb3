import { type CastAccount, demoPassword } from '@duban/demo/cast';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { totpCode } from '../apps/server/src/testing/totp.ts';
import { type ContextOptions, stage } from './src/harness.ts';
import { choose, dialogOf } from './src/person.ts';
import { shoot, sidewaysOverflow, violationsOn } from './src/look.ts';

// Units, people, the own account, the audit: as the people who use them see them.

const at = stage();

const pages: readonly (readonly [account: CastAccount, address: string, name: string, opened?: string])[] = [
  ['tongshouyi', '/units', 'units'],
  ['cenanzhi', '/people', 'people'],
  ['cenanzhi', '/people?text=xunyaoguang', 'person', '荀曜光'],
  ['cenanzhi', '/account', 'account'],
  ['hangmingjian', '/audit', 'audit'],
  ['hangmingjian', '/audit?list=access', 'access'],
  ['nieshuchen', '/self-check', 'self-check'],
];

test.each([
  { viewport: 'desktop', locale: 'zh-CN' },
  { viewport: 'phone', locale: 'en' },
] as const satisfies ContextOptions[])('every page is sound: %o', async (of) => {
  const found: string[] = [];
  for (const [account, address, name, opened] of pages) {
    const page = await at.signedIn(account, of);
    page.on('pageerror', (error) => found.push(`${name}: ${error.message}`));
    page.on('console', (said) => said.type() === 'error' && found.push(`${name}: ${said.text()}`));
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (opened) {
      await page.getByRole('link', { name: opened }).click();
      await page.getByRole('heading', { level: 1, name: opened }).waitFor();
    }
    await page.waitForLoadState('networkidle');
    await shoot(page, `organisation-${name}-${of.viewport}-${of.locale}`);
    if ((await sidewaysOverflow(page)) > 0) found.push(`${name} sticks out to the right`);
    found.push(...(await violationsOn(page)).map((violation) => `${name}: ${violation}`));
    await page.context().close();
  }
  expect(found).toEqual([]);
});

test('somebody new is added, must change the one-time password, and then gets to work', async () => {
  const admin = await at.signedIn('cenanzhi');
  await admin.goto('/people');
  await admin.getByRole('button', { name: '添加人员' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('新来人');
  await dialog.getByLabel('账号').fill('xinlairen');
  await choose(dialog, '单位', '青砚区住房和城乡建设局');
  await dialog.getByRole('combobox', { name: '角色' }).click();
  await admin.getByRole('listbox', { name: '角色' }).waitFor({ state: 'attached' });
  expect(await violationsOn(admin)).toEqual([]);
  await admin.keyboard.press('Escape');
  await dialog.waitFor();
  await choose(dialog, '角色', '承办人');
  await dialog.getByLabel('职务').fill('科员');
  expect(await violationsOn(admin)).toEqual([]);
  await dialog.getByRole('button', { name: '添加人员' }).click();
  const slip = admin.getByRole('row', { name: /xinlairen/ });
  const password = /(\w{4}-){3}\w{4}/.exec((await slip.textContent()) ?? '')![0];

  const page = await at.visitor();
  await signIn(page, 'xinlairen', password);
  await page.getByRole('heading', { level: 1, name: '我的账号' }).waitFor();
  await page.getByText('请先修改密码').waitFor();
  await page.goto('/cases');
  await page.getByRole('heading', { level: 1, name: '我的账号' }).waitFor();
  const change = page.getByRole('button', { name: '修改密码' });
  await page.getByLabel('当前密码').fill(password);
  await page.getByLabel('新密码', { exact: true }).fill('short');
  await page.getByText('密码至少 12 个字符。').first().waitFor();
  expect(await change.getAttribute('aria-disabled')).toBe('true');
  await page.getByLabel('新密码', { exact: true }).fill('Fresh-Pear-Tree-9');
  await page.getByLabel('再输一次新密码').fill('Fresh-Pear-Tree-9');
  await change.click();
  await page.getByText('已完成，可以开始工作').waitFor();
  await page.goto('/cases');
  await page.getByRole('heading', { level: 1, name: '问题台账' }).waitFor();
});

test('three administrations never meet: the page says so before the button', async () => {
  const admin = await at.signedIn('cenanzhi');
  await admin.goto('/people?text=hangmingjian');
  await admin.getByRole('link', { name: '杭明笕' }).click();
  await admin.getByRole('button', { name: '授予岗位' }).click();
  await choose(dialogOf(admin), '角色', '系统管理员');
  await admin.getByText('必须由不同的人担任').waitFor();
  await shoot(admin, 'organisation-separation');
  expect(await violationsOn(admin)).toEqual([]);
});

test('the second factor is set up from the picture, and asked for from then on', async () => {
  const page = await at.signedIn('jianyuning');
  await page.goto('/account');
  await page.getByRole('button', { name: '启用动态验证码' }).click();
  await page.getByRole('dialog').getByLabel('当前密码').fill(demoPassword);
  await page.getByRole('dialog').getByRole('button', { name: '启用动态验证码' }).click();
  await page.getByRole('img', { name: '设置动态验证码的二维码' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await shoot(page, 'organisation-second-factor');
  const typed = await page.getByText('不能扫描时手工输入').textContent();
  const secret = typed!.replace(/^[^：]*：/, '').replaceAll(' ', '');
  await page.getByLabel('动态验证码').fill(totpCode(secret));
  await page.getByRole('button', { name: '确认启用' }).click();
  await page.getByText('每个备用码可代替').waitFor();

  const next = await at.visitor();
  await signIn(next, 'jianyuning', demoPassword);
  await next.getByLabel('动态验证码').fill('000000');
  await next.getByRole('button', { name: '继续' }).click();
  await next.getByRole('alert').waitFor();
  await next.getByLabel('动态验证码').fill(totpCode(secret));
  await next.getByRole('button', { name: '继续' }).click();
  await next.getByRole('heading', { level: 1, name: /简予宁/ }).waitFor();
});

test('a unit is found, founded and moved with the keyboard alone', async () => {
  const page = await at.signedIn('tongshouyi');
  await page.goto('/units');
  await page.getByLabel('按名称、别名或代码查找').fill('住房和城乡建设局');
  await page.getByRole('treeitem', { name: '青砚区住房和城乡建设局' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: /青砚区住房和城乡建设局/ }).waitFor();
  const open = page.getByRole('button', { name: '设立下级单位' });
  await open.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('单位名称').fill('房屋征收服务中心');
  await dialog.getByLabel('简称').fill('征收中心');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: /房屋征收服务中心/ }).waitFor();
  await page.getByText('设立“房屋征收服务中心”').waitFor();
  const move = page.getByRole('button', { name: '调整隶属' });
  await move.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('新的上级单位').focus();
  await page.keyboard.type('商务局');
  await page.getByRole('treeitem', { name: '青砚区商务局' }).waitFor();
  for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: '调整隶属' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/改隶“/).waitFor();
});

async function signIn(page: Page, account: string, password: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('账号', { exact: true }).fill(account);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
