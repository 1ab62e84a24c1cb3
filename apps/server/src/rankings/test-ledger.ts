import { ProblemError } from '@duban/contract/client';
import type { Actor, Role } from '@duban/kit/actor';
import { sql } from 'kysely';
import type { Database, Tx } from '../kernel/database.ts';
import type { World } from '../testing/world.ts';

/**
 * A ledger small enough to count by hand, for the tests of this slice alone. It is written straight into the tables,
 * because a ranking must be right for every row that the tables allow, also for those that no command of today makes.
 */
const id = (of: string) => `01990000-0000-7000-8000-${of.padStart(12, '0')}`;

export const units = {
  district: { id: id('d0'), parent: null, kind: 'government', name: '竹溪区人民政府' },
  command: { id: id('d1'), parent: 'district', kind: 'command_post', name: '督查室' },
  east: { id: id('d2'), parent: 'district', kind: 'street', name: '东浦街道' },
  west: { id: id('d3'), parent: 'district', kind: 'street', name: '西桥街道' },
  north: { id: id('d4'), parent: 'district', kind: 'street', name: '北渡街道' },
  eastern_community: { id: id('d5'), parent: 'east', kind: 'community', name: '柳岸社区' },
  housing: { id: id('d6'), parent: 'district', kind: 'department', name: '住建局' },
  water: { id: id('d7'), parent: 'district', kind: 'department', name: '水务局' },
} as const satisfies Record<string, { id: string; parent: string | null; kind: string; name: string }>;

export type UnitKey = keyof typeof units;

function lineOf(key: UnitKey): string[] {
  const { parent } = units[key];
  return [units[key].id, ...(parent === null ? [] : lineOf(parent))];
}

const person = (digits: string, unit: UnitKey, ...roles: Role[]): Actor => ({
  personId: id(digits),
  name: `${unit} ${roles.join()}`,
  unitId: units[unit].id,
  unitLine: lineOf(unit),
  jurisdictionId: units.district.id,
  roles,
});

export const actors = {
  dispatcher: person('a1', 'command', 'dispatcher'),
  mayor: person('a2', 'district', 'leader'),
  inspector: person('a3', 'north', 'inspector'),
  east_handler: person('a4', 'east', 'handler'),
  community_handler: person('a9', 'eastern_community', 'handler'),
  east_leader: person('a5', 'east', 'leader'),
  west_leader: person('a6', 'west', 'leader'),
  member: person('a7', 'district', 'cppcc_member'),
  auditor: person('a8', 'district', 'audit_admin'),
} satisfies Record<string, Actor>;

export type TestCase = {
  readonly number: string;
  readonly handling: UnitKey | null;
  readonly territorial?: UnitKey;
  readonly line?: UnitKey;
  readonly state: string;
  readonly finishBy: string | null;
  readonly closureKind?: string;
  readonly closedAt?: string;
  readonly finishedLate?: boolean | null;
  readonly dispatchedAt?: string;
  readonly relapseCount?: number;
  readonly relapsedAt?: string;
  readonly extensionCount?: number;
  readonly returnCount?: number;
  readonly reworkCount?: number;
  readonly running?: boolean;
  readonly deciding?: UnitKey;
};

export const caseId = (number: string) => id(`c${number}`);

export async function writeUnits(database: Database | Tx): Promise<void> {
  for (const { id: unitId, parent, kind, name } of Object.values(units)) {
    await sql`
      insert into units (id, jurisdiction_id, parent_id, path, kind, name, short_name, valid_from, version)
      values (${unitId}, ${units.district.id}, ${parent && units[parent].id}, '', ${kind}, ${name}, ${name},
        '2020-01-01', 1)`.execute(database);
  }
}

export async function writeCase(database: Database | Tx, of: TestCase): Promise<string> {
  const unit = (key: UnitKey | null | undefined) => (key ? units[key].id : null);
  const running = of.running ?? ['awaiting_acceptance', 'in_progress', 'disputed'].includes(of.state);
  const closed = of.state === 'closed';
  const handling = unit(of.handling);
  await sql`
    insert into cases (jurisdiction_id, id, version, number, state, title, description, class_code, place, place_text,
      source_channel, priority, tags, reported_at, line_unit_id, territorial_unit_id, handling_unit_id,
      handler_unit_ids, filed_at, dispatched_at, accept_by, finish_by, provisional, running_due_at, halted_light,
      check_passed, deciding_unit_id, return_on, extension_count, suspension_count, suspended_days, return_count,
      rework_count, closure_kind, closed_at, first_closed_at, finished_late, relapsed_at, relapse_count, merged_into,
      merged_count, urge_count, details)
    values (${units.district.id}, ${caseId(of.number)}, 1, ${of.number}, ${of.state}, ${`案件 ${of.number}`}, '', 'A1',
      '{}', '路口', 'patrol', 'ordinary', '{}', '2026-01-01T00:00:00Z', ${unit(of.line ?? 'housing')},
      ${unit(of.territorial ?? 'eastern_community')}, ${handling}, '{}', ${of.dispatchedAt ?? null},
      ${of.dispatchedAt ?? null}, ${of.finishBy}, ${of.finishBy}, false, ${running ? of.finishBy : null},
      ${running ? null : 'off'}, false, ${unit(of.deciding)}, ${of.state === 'suspended' ? '2026-12-01' : null},
      ${of.extensionCount ?? 0}, 0, 0, ${of.returnCount ?? 0}, ${of.reworkCount ?? 0},
      ${closed ? (of.closureKind ?? 'solved') : null}, ${closed ? (of.closedAt ?? of.finishBy) : null},
      ${closed || of.state === 'relapsed' ? (of.closedAt ?? of.finishBy) : null}, ${of.finishedLate ?? null}, ${of.relapsedAt ?? null},
      ${of.relapseCount ?? 0}, ${of.state === 'merged' ? caseId('ffff') : null}, 0, 0, '{}')`.execute(database);
  return caseId(of.number);
}

/** The week of 2 to 8 March 2026, which is over on Tuesday the 10th, the day of these tests. */
export const week = 'week:2026-03-02';
export const inWeek = '2026-03-04T10:00:00Z';
export const streets = { period: week, group: 'streets' } as const;

/** The code with which a call was refused, or `accepted`. */
export const refusalOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'accepted',
    (error: unknown) => {
      if (error instanceof ProblemError) return error.problem.code;
      throw error;
    },
  );

/** A ledger with units and no cases yet; cases are closed ones of the east street in `week` unless told otherwise. */
export function testLedger(world: World) {
  let last = 0;
  const put = (of: Partial<TestCase>): Promise<string> =>
    writeCase(world.database, {
      number: String(++last).padStart(4, '0'),
      handling: 'east',
      state: 'closed',
      finishBy: inWeek,
      ...of,
    });
  return {
    /** before each test: the units, and the numbers from 0001 again */
    async open(): Promise<void> {
      last = 0;
      await writeUnits(world.database);
    },
    put,
    async putMany(count: number, of: Partial<TestCase>): Promise<string[]> {
      const made: string[] = [];
      while (made.length < count) made.push(await put(of));
      return made;
    },
  };
}
