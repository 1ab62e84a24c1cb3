import type { PeerGroupView } from '@duban/contract/peer-groups';
import type { Locale } from '@duban/contract/problem-texts';
import { type CountedBy, defaultMinimumDue, type PeerGroup, whyNotPeerGroup } from '@duban/rankings/peer-group';
import { isStandingGroup, standingGroupKeys, standingGroups } from '@duban/rankings/standing-groups';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import { existedIn, type UnitTree, unitRefOf } from './unit-tree.ts';

/** The only writer of `peer_groups`, and the reads that put the standing groups and the tree of units to them. */

export type StoredGroup = {
  readonly key: string;
  readonly name: string | null;
  readonly countedBy: CountedBy;
  readonly minimumDue: number;
  readonly unitIds: readonly string[] | null;
  readonly version: number | null;
};

const columns = sql`key, name, counted_by as "countedBy", minimum_due as "minimumDue", unit_ids as "unitIds", version`;

/** The standing groups first, then those of one's own by name; retired ones are left out. */
export async function readGroups({ tx, actor }: Ctx): Promise<StoredGroup[]> {
  const { rows } = await sql<StoredGroup>`
    select ${columns} from peer_groups where jurisdiction_id = ${actor.jurisdictionId} and not retired
    order by name`.execute(tx);
  const standing = standingGroupKeys.map((key) => rows.find((row) => row.key === key) ?? untouched(key));
  return [...standing, ...rows.filter((row) => !isStandingGroup(row.key))];
}

/** @throws Problem `record.not_found`; a retired group is found, because what was published of it is still read */
export async function readGroup({ tx, actor }: Ctx, key: string): Promise<StoredGroup> {
  const { rows } = await sql<StoredGroup>`
    select ${columns} from peer_groups where jurisdiction_id = ${actor.jurisdictionId} and key = ${key}`.execute(tx);
  const found = rows[0] ?? (isStandingGroup(key) ? untouched(key) : undefined);
  if (!found) throw problem('record.not_found');
  return found;
}

function untouched(key: keyof typeof standingGroups): StoredGroup {
  const { countedBy } = standingGroups[key];
  return { key, name: null, countedBy, minimumDue: defaultMinimumDue, unitIds: null, version: null };
}

/** The units a group had in a period: the chosen ones, or all of its kind that existed on a day of it. */
export function membersOf(group: StoredGroup, tree: UnitTree, period: { first: string; last: string }) {
  const kind = isStandingGroup(group.key) ? standingGroups[group.key].unitKind : null;
  return [...tree.values()].filter(
    (unit) => existedIn(unit, period) && (kind === null ? group.unitIds!.includes(unit.id) : unit.kind === kind),
  );
}

export function nameOf(group: Pick<StoredGroup, 'key' | 'name'>, locale: Locale): string {
  return isStandingGroup(group.key) ? standingGroups[group.key].name[locale] : (group.name ?? group.key);
}

/** The group as the domain compares it. @throws Problem when it is too small to compare in this period */
export function peerGroupOf(
  group: StoredGroup,
  tree: UnitTree,
  period: { first: string; last: string },
  locale: Locale,
): PeerGroup {
  const members = membersOf(group, tree, period).map(({ id, name, line }) => ({ unitId: id, name, unitLine: line }));
  const found: PeerGroup = {
    id: group.key,
    name: nameOf(group, locale),
    countedBy: group.countedBy,
    members,
    minimumDue: group.minimumDue,
  };
  demand(whyNotPeerGroup(found));
  return found;
}

export function groupView(group: StoredGroup, tree: UnitTree, today: string, locale: Locale): PeerGroupView {
  return {
    key: group.key as PeerGroupView['key'],
    name: nameOf(group, locale),
    standing: isStandingGroup(group.key),
    countedBy: group.countedBy,
    minimumDue: group.minimumDue,
    members: membersOf(group, tree, { first: today, last: today }).map(unitRefOf),
    version: group.version,
  };
}

/** @param version null: it must not be there yet */
export async function writeGroup(
  { tx, actor }: Ctx,
  group: Omit<StoredGroup, 'version'>,
  version: number,
): Promise<void> {
  const unitIds = group.unitIds === null ? null : [...group.unitIds];
  await sql`
    insert into peer_groups (jurisdiction_id, key, name, counted_by, minimum_due, unit_ids, version)
    values (${actor.jurisdictionId}, ${group.key}, ${group.name}, ${group.countedBy}, ${group.minimumDue},
      ${unitIds}::uuid[], ${version})
    on conflict (jurisdiction_id, key) do update set name = excluded.name, counted_by = excluded.counted_by,
      minimum_due = excluded.minimum_due, unit_ids = excluded.unit_ids, version = excluded.version`.execute(tx);
}

/** Locks the group's row, if it has one, and checks that nobody changed it since. */
export async function lockGroup(ctx: Ctx, key: string, version: number | null): Promise<StoredGroup> {
  await sql`
    select from peer_groups where jurisdiction_id = ${ctx.actor.jurisdictionId} and key = ${key} for update`.execute(
    ctx.tx,
  );
  const found = await readGroup(ctx, key);
  if (found.version !== version) throw problem('record.stale');
  return found;
}

export async function retireGroup({ tx, actor }: Ctx, key: string, version: number): Promise<void> {
  await sql`
    update peer_groups set retired = true, version = ${version}
    where jurisdiction_id = ${actor.jurisdictionId} and key = ${key}`.execute(tx);
}
