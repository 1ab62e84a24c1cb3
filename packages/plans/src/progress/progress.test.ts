import { stateCouncilDays } from '@duban/calendar/state-council-years';
import { workingCalendar } from '@duban/calendar/working-calendar';
import type { Refusal } from '@duban/kit/refusal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PeriodPlan, planAlong } from '../periods/period-plan.ts';
import { dispersionOf } from './dispersion.ts';
import { plannedBy, plannedCurve, scheduleVariance } from './s-curve.ts';
import { paceOf, timeElapsed, workDone } from './time-and-work.ts';

const office = workingCalendar(stateCouncilDays());
const made = (plan: PeriodPlan | Refusal): PeriodPlan => {
  if ('refused' in plan) throw new Error(plan.code);
  return plan;
};
// March 2026: 上旬 2-6, 9, 10 = 7 working days, 中旬 11-13, 16-20 = 8, 下旬 23-27, 30, 31 = 7
const march = made(planAlong(220, [{ first: '2026-03-01', last: '2026-03-31', weight: 1 }], 'ten-days', office));

describe('time elapsed beside work done', () => {
  const span = { first: '2026-03-01', last: '2026-03-31' };

  test('in working days, today included, and not cut off', () => {
    expect(timeElapsed(span, '2026-02-20', office)).toEqual({ numerator: 0, denominator: 22 });
    expect(timeElapsed(span, '2026-03-10', office)).toEqual({ numerator: 7, denominator: 22 });
    expect(timeElapsed(span, '2026-04-03', office)).toEqual({ numerator: 25, denominator: 22 });
    expect(timeElapsed({ first: '2026-10-01', last: '2026-10-07' }, '2026-10-05', office)).toBeNull();
  });

  test('an unknown amount is no progress of 0', () => {
    expect(workDone(null, 440)).toBeNull();
    expect(workDone(120, null)).toBeNull();
    expect(workDone(460, 440)).toEqual({ numerator: 460, denominator: 440 });
    expect(paceOf(timeElapsed(span, '2026-03-10', office), workDone(null, 440))).toBeNull();
  });

  test('halfway through the time with a quarter of the work is behind', () => {
    const time = { numerator: 11, denominator: 22 };
    expect(paceOf(time, workDone(110, 440))).toBe('behind');
    expect(paceOf(time, workDone(220, 440))).toBe('level');
    expect(paceOf(time, workDone(221, 440))).toBe('ahead');
  });
});

describe('the S-curve', () => {
  test('adds up period by period, and by working days between', () => {
    expect(plannedCurve(march)).toEqual([
      { asOf: '2026-02-28', amount: 0 },
      { asOf: '2026-03-10', amount: 70 },
      { asOf: '2026-03-20', amount: 150 },
      { asOf: '2026-03-31', amount: 220 },
    ]);
    expect(plannedBy(march, '2026-02-28', office)).toBe(0);
    expect(plannedBy(march, '2026-03-12', office)).toBe(90);
    expect(plannedBy(march, '2026-03-15', office)).toBe(100);
    expect(plannedBy(march, '2026-12-31', office)).toBe(220);
  });

  test('behind and ahead in working days', () => {
    // 90 was planned for the 12th; on the 20th that is six working days behind
    expect(scheduleVariance(march, { asOf: '2026-03-20', amount: 90 }, office)).toEqual({
      days: -6,
      plannedOn: '2026-03-12',
    });
    // 151 is planned for the first day of 下旬: one working day ahead on the 20th
    expect(scheduleVariance(march, { asOf: '2026-03-20', amount: 151 }, office)).toEqual({
      days: 1,
      plannedOn: '2026-03-23',
    });
    expect(scheduleVariance(march, { asOf: '2026-03-20', amount: 150 }, office)?.days).toBe(0);
    expect(scheduleVariance(march, { asOf: '2026-03-10', amount: 0 }, office)?.days).toBe(-7);
    // more than the whole plan: measured against its end
    expect(scheduleVariance(march, { asOf: '2026-03-20', amount: 300 }, office)?.plannedOn).toBe('2026-03-31');
    expect(scheduleVariance(march, { asOf: '2026-03-20', amount: null }, office)).toBeNull();
  });

  test('after the end every day without completion counts', () => {
    expect(scheduleVariance(march, { asOf: '2026-04-10', amount: 220 }, office)?.days).toBe(-7);
  });

  test('a reading that says what was planned for its day has no variance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 31 }), (day) => {
        const asOf = `2026-03-${String(day).padStart(2, '0')}`;
        const amount = Math.floor(plannedBy(march, asOf, office));
        expect(scheduleVariance(march, { asOf, amount }, office)?.days).toBe(0);
      }),
    );
  });
});

describe('dispersion among units', () => {
  test('six counties: the middle, the quarters and the typical distance', () => {
    // sorted 10 20 30 50 60 90; median 40; quartiles 22.5 and 57.5; distances 10 10 20 20 30 50 → 20
    expect(dispersionOf([60, 20, 90, 30, 10, 50])).toEqual({
      count: 6,
      unknown: 0,
      lowest: 10,
      lowerQuartile: 22.5,
      median: 40,
      upperQuartile: 57.5,
      highest: 90,
      deviation: 20,
    });
  });

  test('an unknown unit is counted apart and never as 0', () => {
    expect(dispersionOf([null, 0.5, null])).toMatchObject({
      count: 1,
      unknown: 2,
      lowest: 0.5,
      median: 0.5,
      deviation: 0,
    });
    expect(dispersionOf([null])).toBeNull();
    expect(dispersionOf([])).toBeNull();
  });
});
