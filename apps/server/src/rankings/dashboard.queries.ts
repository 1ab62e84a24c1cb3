import { type Period, parsePeriodKey, periodOf, previousPeriod } from '@duban/calendar/period';
import type { Weekday } from '@duban/calendar/civil-date';
import type * as contract from '@duban/contract/dashboard';
import type { Input, Reply } from '@duban/contract/endpoint';
import { periodView } from '@duban/contract/rankings';
import { windowOfPeriod } from '@duban/rankings/cohort';
import { countsOf } from '@duban/rankings/count';
import { gradeOf } from '@duban/rankings/grade';
import { mayOpenAllLists, whyNotOpenLists } from '@duban/rankings/lists';
import { defaultMinimumDue } from '@duban/rankings/peer-group';
import { compareIds } from '@duban/rankings/rank';
import { dashboardCounts, rateGrades, redReasons } from '@duban/rankings/red';
import { emptyTally, type Tally } from '@duban/rankings/tally';
import { cohortOf, cohortWindow } from '@duban/rankings/cohort';
import { measureRate } from '@duban/rankings/measure';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { conditionOf, type OpenScope, openCases } from './dashboard-cases.ts';
import { readAt } from './counted-cases.ts';
import { type DashboardScope, dashboardScope } from './dashboard-scope.ts';
import { measuredView, ratesOf } from './ranking-view.ts';
import { tallyByMember, tallyByUnit, tallyByWeek } from './ranking.queries.ts';
import { todayOf } from './today.ts';
import { existedIn, membersByUnit, readUnitTree, unitRefOf, type UnitTree } from './unit-tree.ts';

/** Reads of the leaders' page. Units hold cases here; no query of this file knows a person. */

type Dashboard = Reply<typeof contract.getDashboard>;

export async function getDashboard(
  ctx: Ctx,
  { unitId, weekStart }: Input<typeof contract.getDashboard>,
): Promise<Dashboard> {
  const scope = await dashboardScope(ctx, unitId, weekStart);
  const thisWeek = periodOf('week', todayOf(ctx), { weekStart: weekStart as Weekday });
  const [lastPoint, thisPoint] = await weekPoints(ctx, scope, [previousPeriod(thisWeek), thisWeek]);
  const heaps = await heapsOf(ctx, scope.open);
  return {
    asOf: ctx.now().toString(),
    scope: unitRefOf(scope.unit),
    totals: totalsOf(heaps),
    reasons: reasonsOf(heaps),
    holders: holdersOf(heaps, scope.tree),
    thisWeek: thisPoint!,
    lastWeek: lastPoint!,
  };
}

/** One pass over what is open: how many, by the unit that has the move and by the reason for being red. */
async function heapsOf({ tx }: Ctx, scope: OpenScope): Promise<Heap[]> {
  const columns = dashboardCounts.map(
    (count) => sql`count(*) filter (where ${conditionOf(count, scope)}) as ${sql.id(count)}`,
  );
  const { rows } = await sql<Heap>`
    select holder_id as "holderId", reason, min(since) as since, ${sql.join(columns)}
    from (${openCases(scope)}) open group by holder_id, reason`.execute(tx);
  return rows;
}

type Heap = Dashboard['totals'] & {
  readonly holderId: string | null;
  readonly reason: Dashboard['reasons'][number]['reason'] | null;
  readonly since: string | null;
};

function totalsOf(heaps: readonly Heap[]): Dashboard['totals'] {
  const sumOf = (count: keyof Dashboard['totals']) => heaps.reduce((sum, heap) => sum + heap[count], 0);
  return Object.fromEntries(dashboardCounts.map((count) => [count, sumOf(count)])) as Dashboard['totals'];
}

/** Most cases first. */
function reasonsOf(heaps: readonly Heap[]): Dashboard['reasons'] {
  return redReasons
    .flatMap((reason) => {
      const own = heaps.filter((heap) => heap.reason === reason);
      return own.length === 0 ? [] : [{ reason, cases: sumRed(own), since: earliest(own) }];
    })
    .toSorted((a, b) => b.cases - a.cases || compareIds(a.reason, b.reason));
}

