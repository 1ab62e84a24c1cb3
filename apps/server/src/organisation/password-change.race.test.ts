import { issuePasswords } from '@duban/contract/accounts';
import { setSignInRules } from '@duban/contract/audit';
import { listUnits } from '@duban/contract/organisation';
import { getMe, changePassword, exportOwnData } from '@duban/contract/session';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { codeOf, signInDoor } from './testing-sign-in.ts';
import { testPassword } from './testing.ts';

// Passwords that must be changed before anything else, over HTTP with real commits.

const start = Temporal.Now.instant();
const world = testWorld({ commits: true, signIn: true, now: start.toString() });
const { browser, jia, signedIn } = signInDoor(world);

test('an issued password is for one sign-in: it must be changed before anything else', async () => {
  const admin = await signedIn('jia.security_admin');
  const page = await signedIn('jia.handler');
  const id = jia().people['jia.handler']!;
  await admin.call(issuePasswords, { people: [{ id, password: 'Once-Only-Words-42' }] });
  expect(await codeOf(page.call(getMe, {}))).toBe('session.required');
  expect(await codeOf(browser().signIn('jia.handler', testPassword))).toBe('session.wrong_password');

  const first = await signedIn('jia.handler', 'Once-Only-Words-42');
  expect((await first.call(getMe, {})).restriction).toBe('change_password');
  expect(await codeOf(first.call(listUnits, {}))).toBe('session.change_password');
  expect(await codeOf(first.call(exportOwnData, {}))).toBe('session.change_password');
  expect(await codeOf(first.startSecondFactor('Once-Only-Words-42'))).toBe('session.change_password');
  const change = (current: string, next: string) => codeOf(first.call(changePassword, { current, next }));
  expect(await change('wrong', 'Fresh-Pear-Tree-9')).toBe('password.wrong');
  expect(await change('Once-Only-Words-42', 'Once-Only-Words-42')).toBe('password.same');
  expect(await change('Once-Only-Words-42', 'jia.handler-Pear-9')).toBe('password.contains_account');
  expect(await change('Once-Only-Words-42', 'short')).toBe('password.too_short');
  expect(await change('Once-Only-Words-42', 'Fresh-Pear-Tree-9')).toBe('accepted');
  expect((await first.call(getMe, {})).restriction).toBeNull();
  expect(await codeOf(first.call(listUnits, {}))).toBe('accepted');
});

test('a password that has lasted too long must be changed', async () => {
  const admin = await signedIn('jia.security_admin');
  await admin.call(setSignInRules, { secondFactorRoles: [], passwordDays: 30 });
  await world.database
    .updateTable('auth_users')
    .set({ password_set_at: start.subtract({ hours: 31 * 24 }).toString() })
    .where('username', '=', 'jia.handler')
    .execute();
  const page = await signedIn('jia.handler');
  expect(await codeOf(page.call(listUnits, {}))).toBe('session.change_password');
});
