import type * as contract from '@duban/contract/case-lists';
import type { Input, Reply } from '@duban/contract/endpoint';
import { allCaseStates } from '@duban/cases/states';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { type Filter, type FilterPlan, planOf } from './case-filter.ts';
import { caseRows } from './case-row.ts';
import { type TextCondition, textCondition } from './text-search.ts';
import { allSides, type Side, sides, visibleIn } from './visibility.ts';

/**
 * The ledger: one page by keyset, however many cases there are.
 *
 * An index of `cases` leads with a unit and a state and then goes by deadline. A page that asks for several units or
 * states is therefore taken as the first rows of each (unit, state), merged: its work depends on the page and on how
 * many units and states are asked for, never on how many cases there are. A page by text walks a stretch of the
 * deadlines first, where common words are soon met; what the stretch does not show is rare, or stands together somewhere
 * else, and is fetched from the text index and sorted.
 */
export type Order = 'deadline' | 'newest';
type Position = { readonly due: string; readonly id: string };

export async function listCases(
  ctx: Ctx,
  { sort, after, limit, ...filter }: Input<typeof contract.listCases>,
): Promise<Reply<typeof contract.listCases>> {
  const plan = await planOf(ctx, filter);
  const keys = await keysOf(ctx, plan, {
    sort,
    after: after === undefined ? null : positionOf(after),
    limit: limit + 1,
  });
  const rows = await caseRows(ctx, keys);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    next: rows.length > limit && last ? cursorOf({ due: last.finishBy ?? '', id: last.id }) : null,
  };
}

const MOST_COUNTED = 1000;

export async function countCases(ctx: Ctx, filter: Filter): Promise<Reply<typeof contract.countCases>> {
  const keys = await keysOf(ctx, await planOf(ctx, filter), { sort: 'any', after: null, limit: MOST_COUNTED + 1 });
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${keys}) k`.execute(ctx.tx);
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, MOST_COUNTED), more: count > MOST_COUNTED };
}

/** In any order: what only counts needs none. */
export type Page = { readonly sort: Order | 'any'; readonly after: Position | null; readonly limit: number };

/** A select of `id` and `position`, in order, of the cases that the plan finds. */
export async function keysOf(ctx: Ctx, plan: FilterPlan, page: Page): Promise<RawBuilder<unknown>> {
  if (plan.states?.length === 0) return sql`select null::uuid as id, 0 as position where false`;
  const text = plan.text === null ? null : textCondition(plan.text);
  if (text && page.sort !== 'any' && !isOfFewUnits(plan, page)) {
    const near = await nearHits(ctx, plan, text, page);
    if (near) return sql`select id, position from unnest(${near}::uuid[]) with ordinality as near (id, position)`;
  }
  return sql`
    select id, row_number() over (${orderBy(page, 'found')}) as position
    from (${found(ctx.actor.jurisdictionId, plan, text, page)}) found
    ${orderBy(page, 'found')} limit ${page.limit}`;
}

/** The first stretch of the ledger that is walked in search of words. */
const STRETCH = 1000;
/** Never walked further: by now fetching every hit from the text index is quicker. */
const LONGEST_STRETCH = 20_000;
/** So many hits in the first stretch say how far to walk on for a whole page. */
const TELLING = 3;

/** The page by walking the ledger in its order. @returns null when that does not fill it */
async function nearHits(
  ctx: Ctx,
  plan: FilterPlan,
  text: TextCondition,
  page: Page,
): Promise<readonly string[] | null> {
  const first = await hitsWithin(ctx, plan, text, page, STRETCH);
  if (first.length === page.limit || (await endsWithin(ctx, page, STRETCH))) return first;
  const further = Math.ceil((2 * STRETCH * page.limit) / first.length);
  if (first.length < TELLING || further > LONGEST_STRETCH) return null;
  const second = await hitsWithin(ctx, plan, text, page, further);
  return second.length === page.limit ? second : null;
}

async function hitsWithin(
  { tx, actor }: Ctx,
  plan: FilterPlan,
  text: TextCondition,
  page: Page,
  stretch: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from (
      select * from cases c where ${inLedger(actor.jurisdictionId, page)} ${orderBy(page, 'c')} limit ${stretch}) c
    where ${all([...asConditions(plan), ...plan.rest, text.walked])} ${orderBy(page, 'c')} limit ${page.limit}`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

async function endsWithin({ tx, actor }: Ctx, page: Page, stretch: number): Promise<boolean> {
  const { rows } = await sql<{ walked: number }>`
    select count(*) as walked from (
      select from cases c where ${inLedger(actor.jurisdictionId, page)} limit ${stretch}) c`.execute(tx);
  return rows[0]!.walked < stretch;
}

function inLedger(jurisdictionId: string, page: Page): RawBuilder<unknown> {
  return all([sql`c.jurisdiction_id = ${jurisdictionId}`, ...afterCondition(page)]);
}

