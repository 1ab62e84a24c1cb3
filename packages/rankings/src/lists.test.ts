import type { Actor, Role } from '@duban/kit/actor';
import { expect, test } from 'vitest';
import { mayOpenAllLists, whyNotOpenLists } from './lists.ts';

const somebody = (unitLine: string[], ...roles: Role[]): Actor => ({
  personId: 'p',
  name: 'somebody',
  unitId: unitLine[0]!,
  unitLine,
  jurisdictionId: 'district',
  roles,
});
const east = ['east', 'district'];

test('dispatchers, inspectors and leaders open every list, as they do in the ledger', () => {
  expect(mayOpenAllLists(somebody(['command', 'district'], 'dispatcher'))).toBe(true);
  expect(mayOpenAllLists(somebody(['west', 'district'], 'inspector'))).toBe(true);
  expect(whyNotOpenLists(somebody(['west', 'district'], 'leader'), east)).toBeNull();
});

test('a handler opens those of the own unit and of the units below it', () => {
  expect(whyNotOpenLists(somebody(east, 'handler'), east)).toBeNull();
  expect(whyNotOpenLists(somebody(east, 'handler'), ['community', ...east])).toBeNull();
});

test('a unit beside or above, and everything for the CPPCC, stays closed', () => {
  expect(whyNotOpenLists(somebody(['west', 'district'], 'handler'), east)?.code).toBe('ranking.lists_closed');
  expect(whyNotOpenLists(somebody(['community', ...east], 'handler'), east)?.code).toBe('ranking.lists_closed');
  expect(whyNotOpenLists(somebody(['district'], 'cppcc_member'), east)?.code).toBe('ranking.lists_closed');
});
