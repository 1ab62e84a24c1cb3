import fc from 'fast-check';
import type { CrewLink, CrewProject } from './project.ts';

/** Small projects with everything in them: for properties. Links lead from lower to higher numbers, so none is a circle. */
export const anyProject: fc.Arbitrary<CrewProject> = fc
  .record({
    size: fc.integer({ min: 1, max: 9 }),
    crews: fc.integer({ min: 0, max: 3 }),
    calendars: fc.array(
      fc.record({
        week: fc.constantFrom([true], [true, true, true, true, true, false, false], [true, false, true]),
        stops: fc.array(
          fc
            .record({ from: fc.nat(20), length: fc.integer({ min: 1, max: 8 }) })
            .map(({ from, length }) => ({ from, until: from + length })),
          { maxLength: 2 },
        ),
        extra: fc.array(fc.nat(25), { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
    budgeted: fc.boolean(),
  })
  .chain(({ size, crews, calendars, budgeted }) => {
    const calendarId = fc.option(fc.constantFrom(...calendars.map((_, at) => `calendar ${at}`), undefined), {
      nil: undefined,
    });
    const activity = fc.record({
      duration: fc.nat(6),
      amounts: fc.array(fc.nat(4), { minLength: crews, maxLength: crews }),
      calendar: calendarId,
      interruptible: fc.boolean(),
      notBefore: fc.oneof(fc.constant(0), fc.nat(10)),
      cost: fc.nat(20),
      costFalls: fc.constantFrom('at_start' as const, 'evenly' as const),
    });
    const link = fc.record({
      ends: fc.uniqueArray(fc.nat(Math.max(1, size - 1)), { minLength: 2, maxLength: 2 }),
      kind: fc.constantFrom('finish_start', 'start_start', 'finish_finish', 'start_finish'),
      lag: fc.oneof(fc.constant(0), fc.integer({ min: -4, max: 5 })),
      lagCalendar: calendarId,
    });
    return fc
      .record({
        activities: fc.array(activity, { minLength: size, maxLength: size }),
        crews: fc.array(
          fc.record({
            capacity: fc.integer({ min: 4, max: 7 }),
            changes: fc.array(fc.record({ from: fc.nat(20), capacity: fc.integer({ min: 0, max: 9 }) }), {
              maxLength: 2,
            }),
            calendar: calendarId,
          }),
          { minLength: crews, maxLength: crews },
        ),
        links: fc.array(link, { maxLength: size < 2 ? 0 : 12 }),
        early: fc.nat(100),
        late: fc.nat(30),
      })
      .map((drawn): CrewProject => {
        const cost = drawn.activities.reduce((sum, of) => sum + of.cost, 0);
        const first = Math.floor((cost * drawn.early) / 100);
        return {
          activities: drawn.activities.map(({ amounts, ...rest }, at) => ({
            ...rest,
            id: `activity ${at}`,
            demands: Object.fromEntries(amounts.map((amount, crew) => [`crew ${crew}`, amount])),
          })),
          crews: drawn.crews.map((crew, at) => ({ ...crew, id: `crew ${at}` })),
          links: drawn.links.map(({ ends, kind, lag, lagCalendar }): CrewLink => ({
            from: `activity ${Math.min(...ends)}`,
            to: `activity ${Math.max(...ends)}`,
            kind: kind as NonNullable<CrewLink['kind']>,
            lag,
            lagCalendar,
          })),
          calendars: calendars.map((calendar, at) => ({ ...calendar, id: `calendar ${at}` })),
          budget: budgeted
            ? {
                releases: [
                  { from: 0, amount: first },
                  { from: drawn.late, amount: cost - first },
                ],
              }
            : undefined,
        };
      });
  });
