import { expect, test } from 'vitest';
import { whyNotCode } from './code.ts';

test.each([
  ['gbt2260', '370102', true],
  ['gbt2260', '070102', false],
  ['gbt2260', '3701021', false],
  ['statistical', '370102001001', true],
  ['statistical', '37010200100', false],
  ['statistical', '37010200100a', false],
  ['grid', '3701020010010001', true],
  ['credit', '91350100M000100Y43', true],
  ['credit', '91350100M000100Y44', false],
  ['credit', '91350100M000100I43', false],
] as const)('%s %s: %s', (scheme, code, good) => {
  expect(whyNotCode(scheme, code) === null).toBe(good);
});
