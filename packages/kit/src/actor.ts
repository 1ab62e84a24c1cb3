/**
 * What a person may be in Duban. A person holds a role through a position in a unit, so every role is bounded by that
 * unit's territory. System, security and audit administration are kept apart (GB/T 22239-2019, separation of
 * administrators): nobody may hold two of the three.
 */
export const roles = [
  'dispatcher',
  'handler',
  'inspector',
  'leader',
  'cppcc_member',
  'cppcc_office',
  'system_admin',
  'security_admin',
  'audit_admin',
] as const;

export type Role = (typeof roles)[number];

/** Roles that must never meet in one person. */
export const separatedRoles: readonly Role[] = ['system_admin', 'security_admin', 'audit_admin'];

/**
 * Who acts: a person in the unit of the position that he or she acts from. `unitLine` is that unit and all units
 * above it, nearest first; `jurisdictionId` is the county-level territory that bounds everything the person may see.
 */
export type Actor = {
  readonly personId: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitLine: readonly string[];
  readonly jurisdictionId: string;
  readonly roles: readonly Role[];
};

export function hasRole(actor: Actor, ...anyOf: readonly Role[]): boolean {
  return anyOf.some((role) => actor.roles.includes(role));
}