function found(jurisdictionId: string, plan: FilterPlan, text: TextCondition | null, page: Page): RawBuilder<unknown> {
  const walked = isOfFewUnits(plan, page);
  const rest = [...plan.rest, ...(text ? [walked ? text.walked : text.indexed] : [])];
  const conditions = all([inLedger(jurisdictionId, page), ...asConditions(plan), ...rest]);
  if (page.sort === 'any') return sql`select c.id from cases c where ${conditions} limit ${page.limit}`;
  const few = text ? !walked : plan.inShortSpan;
  // Few rows by an index that knows no deadlines: taken all and sorted. The planner alone would hope to meet them soon.
  if (few) return sql`select * from (select c.id, c.due_order from cases c where ${conditions} offset 0) few`;
  const branches = page.sort === 'newest' ? [] : branchesOf(plan);
  if (branches.length === 0) {
    return sql`select c.id, c.due_order from cases c where ${conditions} ${orderBy(page, 'c')} limit ${page.limit}`;
  }
  return sql.join(
    branches.map((branch) => branchKeys(jurisdictionId, branch, rest, page)),
    sql` union `,
  );
}

/** The cases of few units are soon walked, whatever the words; those of many units are not. */
function isOfFewUnits(plan: FilterPlan, page: Page): boolean {
  const units = page.sort === 'deadline' ? (branchesOf(plan)[0]?.unitIds.length ?? 0) : 0;
  return units > 0 && units <= MANY_UNITS;
}

const MANY_UNITS = 4;

type Branch = {
  readonly side: Side | null;
  readonly unitIds: readonly string[];
  readonly states: readonly string[];
  readonly scope: FilterPlan['scope'];
};

/** None: the whole ledger of the jurisdiction, which has an index of its own. */
function branchesOf({ scope, units, states }: FilterPlan): readonly Branch[] {
  const wanted = states ?? allCaseStates;
  const narrow = units ?? (scope.kind === 'units' ? { sides: allSides, unitIds: scope.unitIds } : null);
  if (narrow) return narrow.sides.map((side) => ({ side, unitIds: narrow.unitIds, states: wanted, scope }));
  return states ? [{ side: null, unitIds: [], states: wanted, scope }] : [];
}

function branchKeys(
  jurisdictionId: string,
  { side, unitIds, states, scope }: Branch,
  rest: readonly RawBuilder<unknown>[],
  page: Page,
): RawBuilder<unknown> {
  const conditions = [
    inLedger(jurisdictionId, page),
    ...(side ? [sql`${sql.ref(`c.${sides[side]}`)} = branch.unit_id`] : []),
    sql`c.state = branch.state`,
    ...(scope.kind === 'units' ? [visibleIn(scope)] : []),
    ...rest,
  ];
  const from = side
    ? sql`unnest(${[...unitIds]}::uuid[]) as u (unit_id) cross join unnest(${[...states]}::text[]) as s (state)`
    : sql`unnest(${[...states]}::text[]) as s (state)`;
  return sql`select top.id, top.due_order from (select * from ${from}) branch cross join lateral (
    select c.id, c.due_order from cases c where ${all(conditions)}
    order by c.due_order, c.id limit ${page.limit}) top`;
}

function asConditions({ scope, units, states }: FilterPlan): RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = [];
  if (scope.kind === 'units') found.push(visibleIn(scope));
  if (states) found.push(sql`c.state = any(${[...states]}::text[])`);
  if (units) {
    const takesPart = units.sides.map(
      (side) => sql`${sql.ref(`c.${sides[side]}`)} = any(${[...units.unitIds]}::uuid[])`,
    );
    found.push(sql`(${sql.join(takesPart, sql` or `)})`);
  }
  return found;
}

const all = (conditions: readonly RawBuilder<unknown>[]) => sql.join(conditions, sql` and `);

function orderBy({ sort }: Page, table: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  if (sort === 'any') return sql``;
  return sort === 'newest' ? sql`order by ${column('id')} desc` : sql`order by ${column('due_order')}, ${column('id')}`;
}

function afterCondition({ sort, after }: Page): RawBuilder<unknown>[] {
  if (!after) return [];
  if (sort === 'newest') return [sql`c.id < ${after.id}`];
  return [sql`(c.due_order, c.id) > (${after.due === '' ? 'infinity' : after.due}::timestamptz, ${after.id}::uuid)`];
}

function cursorOf({ due, id }: Position): string {
  return Buffer.from(JSON.stringify([due, id])).toString('base64url');
}

function positionOf(text: string): Position {
  try {
    const [due, id, ...more] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    const dated = due === '' || (typeof due === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(due) && isInstant(due));
    if (dated && more.length === 0 && typeof id === 'string' && uuid.test(id)) return { due, id };
  } catch {
    // Not JSON: answered below like any other text that is no cursor.
  }
  throw problem('case.cursor_invalid');
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}
