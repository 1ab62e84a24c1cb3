import * as cases from '@duban/contract/cases';
import * as review from '@duban/contract/document-review';
import * as documents from '@duban/contract/mandates';
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
