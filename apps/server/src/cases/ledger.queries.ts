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
 * many units and states are asked for, never on how many cases there are. A page by text is found by the text index
 * when its words are rare. Common words are met soon by walking the deadlines; where a stretch of them does not fill
 * the page, because the cases that have the words stand together somewhere else, the text index finds these as well.
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
  const text = plan.text === null ? null : await textCondition(ctx, plan.text);
  if (text && !text.rare && page.sort !== 'any' && !isOfFewUnits(plan, page)) {
    const near = await nearHits(ctx, plan, text, page);
    if (near) return sql`select id, position from unnest(${near}::uuid[]) with ordinality as near (id, position)`;
  }
  return sql`
    select id, row_number() over (${orderBy(page, 'found')}) as position
    from (${found(ctx.actor.jurisdictionId, plan, text, page)}) found
    ${orderBy(page, 'found')} limit ${page.limit}`;
}

/** So far the deadlines are walked in search of common words. */
const STRETCH = 5000;

/**
 * The page by walking one stretch of the ledger.
 *
 * @returns null when the stretch neither fills the page nor reaches the end of the ledger
 */
async function nearHits(
  ctx: Ctx,
  plan: FilterPlan,
  text: TextCondition,
  page: Page,
): Promise<readonly string[] | null> {
  const stretch = sql`from cases c where ${all([sql`c.jurisdiction_id = ${ctx.actor.jurisdictionId}`, ...afterCondition(page)])}`;
  const conditions = all([...asConditions(plan), ...plan.rest, text.walked]);
  const { rows } = await sql<{ id: string }>`
    select c.id from (select * ${stretch} ${orderBy(page, 'c')} limit ${STRETCH}) c
    where ${conditions} ${orderBy(page, 'c')} limit ${page.limit}`.execute(ctx.tx);
  if (rows.length < page.limit) {
    const whole = await sql<{ more: boolean }>`
      select count(*) = ${STRETCH} as more from (select ${stretch} limit ${STRETCH}) walked`.execute(ctx.tx);
    if (whole.rows[0]!.more) return null;
  }
  return rows.map(({ id }) => id);
}

function found(jurisdictionId: string, plan: FilterPlan, text: TextCondition | null, page: Page): RawBuilder<unknown> {
  const common = text !== null && !text.rare && isOfFewUnits(plan, page);
  const rest = [...plan.rest, ...(text ? [common ? text.walked : text.condition] : [])];
  const conditions = all([
    sql`c.jurisdiction_id = ${jurisdictionId}`,
    ...asConditions(plan),
    ...rest,
    ...afterCondition(page),
  ]);
  if (page.sort === 'any') return sql`select c.id from cases c where ${conditions} limit ${page.limit}`;
  const few = text ? !common : plan.inShortSpan;
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

/** The cases of few units are soon walked, common words or not; all of many units are not. */
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
    sql`c.jurisdiction_id = ${jurisdictionId}`,
    ...(side ? [sql`${sql.ref(`c.${sides[side]}`)} = branch.unit_id`] : []),
    sql`c.state = branch.state`,
    ...(scope.kind === 'units' ? [visibleIn(scope)] : []),
    ...rest,
    ...afterCondition(page),
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
