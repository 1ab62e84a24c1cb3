import { addDays, dateOfEpochDay, epochDayOf } from '@duban/calendar/civil-date';
import { isWorkingDay } from '@duban/calendar/working-calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINK_KINDS, type Activity, type Link } from './activity.ts';
import { activity, everyDay, network, office, officeDays, scheduled } from './network.example.ts';
import type { Network } from './network.ts';
import type { PlanCalendar } from './plan-calendar.ts';
import { type Schedule, schedule } from './schedule.ts';

// Random small networks around Spring Festival, judged day by day from the definition of a link: nothing of the
// passes is used to judge them.

const winter: PlanCalendar = {
  id: 'outdoor',
  name: '室外',
  week: [1, 2, 3, 4, 5, 6],
  stops: [{ kind: 'winter', name: '冬季停工', from: '12-20', to: '03-10' }],
};
const calendars = [officeDays, everyDay, winter];
const today = '2026-02-10';

const works = (calendar: string | undefined, date: string): boolean => {
  if (calendar === 'site') return true;
  if (calendar !== 'outdoor') return isWorkingDay(office, date);
  const day = office.data.days.find((row) => row.date === date);
  const weekday = ((epochDayOf(date) + 3) % 7) + 1;
  const stopped = date.slice(5) >= '12-20' || date.slice(5) <= '03-10';
  return weekday <= 6 && day?.kind !== 'holiday' && !stopped;
};

/** Days of a calendar worked from one moment to another; moments are days since 1970 that are about to begin. */
const worked = (calendar: string | undefined, from: number, to: number): number => {
  let count = 0;
  for (let day = from; day < to; day++) if (works(calendar, dateOfEpochDay(day))) count++;
  return count;
};

type Span = { readonly start: number; readonly finish: number };

const holds = ({ kind, lag = 0, lagTime }: Link, from: Span, to: Span, calendar: string | undefined): boolean => {
  const leaves = kind === 'finish_start' || kind === 'finish_finish' ? from.finish : from.start;
  const arrives = kind === 'finish_start' || kind === 'start_start' ? to.start : to.finish;
  if (lagTime === 'calendar') return arrives >= leaves + lag;
  if (lag > 0) return arrives >= leaves && worked(calendar, leaves, arrives) >= lag;
  return arrives >= leaves || (lag < 0 && worked(calendar, arrives, leaves) <= -lag);
};

const activities = fc
  .array(
    fc.record({
      duration: fc.integer({ min: 1, max: 12 }),
      calendar: fc.constantFrom('office', 'site', 'outdoor'),
    }),
    { minLength: 2, maxLength: 9 },
  )
  .map((rows) => rows.map(({ duration, calendar }, at) => activity(`N${at}`, duration, { calendar })));

const linksOf = (rows: readonly Activity[], lags: { min: number; max: number }) =>
  fc
    .uniqueArray(
      fc.record({
        ends: fc
          .tuple(fc.nat(rows.length - 1), fc.nat(rows.length - 1))
          .filter(([a, b]) => a !== b)
          .map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const))),
        kind: fc.constantFrom(...LINK_KINDS),
        lag: fc.integer(lags),
        lagTime: fc.constantFrom('working' as const, 'calendar' as const),
      }),
      { maxLength: 14, selector: ({ ends, kind }) => `${ends} ${kind}` },
    )
    .map((links) => links.map(({ ends: [from, to], ...link }) => ({ from: `N${from}`, to: `N${to}`, ...link })));

const networks = activities.chain((rows) =>
  linksOf(rows, { min: -6, max: 6 }).map((links) => network({ calendars, today, activities: rows, links })),
);

const solve = (of: Network): Schedule => {
  const answer = schedule(of, office);
  if ('refused' in answer) throw new Error(answer.code);
  return answer;
};

const spansOf = ({ activities }: Schedule, side: 'earliest' | 'latest'): ReadonlyMap<string, Span> =>
  new Map(
    activities.map((row) => [
      row.id,
      {
        start: epochDayOf(side === 'earliest' ? row.earliestStart : row.latestStart),
        finish: epochDayOf(side === 'earliest' ? row.earliestFinish : row.latestFinish) + 1,
      },
    ]),
  );

/** What a span breaks: its own days, its links. */
const faultsOf = (of: Network, spans: ReadonlyMap<string, Span>): readonly string[] => [
  ...of.activities.flatMap(({ id, duration, calendar }) => {
    const { start, finish } = spans.get(id)!;
    const starts = works(calendar, dateOfEpochDay(start));
    const ends = works(calendar, dateOfEpochDay(finish - 1));
    return starts && ends && worked(calendar, start, finish) === duration ? [] : [`${id} is not ${duration} days`];
  }),
  ...of.links.flatMap((link) => {
    const { calendar } = of.activities.find(({ id }) => id === link.to)!;
    return holds(link, spans.get(link.from)!, spans.get(link.to)!, calendar)
      ? []
      : [`${link.from} ${link.kind} ${link.to}`];
  }),
];

