import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyProject } from './any-project.example.ts';
import { breachesOf } from './breaches.ts';
import { scheduleCrews } from './schedule.ts';

const scheduled = (project: Parameters<typeof scheduleCrews>[0], seed: number, schedules = 100) => {
  const told: number[] = [];
  const result = scheduleCrews(project, { seed, schedules, onProgress: ({ makespan }) => told.push(makespan) });
  return { result, told };
};

test('a schedule keeps every link, capacity, calendar and release, and its bounds', () => {
  let found = 0;
  fc.assert(
    fc.property(anyProject, fc.nat(), (project, seed) => {
      const { result, told } = scheduled(project, seed);
      if ('refused' in result) {
        expect(result.code).toMatch(/^crew_schedule\.(demand_over_capacity|never_fits|none_found)$/);
        return;
      }
      found++;
      expect(breachesOf(project, result)).toEqual([]);
      expect(result.makespan).toBe(Math.max(...result.finishes));
      expect(result.makespan).toBeGreaterThanOrEqual(result.lowerBound);
      expect(result.makespan).toBeLessThanOrEqual(told[0]!);
      expect(told).toEqual([...told].sort((a, b) => b - a));
      expect(result.optimal).toBe(result.makespan === result.lowerBound);
    }),
    { numRuns: 250 },
  );
  expect(found).toBeGreaterThan(80);
});

test('the same seed and the same number of schedules give the same schedule', () => {
  fc.assert(
    fc.property(anyProject, fc.nat(), (project, seed) => {
      expect(scheduled(project, seed).result).toEqual(scheduled(project, seed).result);
    }),
    { numRuns: 40 },
  );
});

test('more schedules never make it longer', () => {
  fc.assert(
    fc.property(anyProject, fc.nat(), (project, seed) => {
      const few = scheduled(project, seed, 10).result;
      const many = scheduled(project, seed, 200).result;
      if ('refused' in few) return;
      expect(many).toMatchObject({ lowerBound: few.lowerBound });
      expect((many as typeof few).makespan).toBeLessThanOrEqual(few.makespan);
    }),
    { numRuns: 40 },
  );
});
