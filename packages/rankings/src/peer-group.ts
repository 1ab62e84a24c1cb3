import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * Who is compared with whom. Departments are not compared with streets, and a street of 30,000 cases is shown beside
 * one of 300 with both loads, because the tasks handed out differ (the city gives the centre far more to do). Only
 * units can be members: there is no way to write a person into a group.
 */
export type PeerGroup = {
  readonly id: string;
  readonly name: string;
  readonly countedBy: CountedBy;
  readonly members: readonly PeerMember[];
  /** below this many cases with a known outcome a unit is listed but not ranked 不排名 */
  readonly minimumDue: number;
};

/**
 * Which unit of a case is meant: the one that put it right, the street or community it lies in 块, or the department
 * whose line it belongs to 条. A street that reports well and a department that acts badly are both counted, in their
 * own groups.
 */
export const countedByKinds = ['handling', 'territorial', 'line'] as const;
export type CountedBy = (typeof countedByKinds)[number];

/** `unitLine` is the unit itself and all units above it, nearest first. */
export type PeerMember = { readonly unitId: string; readonly name: string; readonly unitLine: readonly string[] };

/** Shipped as an example 示例; each group states its own. */
export const defaultMinimumDue = 10;

/** What a minimum may be: one case at least, and not so many that nobody could ever be ranked. */
export const minimumDueLimits = { lowest: 1, highest: 1000 } as const;

/**
 * A group needs two members; no member may contain another, because its cases would be counted twice.
 */
export function whyNotPeerGroup(group: Pick<PeerGroup, 'members' | 'minimumDue'>): Refusal | null {
  const { members, minimumDue } = group;
  if (members.length < 2) return refuse('peer_group.too_small', { members: members.length });
  if (!Number.isInteger(minimumDue) || minimumDue < minimumDueLimits.lowest || minimumDue > minimumDueLimits.highest) {
    return refuse('peer_group.minimum_out_of_range', { minimumDue, ...minimumDueLimits });
  }
  const byId = new Map<string, PeerMember>();
  for (const member of members) {
    if (byId.has(member.unitId)) return refuse('peer_group.member_twice', { unit: member.name });
    byId.set(member.unitId, member);
  }
  for (const member of members) {
    const above = member.unitLine.slice(1).find((unitId) => byId.has(unitId));
    if (above !== undefined) {
      return refuse('peer_group.members_overlap', { inner: member.name, outer: byId.get(above)!.name });
    }
  }
  return null;
}

/**
 * The member a unit's cases are counted for: itself, or the member above it in the tree (a community counts for its
 * street, a crew for its department). Null when the unit is outside the group.
 */
export function memberFor(unitLine: readonly string[], memberIds: ReadonlySet<string>): string | null {
  return unitLine.find((unitId) => memberIds.has(unitId)) ?? null;
}
