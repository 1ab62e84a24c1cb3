import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Weekday, addDays, weekdayOf } from './civil-date.ts';
import {
  PERIOD_KINDS,
  daysOf,
  includesDate,
  lengthInDays,
  nextPeriod,
  parsePeriodKey,
  partsOf,
  periodKey,
  periodOf,
  previousPeriod,
  yearBefore,
} from './period.ts';
import { periodLabel } from './period-label.ts';

const anyDate = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('2000-01-01', days));
const anyKind = fc.constantFrom(...PERIOD_KINDS);
const anyWeekStart = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>;

describe('the period of a date', () => {
  it.each([
    [
      'week',
      '2026-02-12',
      '2026-02-09',
      '2026-02-15',
      '2026年第7周（2月9日—2月15日）',
      'week 7 of 2026 (2026-02-09 to 2026-02-15)',
    ],
    [
      'week',
      '2027-01-01',
      '2026-12-28',
      '2027-01-03',
      '2026年第53周（12月28日—1月3日）',
      'week 53 of 2026 (2026-12-28 to 2027-01-03)',
    ],
    ['ten-days', '2026-02-28', '2026-02-21', '2026-02-28', '2026年2月下旬', 'late February 2026'],
    ['ten-days', '2024-02-29', '2024-02-21', '2024-02-29', '2024年2月下旬', 'late February 2024'],
    ['ten-days', '2026-05-11', '2026-05-11', '2026-05-20', '2026年5月中旬', 'mid May 2026'],
    ['ten-days', '2026-05-10', '2026-05-01', '2026-05-10', '2026年5月上旬', 'early May 2026'],
    ['month', '2026-02-12', '2026-02-01', '2026-02-28', '2026年2月', 'February 2026'],
    ['quarter', '2026-05-31', '2026-04-01', '2026-06-30', '2026年第二季度', 'quarter 2 of 2026'],
    ['half-year', '2026-07-01', '2026-07-01', '2026-12-31', '2026年下半年', 'second half of 2026'],
    ['half-year', '2026-06-30', '2026-01-01', '2026-06-30', '2026年上半年', 'first half of 2026'],
    ['year', '2026-12-31', '2026-01-01', '2026-12-31', '2026年', '2026'],
  ] as const)('%s of %s is %s to %s', (kind, date, first, last, chinese, english) => {
    const period = periodOf(kind, date);
    expect(period).toEqual({ kind, first, last });
    expect([periodLabel(period, 'zh-CN'), periodLabel(period, 'en')]).toEqual([chinese, english]);
  });

  it('cuts weeks where the bulletin cuts them: Friday to Thursday', () => {
    const week = periodOf('week', '2026-02-12', { weekStart: 5 });
    expect(week).toEqual({ kind: 'week', first: '2026-02-06', last: '2026-02-12' });
    expect(nextPeriod(week)).toEqual({ kind: 'week', first: '2026-02-13', last: '2026-02-19' });
  });

  it('numbers weeks as ISO 8601 does', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const iso = Temporal.PlainDate.from(date);
        expect(periodLabel(periodOf('week', date), 'en')).toContain(`week ${iso.weekOfYear} of ${iso.yearOfWeek} `);
      }),
    );
  });

  it('holds the date, touches its neighbours, and is found again by its key', () => {
    fc.assert(
      fc.property(anyKind, anyDate, anyWeekStart, (kind, date, weekStart) => {
        const period = periodOf(kind, date, { weekStart });
        expect(includesDate(period, date)).toBe(true);
        expect(nextPeriod(period).first).toBe(addDays(period.last, 1));
        expect(previousPeriod(nextPeriod(period))).toEqual(period);
        expect(nextPeriod(previousPeriod(period))).toEqual(period);
        expect(parsePeriodKey(periodKey(period))).toEqual(period);
        expect(daysOf(period)).toHaveLength(lengthInDays(period));
        if (kind === 'week') expect(weekdayOf(period.first)).toBe(weekStart);
      }),
    );
  });

  it.each([
    '',
    'week',
    'decade:2026-01-01',
    'month:2026-01-02',
    'ten-days:2026-01-12',
    'year:2026-02-30',
    'month:2026-01-01:x',
  ])('%j is no key of a period', (key) => expect(parsePeriodKey(key)).toBeNull());
});

describe('the parts of a period', () => {
  it('are 旬 of a month, months of a quarter, months of a year', () => {
    expect(partsOf(periodOf('month', '2026-02-01')).map(lengthInDays)).toEqual([10, 10, 8]);
    expect(partsOf(periodOf('quarter', '2026-02-01'))).toHaveLength(3);
    expect(partsOf(periodOf('year', '2026-02-01'))).toHaveLength(12);
    expect(partsOf(periodOf('year', '2026-02-01'), 'quarter')).toHaveLength(4);
    expect(partsOf(periodOf('year', '2026-02-01'), 'ten-days')).toHaveLength(36);
    expect(partsOf(periodOf('half-year', '2026-02-01'))).toHaveLength(6);
    expect(partsOf(periodOf('week', '2026-02-01'))).toEqual([]);
  });

  it('are exactly the days of the whole: 旬 sum to the month, months to the quarter, quarters to the year', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        for (const [whole, part] of [
          ['month', 'ten-days'],
          ['quarter', 'month'],
          ['half-year', 'quarter'],
          ['year', 'half-year'],
          ['year', 'ten-days'],
        ] as const) {
          const period = periodOf(whole, date);
          expect(partsOf(period, part).flatMap(daysOf)).toEqual(daysOf(period));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('never are weeks, which straddle months', () => {
    expect(() => partsOf(periodOf('month', '2026-02-01'), 'week')).toThrow(RangeError);
  });

  it('have their year before, weeks aside', () => {
    expect(yearBefore(periodOf('ten-days', '2024-02-25'))).toEqual(periodOf('ten-days', '2023-02-25'));
    expect(yearBefore(periodOf('quarter', '2026-05-01'))).toEqual(periodOf('quarter', '2025-05-01'));
    expect(yearBefore(periodOf('week', '2026-05-01'))).toBeNull();
  });
});
