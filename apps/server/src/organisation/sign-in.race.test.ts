import { ProblemError } from '@duban/contract/client';
import { getMe, listOwnSessions, revokeOwnSessions, changePassword, exportOwnData } from '@duban/contract/session';
import { listAudit, setSignInRules } from '@duban/contract/audit';
import { issuePasswords, revokePersonSessions, unlockAccount } from '@duban/contract/accounts';
import { endPosition, getPerson, deactivatePerson } from '@duban/contract/people';
import { listUnits } from '@duban/contract/organisation';
import { signInPaths } from '@duban/contract/sign-in';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { allowedFailures, idleLimitMinutes, absoluteLimitHours, lockMinutes } from './limits.ts';
import { forgetEverybody } from './session-cache.ts';
import { createBrowser } from './testing-browser.ts';
import { foundTestDistrict, type TestDistrict, testPassword } from './testing.ts';

// Signing in for real: the identity library, its cookies and its commits, over HTTP.

const start = Temporal.Now.instant();
const world = testWorld({ commits: true, signIn: true, now: start.toString() });
let jia: TestDistrict;

beforeEach(async () => {
  jia = await foundTestDistrict(world, 'jia');
});

const browser = (extra: Record<string, string> = {}) => createBrowser(world, extra);

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'accepted',
    (error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error)),
  );
const later = (minutes: number) => world.setNow(start.add({ minutes }).toString());

async function signedIn(account: string, password = testPassword) {
  const page = browser();
  expect(await page.signIn(account, password)).toBe('done');
  return page;
}

test('account and password make a session whose cookie no script can read and no foreign site can use', async () => {
  const page = await signedIn('jia.handler');
  const me = await page.call(getMe, {});
  expect(me).toMatchObject({
    account: 'jia.handler',
    roles: ['handler'],
    unit: { id: jia.department },
    restriction: null,
  });
  const cookie = page.cookies.find((line) => line.startsWith('duban.session_token='))!;
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).toMatch(/Path=\//i);
});

test('the reply holds no token, and account names are not case-sensitive', async () => {
  const page = browser();
  const reply = await page.fetch(`http://test${signInPaths.signIn}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'JIA.Handler', password: testPassword }),
  });
  expect(await reply.json()).toEqual({ step: 'done' });
});

test('signing out ends the session at once, also for whoever copied the cookie', async () => {
  const page = await signedIn('jia.handler');
  const copy = new Map(page.jar);
  await page.call(getMe, {});
  await page.signOut();
  expect(await codeOf(page.call(getMe, {}))).toBe('session.required');
  for (const [name, value] of copy) page.jar.set(name, value);
  expect(await codeOf(page.call(getMe, {}))).toBe('session.required');
});

test('a forged or damaged cookie is nobody', async () => {
  const page = await signedIn('jia.handler');
  const [[name, value]] = [...page.jar] as [[string, string]];
  for (const forged of [value.slice(0, -9), `x${value}`, '%', 'a.b', '.', '']) {
    page.jar.set(name, forged);
    expect(await codeOf(page.call(getMe, {}))).toBe('session.required');
  }
});

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
  const id = jia.people['jia.handler']!;
  expect((await admin.call(getPerson, { id })).state).toBe('locked');
  await admin.call(unlockAccount, { id });
  expect(await codeOf(admin.call(unlockAccount, { id }))).toBe('person.not_locked');
  expect(await codeOf(browser().signIn('jia.handler', testPassword))).toBe('accepted');
});

test('a session ends after idling', async () => {
  const page = await signedIn('jia.handler');
  await world.database.updateTable('auth_sessions').set({ last_seen_at: start.toString() }).execute();
  forgetEverybody(performance.now() - 10_000);
  later(idleLimitMinutes - 1);
  expect(await codeOf(page.call(getMe, {}))).toBe('accepted');
  forgetEverybody(performance.now() - 10_000);
  // That call counted as use, so the limit is counted from there.
  later(2 * idleLimitMinutes - 2);
  expect(await codeOf(page.call(getMe, {}))).toBe('accepted');
  forgetEverybody(performance.now() - 10_000);
  later(3 * idleLimitMinutes - 1);
  expect(await codeOf(page.call(getMe, {}))).toBe('session.required');
});

test('a session that is always in use ends at its absolute limit', async () => {
  const page = await signedIn('jia.handler');
  const step = idleLimitMinutes - 5;
  let minutes = step;
  for (; minutes < absoluteLimitHours * 60; minutes += step) {
    later(minutes);
    expect(await codeOf(page.call(getMe, {}))).toBe('accepted');
    forgetEverybody(performance.now() - 10_000);
  }
  later(minutes);
  expect(await codeOf(page.call(getMe, {}))).toBe('session.required');
});

test('revoking works at once: own sessions, those of others, and with them the reach of an administrator', async () => {
  const [first, second] = [await signedIn('jia.handler'), await signedIn('jia.handler')];
  await first.call(getMe, {});
  await second.call(getMe, {});
  const { sessions } = await first.call(listOwnSessions, {});
  expect(sessions.filter((session) => session.current)).toHaveLength(1);
  expect(sessions).toHaveLength(2);
  expect(await first.call(revokeOwnSessions, {})).toEqual({ revoked: 1 });
  expect(await codeOf(second.call(getMe, {}))).toBe('session.required');
  expect(await codeOf(first.call(getMe, {}))).toBe('accepted');

  const admin = await signedIn('jia.security_admin');
  await admin.call(revokePersonSessions, { id: jia.people['jia.handler']! });
  expect(await codeOf(first.call(getMe, {}))).toBe('session.required');
  const foreign = (await admin.call(listOwnSessions, {})).sessions[0]!.id;
  const leader = await signedIn('jia.leader');
  expect(await codeOf(leader.call(revokeOwnSessions, { sessionId: foreign }))).toBe('record.not_found');
});

test('a position that ends takes its permissions with it at once; without any position nobody signs in', async () => {
  const dispatcher = await signedIn('jia.leader');
  await dispatcher.call(listUnits, {});
  const admin = await signedIn('jia.security_admin');
  const id = jia.people['jia.leader']!;
  const person = await admin.call(getPerson, { id });
  const on = start.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
  await admin.call(endPosition, { id, positionId: person.positions[0]!.id, version: person.version, on });
  expect(await codeOf(dispatcher.call(listUnits, {}))).toBe('session.required');
  expect(await codeOf(browser().signIn('jia.leader', testPassword))).toBe('session.no_position');
});

test('who has left is out at once and cannot come back', async () => {
  const page = await signedIn('jia.handler');
  const admin = await signedIn('jia.security_admin');
  const id = jia.people['jia.handler']!;
  const { version } = await admin.call(getPerson, { id });
  await admin.call(deactivatePerson, { id, version });
  expect(await codeOf(page.call(getMe, {}))).toBe('session.required');
  expect(await codeOf(browser().signIn('jia.handler', testPassword))).toBe('account.closed');
});

test('an issued password is for one sign-in: it must be changed before anything else', async () => {
  const admin = await signedIn('jia.security_admin');
  const page = await signedIn('jia.handler');
  const id = jia.people['jia.handler']!;
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

test('nothing else of the identity library can be reached', async () => {
  const page = await signedIn('jia.handler');
  const others: [string, object][] = [
    ['/api/auth/sign-up/email', { email: 'a@b.c', password: testPassword, name: 'x', username: 'intruder' }],
    ['/api/auth/sign-in/email', { email: 'jia.handler@duban.invalid', password: testPassword }],
    ['/api/auth/update-user', { username: 'other' }],
    ['/api/auth/change-password', { currentPassword: testPassword, newPassword: 'x' }],
    ['/api/auth/delete-user', {}],
    ['/api/auth/is-username-available', { username: 'jia.handler' }],
    ['/api/auth/request-password-reset', { email: 'jia.handler@duban.invalid' }],
    ['/api/auth/get-session', {}],
    ['/api/auth/../auth/sign-up/email', {}],
    ['/api/auth/', {}],
  ];
  for (const [path, body] of others) {
    const reply = await page.fetch(`http://test${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([path, reply.status, (await reply.json()).code]).toEqual([path, 404, 'request.not_found']);
  }
});

