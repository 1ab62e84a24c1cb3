import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts, isVersionOf } from './compare-texts.ts';
import { matchDirectives } from './match-directives.ts';
import { similarity } from './similarity.ts';

const before = `一、突出重点
区城管局要牵头开展占道经营专项整治，每周进行一次检查。各街道要于4月30日前完成整改。
二、严格考核
区政府督查室要形成专报。`;
const after = `一、突出重点
区城管局要牵头开展占道经营专项整治，每周进行一次检查。各街道要于5月20日前完成整改。
区住建局要同步修复破损路面。
二、严格考核`;

test('kept, changed with its characters, added, removed', () => {
  const changes = compareTexts(before, after);
  expect(changes.map(({ kind }) => kind)).toEqual(['kept', 'kept', 'changed', 'added', 'kept', 'removed']);
  const changed = changes.find((change) => change.kind === 'changed')!;
  expect(changed.kind === 'changed' && changed.parts.filter(({ kind }) => kind !== 'kept')).toEqual([
    { kind: 'removed', text: '4' },
    { kind: 'added', text: '5' },
    { kind: 'removed', text: '3' },
    { kind: 'added', text: '2' },
  ]);
  expect(changes.every(({ old }) => !old || before.slice(old.start, old.end) === old.text)).toBe(true);
});

test('blanks and punctuation are no change', () => {
  expect(compareTexts('各街道要完成整改,报区政府。', '各街道要完成整改，报 区政府。').map(({ kind }) => kind)).toEqual([
    'kept',
  ]);
});

test('a newer version is recognised by its sentences, another document is not', () => {
  expect(isVersionOf(before, after)).toBe(true);
  expect(isVersionOf(before, '同志们：\n今天我们讨论另一件完全不同的事情，请大家认真准备。')).toBe(false);
});

test('directives are unchanged, changed, new or withdrawn', () => {
  const old = [
    { id: 'a', text: '区城管局要牵头开展占道经营专项整治' },
    { id: 'b', text: '各街道要于4月30日前完成整改' },
    { id: 'c', text: '区政府督查室要形成专报' },
  ];
  const now = [
    { id: 'x', text: '区城管局要牵头开展占道经营专项整治，' },
    { id: 'y', text: '各街道要于5月20日前完成整改' },
    { id: 'z', text: '区住建局要同步修复破损路面' },
  ];
  expect(matchDirectives(old, now)).toEqual([
    { kind: 'unchanged', oldId: 'a', newId: 'x' },
    { kind: 'changed', oldId: 'b', newId: 'y' },
    { kind: 'new', oldId: null, newId: 'z' },
    { kind: 'withdrawn', oldId: 'c', newId: null },
  ]);
});

test('every directive of either side appears exactly once, and a document matches itself', () => {
  const texts = fc.array(fc.string({ minLength: 4, maxLength: 12, unit: fc.constantFrom(...'整改排查单位完成街道') }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const old = one.map((text, i) => ({ id: `o${i}`, text }));
      const now = other.map((text, i) => ({ id: `n${i}`, text }));
      const matches = matchDirectives(old, now);
      expect(matches.flatMap(({ oldId }) => oldId ?? []).toSorted()).toEqual(old.map(({ id }) => id).toSorted());
      expect(matches.flatMap(({ newId }) => newId ?? []).toSorted()).toEqual(now.map(({ id }) => id).toSorted());
      expect(matchDirectives(old, old).every(({ kind }) => kind === 'unchanged')).toBe(true);
    }),
  );
});

test('similarity is 1 for the same words and 0 for no common pair', () => {
  expect(similarity('清理占道', '清理，占道')).toBe(1);
  expect(similarity('清理占道', '修复路面')).toBe(0);
});

/** Sentences of a few hundred different words, none like another. */
function unrelated(count: number, seed: number): string[] {
  let state = seed;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const sentence = () => Array.from({ length: 30 }, () => String.fromCodePoint(0x4e00 + next(400))).join('');
  return Array.from({ length: count }, sentence);
}

const secondsOf = (work: () => void): number => {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
};

test('three thousand sentences without anything in common are compared in about a second, not in a minute', () => {
  const [old, now] = [unrelated(3000, 11), unrelated(3000, 23)];
  let changes: ReturnType<typeof compareTexts> = [];
  // the bound leaves room for a busy machine; before there was an index each of the two took a quarter of a minute
  expect(
    secondsOf(() => {
      changes = compareTexts(`${old.join('。\n')}。`, `${now.join('。\n')}。`);
    }),
  ).toBeLessThan(4);
  expect(changes.filter(({ old: was }) => was)).toHaveLength(3000);
  const worded = (texts: readonly string[], side: string) => texts.map((text, i) => ({ id: `${side}${i}`, text }));
  let matches: ReturnType<typeof matchDirectives> = [];
  expect(
    secondsOf(() => {
      matches = matchDirectives(worded(old, 'o'), worded(now, 'n'));
    }),
  ).toBeLessThan(4);
  expect(matches).toHaveLength(6000);
});

test('among thousands, each changed sentence is still found, also where they all sound the same', () => {
  const old = unrelated(1500, 7);
  const changed = old.map((text) => `${text.slice(0, 14)}另行${text.slice(14)}`);
  const worded = (texts: readonly string[]) => texts.map((text, i) => ({ id: String(i), text }));
  const isRight = ({ kind, oldId, newId }: ReturnType<typeof matchDirectives>[number]) =>
    kind === 'changed' && oldId === newId;
  expect(matchDirectives(worded(old), worded(changed)).every(isRight)).toBe(true);
  // the order of the new document does not matter for directives
  const turned = worded(changed).toReversed();
  expect(matchDirectives(worded(old), turned).every(isRight)).toBe(true);
  const kinds = compareTexts(old.join('。\n'), changed.join('。\n')).map(({ kind }) => kind);
  expect(kinds.every((kind) => kind === 'changed')).toBe(true);
  const boiler = (month: string) =>
    Array.from({ length: 800 }, (_, i) => `各街道要在${month}内完成第${i}号点位的整改并报区督查室`);
  expect(matchDirectives(worded(boiler('本月')), worded(boiler('下月'))).every(isRight)).toBe(true);
  const again = compareTexts(boiler('本月').join('。\n'), boiler('下月').join('。\n'));
  expect(again.map(({ kind }) => kind)).toEqual(Array.from({ length: 800 }, () => 'changed'));
});
