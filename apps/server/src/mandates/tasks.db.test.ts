import type { Call } from '@duban/contract/endpoint';
import * as review from '@duban/contract/document-review';
import * as tasks from '@duban/contract/tasks';
import { evolveTask, type TaskEvent, type TaskState } from '@duban/mandates/tasks/task';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { documentDesk, refusal } from './testing.ts';

const world = testWorld();
const { asDispatcher, paste, read } = documentDesk(world);

async function issued() {
  const { id, version } = await paste();
  const [item] = (await read(id)).items;
  const at = await asDispatcher().call(review.acceptDirective, { id, directiveId: item!.id, version });
  const { tasks: made } = await asDispatcher().call(review.sendDocument, { id, version: at.version });
  return asDispatcher().call(tasks.getTask, { id: made[0]!.id });
}
const possible = (task: tasks.TaskView) => task.actions.flatMap(({ verb, refusal: no }) => (no ? [] : [verb]));

test('goes from issued to completed: its unit accepts and reports, another unit confirms', async () => {
  const task = await issued();
  const unit = world.as('shaoqiuping');
  expect(possible(await unit.call(tasks.getTask, { id: task.id }))).toEqual(['accept']);
  let at = await unit.call(tasks.acceptTask, { id: task.id, version: task.version });
  at = await unit.call(tasks.reportTaskDone, { id: task.id, version: at.version, note: '已检查四次' });
  at = await asDispatcher().call(tasks.returnTask, { id: task.id, version: at.version, note: '缺少通报' });
  at = await unit.call(tasks.reportTaskDone, { id: task.id, version: at.version, note: '补报通报' });
  at = await asDispatcher().call(tasks.confirmTask, { id: task.id, version: at.version });
  const done = await asDispatcher().call(tasks.getTask, { id: task.id });
  expect(done).toMatchObject({ state: 'completed', note: '补报通报' });
  expect(done.history.map(({ type }) => type)).toEqual([
    'task.issued',
    'task.accepted',
    'task.reported_done',
    'task.returned',
    'task.reported_done',
    'task.confirmed',
  ]);
  expect(
    await refusal(asDispatcher().call(tasks.withdrawTask, { id: task.id, version: at.version, note: '不需要了' })),
  ).toBe('task.wrong_state');
});

test('its history leads to its state', async () => {
  const task = await issued();
  const unit = world.as('shaoqiuping');
  const at = await unit.call(tasks.acceptTask, { id: task.id, version: task.version });
  await asDispatcher().call(tasks.withdrawTask, { id: task.id, version: at.version, note: '合并到另一项任务' });
  const { history, state } = await asDispatcher().call(tasks.getTask, { id: task.id });
  const [, ...later] = history;
  const replayed = later.reduce((_, entry) => evolveTask(entry as TaskEvent), 'issued' as TaskState);
  expect(replayed).toBe(state);
});

test('another department neither sees nor accepts it; the dispatcher does not accept for the unit', async () => {
  const task = await issued();
  expect(await refusal(world.as('wenruan').call(tasks.getTask, { id: task.id }))).toBe('record.not_found');
  expect(await refusal(world.as('wenruan').call(tasks.acceptTask, { id: task.id, version: task.version }))).toBe(
    'record.not_found',
  );
  expect(await refusal(asDispatcher().call(tasks.acceptTask, { id: task.id, version: task.version }))).toBe(
    'session.forbidden',
  );
  expect((await world.as('wenruan').call(tasks.listTasks, {})).rows).toEqual([]);
  expect((await world.as('shaoqiuping').call(tasks.listTasks, {})).rows).toHaveLength(1);
});

test('a stale version is refused', async () => {
  const task = await issued();
  await world.as('shaoqiuping').call(tasks.acceptTask, { id: task.id, version: task.version });
  expect(await refusal(world.as('shaoqiuping').call(tasks.acceptTask, { id: task.id, version: task.version }))).toBe(
    'record.stale',
  );
});

test('the list is filtered by state, unit, document, day and words', async () => {
  const task = await issued();
  const find = async (query: Call<typeof tasks.listTasks>) =>
    (await asDispatcher().call(tasks.listTasks, query)).rows.length;
  expect(await find({ state: 'issued' })).toBe(1);
  expect(await find({ state: 'completed' })).toBe(0);
  expect(await find({ open: 'true' })).toBe(1);
  expect(await find({ unitId: task.lineUnit.id })).toBe(1);
  expect(await find({ documentId: task.documentId })).toBe(1);
  expect(await find({ dueTo: '2026-12-31' })).toBe(0);
  expect(await find({ text: '占道' })).toBe(1);
  expect(await find({ overdue: 'true' })).toBe(0);
});
