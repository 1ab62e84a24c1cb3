import { unlockAccount } from '@duban/contract/accounts';
import { getPerson } from '@duban/contract/people';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { allowedFailures, lockMinutes } from './limits.ts';
import { codeOf, signInDoor } from './testing-sign-in.ts';
import { testPassword } from './testing.ts';

// Guessing passwords, over HTTP with real commits: what locks an account, what an address may try.

const start = Temporal.Now.instant();
const world = testWorld({ commits: true, signIn: true, now: start.toString() });
const { browser, jia, signedIn } = signInDoor(world);
const later = (minutes: number) => world.setNow(start.add({ minutes }).toString());

test(`${allowedFailures} failures lock the account for ${lockMinutes} minutes, right password or not`, async () => {
  const page = browser();
  for (let n = 1; n < allowedFailures; n++) {
    expect(await codeOf(page.signIn('jia.handler', 'wrong'))).toBe('session.wrong_password');
  }
  expect(await codeOf(page.signIn('jia.handler', 'wrong'))).toBe('account.locked');
  expect(await codeOf(page.signIn('jia.handler', testPassword))).toBe('account.locked');
  expect(await codeOf(page.signIn('jia.leader', testPassword))).toBe('accepted');
  later(lockMinutes - 1);
  expect(await codeOf(page.signIn('jia.handler', testPassword))).toBe('account.locked');
  later(lockMinutes + 1);
  expect(await codeOf(page.signIn('jia.handler', testPassword))).toBe('accepted');
});

test('a success takes the failures away', async () => {
  const page = browser();
  for (let round = 0; round < 2; round++) {
    for (let n = 1; n < allowedFailures; n++) await codeOf(page.signIn('jia.handler', 'wrong'));
    expect(await codeOf(page.signIn('jia.handler', testPassword))).toBe('accepted');
  }
});

test('an account that does not exist answers and locks like one that does', async () => {
  const tries = async (account: string) => {
    const codes: string[] = [];
    for (let n = 0; n <= allowedFailures; n++) codes.push(await codeOf(browser().signIn(account, 'wrong-password')));
    return codes;
  };
  expect(await tries('nobody.here')).toEqual(await tries('jia.handler'));
  expect(await tries('no such name! <b>')).toEqual(await tries('jia.leader'));
});

test('many attempts at once are no way around the limit', async () => {
  const codes = await Promise.all(Array.from({ length: 12 }, () => codeOf(browser().signIn('jia.handler', 'wrong'))));
  expect(codes.filter((code) => code === 'session.wrong_password').length).toBe(allowedFailures - 1);
});

test('the security administrator unlocks', async () => {
  for (let n = 0; n < allowedFailures; n++) await codeOf(browser().signIn('jia.handler', 'wrong'));
  const admin = await signedIn('jia.security_admin');
  const id = jia().people['jia.handler']!;
  expect((await admin.call(getPerson, { id })).state).toBe('locked');
  await admin.call(unlockAccount, { id });
  expect(await codeOf(admin.call(unlockAccount, { id }))).toBe('person.not_locked');
  expect(await codeOf(browser().signIn('jia.handler', testPassword))).toBe('accepted');
});

test('one address gets so many attempts a minute, whatever the accounts', async () => {
  const page = browser();
  const codes: string[] = [];
  for (let n = 0; n <= 300; n++) codes.push(await codeOf(page.verifyCode('1')));
  expect(codes.slice(0, 300)).not.toContain('request.too_many');
  expect(codes[300]).toBe('request.too_many');
});
