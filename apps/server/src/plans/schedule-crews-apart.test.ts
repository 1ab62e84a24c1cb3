import { generatedProject } from '@duban/plans/crews/generated-project';
import type { CrewSchedule } from '@duban/plans/crews/project';
import { scheduleCrews } from '@duban/plans/crews/schedule';
import { expect, test } from 'vitest';
import { scheduleCrewsApart } from './schedule-crews-apart.ts';

const project = generatedProject({ seed: 11, activities: 60, crews: 4, complexity: 1.8, factor: 0.75, strength: 0.2 });

test('a thread finds what the program itself finds, and tells its progress', async () => {
  const told: number[] = [];
  const options = { seed: 5, schedules: 2000 };
  const found = (await scheduleCrewsApart(project, {
    ...options,
    onProgress: ({ makespan }) => told.push(makespan),
  })) as CrewSchedule;
  expect(found).toEqual(scheduleCrews(project, options));
  expect(told.length).toBeGreaterThan(1);
  expect(told.at(-1)).toBe(found.makespan);
});

test('who stops a search gets the best so far', async () => {
  const stopping = new AbortController();
  const told: number[] = [];
  const found = (await scheduleCrewsApart(project, {
    seed: 5,
    seconds: 600,
    signal: stopping.signal,
    onProgress({ makespan }) {
      told.push(makespan);
      if (told.length === 3) stopping.abort();
    },
  })) as CrewSchedule;
  expect(found.stopped).toBe('asked');
  expect(found.makespan).toBeLessThanOrEqual(told[2]!);
});

test('one that is stopped before it began still answers with a schedule', async () => {
  const found = await scheduleCrewsApart(project, { seed: 5, signal: AbortSignal.abort() });
  expect(found).toMatchObject({ stopped: 'asked', schedules: 3 });
});

test('the seconds end it', async () => {
  expect(await scheduleCrewsApart(project, { seed: 5, seconds: 0.05 })).toMatchObject({ stopped: 'asked' });
});

test('more searches than threads: each gets its own answer, and a refusal arrives as it is', async () => {
  const circle = { ...project, links: [...project.links, { from: '61', to: '2' }, { from: '2', to: '61' }] };
  const searches = [1, 2, 3, 4].map((seed) => scheduleCrewsApart(project, { seed, schedules: 200 }));
  const refused = scheduleCrewsApart(circle, { seed: 1, schedules: 200 });
  const found = (await Promise.all(searches)) as CrewSchedule[];
  expect(found).toEqual([1, 2, 3, 4].map((seed) => scheduleCrews(project, { seed, schedules: 200 })));
  expect(await refused).toMatchObject({ refused: true, code: 'crew_schedule.circle' });
});
