import { listNotifications } from '@duban/contract/case-lists';
import { listCalendarYears, resetCalendarDay, setCalendarDay } from '@duban/contract/calendar';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { caseDesk } from './testing.ts';

const world = testWorld();
const desk = caseDesk(world);
const administrator = () => world.as('tongshouyi');
beforeEach(() => desk.standards());

const strike = { date: '2026-03-12', kind: 'holiday', name: '停电检修', source: '区政府通知' } as const;
const versionNow = async () => (await administrator().call(listCalendarYears, {})).version;
const recomputations = async (id: string) =>
  (await desk.view(id)).history.filter(({ type }) => type === 'case.limits_recomputed');

test('a day off that is declared moves running limits, tells the holder, and takes nothing back when it is withdrawn', async () => {
  const { id } = await desk.accepted();
  expect((await desk.view(id)).finishClock).toMatchObject({ dueDate: '2026-03-13' });

  const version = await versionNow();
  await administrator().call(setCalendarDay, { ...strike, version });
  await world.runJobs();
  expect(await desk.view(id)).toMatchObject({
    finishBy: '2026-03-16T10:00:00.000Z',
    finishClock: { dueDate: '2026-03-16' },
  });
  const { rows } = await desk.as('officer').call(listNotifications, {});
  expect(rows.map(({ code, caseId }) => [code, caseId])).toContainEqual(['case.limits_recomputed', id]);

  await administrator().call(resetCalendarDay, { date: strike.date, version: version + 1 });
  await world.runJobs();
  expect((await desk.view(id)).finishClock).toMatchObject({ dueDate: '2026-03-16' });
  expect((await recomputations(id)).map(({ data, by }) => [data['changes'], by])).toEqual([
    [[{ clock: 'finish', kind: 'later', before: '2026-03-13T10:00:00Z', computed: '2026-03-16T10:00:00Z' }], null],
    [[{ clock: 'finish', kind: 'earlier', before: '2026-03-16T10:00:00Z', computed: '2026-03-13T10:00:00Z' }], null],
  ]);
});

test('the nightly round finds what was missed, and finds nothing the second time', async () => {
  const { id } = await desk.accepted();
  await administrator().call(setCalendarDay, { ...strike, version: await versionNow() });
  await desk.runJob('recompute-all-limits');
  await desk.runJob('recompute-all-limits');
  await world.runJobs();
  expect(await recomputations(id)).toHaveLength(1);
});

test('a closed case keeps the limit it was measured by', async () => {
  const { id } = await desk.closed();
  await administrator().call(setCalendarDay, { ...strike, version: await versionNow() });
  await world.runJobs();
  expect(await recomputations(id)).toEqual([]);
});