test('a request from another site is refused, one from a page of this site is not', async () => {
  const from = (headers: Record<string, string>) => codeOf(browser(headers).signIn('jia.handler', testPassword));
  for (const origin of ['https://evil.example', 'null', 'http://test:81']) {
    expect(await from({ origin })).toBe('session.foreign_origin');
  }
  for (const site of ['cross-site', 'same-site', 'nonsense']) {
    expect(await from({ 'sec-fetch-site': site })).toBe('session.foreign_origin');
  }
  expect(await from({ 'sec-fetch-site': 'same-origin', origin: 'https://duban.example' })).toBe('accepted');
});

test('hostile bodies get a Problem', async () => {
  const bodies = {
    nothing: '',
    'no JSON': '{',
    'an array': '[]',
    null: 'null',
    numbers: '{"username":1,"password":2}',
    'a NUL': '{"username":"a\\u0000b","password":"x"}',
    'too long': JSON.stringify({ username: 'x'.repeat(401), password: 'x' }),
    'an object': '{"username":{"$ne":null},"password":{"$ne":null}}',
  };
  for (const [name, body] of Object.entries(bodies)) {
    const reply = await browser().fetch(`http://test${signInPaths.signIn}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([name, reply.status, (await reply.json()).code]).toEqual([name, 400, 'request.invalid']);
  }
});

test('one address gets so many attempts a minute, whatever the accounts', async () => {
  const page = browser();
  const codes: string[] = [];
  for (let n = 0; n < 61; n++) codes.push(await codeOf(page.verifyCode('1')));
  expect(codes.slice(0, 60)).not.toContain('request.too_many');
  expect(codes[60]).toBe('request.too_many');
});

test('what the audit administrator reads: who signed in or failed to, from where, and no typed secret', async () => {
  await codeOf(browser().signIn('jia.handler', 'wrong'));
  await codeOf(browser().signIn('My-Secret-Password', 'wrong'));
  const handler = await signedIn('jia.handler');
  const auditor = await signedIn('jia.audit_admin');
  const { rows } = await auditor.call(listAudit, {});
  const told = rows.map(({ event, result, reason, account }) => [event, result, reason, account]);
  expect(told).toEqual([
    ['session.started', 'done', null, 'jia.audit_admin'],
    ['session.started', 'done', null, 'jia.handler'],
    ['session.refused', 'refused', 'session.wrong_password', null],
    ['session.refused', 'refused', 'session.wrong_password', 'jia.handler'],
  ]);
  expect(rows[1]!.address).toBe(handler.address);
  expect(JSON.stringify(await world.database.selectFrom('administrative_audit').selectAll().execute())).not.toMatch(
    /secret/i,
  );
});
