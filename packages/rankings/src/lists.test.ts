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

test('dispatchers, inspectors and the leaders of the government open every list', () => {
  expect(mayOpenAllLists(somebody(['command', 'district'], 'dispatcher'))).toBe(true);
  expect(mayOpenAllLists(somebody(['west', 'district'], 'inspector'))).toBe(true);
  expect(whyNotOpenLists(somebody(['district'], 'leader'), east)).toBeNull();
});

test('a unit opens its own, from above and from within', () => {
  expect(whyNotOpenLists(somebody(east, 'leader'), east)).toBeNull();
  expect(whyNotOpenLists(somebody(['community', ...east], 'handler'), east)).toBeNull();
  expect(whyNotOpenLists(somebody(east, 'handler'), ['community', ...east])).toBeNull();
});

test('another unit, the whole district and the CPPCC stay closed', () => {
  expect(whyNotOpenLists(somebody(['west', 'district'], 'leader'), east)?.code).toBe('ranking.lists_closed');
  expect(whyNotOpenLists(somebody(east, 'leader'), ['district'])?.code).toBe('ranking.lists_closed');
  expect(whyNotOpenLists(somebody(['district'], 'cppcc_member'), east)?.code).toBe('ranking.lists_closed');
});
