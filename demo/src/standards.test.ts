import { CLOCK_KINDS, whyNotTimeLimit } from '@duban/calendar/time-limit';
import { expect, test } from 'vitest';
import { standards, standardsHead, standardsSheet } from './standards.ts';
import { demoUnit } from './units.ts';

test('about forty rows, one for each class and condition, each with a department and a limit that can run', () => {
  expect(standards.length).toBeGreaterThanOrEqual(40);
  expect(new Set(standards.map((s) => `${s.code} ${s.condition}`)).size).toBe(standards.length);
  for (const s of standards) {
    expect(demoUnit(s.line).kind).toBe('department');
    expect(whyNotTimeLimit(s.limit)).toBeNull();
  }
});

test('every kind of clock is met, save months', () => {
  const used = new Set(standards.map((s) => s.limit.clock));
  expect([...CLOCK_KINDS].filter((kind) => !used.has(kind))).toEqual(['months']);
});

test('a merged cell means "same as above": filling down restores the whole table', () => {
  const { rows, merges } = standardsSheet((key) => demoUnit(key).shortName);
  const above: (string | null)[] = [];
  const filled = rows.map((cells) => cells.map((cell, column) => (above[column] = cell ?? above[column]!)));
  expect(filled.map((cells) => cells.slice(2, 8))).toEqual(
    standards.map((s) => [s.code, s.className, s.conditionCode, s.condition, s.limitText, s.closing]),
  );
  expect(filled.map((cells) => cells[8])).toEqual(standards.map((s) => demoUnit(s.line).shortName));
  expect(rows.every((cells) => cells.length === standardsHead.length)).toBe(true);
  expect(merges.length).toBeGreaterThan(20);
  for (const { column, from, to } of merges) {
    expect(rows[from]![column]).not.toBeNull();
    for (let row = from + 1; row <= to; row++) expect(rows[row]![column]).toBeNull();
  }
});
