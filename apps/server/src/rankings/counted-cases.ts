import type { CountField } from '@duban/rankings/count';
import { dueOutcomes } from '@duban/rankings/outcome';
import type { CountedBy } from '@duban/rankings/peer-group';
import { fieldOfOutcome } from '@duban/rankings/tally';
import { type RawBuilder, sql } from 'kysely';

/**
 * The one place that says in SQL which cases are counted and as what. Every number is a `count(*)` over one of these
 * parts with one of these conditions, and the list behind it is a `select` over the same part with the same condition:
 * they cannot disagree. `outcomeOf` of the domain is the reference that a test holds this against.
 */
export const parts = ['cohort', 'arrived', 'suspended'] as const;
export type Part = (typeof parts)[number];

export type Scope = {
  readonly jurisdictionId: string;
  readonly countedBy: CountedBy | 'holder';
  /** later than `after`, not later than `until` */
  readonly after: Temporal.Instant;
  readonly until: Temporal.Instant;
  /** the moment at which a case with that finish-by is read: closures and relapses after it have not happened yet */
  readonly asOf: (finishBy: RawBuilder<unknown>) => RawBuilder<unknown>;
};

/** The unit that a row counts for. `holder`: who has it, or before it was dispatched the ground it lies on. */
function unitOf(countedBy: Scope['countedBy'], table: 'c' | 'r'): RawBuilder<string> {
  const column = (name: string) => sql.ref<string>(`${table}.${name}`);
  if (countedBy !== 'holder') return column(`${countedBy}_unit_id`);
  return sql<string>`coalesce(${column('handling_unit_id')}, ${column('territorial_unit_id')})`;
}

/** The columns of every part: case_id, round, unit_id, outcome, the marks, finish_by, closed_at,
 * and counted_at, by which the case belongs to the period. */
export function partOf(part: Part, scope: Scope): RawBuilder<unknown> {
  if (part === 'cohort') return cohort(scope);
  return part === 'arrived' ? arrived(scope) : suspended(scope);
}

/**
 * Read back to a moment, so that an earlier period can be held against this one at the same age: a week that ended
 * yesterday has had less time to be put right than one that ended a month ago. What cannot be read back are limits that
 * were moved since.
 */
const closedOutcome = (table: 'c' | 'r') => {
  const late = sql.ref(`${table}.finished_late`);
  return sql`case when ${late} is null then 'unknown' when ${late} then 'closed_late' else 'closed_on_time' end`;
};

const outcomeOfCase = (asOf: RawBuilder<unknown>) => sql`
  case
    when exempted.exempted_at <= ${asOf} or c.state = 'merged' or c.closure_kind in ('false_report', 'transferred')
      then 'exempt'
    when c.state = 'relapsed' and c.relapsed_at > ${asOf} and c.first_closed_at <= ${asOf} then ${closedOutcome('c')}
    when c.state = 'relapsed' and c.relapsed_at > ${asOf} then 'open'
    when c.state = 'relapsed' then 'relapsed'
    when c.state = 'closed' and c.closed_at <= ${asOf} then ${closedOutcome('c')}
    else 'open'
  end`;

const outcomeOfRound = (asOf: RawBuilder<unknown>) => sql`
  case
    when exempted.exempted_at <= ${asOf} then 'exempt'
    when r.relapsed_at <= ${asOf} then 'relapsed'
    when r.closed_at <= ${asOf} then ${closedOutcome('r')}
    else 'open'
  end`;

/** A relapsed case is still in its old round until it is dispatched again. */
const round = sql`(c.relapse_count - case when c.state = 'relapsed' then 1 else 0 end)`;

/** A round that relapsed is not in the case's own row any more once it was sent out again. */
const earlierRound = sql`not (c.state = 'relapsed' and r.round = c.relapse_count - 1)`;

