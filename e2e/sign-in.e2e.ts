import { demoPassword } from '@duban/demo/cast';
import { expect, test } from 'vitest';
import { stage } from './src/harness.ts';
import { sidewaysOverflow, violationsOn } from './src/look.ts';

const at = stage();

test.each(['desktop', 'phone'] as const)(
  'a dispatcher signs in on a %s and arrives at the own work',
  async (viewport) => {
    const page = await at.visitor({ viewport });
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel('账号', { exact: true }).fill('luwenqiao');
    await page.getByLabel('密码', { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /陆闻樵/ }).waitFor();
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
  },
);

test('a wrong password is refused in words, and nothing is given away about the account', async () => {
  const page = await at.visitor();
  await page.goto('/');
  const refusal = async (account: string): Promise<string | null> => {
    await page.getByLabel('账号', { exact: true }).fill(account);
    await page.getByLabel('密码', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    const said = page.getByRole('alert');
    await said.waitFor();
    return said.textContent();
  };
  expect(await refusal('luwenqiao')).toBe(await refusal('nobody'));
});
