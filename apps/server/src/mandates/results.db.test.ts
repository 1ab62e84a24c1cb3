import type { DirectiveEdit } from '@duban/contract/document-review';
import * as review from '@duban/contract/document-review';
import * as texts from '@duban/contract/document-text';
import * as promises from '@duban/contract/promises';
import * as targets from '@duban/contract/targets';
import * as tasks from '@duban/contract/tasks';
import { readDocument } from '@duban/mandates/readers/read-document';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { documentDesk, editOf, refusal } from './testing.ts';

const world = testWorld();
const { asDispatcher, paste, read, unitNamed } = documentDesk(world);

const target = { subject: '清淤', value: 2.1, unit: '万立方米', qualifier: '以上', direction: 'at_least' as const };
const indicator = {
  name: '整改率',
  basis: '按期整改数÷应整改数',
  unit: '%',
  better: 'higher' as const,
  source: '问题台账',
};

/** Three directives made a task with two targets, an indicator and a promise, and sent. */
async function sent() {
  const { id, version } = await paste();
  const urban = await unitNamed('区城管局');
  const promise = { promisedBy: '区政府', unitId: urban.id, promisedTo: '全区居民', text: '5月15日前公开整改结果' };
  const edits: Partial<DirectiveEdit>[] = [
    { outcome: 'task', targets: [target, { ...target, subject: '隐去', value: null }] },
    { outcome: 'indicator', indicator },
    { outcome: 'promise', promise },
  ];
  let at = version;
  for (const [i, item] of (await read(id)).items.entries()) {
    const edit = editOf(item, { lineUnitId: urban.id, territorialUnitIds: [], ...edits[i] });
    ({ version: at } = await asDispatcher().call(review.editDirective, {
      id,
      directiveId: item.id,
      version: at,
      ...edit,
    }));
  }
  return { id, made: await asDispatcher().call(review.sendDocument, { id, version: at }) };
}

test('a task with its targets, an indicator and a promise, each linked with its sentence in both directions', async () => {
  const { id, made } = await sent();
  const [first, second, third] = (await read(id)).items;
  expect([first!.targetIds.length, second!.indicatorIds.length, third!.promiseIds.length]).toEqual([2, 1, 1]);
  const found = await asDispatcher().call(targets.getTarget, { id: first!.targetIds[0]! });
  expect(found).toMatchObject({
    ...target,
    task: { id: first!.taskIds[0], number: made.tasks[0]!.number },
    directiveId: first!.id,
    sourceText: first!.text,
    documentId: id,
    period: 'week',
    whyNotChange: null,
  });
  // what the document hides stays unknown
  expect((await asDispatcher().call(targets.getTarget, { id: first!.targetIds[1]! })).value).toBeNull();
  expect(await asDispatcher().call(targets.getIndicator, { id: second!.indicatorIds[0]! })).toMatchObject({
    ...indicator,
    directiveId: second!.id,
  });
  expect(await asDispatcher().call(promises.getPromise, { id: third!.promiseIds[0]! })).toMatchObject({
    promisedBy: '区政府',
    state: 'open',
    deadlineDate: '2026-05-15',
    directiveId: third!.id,
  });
  expect((await asDispatcher().call(targets.listTargets, { taskId: first!.taskIds[0]! })).rows).toHaveLength(2);
  expect((await asDispatcher().call(tasks.listTasks, { documentId: id })).rows).toHaveLength(1);
});

test('baseline, standard and expectation stand beside the figure; a withdrawn target stays and is not changed', async () => {
  const { made } = await sent();
  const { id } = made.targets[0]!;
  const { version } = await asDispatcher().call(targets.getTarget, { id });
  const yardsticks = {
    baselineValue: 0.4,
    baselineAsOf: '2026-01-01',
    standardValue: 3,
    standardBasis: '排水标准',
    expectedValue: 2.5,
    expectedBasis: '居民问卷',
    asOf: '2026-03-09',
  };
  const fields = { ...target, value: 2.2, deadlineText: null, deadlineDate: '2026-06-30', ...yardsticks };
  const at = await asDispatcher().call(targets.changeTarget, { id, version, ...fields, note: '按更正函' });
  expect(await asDispatcher().call(targets.getTarget, { id })).toMatchObject({ ...fields, note: '按更正函' });
  const gone = await asDispatcher().call(targets.withdrawTarget, { id, version: at.version, note: '取消' });
  const late = { id, version: gone.version, ...fields, note: '再改' };
  expect(await refusal(asDispatcher().call(targets.changeTarget, late))).toBe('target.withdrawn');
  expect(await refusal(asDispatcher().call(targets.changeTarget, { ...late, version }))).toBe('record.stale');
  const { history } = await asDispatcher().call(targets.getTarget, { id });
  expect(history.map(({ type }) => type)).toEqual(['target.recorded', 'target.changed', 'target.withdrawn']);
});

