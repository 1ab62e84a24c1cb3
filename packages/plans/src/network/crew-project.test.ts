import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scheduleCrews } from '../crews/schedule.ts';
import { type CrewNeeds, crewProject } from './crew-project.ts';
import { dayTable } from './day-table.ts';
import { openDraft } from './draft.ts';
import { activity, everyDay, link, network, office, officeDays, sixDays } from './network.example.ts';
import type { Network } from './network.ts';
import { dayNumberOf } from './plan-calendar.ts';

const nothing: CrewNeeds = { crews: [], demands: new Map(), costs: new Map() };

function converted(of: Network, needs: Partial<CrewNeeds> = {}) {
  const project = crewProject(of, office, { ...nothing, ...needs });
  if ('refused' in project) throw new Error(`${project.code} ${JSON.stringify(project.params)}`);
  return project;
}

function found(of: Network, needs: Partial<CrewNeeds> = {}) {
  const answer = scheduleCrews(converted(of, needs), { seed: 1, schedules: 200 });
  if ('refused' in answer) throw new Error(`${answer.code} ${JSON.stringify(answer.params)}`);
  return answer;
}

const COUNT = 6;
const plans = fc
  .record({
    rows: fc.array(
      fc.record({
        duration: fc.integer({ min: 1, max: 9 }),
        calendar: fc.constantFrom('office', 'site', 'six'),
        crew: fc.nat(2),
      }),
      { minLength: COUNT, maxLength: COUNT },
    ),
    links: fc.uniqueArray(
      fc.record({
        ends: fc.tuple(fc.nat(COUNT - 1), fc.nat(COUNT - 1)).filter(([a, b]) => a < b),
        lag: fc.integer({ min: 0, max: 3 }),
        lagTime: fc.constantFrom('working' as const, 'calendar' as const),
      }),
      { maxLength: 8, selector: ({ ends }) => String(ends) },
    ),
    today: fc.constantFrom('2026-02-10', '2026-03-04', '2026-09-28'),
  })
  .map(({ rows, links, today }) => ({
    demands: new Map(rows.map(({ crew }, at) => [`N${at}`, { gang: crew }])),
    plan: network({
      today,
      calendars: [officeDays, everyDay, sixDays],
      activities: rows.map(({ duration, calendar }, at) => activity(`N${at}`, duration, { calendar })),
      links: links.map(({ ends: [from, to], ...more }) => ({ ...link(`N${from}`, `N${to}`), ...more })),
    }),
  }));

describe('a network with limited crews', () => {
  test('without limits the search ends on the day that the forward pass ends on', () => {
    fc.assert(
      fc.property(plans, ({ plan }) => {
        const draft = openDraft(plan, office);
        if ('refused' in draft) throw new Error(draft.code);
        expect(found(plan).makespan).toBe(draft.end - draft.flat.today);
      }),
      { numRuns: 60 },
    );
  });

  test('a schedule with crews keeps every link, calendar and capacity', () => {
    const capacity = 3;
    fc.assert(
      fc.property(plans, ({ plan, demands }) => {
        const answer = found(plan, { demands, crews: [{ id: 'gang', capacity }] });
        const today = dayNumberOf(plan.today);
        const busy = new Map<number, number>();
        for (const [at, { id, duration, calendar }] of plan.activities.entries()) {
          const { before } = dayTable(
            plan.calendars.find((one) => one.id === calendar)!,
            office,
          );
          const [start, finish] = [today + answer.starts[at]!, today + answer.finishes[at]!];
          expect(before[finish]! - before[start]!).toBe(duration);
          expect(before[start + 1]! - before[start]!).toBe(1);
          for (let day = start; day < finish; day++) {
            if (before[day + 1] === before[day]) continue;
            busy.set(day, (busy.get(day) ?? 0) + demands.get(id)!.gang);
          }
        }
        for (const used of busy.values()) expect(used).toBeLessThanOrEqual(capacity);
        for (const { from, to, lag = 0, lagTime } of plan.links) {
          const at = (id: string) => plan.activities.findIndex((one) => one.id === id);
          const calendar = plan.activities[at(to)]!.calendar;
          const { before } = dayTable(
            plan.calendars.find((one) => one.id === calendar)!,
            office,
          );
          const [leaves, arrives] = [today + answer.finishes[at(from)]!, today + answer.starts[at(to)]!];
          expect(arrives).toBeGreaterThanOrEqual(leaves + (lagTime === 'calendar' ? lag : 0));
          if (lagTime !== 'calendar') expect(before[arrives]! - before[leaves]!).toBeGreaterThanOrEqual(lag);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('what is finished takes nothing, what has begun takes what is left', () => {
    const plan = network({
      today: '2026-03-11',
      activities: [
        activity('A', 3, { progress: { started: '2026-03-02', finished: '2026-03-05' } }),
        activity('B', 5, { progress: { started: '2026-03-06', remaining: 2 } }),
        activity('C', 1),
      ],
      links: [link('A', 'B'), link('B', 'C')],
    });
    expect(found(plan)).toMatchObject({ starts: [0, 0, 2], makespan: 3 });
  });

  test('fixed starts and finishes hold back, changes of crews count from their day', () => {
    const plan = network({
      activities: [
        activity('A', 2, { fixed: [{ kind: 'start_no_earlier', date: '2026-03-05' }] }),
        activity('B', 2, { fixed: [{ kind: 'finish_no_earlier', date: '2026-03-06' }] }),
        activity('C', 1),
      ],
    });
    expect(found(plan).starts).toEqual([3, 3, 0]);
    const crews = [
      {
        id: 'gang',
        capacity: 0,
        changes: [
          { from: '2026-03-09', capacity: 1 },
          { from: '2026-02-02', capacity: 0 },
        ],
      },
    ];
    expect(found(plan, { crews, demands: new Map([['C', { gang: 1 }]]) }).starts[2]).toBe(7);
  });

  test('money is released on its day', () => {
    const plan = network({ activities: [activity('A', 2)] });
    const answer = found(plan, {
      costs: new Map([['A', { cost: 500 }]]),
      releases: [
        { from: '2026-01-05', amount: 300 },
        { from: '2026-03-10', amount: 200 },
      ],
    });
    expect(answer.starts).toEqual([8]);
  });

  test('a date that does not exist is refused', () => {
    const plan = network({ activities: [activity('A', 2)] });
    const crews = [{ id: 'gang', capacity: 1, changes: [{ from: '2026-02-30', capacity: 1 }] }];
    expect(crewProject(plan, office, { ...nothing, crews })).toMatchObject({
      code: 'network.date_outside_calendar',
      params: { network_list: 'crews', row: 1, id: 'gang' },
    });
    expect(crewProject(plan, office, { ...nothing, releases: [{ from: 'soon', amount: 1 }] })).toMatchObject({
      params: { network_list: 'budget', row: 1 },
    });
  });
});
