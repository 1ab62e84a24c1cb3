import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, dateAt, instantOf } from './beijing-time.ts';
import { withDays, withHours } from './calendar-data.ts';
import { addDays } from './civil-date.ts';
import { deadline, endOfDate } from './deadline.ts';
import { elapsed, remaining } from './elapsed.ts';
import type { Pause } from './pause.ts';
import { recompute } from './recompute.ts';
import { stateCouncilDays } from './state-council-years.ts';
import { CLOCK_KINDS, type ClockKind } from './time-limit.ts';
import { isWorkingDay, workingCalendar } from './working-calendar.ts';

const published = stateCouncilDays();
const calendar = workingCalendar(published);

/** `2026-02-12 17:00` on the wall in Beijing */
const wall = (text: string) => {
  const [date = '', time = '00:00'] = text.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantOf(date, hours * 60 + minutes);
};
const wallText = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
const pause = (from: string, until: string): Pause => ({ from: wall(from), until: wall(until) });
const endOf = (start: string, amount: number, clock: ClockKind, pauses: Pause[] = []) =>
  wallText(deadline(wall(start), { amount, clock }, calendar, pauses).at);

describe('the clocks', () => {
  it.each([
    ['2026-09-30 17:00', 2, 'working-hours', '2026-10-08 09:00'],
    ['2026-09-30 14:00', 4, 'working-hours', '2026-09-30 18:00'],
    ['2026-09-30 18:00', 4, 'working-hours', '2026-10-08 12:00'],
    ['2026-09-30 12:30', 1, 'working-hours', '2026-09-30 15:00'],
    ['2026-10-03 10:00', 8, 'working-hours', '2026-10-08 18:00'],
    ['2026-10-03 10:00', 10, 'working-hours', '2026-10-09 10:00'],
    ['2026-10-09 17:30', 1, 'working-hours', '2026-10-10 08:30'],
    ['2026-09-30 17:00', 2, 'urgent-working-hours', '2026-09-30 19:00'],
    ['2026-10-03 23:30', 2, 'urgent-working-hours', '2026-10-04 01:30'],
    ['2026-10-03 10:00', 2, 'urgent-working-days', '2026-10-05 10:00'],
    ['2026-12-31 22:00', 4, 'hours', '2027-01-01 02:00'],
    ['2026-02-12 17:00', 0.5, 'working-days', '2026-02-13 11:00'],
    ['2026-02-12 10:00', 1.5, 'working-days', '2026-02-13 16:00'],
    ['2026-02-12 00:00', 5, 'working-days', '2026-02-26 18:00'],
    ['2026-02-12 23:59', 5, 'working-days', '2026-02-26 18:00'],
    ['2026-01-31 09:00', 1, 'months', '2026-02-28 18:00'],
    ['2023-11-29 09:00', 3, 'months', '2024-02-29 18:00'],
    ['2026-07-01 09:00', 3, 'months', '2026-10-08 18:00'],
    ['2026-09-18 09:00', 2, 'natural-days', '2026-09-20 18:00'],
  ] as const)('%s + %d %s ends %s', (start, amount, clock, end) => {
    expect(endOf(start, amount, clock)).toBe(end);
  });

  it('end days at 24:00 where the office has no business hours', () => {
    const late = workingCalendar(withHours(published, published.hours, 'midnight'));
    const due = deadline(wall('2026-02-12 09:00'), { amount: 5, clock: 'working-days' }, late);
    expect(due.date).toBe('2026-02-26');
    expect(wallText(due.at)).toBe('2026-02-27 00:00');
  });

  it('follow the hours of the jurisdiction', () => {
    const western = workingCalendar(
      withHours(published, [
        { from: '10:00', to: '14:00' },
        { from: '16:00', to: '20:00' },
      ]),
    );
    const due = deadline(wall('2026-02-12 09:00'), { amount: 5, clock: 'working-hours' }, western);
    expect(wallText(due.at)).toBe('2026-02-12 17:00');
    expect(due.calendarVersion).not.toBe(calendar.version);
  });

  it.each([0, -1, Number.NaN, Infinity, 0.5])('refuse %d natural days loudly', (amount) => {
    expect(() => deadline(wall('2026-02-12'), { amount, clock: 'natural-days' }, calendar)).toThrow(RangeError);
  });

  it('let a date stand that was fixed by name', () => {
    expect(wallText(endOfDate('2026-09-30', calendar).at)).toBe('2026-09-30 18:00');
    expect(endOfDate('2026-10-01', calendar)).toMatchObject({ date: '2026-10-01', provisional: false });
    expect(wallText(endOfDate('2026-10-01', calendar).at)).toBe('2026-10-02 00:00');
  });
});

