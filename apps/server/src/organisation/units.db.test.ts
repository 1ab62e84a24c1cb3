import {
  closeUnit,
  createPairing,
  createUnit,
  endPairing,
  getUnit,
  listAreas,
  listPairings,
  listUnits,
  moveUnit,
  renameUnit,
  setUnitArea,
  setUnitCode,
} from '@duban/contract/organisation';
import { endPosition, getPerson } from '@duban/contract/people';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Tx } from '../kernel/database.ts';
import { testWorld } from '../testing/world.ts';
import { territoryAt } from './territory.ts';
import { foundTestDistrict, type TestDistrict } from './testing.ts';
import { codeOf } from './testing-sign-in.ts';

const world = testWorld();
let jia: TestDistrict;
let yi: TestDistrict;

beforeEach(async () => {
  jia = await foundTestDistrict(world, 'jia');
  yi = await foundTestDistrict(world, 'yi');
});

const admin = () => world.as('jia.system_admin');
const square = (west: number, south: number, size: number): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
];
const newUnit = { kind: 'community' as const, name: '新社区', shortName: '新', code: 'N1' };

test('the tree comes parents first, and holds nothing of another jurisdiction', async () => {
  const { units } = await world.as('jia.cppcc_member').call(listUnits, {});
  const seen = new Set<string>();
  for (const unit of units) {
    if (unit.parentId) expect(seen).toContain(unit.parentId);
    seen.add(unit.id);
  }
  expect(units.map((unit) => unit.name)).toContain('东一社区');
  expect(seen.has(yi.id) || seen.has(yi.street)).toBe(false);
  expect(await codeOf(admin().call(getUnit, { id: yi.street }))).toBe('record.not_found');
});

test('a unit is founded, renamed, moved and closed, and its history tells all of it', async () => {
  const { id, version } = await admin().call(createUnit, { parentId: jia.street, ...newUnit, validFrom: '2026-01-01' });
  const renamed = await admin().call(renameUnit, {
    id,
    version,
    name: '东二社区',
    shortName: '东二',
    aliases: [],
    code: 'N2',
  });
  const moved = await admin().call(moveUnit, { id, version: renamed.version, parentId: jia.otherStreet });
  const after = await admin().call(getUnit, { id });
  expect(after).toMatchObject({
    name: '东二社区',
    aliases: ['新社区', '新'],
    parentId: jia.otherStreet,
    version: moved.version,
  });
  expect(after.line.map((unit) => unit.name)).toEqual(['东二社区', '西街街道', '甲区人民政府']);
  await admin().call(closeUnit, { id, version: moved.version, on: '2026-03-10', successorId: jia.community });
  const closed = await admin().call(getUnit, { id });
  expect(closed.history.map((event) => event.type)).toEqual([
    'unit.founded',
    'unit.renamed',
    'unit.moved',
    'unit.closed',
  ]);
  expect(closed.history[0]!.by?.name).toBe('甲区system_admin');
  expect(closed.successor?.id).toBe(jia.community);
  const names = async (query: object) => (await admin().call(listUnits, query)).units.map((unit) => unit.name);
  expect(await names({})).not.toContain('东二社区');
  expect(await names({ on: '2026-02-01' })).toContain('东二社区');
  expect(await names({ all: 'true' })).toContain('东二社区');
});

test('moving a unit carries everything below it along', async () => {
  const grid = await admin().call(createUnit, {
    parentId: jia.community,
    kind: 'grid',
    name: '第一网格',
    shortName: '一格',
    code: 'G1',
  });
  const { version } = await admin().call(getUnit, { id: jia.community });
  await admin().call(moveUnit, { id: jia.community, version, parentId: jia.otherStreet });
  const { line } = await admin().call(getUnit, { id: grid.id });
  expect(line.map((unit) => unit.id)).toEqual([grid.id, jia.community, jia.otherStreet, jia.id]);
});

test('what has no place, what is taken and what is stale is refused', async () => {
  const create = (of: object) => codeOf(admin().call(createUnit, { parentId: jia.street, ...newUnit, ...of }));
  expect(await create({ kind: 'grid' })).toBe('unit.wrong_parent');
  expect(await create({ parentId: jia.id })).toBe('unit.wrong_parent');
  expect(await create({ parentId: yi.street })).toBe('record.not_found');
  expect(await create({ name: '东一社区' })).toBe('unit.name_taken');
  expect(await create({ code: 'CG' })).toBe('unit.code_taken');
  expect(await create({ validFrom: '2019-12-31' })).toBe('unit.closed');
  expect(await create({ name: '一'.repeat(61) })).toBe('request.invalid');
  expect(await create({ name: 'a\u0007b' })).toBe('request.invalid');
  const { version } = await admin().call(getUnit, { id: jia.street });
  expect(await codeOf(admin().call(moveUnit, { id: jia.street, version: version + 1, parentId: jia.id }))).toBe(
    'record.stale',
  );
  expect(await codeOf(admin().call(moveUnit, { id: jia.street, version, parentId: jia.community }))).toBe('unit.cycle');
  const top = await admin().call(getUnit, { id: jia.id });
  expect(await codeOf(admin().call(moveUnit, { id: jia.id, version: top.version, parentId: jia.street }))).toBe(
    'unit.top',
  );
  expect(await codeOf(admin().call(closeUnit, { id: jia.id, version: top.version, on: '2026-03-10' }))).toBe(
    'unit.top',
  );
});

