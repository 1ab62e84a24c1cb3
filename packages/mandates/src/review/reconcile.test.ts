import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KeptDirective, reconcile } from './reconcile.ts';

const kept = (id: string, rawStart: number, over: Partial<KeptDirective> = {}): KeptDirective => ({
  id,
  rawStart,
  rawEnd: rawStart + 10,
  state: 'proposed',
  origin: 'proposed',
  ...over,
});
const at = (rawStart: number) => ({ rawStart, rawEnd: rawStart + 10 });

test('what waits is read anew, what was decided stays, what is not found any more goes', () => {
  const result = reconcile(
    [
      kept('waits', 0),
      kept('decided', 20, { state: 'accepted' }),
      kept('gone', 40),
      kept('made', 60, { origin: 'split' }),
    ],
    [at(1), at(20), at(61), at(80)],
  );
  expect(result).toEqual({ again: [{ id: 'waits', found: 0 }], fresh: [3], lost: ['gone'] });
});

test('what was lost by one reading is found again by the next', () => {
  expect(reconcile([kept('back', 0, { state: 'undone' })], [at(0)])).toEqual({
    again: [{ id: 'back', found: 0 }],
    fresh: [],
    lost: [],
  });
});

test('reading the same document again changes nothing', () => {
  const spans = fc.uniqueArray(fc.nat(500), { maxLength: 40 }).map((starts) => starts.map((start) => start * 11));
  fc.assert(
    fc.property(spans, (starts) => {
      const { again, fresh, lost } = reconcile(
        starts.map((start) => kept(String(start), start)),
        starts.map(at),
      );
      expect({ count: again.length, fresh, lost }).toEqual({ count: starts.length, fresh: [], lost: [] });
    }),
  );
});
