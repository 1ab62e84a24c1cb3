import { getRanking } from '@duban/contract/rankings';
import { getCase } from '@duban/contract/cases';
import { expect, test } from 'vitest';
import { stage } from './src/harness.ts';
import { bringIn, dispatch, makeCaseOfPaving, putRight, verify } from './src/journey.ts';
import { shoot } from './src/look.ts';
import { overdueCase } from './src/overdue-case.ts';
import { dialogOf, doDeed, panelOf } from './src/person.ts';

/**
 * The product in one go, as five people live it at their screens: a document is brought in, its directives become tasks
 * and cases, a case is put right, checked by another unit and closed out, the rate of last week changes, and the ranking
 * is published anew.
 */
const at = stage();

test('from a document to a closed case, each person at the own screen', async () => {
  const dispatcher = await at.signedIn('luwenqiao');
  await bringIn(dispatcher);
  await shoot(dispatcher, 'journey-1-review');
  await makeCaseOfPaving(dispatcher);
  const stalls = dispatcher.getByRole('listitem').filter({ hasText: '青坊客运站' });
  await stalls.first().getByRole('button', { name: '采纳', exact: true }).click();
  await dispatcher.getByRole('button', { name: '下达', exact: true }).click();
  await dialogOf(dispatcher).getByText('1 件问题').waitFor();
  await dialogOf(dispatcher).getByRole('button', { name: '确认下达' }).click();
  await dialogOf(dispatcher).waitFor({ state: 'hidden' });

  // from the sentence to the case, and on the case page back to the sentence
  await dispatcher.getByRole('link', { name: '案件' }).first().click();
  await dispatcher.getByRole('heading', { level: 1, name: /修复棠湾路人行道砖/ }).waitFor();
  await dispatch(dispatcher);
  const address = new URL(dispatcher.url()).pathname;

  const handler = await at.signedIn('yubeichen');
  await handler.goto('/');
  await handler
    .getByRole('link', { name: /修复棠湾路人行道砖/ })
    .first()
    .click();
  await putRight(handler);
  await handler.getByText('待核查').first().waitFor();

  // an inspector of the same street is told why not, before any button
  const colleague = await at.signedIn('qunanxing');
  await colleague.goto(address);
  const why = panelOf(colleague, '我现在可以');
  await why.waitFor();
  expect(await why.getByRole('button', { name: '核查', exact: true }).count()).toBe(0);

  const inspector = await at.signedIn('taozhiheng');
  await inspector.goto(address);
  await verify(inspector);

  await dispatcher.reload();
  await doDeed(dispatcher, '销号');
  await dispatcher.getByText('已销号').first().waitFor();
  await shoot(dispatcher, 'journey-2-closed');
});

test('an overdue case of last week is put right, the rate changes, and the ranking is published again', async () => {
  // which case it is, the API says; what is done to it, people do
  const api = await at.client('luwenqiao');
  const { found, handler: account, street, published: last, choice } = await overdueCase(api);

  const handler = await at.signedIn(account);
  await handler.goto(`/cases/${found.id}`);
  await doDeed(handler, '提交处置结果', async (dialog) => {
    await dialog.getByRole('radio', { name: '已解决' }).check();
    await dialog.getByLabel('处置情况').fill('已整改到位。');
  });
  const inspector = await at.signedIn('weiwanyun');
  await inspector.goto(`/cases/${found.id}`);
  await verify(inspector);
  const dispatcher = await at.signedIn('luwenqiao');
  await dispatcher.goto(`/cases/${found.id}`);
  await doDeed(dispatcher, '销号');

  await dispatcher.goto(`/rankings?period=${encodeURIComponent(last.period.key)}&group=streets`);
  const row = dispatcher.getByRole('row').filter({ hasText: street.unit.shortName });
  const after = await api.call(getRanking, choice);
  const now = after.rows.find(({ unit }) => unit.id === street.unit.id)!;
  expect(now.rectification!.rate.percent).not.toBe(street.rectification!.rate.percent);
  await row.getByText(`${now.rectification!.rate.percent}`).first().waitFor();
  await shoot(dispatcher, 'journey-3-ranking');

  await dispatcher.getByRole('button', { name: '发布…' }).click();
  await dispatcher.getByRole('heading', { level: 1, name: '发布排名' }).waitFor();
  await dispatcher.getByRole('button', { name: '发布', exact: true }).click();
  await dispatcher.waitForURL(/\/rankings\/published\/[0-9a-f-]{36}$/);
  await dispatcher.getByRole('row').filter({ hasText: street.unit.shortName }).first().waitFor();
  await shoot(dispatcher, 'journey-4-bulletin');
});

test('on a phone: a handler opens the own work, takes a case on and reports it done', async () => {
  const page = await at.signedIn('tangjinchu', { viewport: 'phone' });
  const api = await at.client('luwenqiao');
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: /唐槿初/ }).waitFor();
  await shoot(page, 'journey-5-phone-work');
  // not the news beside it, which also tells of cases that are closed
  await panelOf(page, /待签收|处置中|超期未办结/)
    .getByRole('link', { name: /鹭桥|文昌|桥东|银杏|荷塘|老粮站|纺织/ })
    .first()
    .click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const found = await api.call(getCase, { id });
  if (found.state === 'awaiting_acceptance') await doDeed(page, '签收');
  await doDeed(page, '提交处置结果', async (dialog) => {
    await dialog.getByRole('radio', { name: '已解决' }).check();
    await dialog.getByLabel('处置情况').fill('已现场处理。');
  });
  expect((await api.call(getCase, { id })).state).toBe('awaiting_check');
  await shoot(page, 'journey-6-phone-case');
});