/** Most red cases first; of equals the one that has waited longest. */
function holdersOf(heaps: readonly Heap[], tree: UnitTree): Dashboard['holders'] {
  const holderIds = new Set(heaps.flatMap(({ holderId, red }) => (holderId !== null && red > 0 ? [holderId] : [])));
  return [...holderIds]
    .map((holderId) => {
      const own = heaps.filter((heap) => heap.holderId === holderId);
      const reasons = reasonsOf(own);
      return {
        unit: unitRefOf(tree.get(holderId)!),
        red: sumRed(own),
        open: own.reduce((sum, heap) => sum + heap.open, 0),
        since: earliest(own.filter((heap) => heap.red > 0)),
        reasons: reasons.map(({ reason, cases }) => ({ reason, cases })),
      };
    })
    .toSorted((a, b) => b.red - a.red || compareIds(a.since, b.since) || compareIds(a.unit.id, b.unit.id))
    .slice(0, 20);
}

const sumRed = (heaps: readonly Heap[]) => heaps.reduce((sum, heap) => sum + heap.red, 0);

/** Instants of one form compare as text. */
const earliest = (heaps: readonly Heap[]) => heaps.map((heap) => heap.since!).toSorted(compareIds)[0]!;

export async function listDashboardCases(
  ctx: Ctx,
  { unitId, count, reason, holderId, cursor, limit }: Input<typeof contract.listDashboardCases>,
): Promise<Reply<typeof contract.listDashboardCases>> {
  const { tree, unit, open } = await dashboardScope(ctx, unitId, 1);
  if (!mayOpenAllLists(ctx.actor) && whyNotOpenLists(ctx.actor, unit.line) !== null)
    throw problem('ranking.lists_closed');
  const from = cursor === undefined ? null : cursorOf(cursor);
  type Row = Omit<contract.RedCaseView, 'holder'> & { holderId: string | null; at: string };
  const { rows } = await sql<Row>`
    select case_id as "caseId", number, title, state, reason, coalesce(since, finish_by) as since,
      holder_id as "holderId", finish_by as "finishBy", coalesce(since, finish_by, 'infinity')::text as at
    from (${openCases(open)}) open
    where ${conditionOf(count, open)} and (${reason === undefined} or reason = ${reason ?? ''})
      and (${holderId === undefined} or holder_id = ${holderId ?? null}::uuid)
      and (${from === null} or (coalesce(since, finish_by, 'infinity'), case_id)
        > (${from?.at ?? 'infinity'}::timestamptz, ${from?.caseId ?? null}::uuid))
    order by coalesce(since, finish_by, 'infinity'), case_id limit ${limit + 1}`.execute(ctx.tx);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    cases: shown.map(({ holderId: id, at: _at, ...row }) => {
      const holder = id === null ? undefined : tree.get(id);
      return { ...row, holder: holder ? unitRefOf(holder) : null };
    }),
    next: rows.length > limit && last ? `${last.at}|${last.caseId}` : null,
  };
}

