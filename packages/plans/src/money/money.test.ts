import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountOf, balanceOf, investmentRate, totalsOf } from './account.ts';
import { book, reverse, setNeed, whyNotBook } from './book.ts';
import { moneyText, parseMoney } from './fen-text.ts';
import { type Need, type Transaction, allFundingSources, allTransactionKinds } from './money.ts';

const WAN = 1_000_000;
const booking = (id: string, kind: Transaction['kind'], wan: number, over: Partial<Transaction> = {}): Transaction => ({
  id,
  kind,
  fen: wan * WAN,
  source: 'county',
  reverses: null,
  ...over,
});
const codeOf = (decision: { refused: boolean }) => ('code' in decision ? decision.code : 'accepted');

describe('the account of a project', () => {
  // 堤口路: 1500万 needed, 300万 committed and 200万 of it appropriated, 1000万 transferred at once, 800万 paid
  const needs: Need[] = [
    { stage: 'budget', fen: 1500 * WAN },
    { stage: 'estimate', fen: 900 * WAN },
  ];
  const booked = [
    booking('1', 'commit', 300),
    booking('2', 'appropriate', 200),
    booking('3', 'transfer', 1000, { source: 'municipal' }),
    booking('4', 'pay', 800, { source: 'municipal' }),
  ];

  test('need by its latest stage, secured, received, paid and the gap', () => {
    expect(accountOf(needs, booked)).toEqual({
      need: 1500 * WAN,
      needStage: 'budget',
      secured: 1300 * WAN,
      received: 1200 * WAN,
      paid: 800 * WAN,
      gap: 200 * WAN,
      surplus: 0,
      sources: [
        { source: 'municipal', secured: 1000 * WAN, received: 1000 * WAN, paid: 800 * WAN },
        { source: 'county', secured: 300 * WAN, received: 200 * WAN, paid: 0 },
      ],
    });
    expect(investmentRate(accountOf(needs, booked))).toEqual({ numerator: 800 * WAN, denominator: 1500 * WAN });
  });

  test('an unknown need has no gap, and is never 0', () => {
    expect(accountOf([], booked)).toMatchObject({ need: null, gap: null, surplus: null });
    expect(accountOf([...needs, { stage: 'final_account', fen: null }], booked)).toMatchObject({
      need: null,
      needStage: 'final_account',
    });
    expect(investmentRate(accountOf([], booked))).toBeNull();
  });

  test('the surplus of one project never fills the gap of another', () => {
    const rich = accountOf([{ stage: 'budget', fen: 100 * WAN }], [booking('1', 'commit', 700)]);
    const poor = accountOf([{ stage: 'budget', fen: 500 * WAN }], [booking('1', 'commit', 100)]);
    const unknown = accountOf([], [booking('1', 'commit', 50)]);
    expect(totalsOf([rich, poor, unknown])).toEqual({
      need: 600 * WAN,
      secured: 850 * WAN,
      received: 0,
      paid: 0,
      gap: 400 * WAN,
      surplus: 600 * WAN,
      projects: 3,
      unknownNeeds: 1,
    });
  });
});

