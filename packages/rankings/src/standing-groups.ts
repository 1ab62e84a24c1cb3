import type { CountedBy } from './peer-group.ts';

/**
 * The two groups that every jurisdiction has without being asked: its streets and its departments, each with all units
 * of that kind that exist. Bulletins in use rank them apart for a reason: a department has the power to act and a
 * street has the territory. Both are counted by the unit that had the work; a group counted by territory or by line
 * can be added beside them.
 */
export const standingGroups = {
  streets: { unitKind: 'street', countedBy: 'handling', name: { 'zh-CN': '街道', en: 'Streets' } },
  departments: { unitKind: 'department', countedBy: 'handling', name: { 'zh-CN': '区直部门', en: 'Departments' } },
} as const satisfies Record<string, { unitKind: string; countedBy: CountedBy; name: { 'zh-CN': string; en: string } }>;

export type StandingGroupKey = keyof typeof standingGroups;

export const standingGroupKeys = Object.keys(standingGroups) as StandingGroupKey[];

export function isStandingGroup(key: string): key is StandingGroupKey {
  return Object.hasOwn(standingGroups, key);
}
