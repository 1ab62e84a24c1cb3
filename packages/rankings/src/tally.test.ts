import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentText, rate } from '@duban/kit/rate';
import { measureRate } from './measure.ts';
import { type CaseOutcome, caseOutcomes, dueOutcomes, type OutcomeFacts, outcomeOf } from './outcome.ts';
import { addTallies, caseMarks, cohortSizeOf, dueOf, emptyTally, rectifiedOf, tallyOf } from './tally.ts';

const facts: OutcomeFacts = { closed: false, finishedLate: null, relapsed: false, exempt: false };

test.each<[CaseOutcome, Partial<OutcomeFacts>]>([
  ['closed_on_time', { closed: true, finishedLate: false }],
  ['closed_late', { closed: true, finishedLate: true }],
  ['unknown', { closed: true }],
  ['open', {}],
  ['open', { finishedLate: false }],
  ['relapsed', { relapsed: true }],
  ['relapsed', { relapsed: true, closed: true, finishedLate: false }],
  ['exempt', { exempt: true, relapsed: true, closed: true, finishedLate: false }],
])('%s when %o', (outcome, given) => {
  expect(outcomeOf({ ...facts, ...given })).toBe(outcome);
});

test('a published bulletin: 972 due, 911 closed, 737 of them on time', () => {
  const tally = { ...emptyTally, closedOnTime: 737, closedLate: 911 - 737, open: 972 - 911 };
  expect([dueOf(tally), rectifiedOf(tally)]).toEqual([972, 911]);
  expect(percentText(measureRate(tally, 'rectification')!.rate)).toBe('93.72');
  expect(percentText(measureRate(tally, 'on_time')!.rate)).toBe('75.82');
});

test('unknown is kept apart: the rate is over what is known, the bounds over everything due', () => {
  const measured = measureRate({ ...emptyTally, closedOnTime: 6, open: 2, unknown: 2 }, 'rectification')!;
  expect(measured.rate).toEqual(rate(6, 8));
  expect(measured.lowest).toEqual(rate(6, 10));
  expect(measured.highest).toEqual(rate(8, 10));
});

const cases = fc.array(
  fc.record({
    unit: fc.constantFrom('a', 'b', 'c'),
    outcome: fc.constantFrom(...caseOutcomes),
    marks: fc.subarray([...caseMarks]),
  }),
  { maxLength: 60 },
);

test('every case is counted once, and the sums of the units are the total', () => {
  fc.assert(
    fc.property(cases, (all) => {
      const whole = tallyOf(all, { arrived: all.length });
      const byUnit = ['a', 'b', 'c'].map((unit) => {
        const own = all.filter((each) => each.unit === unit);
        return tallyOf(own, { arrived: own.length });
      });
      expect(addTallies(byUnit)).toEqual(whole);
      expect(cohortSizeOf(whole)).toBe(all.length);
      const due = all.filter((each) => (dueOutcomes as readonly string[]).includes(each.outcome));
      expect(dueOf(whole)).toBe(due.length);
      for (const mark of caseMarks) expect(whole[mark]).toBe(all.filter((each) => each.marks.includes(mark)).length);
    }),
  );
});