describe('booking', () => {
  const secured = [booking('1', 'commit', 300)];

  test('money arrives only as far as it is secured, and is paid only as far as it has arrived', () => {
    expect(codeOf(book(booking('2', 'appropriate', 300), secured))).toBe('accepted');
    expect(book(booking('2', 'appropriate', 301), secured)).toMatchObject({
      code: 'money.above_secured',
      params: { sum: '¥10,000', funding_source: 'county' },
    });
    expect(codeOf(book(booking('2', 'appropriate', 1, { source: 'central' }), secured))).toBe('money.above_secured');
    const arrived = [...secured, booking('2', 'appropriate', 200)];
    expect(codeOf(book(booking('3', 'pay', 201), arrived))).toBe('money.above_received');
    expect(codeOf(book(booking('3', 'withdraw', 101), arrived))).toBe('money.above_secured');
    expect(codeOf(book(booking('3', 'return', 200), arrived))).toBe('accepted');
  });

  test('a supplement makes room', () => {
    const more = [...secured, booking('2', 'supplement', 50)];
    expect(codeOf(book(booking('3', 'appropriate', 350), more))).toBe('accepted');
  });

  test.each([
    ['money.sum_invalid', { fen: 0 }],
    ['money.sum_invalid', { fen: -5 }],
    ['money.sum_invalid', { fen: 0.5 }],
    ['money.sum_invalid', { fen: 1e15 }],
    ['money.kind_unknown', { kind: 'gift' as never }],
    ['money.source_unknown', { source: 'moon' as never }],
    ['money.booked_already', { id: '1' }],
  ])('%s for %o', (code, over) => {
    expect(codeOf(book(booking('2', 'commit', 1, over), secured))).toBe(code);
  });

  test('a mistake is booked back once, with a reason, and not from under what rests on it', () => {
    const arrived = [...secured, booking('2', 'appropriate', 200)];
    expect(codeOf(reverse('1', '9', '误记', arrived))).toBe('money.above_secured');
    expect(reverse('2', '9', '误记', arrived)).toMatchObject({
      events: [{ type: 'money.reversed', data: { id: '9', reverses: '2', fen: 200 * WAN, kind: 'appropriate' } }],
    });
    const back = [...arrived, booking('9', 'appropriate', 200, { reverses: '2' })];
    expect(balanceOf(back)).toEqual({ secured: 300 * WAN, received: 0, paid: 0 });
    expect(codeOf(reverse('2', '10', '误记', back))).toBe('money.reversed_already');
    expect(codeOf(reverse('9', '10', '误记', back))).toBe('money.is_reversal');
    expect(codeOf(reverse('77', '10', '误记', back))).toBe('money.booking_unknown');
    expect(codeOf(reverse('1', '10', ' ', back))).toBe('money.reason_missing');
  });

  test('whatever is booked in whatever order: paid ≤ received ≤ secured for every source', () => {
    const transactions = fc.array(
      fc.record({
        kind: fc.constantFrom(...allTransactionKinds),
        source: fc.constantFrom(...allFundingSources.slice(0, 3)),
        fen: fc.integer({ min: 1, max: 1000 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(transactions, (all) => {
        const booked: Transaction[] = [];
        for (const [at, one] of all.entries()) {
          const transaction = { ...one, id: String(at), reverses: null };
          if (whyNotBook(transaction, booked) === null) booked.push(transaction);
        }
        const account = accountOf([{ stage: 'budget', fen: 5000 }], booked);
        for (const { secured, received, paid } of [account, ...account.sources]) {
          expect(paid).toBeGreaterThanOrEqual(0);
          expect(received).toBeGreaterThanOrEqual(paid);
          expect(secured).toBeGreaterThanOrEqual(received);
        }
        expect(account.gap! - account.surplus!).toBe(5000 - account.secured);
      }),
    );
  });
});

test('a need after the final account is refused; a stage may be reckoned anew', () => {
  const needs: Need[] = [{ stage: 'budget', fen: 1 }];
  expect(codeOf(setNeed({ stage: 'budget', fen: 2 }, needs))).toBe('accepted');
  expect(codeOf(setNeed({ stage: 'estimate', fen: null }, needs))).toBe('accepted');
  expect(codeOf(setNeed({ stage: 'budget', fen: -1 }, needs))).toBe('money.sum_invalid');
  expect(codeOf(setNeed({ stage: 'budget', fen: 2 }, [{ stage: 'final_account', fen: 3 }]))).toBe(
    'money.account_closed',
  );
});

describe('money in words', () => {
  test.each([
    [100_000_000_000, '10亿元', '¥1,000,000,000'],
    [17_000_000_000, '1.7亿元', '¥170,000,000'],
    [1_000_000_000, '1000万元', '¥10,000,000'],
    [1_234_500, '1.2345万元', '¥12,345'],
    [12_345, '123.45元', '¥123.45'],
    [5, '0.05元', '¥0.05'],
    [0, '0元', '¥0'],
    [-1_000_000, '−1万元', '−¥10,000'],
  ])('%d', (fen, chinese, english) => {
    expect(moneyText(fen, 'zh-CN')).toBe(chinese);
    expect(moneyText(fen, 'en')).toBe(english);
  });

  test.each([
    ['1000万元', 1_000_000_000],
    ['1.7亿', 17_000_000_000],
    ['5,000', 500_000],
    ['123.45元', 12_345],
    ['0.001万元', 1000],
    ['0.001元', null],
    ['约5万', null],
    ['-3', null],
    ['', null],
    ['99999999999999999亿', null],
  ])('%s', (text, fen) => {
    expect(parseMoney(text)).toBe(fen);
  });

  test('what is printed is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000_000 }), (fen) => {
        expect(parseMoney(moneyText(fen, 'zh-CN'))).toBe(fen);
      }),
    );
  });
});
