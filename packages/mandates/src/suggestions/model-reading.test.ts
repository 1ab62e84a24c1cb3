import type { Actor } from '@duban/kit/actor';
import { expect, test } from 'vitest';
import { isAbandoned, whyNotAskModel } from './model-reading.ts';

const by = { personId: 'p', unitId: 'u', jurisdictionId: 'j', roles: ['dispatcher'] } as unknown as Actor;
const now = Temporal.Instant.from('2026-03-10T02:00:00Z');
const code = (...[isOn, last, who = by]: [boolean, Parameters<typeof whyNotAskModel>[1], Actor?]) =>
  whyNotAskModel(isOn, last, who, now)?.code;

test('a dispatcher may ask when a model is configured and not asked already', () => {
  expect(code(true, null)).toBeUndefined();
  expect(code(true, { state: 'done', askedAt: '2026-03-10T01:59:00Z' })).toBeUndefined();
  expect(code(true, { state: 'failed', askedAt: '2026-03-10T01:59:00Z' })).toBeUndefined();
  expect(code(false, null)).toBe('model.switched_off');
  expect(code(true, null, { ...by, roles: ['leader'] } as Actor)).toBe('document.role_needed');
});

test('a question is asked once, unless nobody answered for an hour', () => {
  const asked = { state: 'waiting' as const, askedAt: '2026-03-10T01:00:01Z' };
  expect(code(true, asked)).toBe('model.asked_already');
  expect(code(true, { ...asked, askedAt: '2026-03-10T01:00:00Z' })).toBeUndefined();
  expect(isAbandoned({ state: 'done', askedAt: '2020-01-01T00:00:00Z' }, now)).toBe(false);
});
