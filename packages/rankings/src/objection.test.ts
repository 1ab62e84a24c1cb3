import type { Actor, Role } from '@duban/kit/actor';
import { expect, test } from 'vitest';
import { mayPublish, whyNotAnswerObjection, whyNotRaiseObjection } from './objection.ts';

const somebody = (unitLine: string[], ...roles: Role[]): Actor => ({
  personId: 'p',
  name: 'somebody',
  unitId: unitLine[0]!,
  unitLine,
  jurisdictionId: 'district',
  roles,
});
const row = { unitId: 'east', unitName: 'East', objectionsUntil: 1000, superseded: false, pending: false };
const fromEast = somebody(['office', 'east', 'district'], 'handler');

test('a unit objects to its own row within the period, and once at a time', () => {
  expect(whyNotRaiseObjection(row, fromEast, 1000)).toBeNull();
  expect(whyNotRaiseObjection(row, fromEast, 1001)?.code).toBe('objection.period_over');
  expect(whyNotRaiseObjection({ ...row, pending: true }, fromEast, 1)?.code).toBe('objection.pending');
  expect(whyNotRaiseObjection({ ...row, superseded: true }, fromEast, 1)?.code).toBe('objection.superseded');
  expect(whyNotRaiseObjection(row, somebody(['west', 'district'], 'leader'), 1)?.code).toBe('objection.not_own_row');
  expect(whyNotRaiseObjection(row, somebody(['east', 'district'], 'inspector'), 1)?.code).toBe('objection.not_own_row');
});

test('the answer comes from outside the unit, once', () => {
  const raised = { unitId: 'east', state: 'raised' } as const;
  expect(whyNotAnswerObjection(raised, somebody(['command', 'district'], 'dispatcher'))).toBeNull();
  expect(whyNotAnswerObjection(raised, somebody(['east', 'district'], 'dispatcher'))?.code).toBe(
    'objection.own_objection',
  );
  expect(whyNotAnswerObjection(raised, fromEast)?.code).toBe('objection.not_yours_to_answer');
  expect(
    whyNotAnswerObjection({ ...raised, state: 'upheld' }, somebody(['command', 'district'], 'dispatcher'))?.code,
  ).toBe('objection.answered');
});

test('the leader of the district publishes, the leader of a street is one of those compared', () => {
  expect(mayPublish(somebody(['district'], 'leader'))).toBe(true);
  expect(mayPublish(somebody(['east', 'district'], 'leader'))).toBe(false);
});
