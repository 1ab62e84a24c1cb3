import { describe, expect, test } from 'vitest';
import { activity, everyDay, link, network, office, officeDays, row, scheduled } from './network.example.ts';
import { schedule } from './schedule.ts';

// Hand-counted examples. 2026-03-02 is a Monday; March 2026 has no holiday.

const dates = (of: ReturnType<typeof row>) => [
  of.earliestStart,
  of.earliestFinish,
  of.latestStart,
  of.latestFinish,
  of.totalFloat,
  of.freeFloat,
];

describe('passes over working days', () => {
  test('a diamond: the longer way drives, the shorter one floats', () => {
    const plan = scheduled({
      activities: [activity('A', 3), activity('B', 5), activity('C', 2), activity('D', 1)],
      links: [link('A', 'B'), link('A', 'C'), link('B', 'D'), link('C', 'D')],
    });
    expect(dates(row(plan, 'A'))).toEqual(['2026-03-02', '2026-03-04', '2026-03-02', '2026-03-04', 0, 0]);
    expect(dates(row(plan, 'B'))).toEqual(['2026-03-05', '2026-03-11', '2026-03-05', '2026-03-11', 0, 0]);
    expect(dates(row(plan, 'C'))).toEqual(['2026-03-05', '2026-03-06', '2026-03-10', '2026-03-11', 3, 3]);
    expect(dates(row(plan, 'D'))).toEqual(['2026-03-12', '2026-03-12', '2026-03-12', '2026-03-12', 0, 0]);
    expect(plan.finish).toBe('2026-03-12');
    expect(plan.chain).toEqual([
      { id: 'A', because: 'today' },
      { id: 'B', because: 'finish_start' },
      { id: 'D', because: 'finish_start' },
    ]);
    expect(plan.activities.filter(({ critical }) => critical).map(({ id }) => id)).toEqual(['A', 'B', 'D']);
  });

  test('counted back from the deadline, everything ends as late as it may', () => {
    const plan = scheduled({
      activities: [activity('A', 3), activity('B', 5)],
      links: [link('A', 'B')],
      finishBy: '2026-03-20',
    });
    // 16 to 20 March for B; A ends on Friday the 13th
    expect(dates(row(plan, 'B'))).toEqual(['2026-03-05', '2026-03-11', '2026-03-16', '2026-03-20', 7, 7]);
    expect(dates(row(plan, 'A'))).toEqual(['2026-03-02', '2026-03-04', '2026-03-11', '2026-03-13', 7, 0]);
    expect(plan.infeasible).toEqual([]);
    expect(plan.activities.map(({ critical }) => critical)).toEqual([true, true]);
  });

  test('a deadline that cannot be kept: the missing days are the negative float', () => {
    const plan = scheduled({
      activities: [activity('A', 3), activity('B', 5), activity('C', 1)],
      links: [link('A', 'B')],
      finishBy: '2026-03-09',
    });
    expect(plan.infeasible).toEqual(['A', 'B']);
    // B 3 to 9 March, A the 2nd, the shifted Saturday 28 February and the 27th
    expect(row(plan, 'A').latestStart).toBe('2026-02-27');
    expect(row(plan, 'A').totalFloat).toBe(-2);
    expect(row(plan, 'C').totalFloat).toBe(5);
  });
});

describe('holidays', () => {
  test('Spring Festival 2026: five days of work after 12 February end on the 26th', () => {
    // 13, then the shifted Saturday 14, then 24, 25, 26 (15 to 23 February are off)
    const plan = scheduled({ today: '2026-02-13', activities: [activity('A', 5)] });
    expect(plan.finish).toBe('2026-02-26');
  });

  test('National Day 2026: counted back over the holiday and the shifted Saturday', () => {
    // due on Tuesday 13 October: 13, 12, the shifted Saturday 10, 9, 8, then 30 September
    const plan = scheduled({ today: '2026-09-01', activities: [activity('A', 6)], finishBy: '2026-10-13' });
    expect(row(plan, 'A').latestStart).toBe('2026-09-30');
  });

  test('the shifted Sunday 20 September 2026 is worked', () => {
    const plan = scheduled({ today: '2026-09-19', activities: [activity('A', 3)] });
    expect(row(plan, 'A').earliestStart).toBe('2026-09-20');
    expect(plan.finish).toBe('2026-09-22');
  });

  test('a year that is not published makes the answer provisional', () => {
    expect(scheduled({ activities: [activity('A', 5)] }).provisional).toBe(false);
    expect(scheduled({ activities: [activity('A', 5)], finishBy: '2027-06-30' }).provisional).toBe(true);
  });

  test('a site that never rests works through the holiday while the office waits', () => {
    const plan = scheduled({
      today: '2026-02-14',
      activities: [activity('pour', 3, { calendar: 'site' }), activity('accept', 1)],
      links: [link('pour', 'accept')],
    });
    expect(row(plan, 'pour').earliestFinish).toBe('2026-02-16');
    expect(row(plan, 'accept').earliestStart).toBe('2026-02-24');
    // the site may be three days… until the office opens again: 14+7 = 21, 22, 23
    expect(row(plan, 'pour').latestStart).toBe('2026-02-21');
    expect(row(plan, 'pour').totalFloat).toBe(7);
  });
});

