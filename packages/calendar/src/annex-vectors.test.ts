import { describe, expect, it } from 'vitest';
import { instantOf } from './beijing-time.ts';
import { deadline } from './deadline.ts';
import { lengthInDays, periodOf } from './period.ts';
import { stateCouncilDays } from './state-council-years.ts';
import type { ClockKind } from './time-limit.ts';
import { workingCalendar } from './working-calendar.ts';

/** The agreed vectors of the project's domain notes, each under the name it has there. */
const calendar = workingCalendar(stateCouncilDays());
const lastDay = (start: string, amount: number, clock: ClockKind) =>
  deadline(instantOf(start, 10 * 60), { amount, clock }, calendar);

describe('working days, start day excluded', () => {
  it.each([
    ['2026-02-12', 5, '2026-02-26'],
    ['2026-04-29', 7, '2026-05-12'],
    ['2026-09-18', 3, '2026-09-22'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-01-30', 20, '2026-03-05'],
  ])('%s + %i → %s', (start, amount, expected) => {
    expect(lastDay(start, amount, 'working-days')).toMatchObject({ date: expected, provisional: false });
  });
});

describe('natural days with roll-over to the next working day (Civil Code 203)', () => {
  it.each([
    ['2026-09-21', 10, '2026-10-08'],
    ['2026-02-01', 15, '2026-02-24'],
    ['2026-04-20', 15, '2026-05-06'],
    ['2026-06-10', 10, '2026-06-22'],
  ])('%s + %i → %s', (start, amount, expected) => {
    expect(lastDay(start, amount, 'natural-days')).toMatchObject({ date: expected, provisional: false });
  });
});

describe('旬', () => {
  it.each([
    ['2026-02-25', '2026-02-21', '2026-02-28', 8],
    ['2026-01-31', '2026-01-21', '2026-01-31', 11],
  ])('the last of %s is %s to %s, %i days', (date, first, last, length) => {
    const period = periodOf('ten-days', date);
    expect(period).toEqual({ kind: 'ten-days', first, last });
    expect(lengthInDays(period)).toBe(length);
  });
});
