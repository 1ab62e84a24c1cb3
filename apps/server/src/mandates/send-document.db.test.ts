import * as cases from '@duban/contract/cases';
import * as review from '@duban/contract/document-review';
import * as documents from '@duban/contract/mandates';
import * as targets from '@duban/contract/targets';
import * as tasks from '@duban/contract/tasks';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { documentDesk, editOf, refusal } from './testing.ts';

const world = testWorld();
const { asDispatcher, paste, read, unitNamed } = documentDesk(world);

test('tasks with line and territorial unit, target and deadline, linked both ways; then nothing can be undone', async () => {
  const { id, version } = await paste();
  const [first, second] = (await read(id)).items;
  const urban = await unitNamed('区城管局');
  const luqiao = second!.territorialUnits[0]!;
  const tangwan = second!.territorialUnits[1]!;
  let at = await asDispatcher().call(review.acceptDirective, { id, directiveId: first!.id, version });
  at = await asDispatcher().call(review.editDirective, {
    id,
    directiveId: second!.id,
    version: at.version,
    ...editOf(second!, {
      lineUnitId: urban.id,
      territorialUnitIds: [luqiao.id, tangwan.id],
      targetText: '整改率100%',
    }),
  });
  const sent = await asDispatcher().call(review.sendDocument, { id, version: at.version });
  expect(sent.tasks).toHaveLength(3);
  expect(sent.cases).toEqual([]);
  const after = await read(id);
  expect(after.state).toBe('in_review');
  expect(after.items.map(({ state, taskIds }) => [state, taskIds.length])).toEqual([
    ['sent', 1],
    ['sent', 2],
    ['proposed', 0],
  ]);
  const page = await asDispatcher().call(tasks.getTask, { id: after.items[1]!.taskIds[0]! });
  expect(page).toMatchObject({
    state: 'issued',
    lineUnit: { shortName: '区城管局' },
    territorialUnit: { id: luqiao.id },
    deadlineText: '4月30日前',
    deadlineDate: '2026-04-30',
    provisional: false,
    targetText: '整改率100%',
    documentId: id,
    directiveId: second!.id,
    sourceText: second!.text,
  });
  expect(await refusal(asDispatcher().call(review.undoReview, { id, version: sent.version }))).toBe(
    'document.nothing_to_undo',
  );
  expect(
    await refusal(asDispatcher().call(review.rejectDirective, { id, directiveId: first!.id, version: sent.version })),
  ).toBe('directive.sent');
  expect(
    await refusal(asDispatcher().call(review.discardDocument, { id, version: sent.version, reason: '误传' })),
  ).toBe('document.already_sent');
});

const greenArea = { subject: '绿地', value: 500, unit: '万平方米', qualifier: null, direction: 'at_least' as const };

test('a directive for three streets: a task or a case for each, the figure once for all of them', async () => {
  const { id, version } = await paste();
  const [first, second, third] = (await read(id)).items;
  const urban = await unitNamed('区城管局');
  const isOf = (name: string) => (unit: { shortName: string }) => unit.shortName.includes(name);
  const three = ['鹭桥', '棠湾', '麦渡'].flatMap((name) => second!.territorialUnits.find(isOf(name)) ?? []);
  const streets = three.map((unit) => unit.id);
  expect(streets).toHaveLength(3);
  const { rows } = await sql<{ code: string }>`select class_code as code from standards limit 1`.execute(
    world.database,
  );
  const edits = [
    { outcome: 'task', targets: [greenArea] },
    { outcome: 'target', targets: [greenArea] },
    { outcome: 'case', classCode: rows[0]!.code, placeText: '主次干道', targets: [] },
  ] as const;
  let at = version;
  for (const [i, item] of [first!, second!, third!].entries()) {
    const edit = editOf(item, {
      lineUnitId: urban.id,
      territorialUnitIds: streets,
      ...edits[i]!,
      targets: [...edits[i]!.targets],
    });
    const change = { id, directiveId: item.id, version: at, ...edit };
    ({ version: at } = await asDispatcher().call(review.editDirective, change));
  }
  const sent = await asDispatcher().call(review.sendDocument, { id, version: at });
  expect([sent.tasks.length, sent.targets.length, sent.cases.length]).toEqual([3, 2, 3]);
  const made = await Promise.all(sent.cases.map((one) => asDispatcher().call(cases.getCase, { id: one.id })));
  expect(made.map(({ territorialUnit }) => territorialUnit?.id).toSorted()).toEqual(streets.toSorted());
  const names = three.map((unit) => unit.shortName);
  for (const target of sent.targets) {
    const found = await asDispatcher().call(targets.getTarget, { id: target.id });
    expect(found).toMatchObject({ ...greenArea, territorialUnit: null, task: null });
    for (const name of names) expect(found.note).toContain(name);
  }
  // the page of each task shows the figure that it shares, and nobody else's
  for (const task of sent.tasks) {
    const { rows: shared } = await asDispatcher().call(targets.listTargets, { taskId: task.id });
    expect(shared.map(({ number }) => number)).toEqual([sent.targets[0]!.number]);
  }
  // a street sees what it shares; a department that is not named does not
  const seenBy = async (account: string) =>
    (await world.as(account).call(targets.listTargets, { documentId: id })).rows.length;
  expect([await seenBy('tangjinchu'), await seenBy('wenruan')]).toEqual([2, 0]);
});

