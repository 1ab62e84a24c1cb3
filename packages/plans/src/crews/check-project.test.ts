import { describe, expect, test } from 'vitest';
import type { CrewProject } from './project.ts';
import { scheduleCrews } from './schedule.ts';

const good = {
  activities: [
    { id: 'demolish', duration: 3, demands: { crane: 1 }, cost: 50 },
    { id: 'dig', duration: 2, demands: { crane: 2 }, cost: 30 },
    { id: 'plant', duration: 1 },
  ],
  crews: [{ id: 'crane', capacity: 2 }],
  links: [
    { from: 'demolish', to: 'dig' },
    { from: 'dig', to: 'plant' },
  ],
  calendars: [{ id: 'office', week: [true, true, true, true, true, false, false] }],
  budget: { releases: [{ from: 0, amount: 100 }] },
} satisfies CrewProject;

const refusal = (change: Partial<CrewProject>) => {
  const result = scheduleCrews({ ...good, ...change } as CrewProject, { seed: 1, schedules: 50 });
  return 'refused' in result ? [result.code.replace('crew_schedule.', ''), result.params] : ['accepted', {}];
};
const activity = (at: number, change: object) => ({
  activities: good.activities.map((one, index) => (index === at ? { ...one, ...change } : one)),
});

test('the project itself is accepted', () => {
  expect(refusal({})[0]).toBe('accepted');
});

describe('entries', () => {
  test.each([
    ['nothing', { activities: [], links: [] }, 'empty', {}],
    ['the same id', activity(1, { id: 'plant' }), 'repeated', { row: 3, field: 'activities[2].id', id: 'plant' }],
    ['no id', activity(1, { id: '' }), 'wrong_value', { row: 2, field: 'activities[1].id', value: '' }],
    [
      'a negative duration',
      activity(0, { duration: -1 }),
      'wrong_value',
      { row: 1, field: 'activities[0].duration', value: '-1' },
    ],
    [
      'half a period',
      activity(0, { duration: 1.5 }),
      'wrong_value',
      { row: 1, field: 'activities[0].duration', value: '1.5' },
    ],
    [
      '1e9 periods',
      activity(2, { duration: 1e9 }),
      'wrong_value',
      { row: 3, field: 'activities[2].duration', value: '1000000000' },
    ],
    [
      'a crew that does not exist',
      activity(1, { demands: { loader: 1 } }),
      'unknown_name',
      { row: 2, field: 'activities[1].demands', id: 'loader' },
    ],
    [
      'a calendar that does not exist',
      activity(1, { calendar: 'night' }),
      'unknown_name',
      { row: 2, field: 'activities[1].calendar', id: 'night' },
    ],
    [
      'a link to nothing',
      { links: [{ from: 'dig', to: 'pave' }] },
      'unknown_name',
      { row: 1, field: 'links[0].to', id: 'pave' },
    ],
    ['a link to itself', { links: [{ from: 'dig', to: 'dig' }] }, 'self_link', { row: 1, activity: 'dig' }],
    [
      'a longest lag',
      { links: [{ from: 'dig', to: 'plant', lag: 3, maximum: true }] },
      'maximum_lag',
      { row: 1, from: 'dig', to: 'plant' },
    ],
    [
      'a stop that ends before it begins',
      { calendars: [{ id: 'office', stops: [{ from: 5, until: 5 }] }] },
      'wrong_value',
      { row: 1, field: 'calendars[0].stops[0].until', value: '5' },
    ],
    [
      'a capacity below nothing',
      { crews: [{ id: 'crane', capacity: 2, changes: [{ from: 3, capacity: -2 }] }] },
      'wrong_value',
      { row: 1, field: 'crews[0].changes[0].capacity', value: '-2' },
    ],
    [
      'a release of nothing whole',
      { budget: { releases: [{ from: 0, amount: 0.5 }] } },
      'wrong_value',
      { row: 1, field: 'budget.releases[0].amount', value: '0.5' },
    ],
  ])('%s', (_name, change, code, params) => {
    expect(refusal(change as Partial<CrewProject>)).toEqual([code, params]);
  });

  test('too many activities, or too many periods', () => {
    const many = Array.from({ length: 20_001 }, (_, at) => ({ id: `${at}`, duration: 1 }));
    expect(refusal({ activities: many, links: [] })).toEqual([
      'too_large',
      { field: 'activities', count: 20_001, most: 20_000 },
    ]);
    const long = many.slice(0, 30).map(({ id }) => ({ id, duration: 100_000 }));
    expect(refusal({ activities: long, links: [] })[1]).toMatchObject({ field: 'periods', most: 2_000_000 });
  });
});

describe('what no order can help', () => {
  test('a circle names its chain', () => {
    const links = [...good.links, { from: 'plant', to: 'demolish' }];
    expect(refusal({ links })).toEqual(['circle', { chain: 'demolish → dig → plant → demolish' }]);
  });

  test('a demand over everything there ever is', () => {
    const crews = [{ id: 'crane', capacity: 1, changes: [{ from: 4, capacity: 2 }] }];
    expect(refusal({ ...activity(1, { demands: { crane: 3 } }), crews })).toEqual([
      'demand_over_capacity',
      { row: 2, activity: 'dig', crew: 'crane', demand: 3, capacity: 2 },
    ]);
  });

  test('money: one activity too dear, or all of them together', () => {
    expect(refusal({ budget: { releases: [{ from: 9, amount: 45 }] } })).toEqual([
      'cost_over_budget',
      { row: 1, activity: 'demolish', cost: 50, released: 45, gap: 5 },
    ]);
    expect(refusal({ budget: { releases: [{ from: 9, amount: 70 }] } })).toEqual([
      'budget_short',
      { cost: 80, released: 70, gap: 10 },
    ]);
  });

  test('an activity that may not be interrupted and never gets so long a stretch', () => {
    const never = activity(1, { duration: 6, interruptible: false, calendar: 'office' });
    expect(refusal(never)).toEqual(['never_fits', { row: 2, activity: 'dig' }]);
  });

  test('a crew that leaves before two activities can both be done', () => {
    const crews = [{ id: 'crane', capacity: 2, changes: [{ from: 4, capacity: 1 }] }];
    expect(refusal({ crews })).toEqual(['never_fits', { row: 2, activity: 'dig' }]);
    const free = {
      activities: [good.activities[1]!, { ...good.activities[1]!, id: 'dig again', duration: 3 }],
      links: [],
      crews,
    };
    expect(refusal(free)[0]).toBe('none_found');
  });
});
