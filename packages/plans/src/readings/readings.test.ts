import type { Actor } from '@duban/kit/actor';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChangeOrder, approveChangeOrder, approvedAmount } from './change-order.ts';
import {
  type ReadingContext,
  approve,
  check,
  correct,
  returnReading,
  submit,
  whyNotAmount,
  whyNotApprove,
  whyNotCheck,
  whyNotCorrect,
  whyNotReturn,
  whyNotSubmit,
} from './commands.ts';
import { whyNotEvidence } from './evidence.ts';
import { type Measure, type Reading, allReadingStates, allReadingVerbs, readingTransitions } from './reading.ts';
import { curveOf, doneSoFar, latestApproved, versionsOf } from './series.ts';

const person = (personId: string, unitId: string): Actor => ({
  personId,
  unitId,
  name: personId,
  unitLine: [unitId],
  jurisdictionId: 'd',
  roles: ['handler'],
});
const maker = person('甲', '街道');
const checker = person('乙', '街道');
const approver = person('丙', '住建局');

const measure: Measure = { id: 'm', unit: '个', approvedAmount: 440, risk: 'low' };
const reading = (over: Partial<Reading> = {}): Reading => ({
  id: 'r1',
  measureId: 'm',
  state: 'drafted',
  asOf: '2026-03-20',
  amount: 120,
  evidence: [{ kind: 'statement', text: '已完工验收' }],
  maker: { personId: '甲', unitId: '街道' },
  checker: null,
  approver: null,
  corrects: null,
  ...over,
});
const context = (over: Partial<ReadingContext> = {}): ReadingContext => ({
  measure,
  approvedAmount: 440,
  others: [],
  today: '2026-03-23',
  ...over,
});
const checked = reading({ state: 'checked', checker: { personId: '乙', unitId: '街道' } });
const approved = (over: Partial<Reading>) => reading({ state: 'approved', ...over });
const codeOf = (decision: { refused: boolean }) => ('code' in decision ? decision.code : 'accepted');

describe('maker, checker, approver', () => {
  test('three people, the third of another unit', () => {
    expect(codeOf(submit(reading(), maker, context()))).toBe('accepted');
    expect(codeOf(check(reading({ state: 'submitted' }), checker, '', context()))).toBe('accepted');
    expect(codeOf(approve(checked, approver, '', context()))).toBe('accepted');
  });

  test('nobody passes the own work, no unit approves itself', () => {
    expect(codeOf(submit(reading(), checker, context()))).toBe('reading.not_the_maker');
    expect(codeOf(check(reading({ state: 'submitted' }), maker, '', context()))).toBe('reading.own_work');
    expect(codeOf(approve(checked, maker, '', context()))).toBe('reading.own_work');
    expect(codeOf(approve(checked, { ...checker, unitId: '住建局' }, '', context()))).toBe('reading.own_work');
    expect(codeOf(approve(checked, person('丁', '街道'), '', context()))).toBe('reading.own_unit');
    expect(codeOf(returnReading(checked, maker, '数字不对'))).toBe('reading.own_work');
  });

  test('a return says why', () => {
    expect(codeOf(returnReading(checked, approver, ' '))).toBe('reading.reason_missing');
    expect(codeOf(returnReading(checked, approver, '缺验收单'))).toBe('accepted');
  });

  test.each(allReadingStates.flatMap((state) => allReadingVerbs.map((verb) => [state, verb] as const)))(
    '%s: %s is refused unless the table allows it',
    (state, verb) => {
      const found = reading({ state, checker: { personId: '乙', unitId: '街道' } });
      const refusal = {
        submit: () => whyNotSubmit(found, maker, context()),
        check: () => whyNotCheck(found, checker, context()),
        approve: () => whyNotApprove(found, approver, context()),
        return: () => whyNotReturn(found, approver),
        correct: () => whyNotCorrect(found, context()),
      }[verb]();
      if (readingTransitions[verb].includes(state)) expect(refusal).toBeNull();
      else expect(refusal).toMatchObject({ code: 'reading.wrong_state', params: { reading_state: state } });
    },
  );
});

