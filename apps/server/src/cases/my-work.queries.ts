import type { CaseFilter, WorkGroup } from '@duban/contract/case-lists';
import { CaseFilter as Filter } from '@duban/contract/case-lists';
import type * as contract from '@duban/contract/case-lists';
import type { Reply } from '@duban/contract/endpoint';
import { type Actor, hasRole } from '@duban/kit/actor';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { planOf } from './case-filter.ts';
import { caseRows } from './case-row.ts';
import { keysOf } from './ledger.queries.ts';

/**
 * What is mine today. Every group is a filter of the ledger, so its number opens the list that it was counted from;
 * the page needs no rule of its own about whose work is what.
 */
type Group = { readonly code: WorkGroup['code']; readonly filter: CaseFilter };

/** Closed cases that nobody has looked at again for so long: the first of the unannounced re-checks. */
const RECHECK_AFTER_DAYS = 7;

function groupsOf(actor: Actor): Group[] {
  const mine = { unitId: actor.unitId, unitSide: 'handling' } as const;
  const groups: Group[] = [];
  if (hasRole(actor, 'handler')) {
    groups.push(
      { code: 'to_accept', filter: { ...mine, state: ['awaiting_acceptance'] } },
      { code: 'in_progress_overdue', filter: { ...mine, state: ['in_progress'], light: ['red'] } },
      { code: 'in_progress', filter: { ...mine, state: ['in_progress'], light: ['green', 'yellow'] } },
      { code: 'rework', filter: { ...mine, state: ['in_progress'], reworked: 'true' } },
      { code: 'assigned_to_us', filter: { unitId: actor.unitId, unitSide: 'assigned', state: ['in_progress'] } },
    );
  }
  if (hasRole(actor, 'inspector', 'dispatcher')) {
    groups.push({
      code: 'to_check_before_filing',
      filter: { state: ['awaiting_pre_filing_check'], preFilingCheck: 'missing' },
    });
  }
  if (hasRole(actor, 'dispatcher')) {
    groups.push(
      { code: 'to_file', filter: { state: ['awaiting_pre_filing_check'], preFilingCheck: 'ready' } },
      { code: 'to_hand_over', filter: { state: ['filed'] } },
      { code: 'to_dispatch', filter: { state: ['awaiting_dispatch'] } },
      { code: 'returned', filter: { state: ['returned'] } },
      { code: 'relapsed', filter: { state: ['relapsed'] } },
      { code: 'requests_to_approve', filter: { state: ['in_progress'], requestAt: 'dispatcher' } },
      { code: 'to_close_out', filter: { state: ['awaiting_check'], check: 'passed', notMyWork: 'true' } },
    );
  }
  if (hasRole(actor, 'inspector')) {
    groups.push(
      { code: 'to_check_before_closing', filter: { state: ['awaiting_check'], check: 'missing', notMyWork: 'true' } },
      { code: 'to_recheck', filter: { state: ['closed'], recheckAfterDays: RECHECK_AFTER_DAYS, notMyWork: 'true' } },
    );
  }
  if (hasRole(actor, 'leader')) {
    const below = actor.unitId === actor.jurisdictionId ? {} : ({ ...mine, withUnitsBelow: 'true' } as const);
    groups.push(
      { code: 'requests_to_endorse', filter: { ...below, state: ['in_progress'], requestAt: 'unit' } },
      { code: 'overdue_below', filter: { ...below, state: ['awaiting_acceptance', 'in_progress'], light: ['red'] } },
    );
  }
  if (hasRole(actor, 'leader', 'dispatcher')) {
    groups.push({ code: 'disputes_to_decide', filter: { state: ['disputed'], disputeMine: 'true' } });
  }
  return groups;
}

const MOST_COUNTED = 1000;
const SHOWN = 5;

export async function getMyWork(ctx: Ctx): Promise<Reply<typeof contract.getMyWork>> {
  const groups: WorkGroup[] = [];
  for (const { code, filter } of groupsOf(ctx.actor)) {
    const plan = await planOf(ctx, Filter.parse(filter));
    const page = { sort: 'deadline', after: null } as const;
    const keys = await keysOf(ctx, plan, { ...page, limit: MOST_COUNTED + 1 });
    const { rows } = await sql<{ count: number }>`select count(*) as count from (${keys}) k`.execute(ctx.tx);
    const count = rows[0]?.count ?? 0;
    groups.push({
      code,
      count: Math.min(count, MOST_COUNTED),
      more: count > MOST_COUNTED,
      rows: count === 0 ? [] : await caseRows(ctx, await keysOf(ctx, plan, { ...page, limit: SHOWN })),
      filter: { ...filter },
    });
  }
  return { groups };
}
