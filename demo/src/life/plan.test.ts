import { caseTransitions } from '@duban/cases/transitions';
import type { CaseState } from '@duban/cases/states';
import type { CaseVerb } from '@duban/cases/verbs';
import { expect, test } from 'vitest';
import { layOutAreas } from '../areas.ts';
import { campaigns } from '../campaigns.ts';
import { verbs as endpoints } from './steps.ts';
import { reachedStates } from './reached-state.ts';
import { firstDayOf, planLife } from './plan.ts';
import type { PlannedCase } from './planned-case.ts';

const now = Temporal.Instant.from('2026-11-22T06:00:00Z');
const areas = layOutAreas();
const life = planLife(areas, now);

test('about two thousand cases in twelve weeks, none after the moment of loading', () => {
  expect(life.length).toBeGreaterThan(1850);
  expect(life.length).toBeLessThan(2250);
  expect(firstDayOf(now)).toBe('2026-08-24');
  for (const { report, steps } of life) {
    expect(report.at).toBeLessThan(now.epochMilliseconds);
    for (const step of steps) {
      expect(step.at).toBeGreaterThanOrEqual(report.at);
      expect(step.at).toBeLessThan(now.epochMilliseconds);
    }
  }
});

test('the same seed and day plan the same life, another day another', () => {
  expect(JSON.stringify(planLife(areas, now).slice(0, 300))).toBe(JSON.stringify(life.slice(0, 300)));
  expect(planLife(areas, now.add({ hours: 24 * 30 })).length).not.toBe(life.length);
});

/** Holds each step against the table. @returns how many cases end in each state */
function walk(lives: readonly PlannedCase[]): Map<CaseState, number> {
  const ends = new Map<CaseState, number>();
  for (const { steps } of lives) {
    const reached = reachedStates(steps);
    steps.forEach(({ verb }, i) => {
      const before = reached[i - 1] ?? 'awaiting_pre_filing_check';
      const last = endpoints[verb].path.split('/').at(-1)!.replaceAll('-', '_');
      const name = (last === 'attachments' ? 'attach' : last) as CaseVerb;
      // filing may hand over to dispatch in one go
      const handsOver = name === 'file' && reached[i] === 'awaiting_dispatch';
      const allowed = handsOver ? caseTransitions.filed.hand_over : caseTransitions[before][name];
      expect(allowed ?? [], `${name} in ${before}`).toContain(reached[i]);
    });
    const end = reached.at(-1) ?? 'awaiting_pre_filing_check';
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  return ends;
}

test('every step is one that the transition table allows, and every state is met at the end', () => {
  const ends = walk(life);
  expect([...ends.keys()].toSorted()).toEqual(Object.keys(caseTransitions).toSorted());
  expect(ends.get('closed')! / life.length).toBeGreaterThan(0.7);
  expect(ends.get('closed')! / life.length).toBeLessThan(0.95);
});

test.each([
  ['Monday, before work', '2026-11-22T23:30:00Z'],
  ['the middle of a week', '2026-11-25T04:00:00Z'],
  ['the night of New Year', '2025-12-31T16:10:00Z'],
  ['the last day of the Spring Festival holidays', '2026-02-23T03:00:00Z'],
  ['the last day of the October holidays', '2026-10-07T03:00:00Z'],
  ['a year whose holidays are not published', '2027-10-07T03:00:00Z'],
])('it can be planned on any day: %s', (_, moment) => {
  const lives = planLife(areas, Temporal.Instant.from(moment));
  expect(walk(lives).get('closed')!).toBeGreaterThan(1000);
});

test('every verb is used', () => {
  const used = new Set(life.flatMap(({ steps }) => steps.map(({ verb }) => verb)));
  expect(Object.keys(endpoints).filter((verb) => !used.has(verb as never))).toEqual([]);
});

test('each campaign has cases of its own', () => {
  for (const { name } of campaigns) {
    expect(life.filter(({ report }) => report.body.tags!.includes(name)).length).toBeGreaterThan(50);
  }
});

test('a duplicate is merged into a case that was reported before it', () => {
  const duplicates = life.filter(({ mergesInto }) => mergesInto !== null);
  expect(duplicates.length).toBeGreaterThan(10);
  for (const { report, mergesInto } of duplicates) expect(mergesInto!.report.at).toBeLessThan(report.at);
});