describe('the amount', () => {
  const why = (over: Partial<Reading>, more: Partial<ReadingContext> = {}) =>
    whyNotAmount(reading(over), context(more))?.code ?? null;

  test('never above what was approved, and up to it exactly', () => {
    expect(why({ amount: 440 })).toBeNull();
    expect(why({ amount: 441 })).toBe('reading.above_approved');
    expect(why({ amount: 441 }, { approvedAmount: 460 })).toBeNull();
    expect(why({ amount: 1 }, { approvedAmount: null })).toBe('reading.nothing_approved');
  });

  test('whole, not negative, not in the future', () => {
    expect(why({ amount: -1 })).toBe('reading.amount_invalid');
    expect(why({ amount: 1.5 })).toBe('reading.amount_invalid');
    expect(why({ amount: 1e300 })).toBe('reading.amount_invalid');
    expect(why({ asOf: '2026-03-24' })).toBe('reading.in_future');
    expect(why({ asOf: '2026-02-30' })).toBe('reading.date_invalid');
  });

  test('unknown is allowed and stays unknown', () => {
    expect(why({ amount: null })).toBeNull();
    expect(why({ amount: null }, { approvedAmount: null })).toBeNull();
  });

  test('cumulative amounts do not fall: what was wrong is corrected, not outdone', () => {
    const others = [
      approved({ id: 'a', asOf: '2026-03-10', amount: 100 }),
      approved({ id: 'b', asOf: '2026-03-22', amount: 130 }),
      reading({ id: 'c', state: 'submitted', asOf: '2026-03-19', amount: 400 }),
      approved({ id: 'd', asOf: '2026-03-15', amount: null }),
    ];
    expect(why({ amount: 99 }, { others })).toBe('reading.below_earlier');
    expect(why({ amount: 131 }, { others })).toBe('reading.above_later');
    expect(why({ amount: 100 }, { others })).toBeNull();
    expect(why({ amount: 130 }, { others })).toBeNull();
  });
});