describe('links and lags', () => {
  const two = (links: Parameters<typeof scheduled>[0]['links'], b = 4) =>
    row(scheduled({ activities: [activity('A', 5), activity('B', b)], links }), 'B');

  // A is Monday 2 to Friday 6 March
  test('finish to start waits in working days', () => {
    expect(two([link('A', 'B', 'finish_start', 2)]).earliestStart).toBe('2026-03-11');
  });
  test('in calendar days the weekend counts', () => {
    expect(two([{ ...link('A', 'B', 'finish_start', 2), lagTime: 'calendar' }]).earliestStart).toBe('2026-03-09');
    expect(two([{ ...link('A', 'B', 'finish_start', 3), lagTime: 'calendar' }]).earliestStart).toBe('2026-03-10');
  });
  test('a negative lag overlaps', () => {
    expect(two([link('A', 'B', 'finish_start', -2)]).earliestStart).toBe('2026-03-05');
    expect(two([{ ...link('A', 'B', 'finish_start', -2), lagTime: 'calendar' }]).earliestStart).toBe('2026-03-05');
  });
  test('start to start', () => {
    expect(two([link('A', 'B', 'start_start', 3)]).earliestStart).toBe('2026-03-05');
    expect(two([link('A', 'B', 'start_start', -3)]).earliestStart).toBe('2026-03-02');
  });
  test('finish to finish', () => {
    expect(two([link('A', 'B', 'finish_finish', 1)]).earliestFinish).toBe('2026-03-09');
    expect(two([link('A', 'B', 'finish_finish', 1)]).earliestStart).toBe('2026-03-04');
    expect(two([link('A', 'B', 'finish_finish')], 9).earliestStart).toBe('2026-03-02');
  });
  test('start to finish', () => {
    // seven days after Monday 2 March begins: Tuesday 10 is the seventh
    expect(two([link('A', 'B', 'start_finish', 7)]).earliestFinish).toBe('2026-03-10');
  });
  test('a ladder: start and finish linked, the slower one is stretched by neither', () => {
    const b = two([link('A', 'B', 'start_start', 1), link('A', 'B', 'finish_finish', 2)]);
    expect([b.earliestStart, b.earliestFinish]).toEqual(['2026-03-05', '2026-03-10']);
  });
});

describe('fixed dates', () => {
  const one = (fixed: NonNullable<Parameters<typeof activity>[2]>['fixed'], today = '2026-03-02') =>
    row(scheduled({ today, activities: [activity('A', 3, { fixed })], finishBy: '2026-04-30' }), 'A');

  test('must start on, must finish on', () => {
    expect(one([{ kind: 'start_on', date: '2026-03-10' }])).toMatchObject({
      earliestStart: '2026-03-10',
      latestStart: '2026-03-10',
      totalFloat: 0,
    });
    expect(one([{ kind: 'finish_on', date: '2026-03-10' }])).toMatchObject({
      earliestFinish: '2026-03-10',
      latestFinish: '2026-03-10',
      totalFloat: 0,
    });
  });
  test('a pinned start on a holiday moves to the next working day, a pinned finish to the one before', () => {
    expect(one([{ kind: 'start_on', date: '2026-04-04' }]).earliestStart).toBe('2026-04-07');
    expect(one([{ kind: 'finish_on', date: '2026-04-06' }]).latestFinish).toBe('2026-04-03');
  });
  test('no earlier and no later', () => {
    expect(one([{ kind: 'start_no_earlier', date: '2026-03-07' }]).earliestStart).toBe('2026-03-09');
    expect(one([{ kind: 'finish_no_earlier', date: '2026-03-14' }]).earliestFinish).toBe('2026-03-16');
    expect(one([{ kind: 'start_no_later', date: '2026-03-15' }]).latestStart).toBe('2026-03-13');
    expect(one([{ kind: 'finish_no_later', date: '2026-03-15' }]).latestFinish).toBe('2026-03-13');
  });
  test('a fixed date in the past cannot be kept', () => {
    const a = one([{ kind: 'start_no_later', date: '2026-03-03' }], '2026-03-05');
    expect(a.totalFloat).toBe(-2);
  });
});