describe('a pause', () => {
  it.each([
    ['2026-03-02 09:00', 4, 'hours', [pause('2026-03-02 10:00', '2026-03-04 10:00')], '2026-03-04 13:00'],
    ['2026-03-02 09:00', 4, 'hours', [pause('2026-03-02 13:00', '2026-03-04 10:00')], '2026-03-02 13:00'],
    ['2026-03-02 09:00', 4, 'hours', [pause('2026-03-01 09:00', '2026-03-02 10:00')], '2026-03-02 14:00'],
    ['2026-03-02 09:00', 4, 'working-hours', [pause('2026-03-02 11:00', '2026-03-03 11:00')], '2026-03-03 15:00'],
    ['2026-03-02 09:00', 5, 'working-days', [pause('2026-03-03 10:00', '2026-03-05 10:00')], '2026-03-11 18:00'],
    ['2026-03-02 09:00', 5, 'working-days', [pause('2026-03-06 10:00', '2026-03-09 10:00')], '2026-03-10 18:00'],
    ['2026-03-02 09:00', 10, 'natural-days', [pause('2026-03-03 10:00', '2026-03-06 10:00')], '2026-03-16 18:00'],
    ['2026-03-02 09:00', 1, 'months', [pause('2026-03-10 10:00', '2026-03-20 10:00')], '2026-04-13 18:00'],
  ] as const)('%s + %d %s with %j ends %s', (start, amount, clock, pauses, end) => {
    expect(endOf(start, amount, clock, [...pauses])).toBe(end);
  });

  it('that begins while the limit is rolling over a holiday still counts', () => {
    expect(endOf('2026-09-21 09:00', 10, 'natural-days', [pause('2026-10-03 09:00', '2026-10-12 09:00')])).toBe(
      '2026-10-12 18:00',
    );
  });

  it('counts once where pauses overlap', () => {
    const twice = [pause('2026-03-02 10:00', '2026-03-02 12:00'), pause('2026-03-02 11:00', '2026-03-02 13:00')];
    expect(endOf('2026-03-02 09:00', 4, 'hours', twice)).toBe('2026-03-02 16:00');
  });

  it('cannot end before it begins', () => {
    expect(() => endOf('2026-03-02 09:00', 4, 'hours', [pause('2026-03-03 10:00', '2026-03-02 10:00')])).toThrow(
      RangeError,
    );
  });
});

