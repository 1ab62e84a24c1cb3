import { listPeerGroups, changePeerGroup, createPeerGroup, retirePeerGroup } from '@duban/contract/peer-groups';
import { getRanking } from '@duban/contract/rankings';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { actors, refusalOf, streets, units } from './test-ledger.ts';
import { testPublication } from './test-publication.ts';

const world = testWorld({ actors });
const { open } = testPublication(world);

beforeEach(open);

test('a group of one’s own, its limits, and the standing ones that only take a minimum', async () => {
  const body = { name: '老城两街', countedBy: 'territorial', minimumDue: 5 } as const;
  const unitIds = [units.east.id, units.west.id];
  const group = await world.as('dispatcher').call(createPeerGroup, { ...body, unitIds });
  expect(group).toMatchObject({ name: '老城两街', standing: false, version: 1 });
  const make = (of: object) => refusalOf(world.as('dispatcher').call(createPeerGroup, { ...body, unitIds, ...of }));
  expect(await make({})).toBe('peer_group.name_taken');
  expect(await make({ name: '重叠', unitIds: [units.east.id, units.eastern_community.id] })).toBe(
    'peer_group.members_overlap',
  );
  expect(await make({ name: '陌生', unitIds: [units.east.id, '01990000-0000-7000-8000-00000000dead'] })).toBe(
    'peer_group.unknown_unit',
  );
  const ranking = await world.as('member').call(getRanking, { period: streets.period, group: group.key });
  expect(ranking.rows).toHaveLength(2);
  const change = { key: 'streets', version: null, countedBy: 'handling', minimumDue: 21 } as const;
  expect(await refusalOf(world.as('dispatcher').call(changePeerGroup, { ...change, name: '街' }))).toBe(
    'peer_group.standing',
  );
  await world.as('dispatcher').call(changePeerGroup, change);
  expect(await refusalOf(world.as('dispatcher').call(changePeerGroup, change))).toBe('record.stale');
  expect((await world.as('dispatcher').call(getRanking, streets)).rankedCount).toBe(0);
  await world.as('dispatcher').call(retirePeerGroup, { key: group.key, version: 1 });
  const { groups } = await world.as('member').call(listPeerGroups, {});
  expect(groups.map(({ key, version }) => [key, version])).toEqual([
    ['streets', 1],
    ['departments', null],
  ]);
});
