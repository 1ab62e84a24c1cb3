import type { Actor } from '@duban/kit/actor';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from './canonical-text.ts';
import { object, replace, sign, whyNotIssue, whyNotReplace, whyNotSign, withdraw } from './commands.ts';
import { coverageOf } from './decomposition.ts';
import { type Commitment, type Letter, type LetterContent, allLetterStates, letterTransitions } from './letter.ts';

const person = (personId: string, unitId: string, unitLine = [unitId]): Actor => ({
  personId,
  unitId,
  unitLine,
  name: personId,
  jurisdictionId: 'd',
  roles: ['leader'],
});
const commitment = (over: Partial<Commitment> = {}): Commitment => ({
  targetId: 't1',
  text: '完成老旧小区改造',
  amount: 440,
  unit: '个',
  finishBy: '2026-11-30',
  ...over,
});
const content = (over: Partial<LetterContent> = {}): LetterContent => ({
  number: '责任书2026-001',
  version: 1,
  campaign: '老旧小区改造',
  issuingUnit: '区政府',
  unit: '青石街道',
  person: '主任 唐某',
  basis: ['区老旧小区改造实施方案'],
  commitments: [commitment()],
  ...over,
});
const letter = (over: Partial<Letter> = {}): Letter => ({
  id: 'l1',
  state: 'issued',
  issuingUnitId: '区政府',
  unitId: '青石街道',
  personId: '唐',
  content: content(),
  contentHash: 'abc',
  replacesId: null,
  ...over,
});
const signer = person('唐', '青石街道');
const issuer = person('区长', '区政府');
const codeOf = (decision: { refused: boolean } | null) => (decision && 'code' in decision ? decision.code : 'accepted');

describe('issuing', () => {
  test.each<[string, Partial<LetterContent>]>([
    ['letter.person_missing', { person: ' ' }],
    ['letter.empty', { commitments: [] }],
    ['letter.target_twice', { commitments: [commitment(), commitment()] }],
    ['letter.text_missing', { commitments: [commitment({ text: '' })] }],
    ['letter.amount_invalid', { commitments: [commitment({ amount: -1 })] }],
    ['letter.amount_invalid', { commitments: [commitment({ amount: 1.5 })] }],
    ['letter.unit_missing', { commitments: [commitment({ unit: '' })] }],
    ['letter.date_missing', { commitments: [commitment({ finishBy: null })] }],
    ['letter.date_missing', { commitments: [commitment({ finishBy: '2026-02-30' })] }],
    ['letter.date_past', { commitments: [commitment({ finishBy: '2026-03-01' })] }],
    ['accepted', { commitments: [commitment({ amount: null, unit: '' })] }],
    ['accepted', {}],
  ])('%s', (code, over) => {
    expect(codeOf(whyNotIssue(content(over), '2026-03-02'))).toBe(code);
  });
});

describe('signing', () => {
  test('only the person named, and only the text that was read', () => {
    expect(sign(letter(), signer, 'abc')).toMatchObject({
      events: [{ type: 'letter.signed', data: { contentHash: 'abc' } }],
    });
    expect(codeOf(sign(letter(), person('别人', '青石街道'), 'abc'))).toBe('letter.not_yours');
    expect(codeOf(sign(letter(), signer, 'abd'))).toBe('letter.text_changed');
  });

  test('who is to sign may object, with a reason', () => {
    expect(codeOf(object(letter(), signer, '440个超出辖区实有数'))).toBe('accepted');
    expect(codeOf(object(letter(), signer, ''))).toBe('letter.reason_missing');
    expect(codeOf(object(letter(), issuer, '不行'))).toBe('letter.not_yours');
  });

  test('the issuer, or a unit above it, replaces and withdraws; what is signed is only ever replaced', () => {
    const below = person('科长', '督查室', ['督查室', '区政府']);
    expect(codeOf(replace(letter({ state: 'signed' }), issuer, 'l2', '目标调整'))).toBe('accepted');
    expect(codeOf(replace(letter(), below, 'l2', '目标调整'))).toBe('accepted');
    expect(codeOf(replace(letter(), signer, 'l2', '目标调整'))).toBe('letter.not_the_issuer');
    expect(codeOf(withdraw(letter(), issuer, '误发'))).toBe('accepted');
    expect(codeOf(withdraw(letter(), issuer, ' '))).toBe('letter.reason_missing');
    expect(codeOf(withdraw(letter({ state: 'signed' }), issuer, '误发'))).toBe('letter.wrong_state');
  });

  test.each(allLetterStates)('in the state %s only what the table allows', (state) => {
    const found = letter({ state });
    const refused = {
      sign: codeOf(whyNotSign(found, signer, 'abc')),
      object: codeOf(object(found, signer, '有异议')),
      replace: codeOf(whyNotReplace(found, issuer)),
      withdraw: codeOf(withdraw(found, issuer, '误发')),
    };
    for (const [verb, code] of Object.entries(refused)) {
      const allowed = letterTransitions[verb as keyof typeof refused].includes(state);
      expect(code, verb).toBe(allowed ? 'accepted' : 'letter.wrong_state');
    }
  });
});

