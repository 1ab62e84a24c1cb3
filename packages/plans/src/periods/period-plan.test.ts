import { periodOf } from '@duban/calendar/period';
import { stateCouncilDays } from '@duban/calendar/state-council-years';
import { workingCalendar } from '@duban/calendar/working-calendar';
import type { Refusal } from '@duban/kit/refusal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apportion } from './apportion.ts';
import { absorbLater, assign, differencesOf, setAmount } from './edit-periods.ts';
import { LEAF_KINDS, type PeriodPlan, amountIn, amountsBy, planAlong, stepDown, totalOf } from './period-plan.ts';

const office = workingCalendar(stateCouncilDays());

function made(plan: PeriodPlan | Refusal): PeriodPlan {
  if ('refused' in plan) throw new Error(plan.code);
  return plan;
}

const amounts = (plan: PeriodPlan) => plan.parts.map(({ amount }) => amount);
const quarter = periodOf('quarter', '2026-01-01');
const february = periodOf('month', '2026-02-01');
const early = periodOf('ten-days', '2026-02-01');

describe('apportion', () => {
  test('the largest remainders get what is left', () => {
    // 10 along 3 : 3 : 1 is 4.29, 4.29, 1.43: the last has the largest remainder
    expect(apportion(10, [3, 3, 1])).toEqual([4, 4, 2]);
    // equal remainders: the earlier part first
    expect(apportion(2, [1, 1, 1])).toEqual([1, 1, 0]);
    expect(apportion(5, [0, 1, 0])).toEqual([0, 5, 0]);
    expect(apportion(0, [1, 2])).toEqual([0, 0]);
  });

  test('large sums in 分 stay exact', () => {
    expect(apportion(999_999_999_999, [1, 1, 1])).toEqual([333_333_333_333, 333_333_333_333, 333_333_333_333]);
    expect(apportion(9_007_199_254_740_991, [9_007_199_254_740_991, 1])).toEqual([9_007_199_254_740_990, 1]);
  });

  test.each([
    [1, [0, 0]],
    [1, []],
    [-1, [1]],
    [0.5, [1]],
    [1, [-1, 2]],
    [Number.NaN, [1]],
  ] as const)('%s along %s cannot be split', (total, weights) => {
    expect(() => apportion(total, weights)).toThrow(RangeError);
  });

  test('parts are whole, add up, and are within one of the exact share', () => {
    const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }).filter((of) => of.some((one) => one > 0));
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (total, of) => {
        const parts = apportion(total, of);
        const sum = of.reduce((a, b) => a + b, 0);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        for (const [at, part] of parts.entries()) {
          expect(Number.isInteger(part)).toBe(true);
          expect(Math.abs(part * sum - total * of[at]!)).toBeLessThan(sum);
        }
      }),
    );
  });
});

describe('a plan along the schedule', () => {
  test('440 communities from 5 January to 27 March 2026, by working days of each 旬', () => {
    const plan = made(planAlong(440, [{ first: '2026-01-05', last: '2026-03-27', weight: 1 }], 'ten-days', office));
    // Working days counted by hand from the notice:
    // Jan 5-9 = 5; 12-16,19-20 = 7; 21-23,26-30 = 8; Feb 2-6,9,10 = 7; 11-14 = 4; 24-28 = 5; Mar 2-6,9,10 = 7;
    // 11-13,16-20 = 8; 23-27 = 5: 56 days
    expect(amounts(plan)).toEqual([39, 55, 63, 55, 32, 39, 55, 63, 39]);
    expect(totalOf(plan)).toBe(440);
    expect(amountsBy(plan, 'month').map(({ amount }) => amount)).toEqual([157, 126, 157]);
    expect(amountIn(plan, quarter)).toBe(440);
    expect(stepDown(plan, quarter).map(({ amount }) => amount)).toEqual([157, 126, 157]);
    expect(stepDown(plan, february).map(({ amount }) => amount)).toEqual([55, 32, 39]);
    expect(stepDown(plan, early)).toEqual([]);
  });

  test('a span of days off counts for its last day', () => {
    const plan = made(planAlong(3, [{ first: '2026-10-01', last: '2026-10-07', weight: 1 }], 'month', office));
    expect(amounts(plan)).toEqual([3]);
  });

  test.each([
    ['period_plan.no_schedule', 5, []],
    ['period_plan.no_schedule', 5, [{ first: '2026-01-05', last: '2026-01-09', weight: 0 }]],
    ['period_plan.span_invalid', 5, [{ first: '2026-01-05', last: '2026-01-04', weight: 1 }]],
    ['period_plan.span_invalid', 5, [{ first: '2026-02-30', last: '2026-03-04', weight: 1 }]],
    ['period_plan.amount_invalid', -5, [{ first: '2026-01-05', last: '2026-01-09', weight: 1 }]],
    ['period_plan.amount_invalid', 1e15, [{ first: '2026-01-05', last: '2026-01-09', weight: 1 }]],
    ['period_plan.amount_invalid', 5, [{ first: '2026-01-05', last: '2026-01-09', weight: 0.5 }]],
    ['period_plan.too_long', 5, [{ first: '2001-01-05', last: '2090-01-09', weight: 1 }]],
  ] as const)('%s', (code, total, spans) => {
    expect(planAlong(total, spans, 'ten-days', office)).toMatchObject({ refused: true, code });
  });

  test('weeks do not nest', () => {
    const spans = [{ first: '2026-01-05', last: '2026-01-09', weight: 1 }];
    expect(planAlong(5, spans, 'week' as never, office)).toMatchObject({ code: 'period_plan.kind_does_not_nest' });
  });
});

