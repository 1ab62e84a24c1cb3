import { separatedRoles } from '@duban/kit/actor';
import { expect, test } from 'vitest';
import { cast, castMember, type CastMember, demoPassword } from './cast.ts';

const members: readonly CastMember[] = cast;

test('accounts are unique lower-case words, and names are unique', () => {
  expect(new Set(members.map((m) => m.account)).size).toBe(members.length);
  expect(new Set(members.map((m) => m.name)).size).toBe(members.length);
  for (const m of members) expect(m.account).toMatch(/^[a-z]{5,20}$/);
});

test('the three administrators are three people with no other role', () => {
  for (const role of separatedRoles) {
    const holders = members.filter((m) => m.roles.includes(role));
    expect(holders).toHaveLength(1);
    expect(holders[0]!.roles).toEqual([role]);
  }
});

test('every role is played by somebody', () => {
  const played = new Set(members.flatMap((m) => m.roles));
  expect(played).toContain('dispatcher');
  expect(played.size).toBe(9);
});

test('the demo password meets the policy: twelve characters, both cases, a digit and a sign', () => {
  expect(demoPassword.length).toBeGreaterThanOrEqual(12);
  for (const kind of [/[a-z]/, /[A-Z]/, /\d/, /[^\w\s]/]) expect(demoPassword).toMatch(kind);
});

test('nobody is made up by a spelling mistake', () => {
  expect(castMember('shenzhiyu').name).toBe('沈知渔');
  expect(() => castMember('nobody' as never)).toThrow('nobody');
});
