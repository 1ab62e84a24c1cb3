import { expect, test } from 'vitest';
import { instantsOf } from './period-of.ts';

test('both days are included, in the time of the district', () => {
  expect(instantsOf({ from: '2026-03-01', to: '2026-03-01' })).toEqual({
    from: '2026-02-28T16:00:00.000Z',
    to: '2026-03-01T16:00:00.000Z',
  });
  expect(instantsOf({ to: '2026-12-31' })).toEqual({ to: '2026-12-31T16:00:00.000Z' });
});
