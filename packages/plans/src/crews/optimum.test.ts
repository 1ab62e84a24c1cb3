import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CrewProject, CrewSchedule } from './project.ts';
import { scheduleCrews } from './schedule.ts';

/** Tries every start of every activity: whether some schedule ends by `makespan`. */
function canEndBy({ activities, crews, links }: CrewProject, makespan: number): boolean {
  const at = new Map(activities.map(({ id }, index) => [id, index]));
  const starts: number[] = [];
  const used = crews.map(() => Array.from({ length: Math.max(1, makespan) }, () => 0));
  const capacityIn = (crew: number, period: number) =>
    (crews[crew]!.changes ?? []).reduce(
      (capacity, change) => (change.from <= period ? change.capacity : capacity),
      crews[crew]!.capacity,
    );
  const place = (index: number): boolean => {
    if (index === activities.length) return true;
    const { duration, demands = {}, notBefore = 0 } = activities[index]!;
    const waits = links.filter(({ to }) => at.get(to) === index);
    for (let start = notBefore; start + duration <= makespan; start++) {
      const kept = waits.every(({ from, kind, lag = 0 }) => {
        const other = at.get(from)!;
        return start >= starts[other]! + (kind === 'start_start' ? 0 : activities[other]!.duration) + lag;
      });
      const taken = Object.entries(demands).map(([id, amount]) => ({
        crew: crews.findIndex((one) => one.id === id),
        amount,
      }));
      const periods = Array.from({ length: duration }, (_, offset) => start + offset);
      const fits = periods.every((period) =>
        taken.every(({ crew, amount }) => amount === 0 || used[crew]![period]! + amount <= capacityIn(crew, period)),
      );
      if (!kept || !fits) continue;
      const add = (sign: number) => {
        for (const period of periods) for (const { crew, amount } of taken) used[crew]![period]! += sign * amount;
      };
      starts[index] = start;
      add(1);
      if (place(index + 1)) return true;
      add(-1);
    }
    return false;
  };
  return place(0);
}

const solved = (project: CrewProject, schedules = 1500): CrewSchedule => {
  const result = scheduleCrews(project, { seed: 1, schedules });
  if ('refused' in result) throw new Error(result.code);
  return result;
};

const smallProject: fc.Arbitrary<CrewProject> = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 2 }))
  .chain(([size, crews]) =>
    fc.record({
      activities: fc
        .array(
          fc.record({
            duration: fc.integer({ min: 1, max: 4 }),
            amounts: fc.array(fc.nat(3), { minLength: crews, maxLength: crews }),
            notBefore: fc.nat(2),
          }),
          { minLength: size, maxLength: size },
        )
        .map((drawn) =>
          drawn.map(({ amounts, ...rest }, at) => ({
            ...rest,
            id: `${at}`,
            demands: Object.fromEntries(amounts.map((amount, crew) => [`crew ${crew}`, amount])),
          })),
        ),
      crews: fc
        .array(fc.record({ capacity: fc.constantFrom(3, 4), later: fc.constantFrom(3, 5), from: fc.nat(6) }), {
          minLength: crews,
          maxLength: crews,
        })
        .map((drawn) =>
          drawn.map(({ capacity, later, from }, at) => ({
            id: `crew ${at}`,
            capacity,
            changes: [{ from, capacity: later }],
          })),
        ),
      links: fc
        .array(
          fc.record({
            ends: fc.uniqueArray(fc.nat(size - 1), { minLength: 2, maxLength: 2 }),
            kind: fc.constantFrom('finish_start' as const, 'start_start' as const),
            lag: fc.nat(2),
          }),
          { maxLength: 6 },
        )
        .map((drawn) =>
          drawn.map(({ ends, kind, lag }) => ({
            from: `${Math.min(...ends)}`,
            to: `${Math.max(...ends)}`,
            kind,
            lag,
          })),
        ),
    }),
  );

describe('nothing shorter exists', () => {
  test('for small projects, by trying every start', () => {
    let proved = 0;
    fc.assert(
      fc.property(smallProject, (project) => {
        const { makespan, lowerBound, optimal } = solved(project);
        expect(canEndBy(project, makespan)).toBe(true);
        expect(canEndBy(project, makespan - 1)).toBe(false);
        expect(lowerBound).toBeLessThanOrEqual(makespan);
        if (optimal) proved++;
      }),
      { numRuns: 80 },
    );
    expect(proved).toBeGreaterThan(25);
  });

  test('eight activities, one crew of four, solved by hand', () => {
    // b and e never work beside each other, and h works alone.
    const project: CrewProject = {
      activities: [
        { id: 'a', duration: 3, demands: { crew: 2 } },
        { id: 'b', duration: 4, demands: { crew: 3 } },
        { id: 'c', duration: 2, demands: { crew: 2 } },
        { id: 'd', duration: 2, demands: { crew: 1 } },
        { id: 'e', duration: 3, demands: { crew: 3 } },
        { id: 'f', duration: 2, demands: { crew: 2 } },
        { id: 'g', duration: 4, demands: { crew: 1 } },
        { id: 'h', duration: 1, demands: { crew: 4 } },
      ],
      crews: [{ id: 'crew', capacity: 4 }],
      links: [
        { from: 'a', to: 'b' },
        { from: 'c', to: 'd' },
        { from: 'b', to: 'h' },
        { from: 'e', to: 'h' },
      ],
    };
    // The work is 45 of 4 a period, so nothing ends before 12; e.g. g and e, b beside g's rest, a with c, f with d …, h.
    expect(canEndBy(project, 11)).toBe(false);
    expect(solved(project)).toMatchObject({ makespan: 12, lowerBound: 12, optimal: true, stopped: 'optimal' });
  });
});