describe('the text that is signed', () => {
  const text = fc.string({ maxLength: 12, unit: fc.constantFrom('a', '1', ' ', '\n', '责', '-') });
  const anyContent = fc.record({
    number: text,
    version: fc.nat(5),
    campaign: text,
    issuingUnit: text,
    unit: text,
    person: text,
    basis: fc.array(text, { maxLength: 3 }),
    commitments: fc.array(
      fc.record({
        targetId: text,
        text,
        amount: fc.option(fc.nat(20)),
        unit: text,
        finishBy: fc.option(fc.constantFrom('2026-11-30', '2026-12-31')),
      }),
      { maxLength: 3 },
    ),
  });

  test('is the same for the same content and for no other', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (a, b) => {
        expect(canonicalText(structuredClone(a))).toBe(canonicalText(a));
        expect(canonicalText(a) === canonicalText(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns: 300 },
    );
  });

  test('an unknown amount is not an empty one, and lines cannot be forged', () => {
    const one = (over: Partial<Commitment>) => canonicalText(content({ commitments: [commitment(over)] }));
    expect(one({ amount: null })).not.toBe(one({ amount: 0 }));
    expect(one({ text: '甲\nunit 1 个' })).not.toBe(one({ text: '甲' }));
  });
});

describe('handing on', () => {
  const part = (id: string, amount: number | null, over: Partial<Letter> = {}, more: Partial<Commitment> = {}) =>
    letter({
      id,
      issuingUnitId: '青石街道',
      unitId: '社区',
      content: content({ commitments: [commitment({ amount, ...more })] }),
      ...over,
    });

  test('the parts are held against the whole', () => {
    const [row] = coverageOf(letter(), [part('a', 200, { state: 'signed' }), part('b', 180)]);
    expect(row).toMatchObject({ below: 380, difference: -60, letters: 2, signed: 1, state: 'in_part' });
    expect(coverageOf(letter(), [part('a', 200), part('b', 240)])[0]).toMatchObject({ difference: 0, state: 'whole' });
    expect(coverageOf(letter(), [part('a', 200), part('b', 300)])[0]).toMatchObject({
      difference: 60,
      state: 'too_much',
    });
    expect(coverageOf(letter(), [])[0]).toMatchObject({ below: null, difference: null, state: 'not_handed_on' });
  });

  test('what is withdrawn, replaced or of another issuer does not count', () => {
    const others = [
      part('a', 440, { state: 'withdrawn' }),
      part('b', 440, { state: 'replaced' }),
      part('c', 440, { issuingUnitId: '别的街道' }),
    ];
    expect(coverageOf(letter(), others)[0]).toMatchObject({ letters: 0, state: 'not_handed_on' });
  });

  test('an unknown part or another unit makes the sum unknown, never 0', () => {
    expect(coverageOf(letter(), [part('a', 200), part('b', null)])[0]).toMatchObject({ below: null, state: 'in_part' });
    expect(coverageOf(letter(), [part('a', 440, {}, { unit: '万平方米' })])[0]).toMatchObject({ below: null });
  });

  test('a part that ends after the whole is due is marked', () => {
    expect(coverageOf(letter(), [part('a', 440, {}, { finishBy: '2026-12-01' })])[0]!.laterThanWhole).toBe(true);
    expect(coverageOf(letter(), [part('a', 440)])[0]!.laterThanWhole).toBe(false);
  });

  test('a target without a number is handed on by being named', () => {
    const whole = letter({ content: content({ commitments: [commitment({ amount: null, unit: '' })] }) });
    expect(coverageOf(whole, [part('a', null, {}, { unit: '' })])[0]).toMatchObject({
      state: 'whole',
      difference: null,
    });
  });
});
