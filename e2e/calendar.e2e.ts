import { setCalendarDay } from '@duban/contract/calendar';
import { expect, test } from 'vitest';
import { stage } from './src/harness.ts';
import { dialogOf } from './src/person.ts';
import { sidewaysOverflow, violationsOn } from './src/look.ts';

const at = stage();

/** The feast days of 2027 but for the last. */
const feasts: readonly (readonly [date: string, name: string])[] = [
  ['2027-01-01', '元旦'],
  ...['05', '06', '07', '08'].map((day) => [`2027-02-${day}`, '春节'] as const),
  ['2027-04-05', '清明'],
  ['2027-05-01', '劳动节'],
  ['2027-05-02', '劳动节'],
  ['2027-06-09', '端午节'],
  ['2027-09-15', '中秋节'],
  ['2027-10-01', '国庆节'],
  ['2027-10-02', '国庆节'],
];

test('a year is provisional until its last feast day is entered and it is published', async () => {
  const administrator = await at.client('tongshouyi');
  let version = 0;
  for (const [date, name] of feasts) {
    const day = { date, name, kind: 'holiday', source: '放假通知（示例）', version } as const;
    ({ version } = await administrator.call(setCalendarDay, day));
  }

  const page = await at.signedIn('tongshouyi');
  await page.goto('/calendar?year=2027&date=2027-10-03');
  await page.getByText('国务院尚未公布这一年的放假安排', { exact: false }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  const publish = page.getByRole('button', { name: '公布年度' });
  await publish.focus();
  await page.getByRole('tooltip').getByText('国庆节 2027-10-03', { exact: false }).waitFor();

  await page.getByRole('radio', { name: '休息日' }).check();
  await page.getByLabel('名称').fill('国庆节');
  await page.getByLabel('来源').fill('放假通知（示例）');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('将2027-10-03设为休息日', { exact: false }).waitFor();
  await page.getByRole('button', { name: '公布年度', disabled: false }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel('依据的通知', { exact: false }).fill('国办发明电〔2026〕7号（示例）');
  await dialog.getByRole('button', { name: '公布', exact: true }).click();
  await page.getByText('已公布', { exact: true }).waitFor();
  const day = page.getByRole('button', { name: /2027-02-05.*春节/ });
  expect(await day.textContent()).not.toContain('暂定');
});

test('a handler asks on a phone when a limit ends, and reads why each day was skipped', async () => {
  const page = await at.signedIn('hejingcheng', { viewport: 'phone' });
  await page.goto('/calendar?year=2026&date=2026-02-12');
  await page.getByLabel('时限', { exact: true }).fill('5个工作日');
  await page.getByRole('button', { name: '计算' }).click();
  await page.getByText('2026-02-26 星期四 18:00').waitFor();
  expect(await page.getByText('不计：春节 · 放假').count()).toBe(9);
  await page.getByLabel('时限', { exact: true }).fill('半天');
  await page.getByText('无法识别时限“半天”', { exact: false }).first().waitFor();
  expect(await sidewaysOverflow(page)).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
});
