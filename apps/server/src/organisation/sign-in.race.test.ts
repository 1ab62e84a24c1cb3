import { listAudit } from '@duban/contract/audit';
import { getMe } from '@duban/contract/session';
import { signInPaths } from '@duban/contract/sign-in';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { codeOf, signInDoor } from './testing-sign-in.ts';
import { testPassword } from './testing.ts';

// Signing in for real: the identity library, its cookies and its commits, over HTTP.

const world = testWorld({ commits: true, signIn: true, now: Temporal.Now.instant().toString() });
const { browser, jia, signedIn } = signInDoor(world);

test('account and password make a session whose cookie no script can read and no foreign site can use', async () => {
  const page = await signedIn('jia.handler');
  const me = await page.call(getMe, {});
  expect(me).toMatchObject({
    account: 'jia.handler',
    roles: ['handler'],
    unit: { id: jia().department },
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

test('a forged or damaged cookie is nobody', async () => {
  const page = await signedIn('jia.handler');
  const [[name, value]] = [...page.jar] as [[string, string]];
  for (const forged of [value.slice(0, -9), `x${value}`, '%', 'a.b', '.', '']) {
    page.jar.set(name, forged);
    expect(await codeOf(page.call(getMe, {}))).toBe('session.required');
  }
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
