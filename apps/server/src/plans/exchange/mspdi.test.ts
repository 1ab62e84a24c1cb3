import { stateCouncilDays } from '@duban/calendar/state-council-years';
import { workingCalendar } from '@duban/calendar/working-calendar';
import { LAG_TIMES, LINK_KINDS } from '@duban/plans/network/activity';
import type { Network } from '@duban/plans/network/network';
import { schedule, type Schedule } from '@duban/plans/network/schedule';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportedPlan } from './imported-plan.ts';
import { savedByProject } from './mspdi.example.ts';
import { readMspdi } from './read-mspdi.ts';
import { writeMspdi } from './write-mspdi.ts';

const office = workingCalendar(stateCouncilDays());

function read(xml: string, today?: string): ImportedPlan {
  const plan = readMspdi(xml, today);
  if ('refused' in plan) throw new Error(`${plan.code} ${JSON.stringify(plan.params)}`);
  return plan;
}

function solve(network: Network): Schedule {
  const answer = schedule(network, office);
  if ('refused' in answer) throw new Error(`${answer.code} ${JSON.stringify(answer.params)}`);
  return answer;
}

describe('a file as Microsoft Project writes it', () => {
  const plan = read(savedByProject);

  test('becomes activities with sections, durations in days, links with lags', () => {
    expect(plan.name).toBe('Renovation');
    expect(plan.network.activities).toEqual([
      { id: '1.1', name: '设计', duration: 5, section: '前期' },
      {
        id: '1.2',
        name: '审批',
        duration: 10,
        section: '前期',
        // the evening of Friday the 13th is the next day
        fixed: [{ kind: 'start_no_earlier', date: '2026-03-14' }],
      },
      { id: '2', name: '施工', duration: 20, fixed: [{ kind: 'finish_no_later', date: '2026-06-30' }] },
      { id: '3', name: '养护', duration: 7, calendar: 'elapsed' },
      { id: '4', name: '竣工', duration: 0 },
      { id: '1/start', name: '前期', duration: 0 },
      { id: '1/finish', name: '前期', duration: 0 },
    ]);
    expect(plan.network.links).toEqual([
      { from: '1.1', to: '1.2', kind: 'start_start', lag: 2, lagTime: 'working' },
      { from: '1/finish', to: '2', kind: 'finish_start', lag: 0, lagTime: 'working' },
      { from: '2', to: '3', kind: 'finish_start', lag: -2, lagTime: 'calendar' },
      { from: '2', to: '4', kind: 'finish_start', lag: 10, lagTime: 'working' },
      { from: '3', to: '4', kind: 'finish_finish', lag: 0, lagTime: 'working' },
      { from: '1/start', to: '1.1', kind: 'finish_start' },
      { from: '1.1', to: '1/finish', kind: 'finish_start' },
      { from: '1/start', to: '1.2', kind: 'finish_start' },
      { from: '1.2', to: '1/finish', kind: 'finish_start' },
    ]);
    expect(plan.network.finishBy).toBe('2026-07-31');
  });

  test('keeps its calendar: no holidays but those of the file', () => {
    expect(plan.network.calendars[0]).toMatchObject({
      name: 'Standard',
      week: [1, 2, 3, 4, 5],
      holidays: 'worked',
      days: [
        { date: '2026-05-01', works: false },
        { date: '2026-05-09', works: true },
      ],
    });
    // 审批 16 to 27 March, 施工 30 March to 24 April; ten working days on: 27 to 30 April, 4 to 9 May
    const answer = solve(plan.network);
    expect(answer.activities.map(({ id, earliestFinish }) => [id, earliestFinish])).toEqual([
      ['1.1', '2026-03-06'],
      ['1.2', '2026-03-27'],
      ['2', '2026-04-24'],
      ['3', '2026-04-29'],
      ['4', '2026-05-09'],
      ['1/start', '2026-03-02'],
      ['1/finish', '2026-03-27'],
    ]);
  });

  test('takes people over as crews, in hundredths where somebody is halved', () => {
    expect(plan.needs?.crews).toEqual([{ id: '张工', capacity: 100 }]);
    expect(plan.needs?.demands).toEqual(new Map([['1.1', { 张工: 50 }]]));
  });

  test('says what it changed', () => {
    expect(plan.notes.map(({ code, id }) => [code, id])).toEqual([
      ['recurring_exception', '1'],
      ['inactive', '5'],
      ['duration_rounded', '1.1'],
      ['as_late_as_possible', '3'],
      ['resource_not_work', '2'],
    ]);
  });
});