function cohort({ jurisdictionId, countedBy, after, until, asOf }: Scope): RawBuilder<unknown> {
  return sql`
    select c.id as case_id, ${round} as round, ${unitOf(countedBy, 'c')} as unit_id, ${outcomeOfCase(asOf(sql.ref('c.finish_by')))} as outcome,
      c.extension_count > 0 as extended, c.return_count > 0 as returned, c.rework_count > 0 as reworked,
      c.state = 'awaiting_check' as awaiting_check,
      coalesce(c.closure_kind in ('informed', 'plan_filed'), false) as informed_only,
      c.finish_by, c.closed_at, c.finish_by as counted_at
    from cases c
    left join ranking_exemptions exempted
      on exempted.jurisdiction_id = c.jurisdiction_id and exempted.case_id = c.id and exempted.round = ${round}
    where c.jurisdiction_id = ${jurisdictionId} and c.finish_by > ${after.toString()} and c.finish_by <= ${until.toString()}
    union all
    select r.case_id, r.round, ${unitOf(countedBy, 'r')}, ${outcomeOfRound(asOf(sql.ref('r.finish_by')))},
      false, false, false, false, false, r.finish_by, r.closed_at, r.finish_by
    from relapsed_rounds r
    join cases c on c.jurisdiction_id = r.jurisdiction_id and c.id = r.case_id
    left join ranking_exemptions exempted
      on exempted.jurisdiction_id = r.jurisdiction_id and exempted.case_id = r.case_id and exempted.round = r.round
    where r.jurisdiction_id = ${jurisdictionId} and r.finish_by > ${after.toString()} and r.finish_by <= ${until.toString()}
      and ${earlierRound}`;
}

/** Load figures have no outcome and no marks. */
const noOutcome = sql`
  null::text as outcome, false as extended, false as returned, false as reworked, false as awaiting_check,
  false as informed_only`;

function arrived({ jurisdictionId, countedBy, after, until }: Scope): RawBuilder<unknown> {
  return sql`
    select c.id as case_id, ${round} as round, ${unitOf(countedBy, 'c')} as unit_id, ${noOutcome},
      c.finish_by, c.closed_at, c.dispatched_at as counted_at
    from cases c
    where c.jurisdiction_id = ${jurisdictionId} and c.dispatched_at > ${after.toString()}
      and c.dispatched_at <= ${until.toString()}
    union all
    select r.case_id, r.round, ${unitOf(countedBy, 'r')}, ${noOutcome}, r.finish_by, r.closed_at, r.dispatched_at
    from relapsed_rounds r
    join cases c on c.jurisdiction_id = r.jurisdiction_id and c.id = r.case_id
    where r.jurisdiction_id = ${jurisdictionId} and r.dispatched_at > ${after.toString()}
      and r.dispatched_at <= ${until.toString()} and ${earlierRound}`;
}

function suspended({ jurisdictionId, countedBy }: Scope): RawBuilder<unknown> {
  return sql`
    select c.id as case_id, ${round} as round, ${unitOf(countedBy, 'c')} as unit_id, ${noOutcome},
      c.finish_by, c.closed_at, null::timestamptz as counted_at
    from cases c where c.jurisdiction_id = ${jurisdictionId} and c.state = 'suspended'`;
}

export function partOfField(field: CountField): Part {
  return field === 'arrived' || field === 'suspended' ? field : 'cohort';
}

const marks = {
  extended: sql<boolean>`extended`,
  returned: sql<boolean>`returned`,
  reworked: sql<boolean>`reworked`,
  awaitingCheck: sql<boolean>`awaiting_check`,
  informedOnly: sql<boolean>`informed_only`,
} as const;

export const markColumns = Object.keys(marks) as (keyof typeof marks)[];

const outcomes = Object.fromEntries(
  Object.entries(fieldOfOutcome).map(([of, field]) => [field, sql<boolean>`outcome = ${sql.lit(of)}`]),
) as Record<(typeof fieldOfOutcome)[keyof typeof fieldOfOutcome], RawBuilder<boolean>>;

/** What makes a row of a part count for a field. */
export const conditionOf: Readonly<Record<CountField, RawBuilder<boolean>>> = {
  ...outcomes,
  ...marks,
  due: sql<boolean>`outcome in (${sql.join(dueOutcomes.map((of) => sql.lit(of)))})`,
  rectified: sql<boolean>`outcome in ('closed_on_time', 'closed_late')`,
  arrived: sql<boolean>`true`,
  suspended: sql<boolean>`true`,
};

/** A part narrowed to the cases of some units. */
export function partOfUnits(part: Part, scope: Scope, unitIds: readonly string[]): RawBuilder<unknown> {
  return sql`select * from (${partOf(part, scope)}) part where unit_id = any(${[...unitIds]}::uuid[])`;
}

/** Every case is read at the same moment. */
export function readAt(instant: string): Scope['asOf'] {
  return () => sql`${instant}::timestamptz`;
}