const days = fc.integer({ min: 0, max: 700 }).map((at) => {
  const date = Temporal.PlainDate.from('2025-06-01').add({ days: at });
  return date.toString();
});
const spans = fc.array(
  fc.record({ a: days, b: days, weight: fc.integer({ min: 1, max: 500 }) }).map(({ a, b, weight }) => ({
    first: a < b ? a : b,
    last: a < b ? b : a,
    weight,
  })),
  { minLength: 1, maxLength: 8 },
);
const anyPlan = fc
  .record({ total: fc.nat(100_000), spans, leaf: fc.constantFrom(...LEAF_KINDS) })
  .map(({ total, spans, leaf }) => ({ total, plan: made(planAlong(total, spans, leaf, office)) }));

describe('splitting and adding up', () => {
  test('is the identity at every level', () => {
    fc.assert(
      fc.property(anyPlan, ({ total, plan }) => {
        expect(totalOf(plan)).toBe(total);
        for (const kind of ['quarter', 'half-year', 'year'] as const) {
          const whole = amountsBy(plan, kind);
          expect(whole.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
          for (const { period, amount } of whole) {
            expect(amountIn(plan, period)).toBe(amount);
            if (plan.leaf === 'quarter') continue;
            expect(stepDown(plan, period).reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
          }
        }
      }),
    );
  });

  test('holds after every edit, upwards and downwards', () => {
    const edit = fc.record({ at: fc.nat(), kind: fc.constantFrom('month', 'quarter', 'year'), amount: fc.nat(5000) });
    fc.assert(
      fc.property(anyPlan, fc.array(edit, { maxLength: 6 }), ({ plan: start }, edits) => {
        let plan = start;
        for (const { at, kind, amount } of edits) {
          const { period } = plan.parts[at % plan.parts.length]!;
          const whole = periodOf(kind as 'month', period.first);
          const next = setAmount(plan, whole, amount);
          if ('refused' in next) continue;
          expect(amountIn(next, whole)).toBe(amount);
          expect(totalOf(next)).toBe(totalOf(plan) + amount - amountIn(plan, whole));
          plan = next;
        }
      }),
    );
  });
});

describe('edits', () => {
  const plan = made(planAlong(440, [{ first: '2026-01-05', last: '2026-03-27', weight: 1 }], 'ten-days', office));

  test('a month set anew is split along what its 旬 were', () => {
    const next = made(setAmount(plan, february, 252));
    expect(stepDown(next, february).map(({ amount }) => amount)).toEqual([110, 64, 78]);
    expect(amountIn(next, quarter)).toBe(566);
  });

  test('a 旬 set anew changes its month and its quarter', () => {
    const next = made(setAmount(plan, early, 60));
    expect(amountIn(next, february)).toBe(131);
    expect(totalOf(next)).toBe(445);
  });

  test('what differs from the assigned amounts is shown until it is absorbed later', () => {
    const given = made(assign(made(assign(plan, quarter, 440)), february, 126));
    expect(differencesOf(given)).toEqual([]);
    const next = made(setAmount(given, early, 40));
    expect(differencesOf(next)).toEqual([
      { period: quarter, assigned: 440, planned: 425, difference: -15 },
      { period: february, assigned: 126, planned: 111, difference: -15 },
    ]);
    const absorbed = made(absorbLater(next, 440, early));
    expect(totalOf(absorbed)).toBe(440);
    expect(amountIn(absorbed, early)).toBe(40);
    expect(differencesOf(absorbed).map(({ difference }) => difference)).toEqual([-10]);
    expect(differencesOf(made(assign(absorbed, february, null)))).toEqual([]);
  });

  test('what is past stays', () => {
    const next = made(setAmount(plan, february, 100, { today: '2026-02-15' }));
    expect(stepDown(next, february).map(({ amount }) => amount)).toEqual([55, 20, 25]);
    expect(setAmount(plan, february, 54, { today: '2026-02-15' })).toMatchObject({
      code: 'period_plan.below_past',
      params: { past: 55 },
    });
    expect(setAmount(plan, early, 54, { today: '2026-02-15' })).toMatchObject({ code: 'period_plan.period_past' });
  });

  test('outside the plan there is nothing to set', () => {
    const other = periodOf('month', '2027-01-01');
    expect(setAmount(plan, other, 1)).toMatchObject({ code: 'period_plan.period_outside' });
    expect(assign(plan, other, 1)).toMatchObject({ code: 'period_plan.period_outside' });
    expect(setAmount(plan, february, -1)).toMatchObject({ code: 'period_plan.amount_invalid' });
    const last = plan.parts.at(-1)!.period;
    expect(absorbLater(plan, 440, last)).toMatchObject({ code: 'period_plan.nothing_later' });
    expect(absorbLater(plan, 10, early)).toMatchObject({ code: 'period_plan.nothing_later' });
  });
});
