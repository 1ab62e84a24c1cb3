import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneTimePassword, passwordMaximumLength, whyNotPassword } from './password.ts';

const codeOf = (password: string, account = 'shenzhiyu') => whyNotPassword(password, account)?.code ?? null;

test('twelve characters of three kinds are enough', () => {
  expect(codeOf('Luqiao-bridge')).toBeNull();
  expect(codeOf('luqiaobridge7!')).toBeNull();
  expect(codeOf('路桥街道督查室Aa12345')).toBeNull();
});

test.each([
  ['Short-1a', 'password.too_short'],
  ['x'.repeat(passwordMaximumLength + 1), 'password.too_long'],
  ['onlysmallletters', 'password.too_plain'],
  ['twokinds12345678', 'password.too_plain'],
  ['My-ShenZhiYu-2026', 'password.contains_account'],
  ['Uyihznehs-2026-x', 'password.contains_account'],
  ['Password2026!!', 'password.common'],
  ['P@ssw0rd-2026', 'password.common'],
  ['!!Admin-20261122', 'password.common'],
  ['Aa1Aa1Aa1Aa1', 'password.common'],
])('%s is refused: %s', (password, code) => {
  expect(codeOf(password)).toBe(code);
});

test('characters are counted, not code units', () => {
  expect(codeOf('😀Aa1😀Aa1😀Aa')).toBe('password.too_short');
});

test('one-time passwords satisfy the policy and differ when the random bytes differ', () => {
  const bytes = fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(bytes, (random) => {
      const password = oneTimePassword(Uint8Array.from(random));
      expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
      expect(codeOf(password)).toBeNull();
    }),
  );
  expect(() => oneTimePassword(new Uint8Array(15))).toThrow(RangeError);
});