describe('an unpublished year', () => {
  it.each([
    ['2026-12-21 09:00', 3, 'working-days', false],
    ['2026-12-21 09:00', 10, 'working-days', true],
    ['2026-12-27 09:00', 1, 'working-days', true],
    ['2026-12-21 09:00', 10, 'natural-days', true],
    ['2026-12-30 09:00', 20, 'working-hours', true],
    ['2026-12-31 09:00', 20, 'hours', false],
    ['2026-11-10 09:00', 2, 'months', true],
    ['2030-06-03 09:00', 1, 'working-days', true],
  ] as const)('%s + %d %s is provisional: %s', (start, amount, clock, provisional) => {
    expect(deadline(wall(start), { amount, clock }, calendar).provisional).toBe(provisional);
  });

  const limit = { amount: 5, clock: 'working-days' } as const;
  const before = deadline(wall('2026-12-30 09:00'), limit, calendar);
  const publishedWith = (date: string, kind: 'holiday' | 'workday') =>
    workingCalendar(withDays(published, { years: [2027], days: [{ date, kind, name: '元旦', source: '通知' }] }));
  const publish = (date: string, kind: 'holiday' | 'workday') =>
    recompute(before, deadline(wall('2026-12-30 09:00'), limit, publishedWith(date, kind)));

  it('moves a deadline later when it is published, and keeps both values', () => {
    const rests = withDays(published, {
      years: [2027],
      days: ['2027-01-01', '2027-01-04'].map((date) => ({ date, kind: 'holiday', name: '元旦', source: '通知' })),
    });
    const change = recompute(before, deadline(wall('2026-12-30 09:00'), limit, workingCalendar(rests)));
    expect(change.kind).toBe('later');
    expect([change.before.date, change.after.date, change.standing.date]).toEqual([
      '2027-01-07',
      '2027-01-08',
      '2027-01-08',
    ]);
    expect(change.after.provisional).toBe(false);
    expect(change.after.calendarVersion).not.toBe(change.before.calendarVersion);
  });

  it('never moves one earlier by itself', () => {
    const change = publish('2027-01-03', 'workday');
    expect(change.kind).toBe('earlier');
    expect([change.after.date, change.standing.date]).toEqual(['2027-01-05', '2027-01-07']);
  });

  it('confirms one that stays', () => {
    expect(publish('2027-01-01', 'holiday')).toMatchObject({ kind: 'confirmed', standing: { provisional: false } });
    expect(recompute(before, before).kind).toBe('unchanged');
  });
});

