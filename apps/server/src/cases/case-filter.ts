import { instantOf } from '@duban/calendar/beijing-time';
import { addDays, epochDayOf } from '@duban/calendar/civil-date';
import { allCaseStates, type CaseState, caseStates } from '@duban/cases/states';
import { allSourceChannels, sourceChannels } from '@duban/cases/words';
import type { CaseFilter } from '@duban/contract/case-lists';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { momentOf } from './case.store.ts';
import { lightAt } from './case-row.ts';
import { allSides, type Scope, scopeOf, type Side, unitAndBelow } from './visibility.ts';

/**
 * What a filter means. The part that the indexes of `cases` lead with (which units on which side, which states) is
 * kept apart from the rest, which is looked at row by row.
 */
export type Filter = z.output<typeof CaseFilter>;

export type FilterPlan = {
  readonly scope: Scope;
  /** null: any state */
  readonly states: readonly CaseState[] | null;
  /** the units that the filter names, and on which side they must stand; null: any unit */
  readonly units: { readonly sides: readonly Side[]; readonly unitIds: readonly string[] } | null;
  readonly text: string | null;
  /** a short span of time is asked for, which has an index of its own */
  readonly inShortSpan: boolean;
  /** conditions on a row `c` of `cases` */
  readonly rest: readonly RawBuilder<unknown>[];
};

export async function planOf(ctx: Ctx, filter: Filter): Promise<FilterPlan> {
  const scope = await scopeOf(ctx.tx, ctx.actor);
  return {
    scope,
    states: statesOf(filter),
    units: await unitsOf(ctx, filter),
    text: filter.text ? filter.text : null,
    inShortSpan: isShort(filter.closedFrom, filter.closedTo) || isShort(filter.reportedFrom, filter.reportedTo),
    rest: await conditionsOf(ctx, filter),
  };
}

function statesOf({ state, open, light, closedFrom, closedTo }: Filter): readonly CaseState[] | null {
  const given = state && state.length > 0;
  const ended = closedFrom !== undefined || closedTo !== undefined;
  const lit = light && light.length > 0 && !light.includes('off');
  if (!given && open === undefined && !lit && !ended) return null;
  return (given ? state : allCaseStates).filter(
    (one) =>
      (open === undefined || caseStates[one].open === open) &&
      (!lit || statesWithClock.includes(one)) &&
      (!ended || one === 'closed'),
  );
}

/** The states in which a clock presses, whether it runs or not; in all others the light is off. */
const statesWithClock: readonly CaseState[] = [
  'awaiting_acceptance',
  'in_progress',
  'awaiting_check',
  'suspended',
  'disputed',
];

const SHORT_SPAN_DAYS = 62;

function isShort(from: string | undefined, to: string | undefined): boolean {
  return from !== undefined && to !== undefined && epochDayOf(to) - epochDayOf(from) <= SHORT_SPAN_DAYS;
}

async function unitsOf(ctx: Ctx, filter: Filter): Promise<FilterPlan['units']> {
  if (filter.unitId === undefined) return null;
  const side = filter.unitSide ?? 'any';
  const unitIds = filter.withUnitsBelow
    ? await unitAndBelow(ctx.tx, ctx.actor.jurisdictionId, filter.unitId)
    : [filter.unitId];
  return { sides: side === 'any' ? allSides : [side], unitIds };
}

async function conditionsOf(ctx: Ctx, filter: Filter): Promise<RawBuilder<unknown>[]> {
  const now = momentOf(ctx).toString();
  const { actor } = ctx;
  const found: RawBuilder<unknown>[] = [];
  const oneOf = (column: string, values: readonly string[] | undefined) => {
    if (values && values.length > 0) found.push(sql`${sql.ref(column)} = any(${[...values]}::text[])`);
  };
  const within = (column: string, from: string | undefined, to: string | undefined) => {
    if (from !== undefined) found.push(sql`${sql.ref(column)} >= ${startOf(from)}`);
    // The end of a day is 24:00, and a limit "by the end of that day" falls on it exactly.
    if (to !== undefined) found.push(sql`${sql.ref(column)} <= ${startOf(addDays(to, 1))}`);
  };
  oneOf('c.class_code', filter.classCode);
  oneOf('c.source_channel', filter.sourceChannel);
  oneOf('c.priority', filter.priority);
  oneOf('c.closure_kind', filter.closureKind);
  if (filter.light && filter.light.length > 0) found.push(sql`${lightAt(now)} = any(${[...filter.light]}::text[])`);
  if (filter.tag !== undefined) found.push(sql`${filter.tag} = any(c.tags)`);
  within('c.reported_at', filter.reportedFrom, filter.reportedTo);
  // By the column that the lists are sorted by, so that a page begins where the span begins.
  within('c.due_order', filter.finishFrom, filter.finishTo);
  if (filter.finishFrom !== undefined) found.push(sql`c.finish_by is not null`);
  within('c.closed_at', filter.closedFrom, filter.closedTo);
  if (filter.finishedLate !== undefined) found.push(sql`c.finished_late = ${filter.finishedLate}`);
  if (filter.relapsed !== undefined) found.push(sql`(c.relapse_count > 0) = ${filter.relapsed}`);
  if (filter.extended !== undefined) found.push(sql`(c.extension_count > 0) = ${filter.extended}`);
  if (filter.reworked !== undefined) found.push(sql`(c.rework_count > 0) = ${filter.reworked}`);
  if (filter.preFilingCheck !== undefined) {
    found.push(sql`(c.source_channel = any(${hearsay}::text[]) and c.details ->> 'preFilingCheck' is null)
      = ${filter.preFilingCheck === 'missing'}`);
  }
  if (filter.requestAt !== undefined) found.push(sql`c.request_level = ${filter.requestAt}`);
  if (filter.check !== undefined) found.push(sql`c.check_passed = ${filter.check === 'passed'}`);
  if (filter.disputeMine !== undefined) {
    found.push(sql`(c.deciding_unit_id is not distinct from ${actor.unitId}) = ${filter.disputeMine}`);
  }
  if (filter.notMyWork) found.push(await notMyWork(ctx));
  if (filter.recheckAfterDays !== undefined) {
    const before = momentOf(ctx)
      .subtract({ hours: 24 * filter.recheckAfterDays })
      .toString();
    found.push(sql`c.state = 'closed' and coalesce(c.rechecked_at, c.closed_at) <= ${before}`);
  }
  if (filter.taskId !== undefined) found.push(sql`c.task_id = ${filter.taskId}`);
  if (filter.directiveId !== undefined) found.push(sql`c.directive_id = ${filter.directiveId}`);
  return found;
}

/** The channels that `whyNotFile` wants looked at first. */
const hearsay = allSourceChannels.filter((channel) => sourceChannels[channel].needsPreFilingCheck);

/** The SQL of `whyNotIndependent`: no unit that handled the case is mine, above me or (but for the government) below. */
async function notMyWork({ tx, actor }: Ctx): Promise<RawBuilder<unknown>> {
  const below = actor.unitId === actor.jurisdictionId ? [] : await unitAndBelow(tx, actor.jurisdictionId, actor.unitId);
  const mine = [...new Set([...actor.unitLine, ...below])];
  return sql`not (c.handler_unit_ids && ${mine}::uuid[])`;
}

const startOf = (day: string): string => instantOf(day).toString();