test('a unit closes only when nothing hangs from it', async () => {
  const close = async (id: string, on = '2026-03-10') =>
    codeOf(admin().call(closeUnit, { id, version: (await admin().call(getUnit, { id })).version, on }));
  expect(await close(jia.street)).toBe('unit.has_children');
  expect(await close(jia.otherStreet)).toBe('unit.has_people');
  expect(await close(jia.community, '2019-01-01')).toBe('unit.wrong_period');
  const id = jia.people['jia.other_handler']!;
  const security = world.as('jia.security_admin');
  const person = await security.call(getPerson, { id });
  await security.call(endPosition, {
    id,
    positionId: person.positions[0]!.id,
    version: person.version,
    on: '2026-03-10',
  });
  expect(await close(jia.otherStreet)).toBe('accepted');
  expect(await close(jia.otherStreet)).toBe('unit.closed');
});

test('codes have periods: a new one ends the old one, and one code is never two units at once', async () => {
  const set = async (id: string, code: string, validFrom: string) =>
    codeOf(
      admin().call(setUnitCode, {
        id,
        version: (await admin().call(getUnit, { id })).version,
        scheme: 'statistical',
        code,
        validFrom,
      }),
    );
  expect(await set(jia.street, '990101001000', '2020-01-01')).toBe('accepted');
  expect(await set(jia.street, '990101009000', '2026-01-01')).toBe('accepted');
  expect((await admin().call(getUnit, { id: jia.street })).codes).toEqual([
    { scheme: 'statistical', code: '990101001000', validFrom: '2020-01-01', validTo: '2026-01-01' },
    { scheme: 'statistical', code: '990101009000', validFrom: '2026-01-01', validTo: null },
  ]);
  expect(await set(jia.otherStreet, '990101009000', '2026-02-01')).toBe('unit.code_taken');
  expect(await set(jia.otherStreet, '990101001000', '2026-02-01')).toBe('accepted');
  expect(await set(jia.otherStreet, '12', '2026-03-01')).toBe('unit.wrong_code');
  expect(await set(jia.otherStreet, '990101003000', '2010-01-01')).toBe('unit.wrong_period');
});

test('boundaries decide whose ground a point is; a change is seen at once', async () => {
  const draw = async (id: string, rings: [number, number][][]) =>
    codeOf(admin().call(setUnitArea, { id, version: (await admin().call(getUnit, { id })).version, rings }));
  const at = (longitude: number, latitude: number) =>
    territoryAt(world.database as Tx, jia.id, { longitude, latitude });
  expect(await at(0.5, 0.5)).toBeNull();
  expect(await draw(jia.street, [square(0, 0, 2)])).toBe('accepted');
  expect(await draw(jia.community, [square(0, 0, 1), square(5, 5, 1)])).toBe('accepted');
  expect(await at(0.5, 0.5)).toMatchObject({
    unitId: jia.community,
    communityId: jia.community,
    streetId: jia.street,
    gridId: null,
  });
  expect(await at(5.5, 5.5)).toMatchObject({ unitId: jia.community });
  expect(await at(1.5, 1.5)).toMatchObject({ unitId: jia.street, communityId: null });
  expect(await at(3, 3)).toBeNull();
  expect(await draw(jia.community, [])).toBe('accepted');
  expect(await at(0.5, 0.5)).toMatchObject({ unitId: jia.street });
  expect((await admin().call(listAreas, {})).areas.map((area) => area.unit.id)).toEqual([jia.street]);
  const crossed: [number, number][] = [
    [0, 0],
    [1, 1],
    [1, 0],
    [0, 1],
  ];
  expect(await draw(jia.community, [square(0, 0, 1), crossed])).toBe('unit.wrong_area');
  expect(await draw(jia.department, [square(0, 0, 1)])).toBe('unit.no_territory');
  expect(
    await draw(jia.community, [
      [
        [0, 0],
        [200, 1],
        [1, 0],
      ],
    ]),
  ).toBe('request.invalid');
});