test('an indicator is corrected with a reason', async () => {
  const { made } = await sent();
  const { id } = made.indicators[0]!;
  const { version } = await asDispatcher().call(targets.getIndicator, { id });
  const next = { ...indicator, name: '按期整改率', state: 'in_force' as const };
  await asDispatcher().call(targets.changeIndicator, { id, version, ...next, note: '明确口径' });
  expect((await asDispatcher().call(targets.listIndicators, { text: '按期' })).rows).toMatchObject([
    { name: '按期整改率' },
  ]);
});

test('whether a promise was kept is said by somebody who did not make it', async () => {
  const { made } = await sent();
  const { id } = made.promises[0]!;
  const found = await asDispatcher().call(promises.getPromise, { id });
  const settle = (as: string, version: number, result: 'kept' | 'broken') =>
    world.as(as).call(promises.settlePromise, { id, version, result, note: '已核对' });
  const broken = await settle('shenzhiyu', found.version, 'broken');
  const kept = await settle('shenzhiyu', broken.version, 'kept');
  expect(await refusal(settle('shenzhiyu', kept.version, 'broken'))).toBe('promise.settled');
  expect(await refusal(settle('hejingcheng', kept.version, 'broken'))).toBe('session.forbidden');
  expect(await asDispatcher().call(promises.getPromise, { id })).toMatchObject({
    state: 'kept',
    settledOn: '2026-03-10',
  });
  expect((await asDispatcher().call(promises.listPromises, { state: 'kept' })).rows).toHaveLength(1);
});

test('a handler sees the own unit’s, another department’s are not found', async () => {
  const { made } = await sent();
  const call = (as: string) => refusal(world.as(as).call(targets.getTarget, { id: made.targets[0]!.id }));
  expect(await call('shaoqiuping')).toBe('accepted');
  expect(await call('wenruan')).toBe('record.not_found');
  expect((await world.as('wenruan').call(targets.listTargets, {})).rows).toEqual([]);
  expect((await world.as('wenruan').call(promises.listPromises, {})).rows).toEqual([]);
});

test('lists are paged, filtered and exported; a hidden figure is said to be unknown', async () => {
  const { id } = await sent();
  const page = await asDispatcher().call(targets.listTargets, { limit: 1 });
  const next = await asDispatcher().call(targets.listTargets, { limit: 1, after: page.next! });
  expect([page.rows.length, next.rows.length, next.next]).toEqual([1, 1, null]);
  const file = await asDispatcher().download(targets.exportTargets, { documentId: id });
  const sheet = await firstSheet(file);
  expect(sheet.getColumn(4).values.slice(2).toSorted()).toEqual(['2.1', '未知']);
  expect((await firstSheet(await asDispatcher().download(promises.exportPromises, {}))).rowCount).toBe(2);
  expect((await firstSheet(await asDispatcher().download(targets.exportIndicators, {}))).rowCount).toBe(2);
  expect(await refusal(asDispatcher().call(targets.listIndicators, { after: 'x' }))).toBe('request.invalid');
});

test('indicators with the longest names are paged', async () => {
  const { id, version } = await paste();
  let at = version;
  for (const [i, item] of (await read(id)).items.entries()) {
    const name = `${i}${'率'.repeat(79)}`;
    const edit = editOf(item, { outcome: 'indicator', indicator: { ...indicator, name }, targets: [] });
    ({ version: at } = await asDispatcher().call(review.editDirective, {
      id,
      directiveId: item.id,
      version: at,
      ...edit,
    }));
  }
  await asDispatcher().call(review.sendDocument, { id, version: at });
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = await asDispatcher().call(targets.listIndicators, { limit: 1, ...(after ? { after } : {}) });
    names.push(...page.rows.map(({ name }) => name));
    after = page.next ?? undefined;
  } while (after);
  expect(names.map((name) => [name[0], name.length])).toEqual([
    ['0', 80],
    ['1', 80],
    ['2', 80],
  ]);
});

test('the breakdown of tasks as a sheet and as a Word document', async () => {
  const { id } = await sent();
  const sheet = await firstSheet(await asDispatcher().download(texts.exportReview, { id, format: 'xlsx' }));
  expect(sheet.rowCount).toBe(4);
  expect(sheet.getRow(2).getCell(3).text).toContain('占道经营');
  const word = await asDispatcher().download(texts.exportReview, { id, format: 'docx' });
  const reading = await readDocument(new Uint8Array(await word.arrayBuffer()), '分解表.docx');
  const value = 'text' in reading ? reading.text : reading.code;
  expect(value).toContain('督办任务分解表');
  expect(value).toContain('清淤 不低于 2.1万立方米（以上）');
  const { id: empty } = await paste('关于整治的通知\n区城管局要于4月30日前清理占道经营。');
  expect(await refusal(asDispatcher().download(texts.exportReview, { id: empty, format: 'docx' }))).toBe(
    'document.nothing_decided',
  );
});

async function firstSheet(file: Blob): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await file.arrayBuffer()) as ExcelJS.Buffer);
  return workbook.worksheets[0]!;
}