const cursorShape =
  /^(infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00)\|([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/;

function cursorOf(text: string): { at: string; caseId: string } {
  const found = cursorShape.exec(text);
  if (!found) throw problem('request.invalid', { detail: 'cursor' });
  return { at: found[1]!, caseId: found[2]! };
}

/** By where the cases lie, whoever handles them: the map shows the ground, the rankings show the units. */
export async function getTerritoryRates(
  ctx: Ctx,
  { period: key }: Input<typeof contract.getTerritoryRates>,
): Promise<Reply<typeof contract.getTerritoryRates>> {
  const period = parsePeriodKey(key)!;
  const { jurisdictionId } = ctx.actor;
  const tree = await readUnitTree(ctx, jurisdictionId);
  const streets = [...tree.values()].filter((unit) => unit.kind === 'street' && existedIn(unit, period));
  const memberOf = membersByUnit(tree, new Set(streets.map((street) => street.id)));
  const window = cohortWindow(cohortOf(period, ctx.now()));
  const byUnit = await tallyByUnit(ctx.tx, {
    jurisdictionId,
    countedBy: 'territorial',
    ...window,
    asOf: readAt(ctx.now().toString()),
  });
  const tallies = tallyByMember(byUnit, memberOf);
  const red = await redByGround(ctx, memberOf);
  return {
    period: periodView(period),
    asOf: ctx.now().toString(),
    minimumDue: defaultMinimumDue,
    grades: rateGrades.map((grade) => ({ ...grade })),
    units: streets.map((street) => {
      const tally = tallies.get(street.id) ?? emptyTally;
      const { due, rectified } = countsOf(tally);
      return {
        unit: unitRefOf(street),
        due,
        rectified,
        rectification: ratesOf(tally).rectification,
        grade: gradeOf(measureRate(tally, 'rectification')?.rate ?? null, defaultMinimumDue),
        red: red.get(street.id) ?? 0,
      };
    }),
  };
}

async function redByGround(ctx: Ctx, memberOf: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, number>> {
  const now = ctx.now();
  const scope = { jurisdictionId: ctx.actor.jurisdictionId, now, weekEnds: now, unitIds: null };
  const { rows } = await sql<{ unitId: string; cases: number }>`
    select territorial_unit_id as "unitId", count(*) as cases from (${openCases(scope)}) open
    where reason is not null and territorial_unit_id is not null group by territorial_unit_id`.execute(ctx.tx);
  const found = new Map<string, number>();
  for (const { unitId, cases } of rows) {
    const street = memberOf.get(unitId);
    if (street) found.set(street, (found.get(street) ?? 0) + cases);
  }
  return found;
}

export async function getTrend(
  ctx: Ctx,
  { unitId, weekStart, weeks }: Input<typeof contract.getTrend>,
): Promise<Reply<typeof contract.getTrend>> {
  const scope = await dashboardScope(ctx, unitId, weekStart);
  const periods = [periodOf('week', todayOf(ctx), { weekStart: weekStart as Weekday })];
  while (periods.length < weeks) periods.unshift(previousPeriod(periods[0]!));
  return { scope: unitRefOf(scope.unit), weeks: await weekPoints(ctx, scope, periods) };
}

/**
 * Weeks that follow each other, each read when it was as old as the last one that is over is now, so that the line does
 * not fall at its end only because the newest cases have had the least time.
 */
async function weekPoints(
  ctx: Ctx,
  { open }: DashboardScope,
  periods: readonly Period[],
): Promise<contract.WeekPoint[]> {
  const { after } = windowOfPeriod(periods[0]!);
  const { until } = cohortWindow(cohortOf(periods.at(-1)!, ctx.now()));
  const lastEnd = windowOfPeriod(periods.at(-1)!).after;
  const age = Math.round(ctx.now().since(lastEnd).total('seconds'));
  const scope = { jurisdictionId: open.jurisdictionId, countedBy: 'holder' as const, after, until };
  const tallies = await tallyByWeek(ctx.tx, scope, ctx.now(), age, open.unitIds);
  return periods.map((period, index) =>
    pointOf(period, tallies.get(index) ?? emptyTally, cohortOf(period, ctx.now()).complete),
  );
}

function pointOf(period: Period, tally: Tally, complete: boolean): contract.WeekPoint {
  const { due, rectified, closedOnTime, relapsed, unknown, arrived } = countsOf(tally);
  return {
    period: periodView(period),
    complete,
    due,
    rectified,
    onTime: closedOnTime,
    relapsed,
    unknown,
    arrived,
    rectification: measuredView(measureRate(tally, 'rectification')),
    onTimeRate: measuredView(measureRate(tally, 'on_time')),
  };
}
