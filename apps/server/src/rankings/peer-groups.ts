import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/peer-groups';
import { whyNotPeerGroup } from '@duban/rankings/peer-group';
import { isStandingGroup } from '@duban/rankings/standing-groups';
import type { Ctx } from '../kernel/context.ts';
import { appendEvents } from '../kernel/history.ts';
import { demand, problem } from '../kernel/problem.ts';
import {
  groupView,
  lockGroup,
  nameOf,
  readGroups,
  retireGroup,
  type StoredGroup,
  writeGroup,
} from './peer-group.store.ts';
import { todayOf } from './today.ts';
import { existedIn, readUnitTree, type UnitTree } from './unit-tree.ts';

/** The commands on peer groups. They are small and share everything, so they stand in one file. */

export async function listPeerGroups(ctx: Ctx): Promise<Reply<typeof contract.listPeerGroups>> {
  const tree = await readUnitTree(ctx, ctx.actor.jurisdictionId);
  const groups = await readGroups(ctx);
  return { groups: groups.map((group) => groupView(group, tree, todayOf(ctx), ctx.locale)) };
}

export async function createPeerGroup(
  ctx: Ctx,
  { name, countedBy, minimumDue, unitIds }: Input<typeof contract.createPeerGroup>,
): Promise<Reply<typeof contract.createPeerGroup>> {
  const tree = await readUnitTree(ctx, ctx.actor.jurisdictionId);
  const key = ctx.newId();
  const group = { key, name, countedBy, minimumDue, unitIds };
  demandComparable(group, tree, todayOf(ctx));
  const version = await append(ctx, 'peer_group.created', group);
  await writeGroup(ctx, group, version);
  return groupView({ ...group, version }, tree, todayOf(ctx), ctx.locale);
}

export async function changePeerGroup(
  ctx: Ctx,
  { key, version, countedBy, minimumDue, name, unitIds }: Input<typeof contract.changePeerGroup>,
): Promise<Reply<typeof contract.changePeerGroup>> {
  const before = await lockGroup(ctx, key, version);
  if (isStandingGroup(key) && (name !== undefined || unitIds !== undefined)) throw problem('peer_group.standing');
  const tree = await readUnitTree(ctx, ctx.actor.jurisdictionId);
  const group = { key, countedBy, minimumDue, name: name ?? before.name, unitIds: unitIds ?? before.unitIds };
  if (group.unitIds !== null) demandComparable(group, tree, todayOf(ctx));
  const next = await append(ctx, 'peer_group.changed', group);
  await writeGroup(ctx, group, next);
  return groupView({ ...group, version: next }, tree, todayOf(ctx), ctx.locale);
}

export async function retirePeerGroup(
  ctx: Ctx,
  { key, version }: Input<typeof contract.retirePeerGroup>,
): Promise<Reply<typeof contract.retirePeerGroup>> {
  if (isStandingGroup(key)) throw problem('peer_group.standing');
  const group = await lockGroup(ctx, key, version);
  const next = await append(ctx, 'peer_group.retired', { ...group, name: nameOf(group, ctx.locale) });
  await retireGroup(ctx, key, next);
  return { key };
}

type Chosen = Omit<StoredGroup, 'version'>;

function demandComparable({ unitIds, minimumDue }: Chosen, tree: UnitTree, today: string): void {
  const units = unitIds!.map((id) => tree.get(id));
  const on = { first: today, last: today };
  const unknown = units.filter((unit) => unit === undefined || !existedIn(unit, on)).length;
  if (unknown > 0) throw problem('peer_group.unknown_unit', { units: unknown });
  const members = units.map((unit) => ({ unitId: unit!.id, name: unit!.name, unitLine: unit!.line }));
  demand(whyNotPeerGroup({ members, minimumDue }));
}

/** Standing groups have words for keys, so their history hangs on the jurisdiction's own id. */
function append(ctx: Ctx, type: string, group: Chosen): Promise<number> {
  const { jurisdictionId } = ctx.actor;
  const standing = isStandingGroup(group.key);
  return appendEvents(ctx, {
    recordType: standing ? `peer_group_${group.key}` : 'peer_group',
    recordId: standing ? jurisdictionId : group.key,
    jurisdictionId,
    events: [{ type, data: group }],
  });
}
