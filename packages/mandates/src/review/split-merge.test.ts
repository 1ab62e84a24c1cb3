import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf, placesToCut, spanOver, whyNotMerge, whyNotSplit } from './split-merge.ts';

const text = '会议强调。区城管局要清理占道经营，区住建局要修复路面；两周内报区政府。';
const start = text.indexOf('区城管局');
const directive = { id: 'a', state: 'proposed', start, end: text.length - 1 } as const;
const second = text.indexOf('区住建局');

test('a directive is cut where a person says, the parts without punctuation', () => {
  const parts = partsOf(text, directive, [second]);
  expect(parts.map((part) => text.slice(part.start, part.end))).toEqual([
    '区城管局要清理占道经营',
    '区住建局要修复路面；两周内报区政府',
  ]);
  expect(placesToCut(text, directive)).toEqual([second, text.indexOf('两周内')]);
});

test('what cannot be cut says why', () => {
  expect(whyNotSplit(directive, text, [second])).toBeNull();
  expect(whyNotSplit(directive, text, [])).toMatchObject({ code: 'directive.nothing_to_split' });
  expect(whyNotSplit(directive, text, [0])).toMatchObject({ code: 'directive.cut_outside' });
  expect(whyNotSplit({ ...directive, state: 'sent' }, text, [second])).toMatchObject({ code: 'directive.sent' });
  const everywhere = Array.from({ length: 25 }, (_, i) => start + 1 + i);
  expect(whyNotSplit(directive, text, everywhere)).toMatchObject({ code: 'directive.too_many_parts' });
});

test('neighbours are merged, others are not', () => {
  const all = [
    { id: 'a', state: 'proposed', start: 0, end: 5 },
    { id: 'b', state: 'rejected', start: 6, end: 9 },
    { id: 'gone', state: 'replaced', start: 6, end: 9 },
    { id: 'c', state: 'proposed', start: 10, end: 3000 },
  ] as const;
  expect(whyNotMerge(all, ['a', 'b'])).toBeNull();
  expect(whyNotMerge(all, ['a', 'c'])).toMatchObject({ code: 'directive.not_adjacent' });
  expect(whyNotMerge(all, ['a'])).toMatchObject({ code: 'directive.nothing_to_merge' });
  expect(whyNotMerge(all, ['a', 'gone'])).toMatchObject({ code: 'directive.nothing_to_merge' });
  expect(whyNotMerge(all, ['b', 'c'])).toMatchObject({ code: 'directive.too_long' });
  expect(spanOver(all)).toEqual({ start: 0, end: 3000 });
});

test('parts lie in order within the directive and never overlap, wherever it is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: start + 1, max: text.length - 2 }), { maxLength: 8 }), (cuts) => {
      const parts = partsOf(text, directive, cuts);
      let at: number = directive.start;
      for (const part of parts) {
        expect(part.start).toBeGreaterThanOrEqual(at);
        expect(part.end).toBeGreaterThan(part.start);
        at = part.end;
      }
      expect(at).toBeLessThanOrEqual(directive.end);
    }),
  );
});