describe('what is no plan is refused', () => {
  const project = (inside: string) =>
    `<Project xmlns="http://schemas.microsoft.com/project"><StartDate>2026-03-02T08:00:00</StartDate>${inside}</Project>`;
  const task = (inside: string) => project(`<Tasks><Task><UID>7</UID><Name>甲</Name>${inside}</Task></Tasks>`);
  test.each<[string, string, Record<string, unknown>]>([
    ['plan_file.not_xml', '<Project><Tasks></Project>', { line: 1 }],
    ['plan_file.not_xml', '', {}],
    ['plan_file.not_xml', '<!DOCTYPE p [<!ENTITY a "aaaa">]><Project>&a;</Project>', { reason: 'DOCTYPE' }],
    ['plan_file.not_xml', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`, {}],
    ['plan_file.not_xml', '<Project>&unknown;</Project>', {}],
    ['plan_file.not_mspdi', '<project name="x"/>', { found: 'project' }],
    ['plan_file.no_start', '<Project xmlns="http://schemas.microsoft.com/project"/>', {}],
    ['plan_file.element_invalid', task('<Duration>3 weeks</Duration>'), { task: '甲', uid: '7', element: 'Duration' }],
    ['plan_file.element_invalid', task('<Duration>P1Y</Duration>'), { element: 'Duration' }],
    ['plan_file.element_invalid', task(''), { element: 'Duration' }],
    [
      'plan_file.element_invalid',
      task(
        '<Duration>PT8H0M0S</Duration><ConstraintType>2</ConstraintType><ConstraintDate>1984-01-01T08:00:00</ConstraintDate>',
      ),
      { element: 'ConstraintDate' },
    ],
    [
      'plan_file.element_invalid',
      task('<Duration>PT8H0M0S</Duration><PredecessorLink><PredecessorUID>9</PredecessorUID></PredecessorLink>'),
      { element: 'PredecessorUID', value: '9' },
    ],
    [
      'plan_file.element_invalid',
      task(
        '<Duration>PT8H0M0S</Duration><PredecessorLink><PredecessorUID>7</PredecessorUID><Type>9</Type></PredecessorLink>',
      ),
      { element: 'PredecessorLink' },
    ],
    [
      'plan_file.external_task',
      task(
        '<Duration>PT8H0M0S</Duration><PredecessorLink><PredecessorUID>9</PredecessorUID><CrossProject>1</CrossProject><CrossProjectName>b.mpp\\3</CrossProjectName></PredecessorLink>',
      ),
      { value: 'b.mpp\\3' },
    ],
  ])('%s', (code, xml, params) => {
    expect(readMspdi(xml)).toMatchObject({ refused: true, code, params });
  });

  test('a task that waits for itself comes out as the network says it', () => {
    const self = task(
      '<Duration>PT8H0M0S</Duration><PredecessorLink><PredecessorUID>7</PredecessorUID><Type>1</Type></PredecessorLink>',
    );
    expect(schedule(read(self).network, office)).toMatchObject({ code: 'network.link_to_itself' });
  });
});

const COUNT = 7;
const networks = fc
  .record({
    rows: fc.array(
      fc.record({
        duration: fc.nat(9),
        calendar: fc.constantFrom('office', 'site', 'outdoor'),
        section: fc.option(fc.constantFrom('拆迁', '绿化 & <管网>'), { nil: undefined }),
        fixed: fc.option(
          fc.record({
            kind: fc.constantFrom('start_no_earlier', 'finish_no_later', 'start_on', 'finish_no_earlier'),
            date: fc.constantFrom('2026-09-30', '2026-10-12', '2026-10-20'),
          }),
          { nil: undefined },
        ),
      }),
      { minLength: COUNT, maxLength: COUNT },
    ),
    links: fc.uniqueArray(
      fc.record({
        ends: fc.tuple(fc.nat(COUNT - 1), fc.nat(COUNT - 1)).filter(([a, b]) => a < b),
        kind: fc.constantFrom(...LINK_KINDS),
        lag: fc.integer({ min: -4, max: 5 }),
        lagTime: fc.constantFrom(...LAG_TIMES),
      }),
      { maxLength: 10, selector: ({ ends, kind }) => `${ends} ${kind}` },
    ),
  })
  .map(({ rows, links }): Network => ({
    today: '2026-09-18',
    finishBy: '2026-11-13',
    calendars: [
      { id: 'office', name: '工作日', week: 'office' },
      { id: 'site', name: '工地', week: 'every_day' },
      {
        id: 'outdoor',
        name: '室外',
        week: [1, 2, 3, 4, 5, 6],
        stops: [{ kind: 'other', name: '赛事', from: '2026-10-14', to: '2026-10-16' }],
      },
    ],
    activities: rows.map(({ fixed, ...row }, at) => ({
      id: `N${at}`,
      name: `工作${at}`,
      ...row,
      fixed: fixed && [fixed as never],
    })),
    links: links.map(({ ends: [from, to], ...link }) => ({ from: `N${from}`, to: `N${to}`, ...link })),
  }));

describe('written and read again', () => {
  test('a plan has the same dates, floats and critical activities', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const before = solve(network);
        const { xml, notes } = writeMspdi({ name: '计划', network }, before, office);
        expect(notes).toEqual([]);
        const again = read(xml, network.today);
        expect(again.notes).toEqual([]);
        const after = solve(again.network);
        const key = (plan: Schedule, of: Network) =>
          plan.activities
            .map((row, at) => ({
              ...row,
              id: of.activities[at]!.name,
              section: of.activities[at]!.section,
            }))
            .sort((a, b) => a.id.localeCompare(b.id));
        expect(key(after, again.network)).toEqual(key(before, network));
        expect([after.finish, after.finishBy]).toEqual([before.finish, before.finishBy]);
      }),
      { numRuns: 60 },
    );
  });

  test('facts, crews and two fixed dates', () => {
    const network: Network = {
      today: '2026-03-11',
      calendars: [{ id: 'office', name: '', week: 'office' }],
      activities: [
        { id: 'A', name: 'A', duration: 3, progress: { started: '2026-03-02', finished: '2026-03-05' } },
        { id: 'B', name: '', duration: 5, progress: { started: '2026-03-06', remaining: 2 } },
        {
          id: 'C',
          name: 'C',
          duration: 1,
          fixed: [
            { kind: 'start_no_earlier', date: '2026-03-20' },
            { kind: 'finish_no_later', date: '2026-03-31' },
            { kind: 'start_no_later', date: '2026-03-30' },
          ],
        },
      ],
      links: [],
    };
    const needs = { crews: [{ id: '队', capacity: 3 }], demands: new Map([['C', { 队: 2 }]]), costs: new Map() };
    const { xml, notes } = writeMspdi({ name: 'x', network, needs }, solve(network), office);
    expect(notes).toEqual([{ code: 'constraint_lost', id: 'C', name: 'C', value: 'start_no_later 2026-03-30' }]);
    const again = read(xml, network.today);
    expect(again.network.activities).toEqual([
      { id: '1', name: 'A', duration: 3, progress: { started: '2026-03-02', finished: '2026-03-05' } },
      { id: '2', name: 'B', duration: 5, progress: { started: '2026-03-06', remaining: 2 } },
      { id: '3', name: 'C', duration: 1, fixed: network.activities[2]!.fixed!.slice(0, 2) },
    ]);
    expect(again.needs).toMatchObject({ crews: [{ id: '队', capacity: 3 }], demands: new Map([['3', { 队: 2 }]]) });
  });
});
