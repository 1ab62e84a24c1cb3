import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { savedByProject } from './exchange/mspdi.example.ts';
import { scheduleCommand } from './schedule.cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'duban-schedule-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: unknown): string {
  const path = join(folder, `plan-${Math.trunc(performance.now() * 1000)}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const json = (content: unknown, ...more: string[]) => {
  const { output, exitCode } = scheduleCommand([file(content), '--json', ...more]);
  return { exitCode, ...JSON.parse(output) };
};

// A 4, B 6, C 5 working days from Monday 2 March 2026
const activities = [
  { id: 'A', duration: 4 },
  { id: 'B', duration: 6 },
  { id: 'C', duration: 5 },
];
const row = [
  { from: 'A', to: 'B' },
  { from: 'B', to: 'C' },
];
const today = '2026-03-02';

describe('duban schedule', () => {
  test('a dated plan: days after today, in the order of the file', () => {
    expect(json({ today, activities, links: row })).toEqual({
      exitCode: 0,
      makespan: 19,
      starts: [0, 4, 14],
      lowerBound: 19,
    });
  });

  test('with one crew for all, one after the other', () => {
    const demands = { gang: 1 };
    const answer = json(
      { today, activities: activities.map((one) => ({ ...one, demands })), crews: [{ id: 'gang', capacity: 1 }] },
      '--seconds',
      '0.3',
    );
    expect(answer).toMatchObject({ exitCode: 0, makespan: 19 });
    expect(answer.lowerBound).toBeLessThanOrEqual(19);
  });

  test('an abstract plan: periods that all work', () => {
    const demands = { gang: 1 };
    const plan = { activities: activities.map((one) => ({ ...one, demands })), crews: [{ id: 'gang', capacity: 1 }] };
    expect(json(plan)).toMatchObject({ makespan: 15, lowerBound: 15 });
    expect(json({ activities, links: row })).toMatchObject({ makespan: 15, starts: [0, 4, 10], lowerBound: 15 });
  });

  test('for people it says what is late and what to do', () => {
    const { output, exitCode } = scheduleCommand([file({ today, finishBy: '2026-03-17', activities, links: row })]);
    expect(exitCode).toBe(0);
    expect(output).toContain('关键线路 critical chain A → B → C');
    expect(output).toContain('压缩 shorten B: −3 → 3');
    expect(output).toContain('调整时限 move dates: 期限 deadline → 2026-03-20');
  });

  test('the example of the README is a plan', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../../../packages/plans/README.md'), 'utf8');
    const example = /```json\n([^]*?)```/.exec(readme)?.[1];
    expect(json(example, '--seconds', '0.3')).toMatchObject({ exitCode: 0, starts: [0, 9, 26], makespan: 26 });
  });

  test('Microsoft Project XML is read, and written from any dated plan', () => {
    const out = join(folder, 'out.xml');
    const plan = { today, finishBy: '2026-03-31', activities, links: row };
    expect(scheduleCommand([file(plan), '--json', '--project-xml', out]).exitCode).toBe(0);
    const { output } = scheduleCommand([out, '--json']);
    expect(JSON.parse(output)).toEqual({ makespan: 19, starts: [0, 4, 14], lowerBound: 19 });
    expect(scheduleCommand([file(savedByProject)]).output).toContain('导入说明 note');
    expect(scheduleCommand([file({ activities }), '--project-xml', out]).exitCode).toBe(2);
  });

  test('a project of PSPLIB is read', () => {
    const project = [
      'jobs (incl. supersource/sink ): 4',
      'horizon : 9',
      'RESOURCES',
      '- renewable : 1 R',
      '- nonrenewable : 0 N',
      '- doubly constrained : 0 D',
      '****',
      'PRECEDENCE RELATIONS:',
      'jobnr. #modes #successors successors',
      ' 1 1 2 2 3',
      ' 2 1 1 4',
      ' 3 1 1 4',
      ' 4 1 0',
      '****',
      'REQUESTS/DURATIONS:',
      'jobnr. mode duration R 1',
      '----',
      ' 1 1 0 0',
      ' 2 1 4 1',
      ' 3 1 5 1',
      ' 4 1 0 0',
      '****',
      'RESOURCEAVAILABILITIES:',
      ' R 1',
      ' 1',
      '****',
    ].join('\n');
    const answer = json(project, '--seed', '7');
    expect(answer).toMatchObject({ exitCode: 0, makespan: 9, lowerBound: 9 });
    expect(answer.starts).toHaveLength(4);
  });
});

describe('what cannot be computed is refused in words, with the place', () => {
  test.each<[string, unknown, Record<string, unknown>]>([
    ['plan_file.not_json', '{"activities": [', {}],
    ['plan_file.field_invalid', { activities: [{ id: 'A', duration: '3周' }] }, { field: 'activities[1].duration' }],
    ['plan_file.field_invalid', { activities: [{ id: 'A', duration: 3, lenght: 2 }] }, { field: 'activities[1]' }],
    ['plan_file.field_invalid', { activities: {} }, { field: 'activities' }],
    ['plan_file.field_invalid', [], { field: '/' }],
    ['plan_file.today_missing', { activities, finishBy: '2026-04-01' }, { field: 'finishBy' }],
    [
      'plan_file.today_missing',
      { activities: [{ id: 'A', duration: 1, fixed: [{ kind: 'start_on', date: today }] }] },
      { field: 'activities[1]' },
    ],
    [
      'plan_file.date_wanted',
      { today, activities, crews: [{ id: 'g', capacity: 1, changes: [{ from: 3, capacity: 2 }] }] },
      { period: 3 },
    ],
    ['network.cycle', { today, activities, links: [...row, { from: 'C', to: 'A' }] }, { chain: 'A → B → C → A' }],
    ['network.link_end_unknown', { today, activities, links: [{ from: 'A', to: 'Z' }] }, { row: 1, id: 'Z' }],
    ['network.days_negative', { today, activities: [{ id: 'A', duration: -3 }] }, { row: 1, id: 'A' }],
    ['network.days_too_many', { today, activities: [{ id: 'A', duration: 1e9 }] }, { days: 1e9 }],
    ['network.date_outside_calendar', { today: '1970-01-01', activities }, { date: '1970-01-01' }],
    ['crew_schedule.circle', { activities, links: [...row, { from: 'C', to: 'A' }] }, {}],
  ])('%s', (code, content, params) => {
    const answer = json(content);
    expect(answer).toMatchObject({ exitCode: 1, code, params });
    expect(answer.title['zh-CN']).not.toMatch(/\{\w+\}/);
  });

  test('deep nesting and wrong arguments', () => {
    expect(json(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toMatchObject({ code: 'plan_file.field_invalid' });
    expect(scheduleCommand([]).exitCode).toBe(2);
    expect(scheduleCommand(['a', 'b']).exitCode).toBe(2);
    expect(scheduleCommand(['a', '--seconds', '0']).exitCode).toBe(2);
    expect(scheduleCommand(['a', '--seed=-1']).exitCode).toBe(2);
    expect(() => scheduleCommand([join(folder, 'nowhere.json')])).toThrow(/ENOENT/);
  });
});
