import { setSignInRules } from '@duban/contract/audit';
import { createPairing, createUnit, setUnitArea, setUnitCode } from '@duban/contract/organisation';
import { createPerson } from '@duban/contract/people';
import { importStandards } from '@duban/contract/standards';
import { type DemoAreas, layOutAreas } from './areas.ts';
import { cast, type CastMember, demoPassword } from './cast.ts';
import type { Acting, Desk, DeskSession, Progress } from './desk.ts';
import { standardsFile, standardsFileName } from './documents/standards-file.ts';
import { staff } from './staff.ts';
import { standards, standardsBasis } from './standards.ts';
import { type DemoUnit, demoUnit, pairings, units } from './units.ts';

/**
 * The standing part of the demo: units with their codes and ground, people, pairings, limits. Fast enough for the template
 * database of the tests. The three administrators are installed as `npx duban admin create` would; everything else is
 * done by them and the dispatchers.
 */
export type District = {
  readonly id: string;
  readonly unitIds: ReadonlyMap<string, string>;
  readonly areas: DemoAreas;
};

/** before this day nothing of the district existed */
const since = '2020-01-01';

const members: readonly CastMember[] = cast;
const isAdministrator = ({ roles }: CastMember): boolean => roles.some((role) => role.endsWith('_admin'));

/** @param at the moment at which everything is founded */
export async function buildDistrict(
  desk: Desk,
  at: Temporal.Instant,
  progress: Progress = () => {},
): Promise<District> {
  const areas = layOutAreas();
  const unitIds = new Map<string, string>();
  const administrator = (account: string): Acting => ({ as: account, at });
  const idOf = (key: string): string => unitIds.get(key)!;

  await desk.work(async (session) => {
    const { name, shortName, code } = demoUnit('district');
    unitIds.set('district', await session.foundDistrict({ name, shortName, code: code! }, at));
    for (const member of members.filter(isAdministrator)) {
      await session.installPerson(member, idOf('district'), idOf('district'), demoPassword, at);
    }
    const official = { id: idOf('district'), version: 1, scheme: 'gbt2260' as const, code: code!, validFrom: since };
    await session.call(setUnitCode, official, administrator('tongshouyi'));
    const rules = { secondFactorRoles: [], passwordDays: null };
    await session.call(setSignInRules, rules, administrator('cenanzhi'));
  });

  const steps = units.length + staff.length;
  await desk.work(async (session) => {
    for (const [done, unit] of units.entries()) {
      if (unit.parent !== null) {
        const version = await found(session, unit, unitIds, administrator('tongshouyi'));
        await draw(session, unit, version, unitIds, areas, administrator('tongshouyi'));
      }
      progress(done, steps, '机构与边界 units');
    }
  });

  await desk.work(async (session) => {
    for (const member of members.filter((m) => !isAdministrator(m))) {
      await session.installPerson(member, idOf(member.unit), idOf('district'), demoPassword, at);
    }
    for (const [done, { name, account, unit, roles, title }] of staff.entries()) {
      const positions = roles.map((role) => ({ unitId: idOf(unit), role, title, validFrom: since }));
      await session.call(createPerson, { name, account, positions }, administrator('cenanzhi'));
      progress(units.length + done, steps, '人员与岗位 people');
    }
    for (const { department, community } of pairings) {
      const pairing = { communityId: idOf(community), unitId: idOf(department), validFrom: since };
      await session.call(createPairing, pairing, administrator('shenzhiyu'));
    }
  });
  await desk.work((session) => importLimits(session, administrator('tongshouyi')));
  return { id: idOf('district'), unitIds, areas };
}

/** The table of limits comes in the way every table does, as a sheet with merged cells. */
async function importLimits(session: DeskSession, by: Acting): Promise<void> {
  const file = { name: standardsFileName, bytes: standardsFile() };
  const table = { mode: 'all' as const, name: standardsBasis, basis: standardsBasis, validFrom: since };
  const report = await session.call(importStandards, { ...table, acceptLimit: '2工作时' }, { ...by, file });
  if (report.faultCount > 0 || report.added !== standards.length) {
    throw new Error(`the demo's table of limits was not taken whole: ${JSON.stringify(report.faults)}`);
  }
}

/** Founds a unit and gives it its official code. @returns its version */
async function found(
  session: DeskSession,
  { key, kind, parent, name, shortName, aliases, code }: DemoUnit,
  unitIds: Map<string, string>,
  as: Acting,
): Promise<number> {
  const parentId = unitIds.get(parent!)!;
  const unit = { parentId, kind, name, shortName, aliases: [...aliases], code, validFrom: since };
  const created = await session.call(createUnit, unit, as);
  unitIds.set(key, created.id);
  if (code === null) return created.version;
  const scheme = kind === 'grid' ? ('grid' as const) : ('statistical' as const);
  const official = { id: created.id, version: created.version, scheme, code: code.padEnd(12, '0'), validFrom: since };
  return (await session.call(setUnitCode, official, as)).version;
}

async function draw(
  session: DeskSession,
  { key }: DemoUnit,
  version: number,
  unitIds: ReadonlyMap<string, string>,
  { rings }: DemoAreas,
  as: Acting,
): Promise<void> {
  const ring = rings.get(key);
  if (!ring) return;
  const area = { id: unitIds.get(key)!, version, rings: [ring.map(([x, y]) => [x, y] as [number, number])] };
  await session.call(setUnitArea, area, as);
}
