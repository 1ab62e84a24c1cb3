import type { CountedCaseView } from '@duban/contract/rankings';
import type { CountField } from '@duban/rankings/count';
import { addTallies, emptyTally, type Tally, type TallyField, tallyFields } from '@duban/rankings/tally';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../kernel/database.ts';
import { problem } from '../kernel/problem.ts';
import { conditionOf, type Part, partOf, partOfField, parts, type Scope } from './counted-cases.ts';
import { type UnitTree, unitRefOf } from './unit-tree.ts';

/** Reads of counts and of the cases behind them. Both go through `counted-cases.ts`; neither has a condition of its own. */

type CountRow = Readonly<Record<TallyField, number>> & { readonly unitId: string };

const columnsOf = (part: Part): RawBuilder<unknown> =>
  sql.join(
    tallyFields
      .filter((field) => partOfField(field) === part)
      .map((field) => sql`count(*) filter (where ${conditionOf[field]}) as ${sql.id(field)}`),
  );

/** The tally of every unit that has a case in the scope, by the unit of the case itself. */
export async function tallyByUnit(
  tx: Tx,
  scope: Scope,
  of: readonly Part[] = parts,
): Promise<ReadonlyMap<string, Tally>> {
  return tallyBy(tx, (part) => partOf(part, scope), of);
}

/** Counts parts that have a `unit_id`, wherever their rows come from. */
export async function tallyBy(
  tx: Tx,
  rowsOf: (part: Part) => RawBuilder<unknown>,
  of: readonly Part[] = parts,
): Promise<ReadonlyMap<string, Tally>> {
  const found = new Map<string, Tally>();
  for (const part of of) {
    const { rows } = await sql<CountRow>`
      select unit_id as "unitId", ${columnsOf(part)} from (${rowsOf(part)}) counted
      where unit_id is not null group by unit_id`.execute(tx);
    for (const row of rows) {
      found.set(row.unitId, addTallies([found.get(row.unitId) ?? emptyTally, tallyIn(row)]));
    }
  }
  return found;
}

/** The beginning of the week that a moment lies in, weeks counted from `after`; a border belongs to the week it ends. */
const weekOf = (moment: RawBuilder<unknown>, after: Temporal.Instant) =>
  sql<string>`date_bin('7 days', ${moment} - interval '1 microsecond', ${after.toString()}::timestamptz)`;

/**
 * The tallies of consecutive weeks in one pass, by their number from the beginning of the scope. Beijing has no
 * daylight saving, so every week is as long as the others.
 * @param age each week is read so many seconds after its end, or now when that has not come yet
 * @param unitIds null: all units
 */
export async function tallyByWeek(
  tx: Tx,
  scope: Omit<Scope, 'asOf'>,
  now: Temporal.Instant,
  age: number,
  unitIds: readonly string[] | null,
): Promise<ReadonlyMap<number, Tally>> {
  const asOf: Scope['asOf'] = (finishBy) => sql`least(${now.toString()}::timestamptz,
    ${weekOf(finishBy, scope.after)} + interval '7 days' + make_interval(secs => ${age}::int))`;
  const found = new Map<number, Tally>();
  for (const part of ['cohort', 'arrived'] as const) {
    const { rows } = await sql<Partial<CountRow> & { week: string }>`
      select ${weekOf(sql.ref('counted_at'), scope.after)} as week, ${columnsOf(part)}
      from (${partOf(part, { ...scope, asOf })}) counted
      where ${unitIds === null} or unit_id = any(${[...(unitIds ?? [])]}::uuid[])
      group by 1`.execute(tx);
    for (const row of rows) {
      const week = Math.round(Temporal.Instant.from(row.week).since(scope.after).total('hours') / (7 * 24));
      found.set(week, addTallies([found.get(week) ?? emptyTally, tallyIn(row)]));
    }
  }
  return found;
}

function tallyIn(row: Partial<Record<TallyField, number>>): Tally {
  return Object.fromEntries(tallyFields.map((field) => [field, row[field] ?? 0])) as Tally;
}

/** Adds up the tallies of the units that count for a member; units that count for nobody are left out. */
export function tallyByMember(
  byUnit: ReadonlyMap<string, Tally>,
  memberOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, Tally> {
  const found = new Map<string, Tally>();
  for (const [unitId, tally] of byUnit) {
    const member = memberOf.get(unitId);
    if (member) found.set(member, addTallies([found.get(member) ?? emptyTally, tally]));
  }
  return found;
}

export type CasePage = { readonly cases: CountedCaseView[]; readonly next: string | null };

type CaseRow = Omit<CountedCaseView, 'unit'> & {
  readonly unitId: string;
  readonly round: number;
  readonly at: string;
};

export type ListOf = {
  readonly jurisdictionId: string;
  readonly field: CountField;
  /** a part, narrowed to the units that are asked for */
  readonly rows: RawBuilder<unknown>;
  readonly cursor?: string;
  readonly limit: number;
};

/** One page of the cases behind a number, by finish-by. */
export async function countedCases(tx: Tx, of: ListOf, tree: UnitTree): Promise<CasePage> {
  const from = of.cursor === undefined ? null : cursorOf(of.cursor);
  const { rows } = await sql<CaseRow>`
    select counted.case_id as "caseId", counted.round, counted.unit_id as "unitId", counted.outcome,
      counted.finish_by as "finishBy", counted.closed_at as "closedAt", c.number, c.title, c.class_code as "classCode",
      c.state, coalesce(counted.finish_by, 'infinity')::text as at
    from (${of.rows}) counted
    join cases c on c.jurisdiction_id = ${of.jurisdictionId} and c.id = counted.case_id
    where ${conditionOf[of.field]}
      and (${from === null} or (coalesce(counted.finish_by, 'infinity'), counted.case_id, counted.round)
        > (${from?.at ?? 'infinity'}::timestamptz, ${from?.caseId ?? noCase}::uuid, ${from?.round ?? 0}::int))
    order by coalesce(counted.finish_by, 'infinity'), counted.case_id, counted.round
    limit ${of.limit + 1}`.execute(tx);
  const shown = rows.slice(0, of.limit);
  const last = shown.at(-1);
  return {
    cases: shown.map(({ unitId, round: _round, at: _at, ...row }) => {
      const unit = tree.get(unitId);
      return { ...row, unit: unit ? unitRefOf(unit) : null };
    }),
    next: rows.length > of.limit && last ? `${last.at}|${last.caseId}|${last.round}` : null,
  };
}

const noCase = '00000000-0000-0000-0000-000000000000';

const cursorShape =
  /^(infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00)\|([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\|(\d{1,6})$/;

/** @throws Problem `request.invalid` when the text was not given out by a page before */
function cursorOf(text: string): { at: string; caseId: string; round: number } {
  const found = cursorShape.exec(text);
  if (!found) throw problem('request.invalid', { detail: 'cursor' });
  return { at: found[1]!, caseId: found[2]!, round: Number(found[3]) };
}
