import { expect, test } from 'vitest';
import { totpCode } from './totp.ts';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('the vector of RFC 6238 at second %i', (second, code) => {
  // The RFC's secret is the ASCII text 12345678901234567890.
  const at = Temporal.Instant.fromEpochMilliseconds(second * 1000);
  expect(totpCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', at)).toBe(code);
});