test('a leader or a department takes on a community, once at a time', async () => {
  const dispatcher = world.as('jia.dispatcher');
  const leader = jia.people['jia.leader']!;
  const pair = (of: object) => codeOf(dispatcher.call(createPairing, { communityId: jia.community, ...of }));
  expect(await pair({ personId: leader })).toBe('accepted');
  expect(await pair({ unitId: jia.department })).toBe('accepted');
  expect(await pair({ unitId: jia.department })).toBe('pairing.exists');
  expect(await pair({ personId: leader, unitId: jia.department })).toBe('pairing.one_side');
  expect(await pair({})).toBe('pairing.one_side');
  expect(await pair({ unitId: jia.otherStreet })).toBe('pairing.wrong_unit');
  expect(await pair({ communityId: jia.street, unitId: jia.department })).toBe('pairing.wrong_unit');
  expect(await pair({ unitId: yi.department })).toBe('record.not_found');
  expect(await pair({ personId: yi.people['yi.leader']! })).toBe('record.not_found');
  const { pairings } = await world.as('jia.inspector').call(listPairings, { communityId: jia.community });
  expect(pairings.map(({ person, unit }) => person?.name ?? unit?.name).sort()).toEqual(['城管局', '甲区leader']);
  const [first] = pairings;
  expect(await codeOf(world.as('yi.dispatcher').call(endPairing, { id: first!.id, on: '2026-03-10' }))).toBe(
    'record.not_found',
  );
  expect(await codeOf(dispatcher.call(endPairing, { id: first!.id, on: '2020-03-10' }))).toBe('pairing.wrong_period');
  await dispatcher.call(endPairing, { id: first!.id, on: '2026-03-10' });
  expect(await codeOf(dispatcher.call(endPairing, { id: first!.id, on: '2026-03-11' }))).toBe('pairing.ended');
});

test('an administrator of a street reaches no further than the street', async () => {
  await sql`update positions set role = 'system_admin' where person_id = ${jia.people['jia.street_security']!}`.execute(
    world.database,
  );
  const street = world.as('jia.street_security');
  expect(await codeOf(street.call(createUnit, { parentId: jia.street, ...newUnit }))).toBe('accepted');
  expect(await codeOf(street.call(createUnit, { parentId: jia.otherStreet, ...newUnit, code: 'N3' }))).toBe(
    'unit.outside',
  );
  const { version } = await street.call(getUnit, { id: jia.otherStreet });
  const names = { name: '别的', shortName: '别', aliases: [], code: null };
  expect(await codeOf(street.call(renameUnit, { id: jia.otherStreet, version, ...names }))).toBe('unit.outside');
});

test.each([
  [
    'a circle',
    (d: TestDistrict) => sql`update units set parent_id = ${d.community} where id = ${d.street}`,
    'units_no_cycle',
  ],
  [
    'a parent elsewhere',
    (d: TestDistrict) => sql`update units set parent_id = ${yi.id} where id = ${d.street}`,
    'units_in_jurisdiction',
  ],
  ['a second top', (d: TestDistrict) => sql`update units set parent_id = null where id = ${d.street}`, 'units_top'],
  [
    'two administrations in one person',
    (d: TestDistrict) =>
      sql`insert into positions values (gen_random_uuid(), ${d.id}, ${d.people['jia.system_admin']!}, ${d.street}, 'audit_admin', 'x', '2026-01-01')`,
    'positions_separated',
  ],
  ['a rewritten audit', () => sql`update administrative_audit set event = 'x'`, undefined],
])('the database itself refuses %s', async (_name, statement, constraint) => {
  await world.as('jia.system_admin').call(createUnit, { parentId: jia.street, ...newUnit });
  await sql`savepoint attempt`.execute(world.database);
  const error = await statement(jia)
    .execute(world.database)
    .then(
      () => null,
      (thrown: { constraint?: string; code: string }) => thrown,
    );
  await sql`rollback to savepoint attempt`.execute(world.database);
  expect(error?.code).toMatch(/^23/);
  if (constraint) expect(error?.constraint).toBe(constraint);
});

test('every change of a unit stands in the audit', async () => {
  await admin().call(createUnit, { parentId: jia.street, ...newUnit });
  const rows = await world.database
    .selectFrom('administrative_audit')
    .select(['event', 'subject', 'result', 'person_id'])
    .where('jurisdiction_id', '=', jia.id)
    .execute();
  expect(rows).toEqual([
    { event: 'unit.founded', subject: '新社区', result: 'done', person_id: jia.people['jia.system_admin'] },
  ]);
});
