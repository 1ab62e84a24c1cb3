import { roles, separatedRoles } from '@duban/kit/actor';
import { expect, test } from 'vitest';
import { whyNotGrant, whyNotRoleIn, whyNotTogether } from './roles.ts';

test('no two of the three administrations meet, whatever the order', () => {
  for (const held of roles) {
    for (const wanted of roles) {
      const apart = held !== wanted && separatedRoles.includes(held) && separatedRoles.includes(wanted);
      expect(whyNotTogether([held], wanted) === null).toBe(!apart);
    }
  }
  expect(whyNotTogether(['leader', 'audit_admin'], 'system_admin')).toEqual({
    refused: true,
    code: 'position.separated',
    params: { role: 'system_admin', other: 'audit_admin' },
  });
});

test('CPPCC roles stay in CPPCC units, and others out of them', () => {
  expect(whyNotRoleIn('cppcc', 'cppcc_member')).toBeNull();
  expect(whyNotRoleIn('cppcc', 'dispatcher')).toMatchObject({ code: 'position.wrong_unit' });
  expect(whyNotRoleIn('department', 'cppcc_office')).toMatchObject({ code: 'position.wrong_unit' });
  expect(whyNotRoleIn('street', 'handler')).toBeNull();
});

test('nobody grants to oneself', () => {
  expect(whyNotGrant({ personId: 'a' }, 'a')).toMatchObject({ code: 'position.own' });
  expect(whyNotGrant({ personId: 'a' }, 'b')).toBeNull();
});
