import { expect, test } from 'vitest';
import { after, start } from './cases.example.ts';
import { escalationsBetween, escalationsOf, nextEscalation } from './escalation.ts';
import { accepted, closedOut, dispatched, disputed, submitted, suspended } from './stages.example.ts';
import { units } from './cases.example.ts';

test('before and after the limit, up the own line and no further than the government', () => {
  const found = { ...accepted(), assignedUnit: units.squad };
  expect(escalationsOf(found).map(({ code, unitId }) => [code, unitId])).toEqual([
    ['due_soon', 'squad'],
    ['overdue', 'squad'],
    ['overdue_one_day', 'enforcement'],
    ['overdue_three_days', 'district'],
    ['overdue_week', 'district'],
  ]);
});

test('before acceptance it is the accept-by limit, in a dispute the organ’s own', () => {
  expect(new Set(escalationsOf(dispatched()).map(({ clock }) => clock))).toEqual(new Set(['accept']));
  expect(escalationsOf(disputed()).map(({ clock, unitId }) => [clock, unitId])[0]).toEqual(['dispute', 'district']);
});

test('nobody is told while no clock runs', () => {
  for (const found of [suspended(), submitted(), closedOut()]) expect(escalationsOf(found)).toEqual([]);
});

test('each point is told once: after the one before, up to now', () => {
  const found = accepted();
  const first = nextEscalation(found, start)!;
  expect(first.code).toBe('due_soon');
  const at = Temporal.Instant.from(first.at);
  expect(nextEscalation(found, at)?.code).toBe('overdue');
  expect(escalationsBetween(found, start, at).map(({ code }) => code)).toEqual(['due_soon']);
  expect(escalationsBetween(found, at, after(24 * 30)).map(({ code }) => code)).toEqual([
    'overdue',
    'overdue_one_day',
    'overdue_three_days',
    'overdue_week',
  ]);
});
