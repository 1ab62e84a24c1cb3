import { expect, test } from 'vitest';
import { office } from '../network/network.example.ts';
import { schedule } from '../network/schedule.ts';
import { editPlan, isProgress, type PlanEdit } from './edit-plan.ts';
import { networkOf, type Plan, type PlanLink, type PlanRow } from './plan.ts';

const row = (id: string, over: Partial<PlanRow> = {}): PlanRow => ({
  id,
  projectId: 'P',
  sectionId: null,
  position: 0,
  name: id,
  kind: 'activity',
  duration: 5,
  shortest: null,
  calendarId: null,
  fixedDates: [],
  rigid: false,
  stage: null,
  lineUnitId: null,
  territorialUnitId: null,
  responsiblePersonId: null,
  startedOn: null,
  finishedOn: null,
  remaining: null,
  gate: null,
  replacesId: null,
  replacesDaysBefore: null,
  ...over,
});
const link = (fromId: string, toId: string, over: Partial<PlanLink> = {}): PlanLink => ({
  fromId,
  toId,
  kind: 'finish_start',
  lag: 0,
  lagTime: 'working',
  rigid: false,
  ...over,
});
const plan: Plan = {
  projects: [{ id: 'P', startsOn: '2026-03-02', finishBy: '2026-03-31', calendarId: null }],
  rows: [row('section', { kind: 'section', duration: 0 }), row('A', { sectionId: 'section' }), row('B'), row('C')],
  links: [link('A', 'B')],
  calendars: [{ id: 'office', name: '工作日', week: 'office' }],
};

function edited(...edits: PlanEdit[]): Plan {
  const next = editPlan(plan, edits);
  if ('refused' in next) throw new Error(next.code);
  return next;
}
const refusalOf = (...edits: PlanEdit[]) => {
  const next = editPlan(plan, edits);
  return 'refused' in next ? [next.code, next.params.edit] : 'accepted';
};

test('the network is the rows without sections, within the days of their project', () => {
  const computed = schedule(networkOf(plan, '2026-02-25'), office);
  if ('refused' in computed) throw new Error(computed.code);
  expect(computed.activities.map(({ id, earliestStart, latestFinish }) => [id, earliestStart, latestFinish])).toEqual([
    ['A', '2026-03-02', '2026-03-24'],
    ['B', '2026-03-09', '2026-03-31'],
    ['C', '2026-03-02', '2026-03-31'],
  ]);
});

test('a row with dates of its own is not bound by those of the project', () => {
  const late = edited({
    kind: 'change_row',
    id: 'C',
    change: { fixedDates: [{ kind: 'finish_no_later', date: '2026-04-10' }] },
  });
  const network = networkOf(late, '2026-02-25');
  expect(network.activities.find(({ id }) => id === 'C')!.fixed).toEqual([
    { kind: 'finish_no_later', date: '2026-04-10' },
    { kind: 'start_no_earlier', date: '2026-03-02' },
  ]);
});

test('edits leave the given plan as it is, and the inverse edit brings it back', () => {
  const before = structuredClone(plan);
  const next = edited({ kind: 'change_row', id: 'A', change: { duration: 9 } });
  expect(plan).toEqual(before);
  const back = editPlan(next, [{ kind: 'change_row', id: 'A', change: { duration: 5 } }]);
  expect(back).toEqual(plan);
});

test('a section goes with what stands in it, and the links of that go too', () => {
  const next = edited({ kind: 'remove_rows', ids: ['section'] });
  expect(next.rows.map(({ id }) => id)).toEqual(['B', 'C']);
  expect(next.links).toEqual([]);
});

test('rows move into a section in their order', () => {
  const next = edited({ kind: 'move_rows', ids: ['C', 'B'], sectionId: 'section', position: 3 });
  const inside = next.rows
    .filter(({ sectionId }) => sectionId === 'section')
    .toSorted((a, b) => a.position - b.position);
  expect(inside.map(({ id }) => id)).toEqual(['A', 'C', 'B']);
});

test('the first edit that makes no sense is named', () => {
  const fine = { kind: 'change_row', id: 'A', change: { name: '改名' } } as const;
  expect(refusalOf(fine, { kind: 'change_row', id: 'X', change: {} })).toEqual(['plan.row_unknown', 2]);
  expect(refusalOf({ kind: 'add_row', row: row('A') })).toEqual(['plan.row_exists', 1]);
  expect(refusalOf({ kind: 'add_row', row: row('D', { projectId: 'Q' }) })).toEqual(['plan.project_unknown', 1]);
  expect(refusalOf({ kind: 'move_rows', ids: ['A'], sectionId: 'B', position: 0 })).toEqual(['plan.not_section', 1]);
  expect(refusalOf({ kind: 'move_rows', ids: ['section'], sectionId: 'section', position: 0 })).toEqual([
    'plan.not_section',
    1,
  ]);
  expect(refusalOf({ kind: 'add_link', link: link('section', 'A') })).toEqual(['plan.section_linked', 1]);
  expect(refusalOf({ kind: 'add_link', link: link('A', 'B') })).toEqual(['plan.link_exists', 1]);
  expect(refusalOf({ kind: 'remove_link', of: link('B', 'A') })).toEqual(['plan.link_unknown', 1]);
  expect(refusalOf({ kind: 'change_row', id: 'A', change: { kind: 'section', duration: 0 } })).toEqual([
    'plan.section_linked',
    1,
  ]);
  expect(refusalOf({ kind: 'change_row', id: 'A', change: { kind: 'milestone' } })).toEqual(['plan.milestone_days', 1]);
  expect(refusalOf({ kind: 'change_row', id: 'A', change: { finishedOn: '2026-03-04' } })).toEqual([
    'plan.facts_reversed',
    1,
  ]);
});

test('what those who work may say is told from what only planners may change', () => {
  expect(isProgress({ kind: 'change_row', id: 'A', change: { startedOn: '2026-03-03', remaining: 2 } })).toBe(true);
  expect(isProgress({ kind: 'change_row', id: 'A', change: { startedOn: '2026-03-03', duration: 2 } })).toBe(false);
  expect(isProgress({ kind: 'remove_link', of: link('A', 'B') })).toBe(false);
});