/** The span of the same work moved by one working day. */
const moved = ({ duration, calendar }: Activity, { start }: Span, by: 1 | -1): Span => {
  let first = start + by;
  while (!works(calendar, dateOfEpochDay(first))) first += by;
  let finish = first;
  for (let left = duration; left > 0; finish++) if (works(calendar, dateOfEpochDay(finish))) left--;
  return { start: first, finish };
};

const runs = { numRuns: 100 };

describe('both passes, on mixed calendars, lags and kinds of link', () => {
  test('keep every link and calendar, and begin on or after today', () => {
    fc.assert(
      fc.property(networks, (of) => {
        const answer = solve(of);
        for (const side of ['earliest', 'latest'] as const) expect(faultsOf(of, spansOf(answer, side))).toEqual([]);
        for (const { earliestStart } of answer.activities) expect(earliestStart >= today).toBe(true);
      }),
      runs,
    );
  });

  test('nothing can be a day earlier, nothing can be a day later', () => {
    fc.assert(
      fc.property(networks, (of) => {
        const answer = solve(of);
        const early = spansOf(answer, 'earliest');
        const late = spansOf(answer, 'latest');
        const end = epochDayOf(answer.finish) + 1;
        for (const row of of.activities) {
          const sooner = moved(row, early.get(row.id)!, -1);
          const free = sooner.start >= epochDayOf(today);
          expect(free && faultsOf(of, new Map(early).set(row.id, sooner)).length === 0, `${row.id} sooner`).toBe(false);
          const later = moved(row, late.get(row.id)!, 1);
          const keeps = later.finish <= end;
          expect(keeps && faultsOf(of, new Map(late).set(row.id, later)).length === 0, `${row.id} later`).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('against its own end a plan has no negative float, and what ends it has none', () => {
    fc.assert(
      fc.property(networks, (of) => {
        const answer = solve(of);
        for (const { totalFloat, freeFloat } of answer.activities) {
          expect(totalFloat).toBeGreaterThanOrEqual(freeFloat);
          expect(freeFloat).toBeGreaterThanOrEqual(0);
        }
        const last = answer.chain.at(-1)!;
        const ends = answer.activities.find(({ id }) => id === last.id)!;
        expect(ends).toMatchObject({ earliestFinish: answer.finish, latestFinish: answer.finish, totalFloat: 0 });
      }),
      runs,
    );
  });

  test('forward, then backward from its own end, then forward from where that begins: the same span', () => {
    fc.assert(
      fc.property(networks, (of) => {
        const first = solve(of);
        const again = solve({ ...of, finishBy: first.finish });
        expect(again.activities).toEqual(first.activities);
        expect(again.infeasible).toEqual([]);
        const short = solve({ ...of, finishBy: addDays(first.finish, -1) });
        expect(short.infeasible.length).toBeGreaterThan(0);
        expect(Math.min(...short.activities.map(({ totalFloat }) => totalFloat))).toBeLessThan(0);
      }),
      runs,
    );
  });

  test('the total float is exact: slipping by it keeps the end, by one day more does not', () => {
    fc.assert(
      fc.property(networks, fc.nat(), (of, pick) => {
        const answer = solve(of);
        const row = answer.activities[pick % answer.activities.length]!;
        const from = (date: string) =>
          solve({
            ...of,
            activities: of.activities.map((one) =>
              one.id === row.id ? { ...one, fixed: [{ kind: 'start_no_earlier' as const, date }] } : one,
            ),
          });
        expect(from(row.latestStart).finish).toBe(answer.finish);
        expect(from(addDays(row.latestStart, 1)).finish > answer.finish).toBe(true);
      }),
      runs,
    );
  });
});

test('on one calendar the critical chain is a chain of activities without float', () => {
  const plain = activities.chain((rows) =>
    linksOf(rows, { min: 0, max: 4 }).map((links) => ({
      activities: rows.map((one) => ({ ...one, calendar: 'office' })),
      links: links.map((one) => ({ ...one, kind: 'finish_start' as const, lagTime: 'working' as const })),
    })),
  );
  const unique = plain.map(({ activities, links }) => ({
    activities,
    links: links.filter((one, at) => links.findIndex(({ from, to }) => from === one.from && to === one.to) === at),
  }));
  fc.assert(
    fc.property(unique, (over) => {
      const answer = scheduled({ ...over, today });
      for (const { id } of answer.chain) {
        expect(answer.activities.find((one) => one.id === id)).toMatchObject({ totalFloat: 0, critical: true });
      }
      for (const { totalFloat, critical } of answer.activities) expect(critical).toBe(totalFloat === 0);
    }),
    runs,
  );
});
