import type { DashboardCount } from '@duban/rankings/red';
import { dispatchPatienceDays } from '@duban/rankings/red';
import { type RawBuilder, sql } from 'kysely';

/**
 * What is open now and whether it is red: the one place in SQL that the dashboard's numbers and lists both come from.
 * A case is red when a limit has passed for whoever has the move; a case whose clock stands still is not.
 */
export type OpenScope = {
  readonly jurisdictionId: string;
  readonly now: Temporal.Instant;
  /** 24:00 of the last day of this week */
  readonly weekEnds: Temporal.Instant;
  /** null: the whole jurisdiction */
  readonly unitIds: readonly string[] | null;
};

const openStates = ['awaiting_acceptance', 'in_progress', 'awaiting_check', 'disputed', 'suspended', 'relapsed'];
const waitingStates = ['filed', 'awaiting_dispatch', 'returned'];

/** case_id, number, title, state, finish_by, unit_id (whose heap it is), holder_id (whose move), reason, since */
export function openCases({ jurisdictionId, now, unitIds }: OpenScope): RawBuilder<unknown> {
  const at = now.toString();
  const patience = sql`make_interval(days => ${dispatchPatienceDays}::int)`;
  const unit = sql`coalesce(c.handling_unit_id, c.territorial_unit_id)`;
  return sql`
    select c.id as case_id, c.number, c.title, c.state, c.finish_by, c.territorial_unit_id, ${unit} as unit_id,
      case when c.state = 'disputed' then c.deciding_unit_id
        when c.state in ('awaiting_acceptance', 'in_progress', 'suspended', 'awaiting_check') then c.handling_unit_id
      end as holder_id,
      red.reason, red.since
    from cases c
    cross join lateral (
      select case
        when c.running_due_at < ${at} then case c.state when 'awaiting_acceptance' then 'accept_overdue'
          when 'in_progress' then 'finish_overdue' when 'disputed' then 'dispute_overdue' end
        when c.state = 'relapsed' and c.relapsed_at + ${patience} < ${at} then 'relapsed_waiting'
        when c.state = any(${waitingStates}::text[]) and coalesce(c.dispatched_at, c.filed_at) + ${patience} < ${at}
          then 'dispatch_waiting'
      end as reason,
      case
        when c.running_due_at < ${at} and c.state in ('awaiting_acceptance', 'in_progress', 'disputed')
          then c.running_due_at
        when c.state = 'relapsed' and c.relapsed_at + ${patience} < ${at} then c.relapsed_at + ${patience}
        when c.state = any(${waitingStates}::text[]) and coalesce(c.dispatched_at, c.filed_at) + ${patience} < ${at}
          then coalesce(c.dispatched_at, c.filed_at) + ${patience}
      end as since
    ) red
    where c.jurisdiction_id = ${jurisdictionId} and c.state = any(${[...openStates, ...waitingStates]}::text[])
      and (${unitIds === null} or ${unit} = any(${[...(unitIds ?? [])]}::uuid[]))`;
}

/** What makes an open case count for a number of the page. */
export function conditionOf(count: DashboardCount, { now, weekEnds }: OpenScope): RawBuilder<boolean> {
  switch (count) {
    case 'open':
      return sql<boolean>`true`;
    case 'red':
      return sql<boolean>`reason is not null`;
    case 'due_this_week':
      return sql<boolean>`state in ('awaiting_acceptance', 'in_progress') and finish_by >= ${now.toString()}
        and finish_by <= ${weekEnds.toString()}`;
    case 'awaiting_check':
      return sql<boolean>`state = 'awaiting_check'`;
    case 'suspended':
      return sql<boolean>`state = 'suspended'`;
    case 'disputed':
      return sql<boolean>`state = 'disputed'`;
  }
}
