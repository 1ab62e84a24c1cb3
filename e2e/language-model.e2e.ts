import { getDocument } from '@duban/contract/mandates';
import { afterAll, expect, test } from 'vitest';
import { type FakeModel, fakeModel, proposing } from '../apps/server/src/adapters/language-model.example.ts';
import { stage } from './src/harness.ts';
import { shoot, sidewaysOverflow, violationsOn } from './src/look.ts';
import { dialogOf } from './src/person.ts';

/**
 * With a language model switched on: the dialog says where the text would go, nothing goes there without the tick, what
 * comes back is marked, and a machine that fails is told on the page. The machine is a server inside this test.
 */
let fake: FakeModel;
const at = stage(async () => {
  fake = await fakeModel();
  return { DUBAN_MODEL_ADDRESS: fake.address, DUBAN_MODEL_NAME: 'tiny', DUBAN_MODEL_KEY: 'secret' };
});
afterAll(() => fake.close());

const text = `关于背街小巷保洁的通知
各街道要对照问题台账，倒排工期，于4月30日前完成整改。
大家的事情大家一起来办。`;

test('a document is sent only with the tick, and what comes back is marked', async () => {
  const page = await at.signedIn('luwenqiao', { viewport: 'phone' });
  const api = await at.client('luwenqiao');
  const host = new URL(fake.address).host;
  fake.answerWith((response) => response.end(proposing('大家的事情大家一起来办', '从来没有说过的话')));
  await page.goto('/documents');
  await page.getByRole('button', { name: '导入文件' }).click();
  const dialog = dialogOf(page);
  await dialog.getByText('粘贴文字').click();
  await dialog.getByRole('textbox', { name: '文字' }).fill(text);
  const consent = dialog.getByRole('checkbox', { name: new RegExp(`发送到 ${host}`) });
  expect(await consent.isChecked()).toBe(false);
  expect(await violationsOn(page)).toEqual([]);
  await shoot(page, 'model-consent');

  // without the tick: imported, and nothing has left
  await dialog.getByRole('button', { name: '导入并整理' }).click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: '请语言模型研读' }).waitFor();
  expect(fake.received).toEqual([]);

  // asked on the page of the document
  await page.getByRole('button', { name: '请语言模型研读' }).click();
  await page.getByText(/已研读：新提出 1 条/).waitFor();
  await page.getByText('语言模型提出', { exact: true }).first().waitFor();
  expect(fake.received).toHaveLength(1);
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const { items } = await api.call(getDocument, { id });
  expect(items.filter(({ origin }) => origin === 'suggested')).toMatchObject([
    { text: '大家的事情大家一起来办', state: 'proposed' },
  ]);
  expect(await violationsOn(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
  await shoot(page, 'model-done');

  // a machine that fails changes nothing, and the page says why
  fake.answerWith((response) => response.writeHead(401).end('no'));
  await page.getByRole('button', { name: '再次研读' }).click();
  await page.getByText(/对方拒绝了请求/).waitFor();
  expect((await api.call(getDocument, { id })).items.map((item) => item.id)).toEqual(items.map((item) => item.id));
  expect(await violationsOn(page)).toEqual([]);
  await shoot(page, 'model-failed');
});
