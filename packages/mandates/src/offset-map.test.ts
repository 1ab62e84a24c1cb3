import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanRange, identityMap, mapThrough, rawRange, replaceAll, type Replacement } from './offset-map.ts';

test('a deletion in the middle: both sides keep their raw place', () => {
  const map = mapThrough(identityMap(9), [{ start: 1, end: 5, after: '' }]);
  expect(rawRange(map, 0, 1)).toEqual({ rawStart: 0, rawEnd: 1 });
  expect(rawRange(map, 1, 2)).toEqual({ rawStart: 5, rawEnd: 6 });
  expect(rawRange(map, 0, 2)).toEqual({ rawStart: 0, rawEnd: 6 });
  expect(cleanRange(map, 1, 5)).toEqual({ start: 1, end: 1 });
});

test('an entity is mapped as a whole', () => {
  const map = mapThrough(identityMap(10), [{ start: 2, end: 9, after: '“' }]);
  expect(rawRange(map, 2, 3)).toEqual({ rawStart: 2, rawEnd: 9 });
  expect(rawRange(map, 3, 4)).toEqual({ rawStart: 9, rawEnd: 10 });
  expect(cleanRange(map, 4, 5)).toEqual({ start: 2, end: 3 });
});

test('an edit inside a piece that is only known as a whole keeps the whole', () => {
  const once = mapThrough(identityMap(6), [{ start: 1, end: 3, after: 'abcd' }]);
  const twice = mapThrough(once, [{ start: 2, end: 3, after: '' }]);
  expect(rawRange(twice, 1, 2)).toEqual({ rawStart: 1, rawEnd: 3 });
  expect(rawRange(twice, 4, 5)).toEqual({ rawStart: 3, rawEnd: 4 });
});

const replacementsOf = (length: number): fc.Arbitrary<Replacement[]> =>
  fc.array(fc.tuple(fc.nat(length), fc.nat(4), fc.string({ maxLength: 4 })), { maxLength: 6 }).map((rows) => {
    const found: Replacement[] = [];
    for (const [at, size, after] of rows.toSorted((a, b) => a[0] - b[0])) {
      const start = Math.max(at, found.at(-1)?.end ?? 0);
      if (start > length || (found.length > 0 && start === found.at(-1)!.start)) continue;
      found.push({ start, end: Math.min(length, start + size), after });
    }
    return found;
  });

test('after any edits the pieces tile both texts, untouched characters find themselves again, order is kept', () => {
  const run = fc
    .string({ minLength: 1, maxLength: 30 })
    .chain((raw) =>
      fc
        .tuple(fc.constant(raw), replacementsOf(raw.length))
        .chain(([text, first]) =>
          fc.tuple(fc.constant(text), fc.constant(first), replacementsOf(replaceAll(text, first).length)),
        ),
    );
  fc.assert(
    fc.property(run, ([raw, first, second]) => {
      const middle = replaceAll(raw, first);
      const clean = replaceAll(middle, second);
      const map = mapThrough(mapThrough(identityMap(raw.length), first), second);
      let at = 0;
      let rawAt = 0;
      for (const piece of map) {
        expect([piece.start, piece.rawStart]).toEqual([at, rawAt]);
        at = piece.end;
        rawAt = piece.rawEnd;
      }
      expect([at, rawAt]).toEqual([clean.length, raw.length]);
      let before = 0;
      for (let i = 0; i < clean.length; i++) {
        const { rawStart, rawEnd } = rawRange(map, i, i + 1);
        expect(rawStart).toBeGreaterThanOrEqual(before);
        expect(rawEnd).toBeGreaterThanOrEqual(rawStart);
        before = rawStart;
        const back = cleanRange(map, rawStart, rawEnd);
        if (rawEnd > rawStart) expect(back.start <= i && i < back.end).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('characters no edit touched map exactly', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 5, maxLength: 40 }),
      fc.nat(4),
      fc.nat(3),
      fc.string(),
      (raw, at, size, after) => {
        const edit = { start: at, end: Math.min(raw.length, at + size), after };
        const clean = replaceAll(raw, [edit]);
        const map = mapThrough(identityMap(raw.length), [edit]);
        for (let i = edit.start + after.length; i < clean.length; i++) {
          const { rawStart, rawEnd } = rawRange(map, i, i + 1);
          expect(raw.slice(rawStart, rawEnd)).toBe(clean[i]);
        }
      },
    ),
  );
});
