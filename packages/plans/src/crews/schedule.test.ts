import { describe, expect, test } from 'vitest';
import { breachesOf } from './breaches.ts';
import { generatedProject } from './generated-project.ts';
import type { CrewProject, CrewSchedule } from './project.ts';
import { scheduleCrews } from './schedule.ts';

const hard = generatedProject({ seed: 11, activities: 60, crews: 4, complexity: 1.8, factor: 0.75, strength: 0.2 });
const solved = (project: CrewProject, options: Parameters<typeof scheduleCrews>[1]): CrewSchedule => {
  const result = scheduleCrews(project, options);
  if ('refused' in result) throw new Error(result.code);
  return result;
};

describe('the search', () => {
  test('shortens what it began with, keeps every rule and stays above the bound', () => {
    const told: number[] = [];
    const result = solved(hard, { seed: 1, schedules: 3000, onProgress: ({ makespan }) => told.push(makespan) });
    expect(breachesOf(hard, result)).toEqual([]);
    expect(result.makespan).toBeLessThan(told[0]!);
    expect(result.makespan).toBe(told.at(-1));
    expect(result.makespan).toBeGreaterThanOrEqual(result.lowerBound);
    expect(result).toMatchObject({ stopped: 'schedules', optimal: false });
  });

  test('the same seed says the same, another one another', () => {
    const of = (seed: number) => solved(hard, { seed, schedules: 1500 });
    expect(of(7)).toEqual(of(7));
    expect(of(8).starts).not.toEqual(of(7).starts);
  });

  test('stops when asked and returns the best so far', () => {
    let asked = 0;
    const stopped = solved(hard, { seed: 1, mayGoOn: () => ++asked < 20 });
    expect(stopped.stopped).toBe('asked');
    expect(breachesOf(hard, stopped)).toEqual([]);
    expect(solved(hard, { seed: 1, mayGoOn: () => false }).schedules).toBeLessThan(10);
  });

  test('cut off by time or by number, it is the same sequence', () => {
    let asked = 0;
    const byTime = solved(hard, { seed: 3, mayGoOn: () => ++asked < 100 });
    const byNumber = solved(hard, { seed: 3, schedules: byTime.schedules });
    expect(byTime.starts).toEqual(byNumber.starts);
  });

  test('ends by itself when nothing limits it', () => {
    const easy = generatedProject({ seed: 2, activities: 30, crews: 4, complexity: 1.8, factor: 0.5, strength: 1 });
    expect(solved(easy, { seed: 1 })).toMatchObject({ optimal: true, stopped: 'optimal' });
    expect(solved(hard, { seed: 1 }).schedules).toBeGreaterThanOrEqual(20_000);
  });
});

test('a thousand activities on working days, with stops and a growing crew', () => {
  const base = generatedProject({ seed: 4, activities: 1000, crews: 4, complexity: 1.8, factor: 0.5, strength: 0.1 });
  const project: CrewProject = {
    ...base,
    calendars: [{ id: 'office', week: [true, true, true, true, true, false, false], stops: [{ from: 30, until: 50 }] }],
    activities: base.activities.map((activity) => ({ ...activity, calendar: 'office' })),
    crews: base.crews.map((crew, at) =>
      at === 0 ? { ...crew, changes: [{ from: 100, capacity: crew.capacity + 5 }] } : crew,
    ),
  };
  const result = solved(project, { seed: 1, schedules: 60 });
  expect(breachesOf(project, result)).toEqual([]);
});