test('a figure for one street stands with that street and its task', async () => {
  const { id, version } = await paste();
  const item = (await read(id)).items[1]!;
  const street = item.territorialUnits[0]!;
  const urban = await unitNamed('区城管局');
  const edit = editOf(item, {
    outcome: 'task',
    lineUnitId: urban.id,
    territorialUnitIds: [street.id],
    targets: [greenArea],
  });
  const at = await asDispatcher().call(review.editDirective, { id, directiveId: item.id, version, ...edit });
  const sent = await asDispatcher().call(review.sendDocument, { id, version: at.version });
  expect(sent.targets).toHaveLength(1);
  expect(await asDispatcher().call(targets.getTarget, { id: sent.targets[0]!.id })).toMatchObject({
    territorialUnit: { id: street.id },
    task: { id: sent.tasks[0]!.id },
    note: '',
  });
});

test('nothing accepted, or something incomplete, is refused and nothing is made', async () => {
  const { id, version } = await paste();
  expect(await refusal(asDispatcher().call(review.sendDocument, { id, version }))).toBe('document.nothing_accepted');
  const { version: next } = await asDispatcher().call(review.acceptDirective, {
    id,
    directiveId: (await read(id)).items[1]!.id,
    version,
  });
  expect(await refusal(asDispatcher().call(review.sendDocument, { id, version: next }))).toBe(
    'document.directives_incomplete',
  );
  expect((await asDispatcher().call(tasks.listTasks, {})).rows).toEqual([]);
});

test('a directive can become a case in the ledger, which keeps the directive', async () => {
  const { id, version } = await paste();
  const item = (await read(id)).items[0]!;
  const { rows } = await sql<{ code: string }>`select class_code as code from standards limit 1`.execute(
    world.database,
  );
  const at = await asDispatcher().call(review.editDirective, {
    id,
    directiveId: item.id,
    version,
    ...editOf(item, { outcome: 'case', classCode: rows[0]!.code, placeText: '农贸市场东门' }),
  });
  const sent = await asDispatcher().call(review.sendDocument, { id, version: at.version });
  expect(sent.cases).toHaveLength(1);
  const found = await asDispatcher().call(cases.getCase, { id: sent.cases[0]!.id });
  expect(found).toMatchObject({
    directiveId: item.id,
    placeText: '农贸市场东门',
    sourceChannel: 'directive',
    description: item.text,
  });
  expect((await read(id)).items[0]!.caseIds).toEqual([found.id]);
});

test('from a case back to the sentence that ordered it, also for a handler, but not before it was sent', async () => {
  const { id, version } = await paste();
  const item = (await read(id)).items.find((one) => one.outcome === 'task')!;
  const edited = await asDispatcher().call(review.editDirective, {
    id,
    directiveId: item.id,
    version,
    ...editOf(item, {}),
  });
  const asHandler = world.as('hejingcheng');
  expect(await refusal(asHandler.call(documents.getDirective, { id: item.id }))).toBe('record.not_found');
  await asDispatcher().call(review.sendDocument, { id, version: edited.version });
  expect(await asHandler.call(documents.getDirective, { id: item.id })).toMatchObject({
    documentId: id,
    text: item.text,
    headings: item.headings,
  });
  expect(await refusal(asHandler.call(documents.getDocument, { id }))).toBe('session.forbidden');
});

test('a day in a year without a published calendar is provisional, and so are words without a day', async () => {
  const { id, version } = await paste();
  const item = (await read(id)).items[0]!;
  const at = await asDispatcher().call(review.editDirective, {
    id,
    directiveId: item.id,
    version,
    ...editOf(item, { deadlineDate: '2030-06-30', deadlineText: null }),
  });
  const { tasks: made } = await asDispatcher().call(review.sendDocument, { id, version: at.version });
  expect(await asDispatcher().call(tasks.getTask, { id: made[0]!.id })).toMatchObject({
    provisional: true,
    deadlineDate: '2030-06-30',
  });
});

test('the same key sends once', async () => {
  const { id, version } = await paste();
  const item = (await read(id)).items[0]!;
  const at = await asDispatcher().call(review.acceptDirective, { id, directiveId: item.id, version });
  const first = await asDispatcher().call(review.sendDocument, { id, version: at.version }, { key: 'once' });
  const again = await asDispatcher().call(review.sendDocument, { id, version: at.version }, { key: 'once' });
  expect(again).toEqual(first);
  expect((await asDispatcher().call(tasks.listTasks, {})).rows).toHaveLength(1);
});