describe('corrections', () => {
  const first = approved({ id: 'a', amount: 120 });
  const change = { asOf: '2026-03-20', amount: 112, reason: '8个重复计数' };

  test('are new versions with a reason, within the same rules', () => {
    expect(correct(first, change, context({ others: [first] }))).toEqual({
      refused: false,
      events: [{ type: 'reading.corrected', data: change }],
    });
    expect(codeOf(correct(first, { ...change, reason: '' }, context()))).toBe('reading.reason_missing');
    expect(codeOf(correct(first, { ...change, amount: 120 }, context()))).toBe('reading.nothing_changed');
    expect(codeOf(correct(first, { ...change, amount: 441 }, context()))).toBe('reading.above_approved');
    expect(codeOf(correct(reading({ state: 'checked' }), change, context()))).toBe('reading.wrong_state');
  });

  test('one at a time, and of the latest version', () => {
    const corrects = { readingId: 'a', reason: '重复' };
    const under = reading({ id: 'b', state: 'submitted', amount: 112, corrects });
    expect(codeOf(correct(first, change, context({ others: [first, under] })))).toBe('reading.correction_under_way');
    const done = { ...under, state: 'approved' as const };
    expect(codeOf(correct(first, change, context({ others: [first, done] })))).toBe('reading.corrected_already');
    expect(codeOf(correct(done, { ...change, amount: 110 }, context({ others: [first, done] })))).toBe('accepted');
  });

  test('count once they are approved; every version is kept', () => {
    const corrects = { readingId: 'a', reason: '重复' };
    const second = reading({ id: 'b', state: 'checked', amount: 112, corrects });
    expect(doneSoFar([first, second])).toBe(120);
    const third = reading({ id: 'c', state: 'approved', amount: 111, corrects: { readingId: 'b', reason: '再核' } });
    const all = [first, approved({ ...second, state: 'approved' }), third];
    expect(doneSoFar(all)).toBe(111);
    expect(latestApproved(all).map(({ id }) => id)).toEqual(['c']);
    expect(versionsOf(third, all).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});

describe('the series', () => {
  test('unknown readings stay unknown in the curve and are passed over for what is done', () => {
    const readings = [
      approved({ id: 'b', asOf: '2026-03-20', amount: null }),
      approved({ id: 'a', asOf: '2026-03-10', amount: 40 }),
    ];
    expect(curveOf(readings)).toEqual([
      { asOf: '2026-03-10', amount: 40 },
      { asOf: '2026-03-20', amount: null },
    ]);
    expect(doneSoFar(readings)).toBe(40);
    expect(doneSoFar([])).toBeNull();
  });

  test('whatever passed the rules never falls', () => {
    const amounts = fc.array(fc.record({ day: fc.integer({ min: 1, max: 22 }), amount: fc.nat(500) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(amounts, (reported) => {
        const accepted: Reading[] = [];
        for (const [at, { day, amount }] of reported.entries()) {
          const next = reading({ id: `r${at}`, asOf: `2026-03-${String(day).padStart(2, '0')}`, amount });
          if (whyNotAmount(next, context({ others: accepted })) === null) accepted.push({ ...next, state: 'approved' });
        }
        const known = latestApproved(accepted).map(({ amount }) => amount!);
        for (let at = 1; at < known.length; at++) expect(known[at]).toBeGreaterThanOrEqual(known[at - 1]!);
        for (const amount of known) expect(amount).toBeLessThanOrEqual(440);
      }),
    );
  });
});

describe('evidence by risk', () => {
  const hand = { personId: '甲', unitId: '街道' };
  test('low: a word is enough; middle: one pair; high: somebody else went there', () => {
    const statement = { kind: 'statement', text: '已完成' } as const;
    const pair = { kind: 'before_after', before: 'a', after: 'b' } as const;
    const visit = { kind: 'field_check', by: { personId: '丙', unitId: '住建局' }, on: '2026-03-19' } as const;
    expect(whyNotEvidence('low', [statement], hand)).toBeNull();
    expect(whyNotEvidence('low', [], hand)?.code).toBe('reading.evidence_missing');
    expect(whyNotEvidence('middle', [statement], hand)?.code).toBe('reading.evidence_missing');
    expect(whyNotEvidence('middle', [pair], hand)).toBeNull();
    expect(whyNotEvidence('middle', [{ ...pair, after: 'a' }], hand)?.code).toBe('reading.evidence_empty');
    expect(whyNotEvidence('high', [pair, statement], hand)?.code).toBe('reading.evidence_missing');
    expect(whyNotEvidence('high', [visit], hand)).toBeNull();
    expect(whyNotEvidence('high', [{ ...visit, by: hand }], hand)?.code).toBe('reading.evidence_missing');
    expect(whyNotEvidence('high', [{ ...visit, by: { personId: '丙', unitId: '街道' } }], hand)?.code).toBe(
      'reading.evidence_missing',
    );
  });
});

describe('change orders', () => {
  const order = { from: 440, to: 460, reason: '新增20个小区', requestedBy: '甲' };
  const asked = (over: Partial<typeof order>, orders: readonly ChangeOrder[] = [], reported = 120) =>
    codeOf(approveChangeOrder(measure, orders, { ...order, ...over }, { by: approver, reported }));

  test('raise or lower what may be reported', () => {
    expect(asked({})).toBe('accepted');
    expect(approvedAmount(measure, [{ ...order, approvedBy: '丙' }])).toBe(460);
    expect(approvedAmount(measure, [])).toBe(440);
    expect(asked({ to: 120 })).toBe('accepted');
  });

  test('not below what is done, not by who asks, not without a reason, not on an old amount', () => {
    expect(asked({ to: 119 })).toBe('change_order.below_reported');
    expect(asked({ requestedBy: '丙' })).toBe('change_order.own_request');
    expect(asked({ reason: '' })).toBe('change_order.reason_missing');
    expect(asked({ to: 440 })).toBe('change_order.nothing_changed');
    expect(asked({ to: -1 })).toBe('reading.amount_invalid');
    expect(asked({}, [{ ...order, approvedBy: '丙' }])).toBe('change_order.stale');
  });
});
