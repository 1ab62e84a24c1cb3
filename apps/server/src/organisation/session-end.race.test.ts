import { revokePersonSessions } from '@duban/contract/accounts';
import { listUnits } from '@duban/contract/organisation';
import { deactivatePerson, endPosition, getPerson } from '@duban/contract/people';
import { getMe, listOwnSessions, revokeOwnSessions } from '@duban/contract/session';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { absoluteLimitHours, idleLimitMinutes } from './limits.ts';
import { forgetEverybody } from './session-cache.ts';
import { codeOf, signInDoor } from './testing-sign-in.ts';
import { testPassword } from './testing.ts';

// What ends a session, over HTTP with real commits: signing out, time, revoking, leaving.

const start = Temporal.Now.instant();
const world = testWorld({ commits: true, signIn: true, now: start.toString() });
const { browser, jia, signedIn } = signInDoor(world);
const later = (minutes: number) => world.setNow(start.add({ minutes }).toString());

test('signing out ends the session at once, also for whoever copied the cookie', async () => {
  const page = await signedIn('jia.handler');
  const copy = new Map(page.jar);
  await page.call(getMe, {});
  await page.signOut();
  expect(await codeOf(page.call(getMe, {}))).toBe('session.required');
  for (const [name, value] of copy) page.jar.set(name, value);
  expect(await codeOf(page.call(getMe, {}))).toBe('session.required');
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
  await admin.call(revokePersonSessions, { id: jia().people['jia.handler']! });
  expect(await codeOf(first.call(getMe, {}))).toBe('session.required');
  const foreign = (await admin.call(listOwnSessions, {})).sessions[0]!.id;
  const leader = await signedIn('jia.leader');
  expect(await codeOf(leader.call(revokeOwnSessions, { sessionId: foreign }))).toBe('record.not_found');
});

test('a position that ends takes its permissions with it at once; without any position nobody signs in', async () => {
  const dispatcher = await signedIn('jia.leader');
  await dispatcher.call(listUnits, {});
  const admin = await signedIn('jia.security_admin');
  const id = jia().people['jia.leader']!;
  const person = await admin.call(getPerson, { id });
  const on = start.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
  await admin.call(endPosition, { id, positionId: person.positions[0]!.id, version: person.version, on });
  expect(await codeOf(dispatcher.call(listUnits, {}))).toBe('session.required');
  expect(await codeOf(browser().signIn('jia.leader', testPassword))).toBe('session.no_position');
});

test('who has left is out at once and cannot come back', async () => {
  const page = await signedIn('jia.handler');
  const admin = await signedIn('jia.security_admin');
  const id = jia().people['jia.handler']!;
  const { version } = await admin.call(getPerson, { id });
  await admin.call(deactivatePerson, { id, version });
  expect(await codeOf(page.call(getMe, {}))).toBe('session.required');
  expect(await codeOf(browser().signIn('jia.handler', testPassword))).toBe('account.closed');
});
