import { expect, test } from 'vitest';
import { isTerritorial, kindsBelow, unitKinds, whyNotPlace } from './unit-kind.ts';

test('territory nests strictly: street, community, grid', () => {
  expect(kindsBelow('community')).toEqual(['grid']);
  expect(kindsBelow('grid')).toEqual([]);
  expect(whyNotPlace('community', 'street')).toBeNull();
  expect(whyNotPlace('community', 'government')).toMatchObject({ code: 'unit.wrong_parent' });
  expect(whyNotPlace('grid', 'street')).toMatchObject({ code: 'unit.wrong_parent' });
});

test('only a government stands at the top', () => {
  expect(kindsBelow(null)).toEqual(['government']);
});

test('every kind has a place, and whyNotPlace agrees with kindsBelow', () => {
  for (const parent of [null, ...unitKinds]) {
    for (const kind of unitKinds) expect(whyNotPlace(kind, parent) === null).toBe(kindsBelow(parent).includes(kind));
  }
  expect(unitKinds.filter(isTerritorial)).toEqual(['street', 'community', 'grid']);
});
