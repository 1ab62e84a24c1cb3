import { expect, test } from 'vitest';
import { cast } from './cast.ts';
import { communityUnits, departmentUnits, demoUnit, pairings, streetUnits, units } from './units.ts';

test('one district: 3 command posts, 20 departments, 7 streets, 60 communities', () => {
  const count = (kind: string): number => units.filter((u) => u.kind === kind).length;
  expect(count('government')).toBe(1);
  expect(count('command_post')).toBe(3);
  expect([departmentUnits.length, streetUnits.length, communityUnits.length]).toEqual([20, 7, 60]);
  expect(count('contractor')).toBe(2);
  expect(count('grid')).toBeGreaterThan(20);
});

test('a unit comes after the one above it; keys and codes are unique and begin with the reserved 99', () => {
  const seen = new Set<string>();
  for (const u of units) {
    if (u.parent !== null) expect(seen).toContain(u.parent);
    seen.add(u.key);
  }
  expect(seen.size).toBe(units.length);
  const codes = units.map((u) => u.code).filter((code) => code !== null);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^990106(\d{3}(\d{3}(\d{4})?)?)?$/);
});

test('no two units answer to the same name', () => {
  const names = units.flatMap((u) => [...new Set([u.name, u.shortName, ...u.aliases])]);
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  expect(twice).toEqual([]);
});

test('everybody of the cast sits in a unit, and each community is paired with one department', () => {
  for (const member of cast) expect(demoUnit(member.unit).key).toBe(member.unit);
  expect(new Set(pairings.map((p) => p.community)).size).toBe(60);
  const load = departmentUnits.map((d) => pairings.filter((p) => p.department === d.key).length);
  expect(new Set(load)).toEqual(new Set([3]));
});
