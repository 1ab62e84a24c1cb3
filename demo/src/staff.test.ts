import { expect, test } from 'vitest';
import { cast } from './cast.ts';
import { findings } from './sentences.ts';
import { inspectors, postHolders, staff } from './staff.ts';
import { standards } from './standards.ts';
import { demoUnit, streetUnits } from './units.ts';

test('accounts and names are unique among everybody, and accounts are what sign-in accepts', () => {
  const everybody = [...cast, ...staff];
  expect(new Set(everybody.map((m) => m.account)).size).toBe(everybody.length);
  expect(new Set(everybody.map((m) => m.name)).size).toBe(everybody.length);
  for (const m of everybody) expect(m.account).toMatch(/^[a-z0-9_.]{3,30}$/);
});

test('whoever may be charged can act: a handler, and a leader to sign', () => {
  const charged = [...new Set(standards.map((s) => s.line)), ...streetUnits.map((s) => s.key), 'yangu_works'];
  for (const unit of charged) {
    expect(postHolders(unit, 'handler').length).toBeGreaterThan(0);
    expect(postHolders(unit, 'leader').length).toBeGreaterThan(0);
  }
  expect(() => postHolders('finance', 'handler')).toThrow('nobody');
});

test('inspectors sit in many units, so that somebody can always check another’s work', () => {
  expect(new Set(inspectors.map((i) => i.unit)).size).toBeGreaterThan(7);
  for (const { unit } of inspectors) expect(demoUnit(unit).key).toBe(unit);
});

test('every class of the standards has something to say', () => {
  for (const code of new Set(standards.map((s) => s.code))) expect(findings[code]?.length).toBeGreaterThan(1);
});