describe('for every start, limit and pause', () => {
  const anyStart = fc
    .integer({ min: Date.parse('2004-01-01T00:00:00Z') / MINUTE, max: Date.parse('2028-12-31T00:00:00Z') / MINUTE })
    .map((minutes) => Temporal.Instant.fromEpochMilliseconds(minutes * MINUTE));
  const anyLimit = fc.record({ amount: fc.integer({ min: 1, max: 90 }), clock: fc.constantFrom(...CLOCK_KINDS) });
  const anyPauses = (start: Temporal.Instant, pieces: readonly (readonly [number, number])[]): Pause[] =>
    pieces.map(([after, length]) => {
      const from = start.add({ minutes: after });
      return { from, until: from.add({ minutes: length }) };
    });
  const anyPieces = fc.array(fc.tuple(fc.integer({ min: -2000, max: 60_000 }), fc.integer({ min: 0, max: 20_000 })), {
    maxLength: 4,
  });

  it('a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(anyStart, anyLimit, anyPieces, (start, limit, pieces) => {
        const pauses = anyPauses(start, pieces);
        const longer = { ...limit, amount: limit.amount + 1 };
        const [shortEnd, longEnd] = [limit, longer].map((each) => deadline(start, each, calendar, pauses).at);
        expect(Temporal.Instant.compare(shortEnd!, longEnd!)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('a later start never ends earlier', () => {
    fc.assert(
      fc.property(anyStart, anyLimit, fc.integer({ min: 0, max: 10_000 }), (start, limit, minutes) => {
        const [first, second] = [start, start.add({ minutes })].map((each) => deadline(each, limit, calendar).at);
        expect(Temporal.Instant.compare(first!, second!)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('a pause never brings the end forward, and an empty one changes nothing', () => {
    fc.assert(
      fc.property(anyStart, anyLimit, anyPieces, (start, limit, pieces) => {
        const plain = deadline(start, limit, calendar);
        const paused = deadline(start, limit, calendar, anyPauses(start, pieces));
        expect(Temporal.Instant.compare(plain.at, paused.at)).toBeLessThanOrEqual(0);
        const empty = anyPauses(
          start,
          pieces.map(([after]) => [after, 0] as const),
        );
        expect(deadline(start, limit, calendar, empty)).toEqual(plain);
      }),
    );
  });

  it('the clock has run its amount when the limit ends, and not before', () => {
    fc.assert(
      fc.property(anyStart, anyLimit, anyPieces, (start, limit, pieces) => {
        fc.pre(limit.clock !== 'months');
        const pauses = anyPauses(start, pieces);
        const due = deadline(start, limit, calendar, pauses);
        const ran = elapsed(start, due.at, limit.clock, calendar, pauses);
        if (limit.clock === 'natural-days') expect(ran).toBeGreaterThanOrEqual(limit.amount);
        else expect(ran).toBeCloseTo(limit.amount, 6);
        const early = due.at.subtract({ minutes: limit.clock === 'working-days' ? 24 * 60 : 1 });
        if (limit.clock !== 'natural-days' && Temporal.Instant.compare(early, start) >= 0) {
          expect(elapsed(start, early, limit.clock, calendar, pauses)).toBeLessThan(limit.amount);
        }
      }),
    );
  });

  it('days end on a working day on which the clock runs', () => {
    fc.assert(
      fc.property(anyStart, anyLimit, anyPieces, (start, limit, pieces) => {
        fc.pre(limit.clock === 'natural-days' || limit.clock === 'working-days' || limit.clock === 'months');
        const pauses = anyPauses(start, pieces);
        const { date, at } = deadline(start, limit, calendar, pauses);
        expect(isWorkingDay(calendar, date)).toBe(true);
        expect(dateAt(at)).toBe(date);
        for (const { from, until } of pauses) {
          expect(dateAt(from) <= date && date < dateAt(until)).toBe(false);
        }
      }),
    );
  });

  it('what is left shrinks as what has run grows', () => {
    fc.assert(
      fc.property(anyStart, anyLimit, fc.integer({ min: 0, max: 200_000 }), (start, limit, minutes) => {
        const due = deadline(start, limit, calendar);
        const now = start.add({ minutes });
        const whole = remaining(start, due, limit.clock, calendar);
        const left = remaining(now, due, limit.clock, calendar);
        expect(left + elapsed(start, now, limit.clock, calendar)).toBeCloseTo(whole, 6);
      }),
    );
  });
});

describe('what is left', () => {
  const due = deadline(wall('2026-02-12 10:00'), { amount: 5, clock: 'working-days' }, calendar);

  it.each([
    ['2026-02-12 11:00', 5],
    ['2026-02-14 11:00', 3],
    ['2026-02-20 11:00', 3],
    ['2026-02-26 09:00', 0],
    ['2026-02-26 19:00', 0],
    ['2026-02-28 09:00', -2],
    ['2026-03-01 09:00', -2],
  ])('at %s is %d working days', (now, left) => {
    expect(remaining(wall(now), due, 'working-days', calendar)).toBe(left);
  });

  it('is counted in hours for clocks of hours', () => {
    const soon = deadline(wall('2026-02-12 17:00'), { amount: 2, clock: 'working-hours' }, calendar);
    expect(remaining(wall('2026-02-12 17:30'), soon, 'working-hours', calendar)).toBe(1.5);
    expect(remaining(wall('2026-02-13 10:00'), soon, 'working-hours', calendar)).toBe(-1);
    expect(elapsed(wall('2026-02-12 17:30'), wall('2026-02-12 17:00'), 'hours', calendar)).toBe(-0.5);
  });

  it('does not count the time of a pause', () => {
    const stop = [pause('2026-02-12 12:00', '2026-02-13 12:00')];
    expect(elapsed(wall('2026-02-12 10:00'), wall('2026-02-13 13:00'), 'hours', calendar, stop)).toBe(3);
    expect(elapsed(wall('2026-02-12 10:00'), wall('2026-02-13 13:00'), 'working-days', calendar, stop)).toBe(1);
  });
});

it('year ends and leap days hold for every year of the horizon that matters', () => {
  for (let year = 2004; year <= 2030; year++) {
    const lastDay = deadline(instantOf(`${year}-12-31`, 600), { amount: 24, clock: 'hours' }, calendar);
    expect(lastDay.date).toBe(`${year + 1}-01-01`);
    const march = deadline(instantOf(`${year}-02-28`, 600), { amount: 1, clock: 'urgent-working-days' }, calendar);
    expect(march.date).toBe(addDays(`${year}-02-28`, 1));
    expect(march.at.epochMilliseconds - instantOf(`${year}-02-28`, 600).epochMilliseconds).toBe(DAY);
  }
  expect(HOUR).toBe(3_600_000);
});
