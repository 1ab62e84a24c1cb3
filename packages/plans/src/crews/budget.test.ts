import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueAfter } from './budget.ts';

test('equal parts that never exceed the cost and end with it, exactly for any amount', () => {
  const most = Math.floor(Number.MAX_SAFE_INTEGER / 20_000);
  fc.assert(
    fc.property(fc.nat(most), fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (cost, duration, drawn) => {
      const worked = drawn % (duration + 1);
      const exact = Number((BigInt(cost) * BigInt(worked)) / BigInt(duration));
      expect(dueAfter(cost, true, worked, duration)).toBe(exact);
      expect(dueAfter(cost, false, worked, duration)).toBe(cost);
    }),
  );
  expect(dueAfter(most, true, 100_000, 100_000)).toBe(most);
});
