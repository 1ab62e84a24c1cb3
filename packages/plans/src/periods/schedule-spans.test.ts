import { describe, expect, test } from 'vitest';
import { activity, link, office, scheduled } from '../network/network.example.ts';
import { amountsBy, planAlong } from './period-plan.ts';
import { scheduleSpans } from './schedule-spans.ts';

const plan = {
  activities: [
    activity('A', 5, { progress: { started: '2026-02-24', remaining: 2 } }),
    activity('B', 10),
    activity('验收', 0),
  ],
  links: [link('A', 'B'), link('B', '验收')],
};
const weights = new Map([
  ['A', 40],
  ['B', 400],
]);

describe('spans of the schedule', () => {
  test('counted back from the deadline where there is one', () => {
    const spans = scheduleSpans(scheduled({ ...plan, finishBy: '2026-03-31' }), weights);
    expect(spans).toEqual([
      { first: '2026-02-24', last: '2026-03-17', weight: 40 },
      { first: '2026-03-18', last: '2026-03-31', weight: 400 },
    ]);
  });

  test('forward where there is none, or when asked', () => {
    const forward = [
      { first: '2026-02-24', last: '2026-03-03', weight: 40 },
      { first: '2026-03-04', last: '2026-03-17', weight: 400 },
    ];
    expect(scheduleSpans(scheduled(plan), weights)).toEqual(forward);
    expect(scheduleSpans(scheduled({ ...plan, finishBy: '2026-03-31' }), weights, 'earliest')).toEqual(forward);
  });

  test('what can no longer make the date is planned for when it can be done, never for the past', () => {
    const late = scheduled({ ...plan, finishBy: '2026-03-06' });
    expect(late.infeasible).toContain('B');
    expect(scheduleSpans(late, weights)[1]).toEqual({ first: '2026-03-04', last: '2026-03-17', weight: 400 });
  });

  test('440 communities over the schedule add up to 440', () => {
    const spans = scheduleSpans(scheduled({ ...plan, finishBy: '2026-03-31' }), weights);
    const split = planAlong(440, spans, 'ten-days', office);
    if ('refused' in split) throw new Error(split.code);
    expect(amountsBy(split, 'quarter').map(({ amount }) => amount)).toEqual([440]);
    // 下旬 holds seven of the ten days of B
    expect(split.parts.at(-1)!.amount).toBe(280);
  });
});