describe('solved by hand', () => {
  const twoJobs = (
    more: Partial<CrewProject>,
    ...activities: Partial<CrewProject['activities'][number]>[]
  ): CrewProject => ({
    activities: activities.map((activity, at) => ({ id: `${at + 1}`, duration: 1, ...activity })),
    crews: [{ id: 'crew', capacity: 1 }],
    links: [],
    ...more,
  });

  test('the weekend lies inside an activity, or pushes it behind', () => {
    const week = [true, true, true, true, true, false, false];
    const of = (interruptible: boolean) =>
      solved(
        twoJobs(
          { calendars: [{ id: 'office', week }] },
          { duration: 3, calendar: 'office', demands: { crew: 1 } },
          { duration: 4, calendar: 'office', demands: { crew: 1 }, interruptible },
        ),
      );
    // Mon–Wed, then Thu, Fri, Mon, Tue
    expect(of(true).makespan).toBe(9);
    // four days in one go first (Mon–Thu), the other around the weekend: Fri, Mon, Tue
    expect(of(false).makespan).toBe(9);
    const whole = solved(
      twoJobs(
        { calendars: [{ id: 'office', week }] },
        { duration: 5, calendar: 'office', interruptible: false, notBefore: 1 },
      ),
    );
    expect(whole.starts).toEqual([7]);
  });

  test('a stop window and a shifted working day', () => {
    const calendars = [
      { id: 'site', week: [true, true, true, true, true, false, false], stops: [{ from: 2, until: 5 }], extra: [5] },
    ];
    const { starts, finishes } = solved(twoJobs({ calendars }, { duration: 4, calendar: 'site' }));
    // Mon, Tue, stopped Wed–Fri, Saturday made a working day, Mon
    expect([starts, finishes]).toEqual([[0], [8]]);
  });

  test('a crew that comes later, and grows', () => {
    const crews = [
      {
        id: 'crew',
        capacity: 0,
        changes: [
          { from: 3, capacity: 1 },
          { from: 5, capacity: 2 },
        ],
      },
    ];
    const { makespan } = solved(
      twoJobs({ crews }, { duration: 4, demands: { crew: 1 } }, { duration: 2, demands: { crew: 1 } }),
    );
    expect(makespan).toBe(7);
  });

  test('all four kinds of link', () => {
    const of = (kind: 'finish_start' | 'start_start' | 'finish_finish' | 'start_finish', lag: number) =>
      solved(twoJobs({ links: [{ from: '1', to: '2', kind, lag }] }, { duration: 4 }, { duration: 3 })).starts[1];
    expect([of('finish_start', 1), of('start_start', 2), of('finish_finish', 1), of('start_finish', 5)]).toEqual([
      5, 2, 2, 2,
    ]);
    expect(of('finish_start', -3)).toBe(1);
  });

  test('a lag in working days waits over the weekend, one in periods does not', () => {
    const calendars = [{ id: 'office', week: [true, true, true, true, true, false, false] }];
    const of = (lagCalendar?: string) =>
      solved(
        twoJobs({ calendars, links: [{ from: '1', to: '2', lag: 2, lagCalendar }] }, { duration: 4 }, { duration: 1 }),
      ).starts[1];
    expect([of(), of('office')]).toEqual([6, 8]);
  });

  test('money decides what may start', () => {
    const budget = {
      releases: [
        { from: 0, amount: 10 },
        { from: 6, amount: 20 },
      ],
    };
    const dearFirst = solved(
      twoJobs(
        { budget },
        { duration: 5, cost: 20, demands: { crew: 1 } },
        { duration: 4, cost: 10, demands: { crew: 1 } },
      ),
    );
    expect(dearFirst.starts).toEqual([6, 0]);
    // 20 in five equal parts: 8 are due in its second period, and 12 in its third, which waits for the release
    const evenly = solved(
      twoJobs(
        { budget },
        { duration: 5, cost: 20, costFalls: 'evenly', demands: { crew: 1 } },
        { duration: 1, cost: 10 },
      ),
    );
    expect([evenly.makespan, evenly.starts[0]]).toEqual([9, 4]);
  });

  test('amounts too great for one word', () => {
    const crews = [1, 2, 3].map((number) => ({ id: `crew ${number}`, capacity: 2 ** 30 }));
    const demands = Object.fromEntries(crews.map(({ id }) => [id, 2 ** 29]));
    const { makespan, lowerBound } = solved(
      twoJobs({ crews }, { duration: 2, demands }, { duration: 2, demands }, { duration: 2, demands }),
    );
    expect([makespan, lowerBound]).toEqual([4, 4]);
  });
});
