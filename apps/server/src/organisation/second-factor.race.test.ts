import { setSignInRules } from '@duban/contract/audit';
import { listUnits } from '@duban/contract/organisation';
import { resetSecondFactor } from '@duban/contract/accounts';
import { getMe } from '@duban/contract/session';
import { expect, test } from 'vitest';
import { totpCode } from '../testing/totp.ts';
import { testWorld } from '../testing/world.ts';
import { allowedFailures } from './limits.ts';
import { testPassword } from './testing.ts';
import { codeOf, signInDoor } from './testing-sign-in.ts';

// The code beside the password, over HTTP with real commits.

const world = testWorld({ commits: true, signIn: true, now: Temporal.Now.instant().toString() });
const { jia, browser, signedIn } = signInDoor(world);

test('the second factor from beginning to end', async () => {
  const page = await signedIn('jia.handler');
  expect(await codeOf(page.startSecondFactor('wrong'))).toBe('password.wrong');
  const offer = await page.startSecondFactor(testPassword);
  expect(offer.uri).toMatch(/^otpauth:\/\/totp\/.*jia\.handler/);
  expect(offer.uri).not.toContain('invalid');
  expect(offer.backupCodes.length).toBeGreaterThanOrEqual(8);
  // Not confirmed yet, so nothing is asked for yet.
  await signedIn('jia.handler');
  expect(await codeOf(page.confirmSecondFactor('000000'))).toBe('session.wrong_code');
  await page.confirmSecondFactor(totpCode(offer.secret));
  expect((await page.call(getMe, {})).secondFactor).toBe(true);
  expect(await codeOf(page.startSecondFactor(testPassword))).toBe('second_factor.already_set');

  const next = browser();
  expect(await next.signIn('jia.handler', testPassword)).toBe('code');
  expect(await codeOf(next.call(getMe, {}))).toBe('session.required');
  expect(await codeOf(next.verifyCode('123456'))).toBe('session.wrong_code');
  await next.verifyCode(totpCode(offer.secret));
  expect((await next.call(getMe, {})).account).toBe('jia.handler');

  const lost = browser();
  expect(await lost.signIn('jia.handler', testPassword)).toBe('code');
  await lost.verifyBackupCode(offer.backupCodes[0]!);
  const again = browser();
  await again.signIn('jia.handler', testPassword);
  expect(await codeOf(again.verifyBackupCode(offer.backupCodes[0]!))).toBe('session.wrong_code');

  const renewed = await page.newBackupCodes(testPassword);
  expect(renewed).not.toContain(offer.backupCodes[1]);
  await page.stopSecondFactor(testPassword);
  expect(await browser().signIn('jia.handler', testPassword)).toBe('done');
});

test('wrong codes lock the second step as well, whatever the number of sign-ins they are spread over', async () => {
  const page = await signedIn('jia.handler');
  const offer = await page.startSecondFactor(testPassword);
  await page.confirmSecondFactor(totpCode(offer.secret));
  const codes: string[] = [];
  for (let n = 0; n <= allowedFailures; n++) {
    const attempt = browser();
    await attempt.signIn('jia.handler', testPassword);
    codes.push(await codeOf(attempt.verifyCode('000000')));
  }
  expect(codes.at(-1)).toBe('account.locked');
  const attempt = browser();
  await attempt.signIn('jia.handler', testPassword);
  expect(await codeOf(attempt.verifyCode(totpCode(offer.secret)))).toBe('account.locked');
});

test('a code without a password before it leads nowhere', async () => {
  expect(await codeOf(browser().verifyCode('123456'))).toBe('session.code_expired');
  expect(await codeOf(browser().startSecondFactor(testPassword))).toBe('session.required');
});

test('a role that needs a second factor does nothing without one, and cannot drop it', async () => {
  const admin = await signedIn('jia.security_admin');
  await admin.call(setSignInRules, { secondFactorRoles: ['leader'], passwordDays: null });
  const leader = await signedIn('jia.leader');
  expect((await leader.call(getMe, {})).restriction).toBe('set_second_factor');
  expect(await codeOf(leader.call(listUnits, {}))).toBe('session.set_second_factor');
  const offer = await leader.startSecondFactor(testPassword);
  await leader.confirmSecondFactor(totpCode(offer.secret));
  expect(await codeOf(leader.call(listUnits, {}))).toBe('accepted');
  expect(await codeOf(leader.stopSecondFactor(testPassword))).toBe('second_factor.required');

  const id = jia().people['jia.leader']!;
  await admin.call(resetSecondFactor, { id });
  expect(await codeOf(leader.call(getMe, {}))).toBe('session.required');
  expect(await browser().signIn('jia.leader', testPassword)).toBe('done');
  expect(await codeOf(admin.call(resetSecondFactor, { id }))).toBe('person.no_second_factor');
});
