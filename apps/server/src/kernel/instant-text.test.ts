import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantText } from './instant-text.ts';

test.each([
  ['2026-02-12 01:02:03+00', '2026-02-12T01:02:03.000Z'],
  ['2026-02-12 01:02:03.4+00', '2026-02-12T01:02:03.400Z'],
  ['2026-02-12 01:02:03.456789+00', '2026-02-12T01:02:03.456Z'],
  ['2026-02-12 01:02:03.999999+00', '2026-02-12T01:02:03.999Z'],
  ['2026-02-12 09:02:03+08', '2026-02-12T01:02:03.000Z'],
  ['infinity', 'infinity'],
  ['-infinity', '-infinity'],
])('%s is %s', (text, instant) => expect(instantText(text)).toBe(instant));

test('it is what the library makes of it', () => {
  const microseconds = fc.bigInt({ min: 0n, max: 253_402_300_799_999_999n });
  fc.assert(
    fc.property(microseconds, (since) => {
      const instant = Temporal.Instant.fromEpochNanoseconds(since * 1000n);
      const printed = instant
        .toString()
        .replace('T', ' ')
        .replace(/\.?0*Z$/, (end) => (end.startsWith('.') ? '' : end))
        .replace(/Z$/, '');
      expect(instantText(`${printed}+00`)).toBe(instant.toString({ smallestUnit: 'millisecond' }));
    }),
  );
});