describe('milestones', () => {
  test('one that waits for nothing opens its day, one that closes work stands on its last day', () => {
    const plan = scheduled({
      activities: [activity('开工', 0), activity('A', 5), activity('竣工', 0)],
      links: [link('开工', 'A'), link('A', '竣工')],
    });
    expect(row(plan, '开工')).toMatchObject({ earliestStart: '2026-03-02', earliestFinish: '2026-03-02' });
    expect(row(plan, '竣工')).toMatchObject({ earliestStart: '2026-03-06', earliestFinish: '2026-03-06' });
    expect(plan.finish).toBe('2026-03-06');
  });

  test('the deadline of a closing milestone is kept on the day itself', () => {
    const done = activity('竣工', 0, { fixed: [{ kind: 'finish_no_later', date: '2026-03-06' }] });
    const five = scheduled({ activities: [activity('A', 5), done], links: [link('A', '竣工')] });
    expect(five.infeasible).toEqual([]);
    const six = scheduled({ activities: [activity('A', 6), done], links: [link('A', '竣工')] });
    expect(six.infeasible).toEqual(['A', '竣工']);
  });
});

describe('what is already a fact', () => {
  test('finished work stands where it was, begun work goes on from today with what is left', () => {
    const plan = scheduled({
      today: '2026-03-11',
      activities: [
        activity('A', 3, { progress: { started: '2026-03-02', finished: '2026-03-05' } }),
        activity('B', 5, { progress: { started: '2026-03-06', remaining: 4 } }),
        activity('C', 2),
      ],
      links: [link('A', 'B'), link('B', 'C')],
      finishBy: '2026-03-18',
    });
    expect(row(plan, 'A')).toMatchObject({
      earliestStart: '2026-03-02',
      earliestFinish: '2026-03-05',
      state: 'finished',
    });
    // 11, 12, 13, 16
    expect(row(plan, 'B')).toMatchObject({ earliestStart: '2026-03-06', earliestFinish: '2026-03-16', state: 'begun' });
    expect(row(plan, 'C')).toMatchObject({ earliestStart: '2026-03-17', earliestFinish: '2026-03-18', totalFloat: 0 });
  });

  test('without a word on the rest, the days since the beginning count as done', () => {
    const plan = scheduled({
      today: '2026-03-09',
      activities: [activity('A', 8, { progress: { started: '2026-03-05' } })],
    });
    // the 5th and 6th are done, six are left: 9 to 13 and the 16th
    expect(plan.finish).toBe('2026-03-16');
  });
});

describe('gates and pairs', () => {
  test('a decision gate puts three steps before the activity', () => {
    const plan = scheduled({
      activities: [activity('P', 5)],
      gates: [{ before: 'P', steps: { argue: 3, coordinate: 2, approve: 1 } }],
    });
    expect(row(plan, 'P/argue').earliestFinish).toBe('2026-03-04');
    expect(row(plan, 'P/coordinate').earliestFinish).toBe('2026-03-06');
    expect(row(plan, 'P/approve').earliestFinish).toBe('2026-03-09');
    expect(row(plan, 'P').earliestStart).toBe('2026-03-10');
  });

  test('the replacement is due earlier than the removal', () => {
    const plan = scheduled({
      activities: [activity('拆除市场', 10), activity('便民菜站', 15)],
      links: [],
      pairs: [{ removal: '拆除市场', replacement: '便民菜站', daysBefore: 3 }],
      finishBy: '2026-04-30',
    });
    const { latestFinish } = row(plan, '便民菜站');
    expect(latestFinish).toBe('2026-04-27');
    expect(row(plan, '拆除市场').earliestFinish).toBe('2026-03-25');
  });
});

test('an empty plan has an answer', () => {
  expect(scheduled({})).toMatchObject({ activities: [], chain: [], infeasible: [], finish: '2026-03-02' });
});

test('a plan longer than the calendars is refused, with the activity', () => {
  const long = Array.from({ length: 3 }, (_, at) => activity(`L${at}`, 9000));
  const answer = schedule(
    network({ calendars: [officeDays, everyDay], activities: long, links: [link('L0', 'L1'), link('L1', 'L2')] }),
    office,
  );
  expect(answer).toMatchObject({ refused: true, code: 'network.beyond_calendar', params: { id: 'L2' } });
});
