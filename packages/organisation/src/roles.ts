import { type Actor, type Role, separatedRoles } from '@duban/kit/actor';
import { type Refusal, refuse } from '@duban/kit/refusal';
import { type UnitKind } from './unit-kind.ts';

/**
 * Which role may be held where and beside which other role. GB/T 22239-2019, 8.1.5 asks that system, security and
 * audit administration lie in different hands; the database repeats that rule as an exclusion constraint, this
 * function says it before the button is pressed.
 */

/** @returns `position.separated` when the person already holds another of the three administrator roles. */
export function whyNotTogether(held: readonly Role[], wanted: Role): Refusal | null {
  if (!separatedRoles.includes(wanted)) return null;
  const other = held.find((role) => role !== wanted && separatedRoles.includes(role));
  return other ? refuse('position.separated', { role: wanted, other }) : null;
}

/** Roles of the CPPCC belong to its own units, and its units know no others: whoever supervises does not dispatch. */
export function whyNotRoleIn(kind: UnitKind, role: Role): Refusal | null {
  const ofCppcc = role === 'cppcc_member' || role === 'cppcc_office';
  if (ofCppcc === (kind === 'cppcc')) return null;
  return refuse('position.wrong_unit', { role, kind });
}

/** @returns `position.own` when somebody would change the own permissions. */
export function whyNotGrant(by: Pick<Actor, 'personId'>, personId: string): Refusal | null {
  return by.personId === personId ? refuse('position.own') : null;
}
