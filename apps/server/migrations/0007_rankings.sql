-- Rankings: peer groups, published snapshots that nothing changes, objections, and the rounds of relapsed cases.

-- Who is compared with whom. The standing groups `streets` and `departments` have a row only after somebody has
-- changed their minimum; a group of one's own has the members it was given, by unit id. Persons cannot be written in.
create table peer_groups (
  jurisdiction_id uuid not null references units (id),
  key text not null,
  -- null: standing, named in the reader's language
  name text,
  counted_by text not null,
  minimum_due int not null,
  -- null: standing, all units of its kind
  unit_ids uuid[],
  retired boolean not null default false,
  version int not null,
  constraint peer_groups_pkey primary key (jurisdiction_id, key),
  constraint peer_groups_counted_by check (counted_by in ('handling', 'territorial', 'line')),
  constraint peer_groups_minimum check (minimum_due between 1 and 1000),
  constraint peer_groups_members check ((key in ('streets', 'departments')) = (unit_ids is null and name is null))
);

create unique index peer_groups_name on peer_groups (jurisdiction_id, name) where not retired;

-- One row per round of work that was closed out and then found again. The case itself goes on with a new limit in a
-- later period; this row keeps it in the cohort of the period in which it had been due, as a relapse. Recomputed from
-- the history whenever a case relapses.
create table relapsed_rounds (
  jurisdiction_id uuid not null,
  case_id uuid not null,
  -- 0 for the first time it was handled
  round int not null,
  line_unit_id uuid,
  territorial_unit_id uuid,
  handling_unit_id uuid,
  dispatched_at timestamptz not null,
  finish_by timestamptz not null,
  finished_late boolean not null,
  closed_at timestamptz not null,
  relapsed_at timestamptz not null,
  constraint relapsed_rounds_pkey primary key (jurisdiction_id, case_id, round)
);

create index relapsed_rounds_finish_by on relapsed_rounds (jurisdiction_id, finish_by);
create index relapsed_rounds_dispatched_at on relapsed_rounds (jurisdiction_id, dispatched_at);

-- A ranking reads a whole period of cases and of each only what is counted, so the two indexes by which a case belongs
-- to a period carry those columns and take the place of the plain ones.
drop index if exists cases_finish_by;
create index cases_counted on cases (jurisdiction_id, finish_by)
  include (id, state, handling_unit_id, territorial_unit_id, line_unit_id, closure_kind, finished_late, relapse_count,
    extension_count, return_count, rework_count, closed_at, first_closed_at, relapsed_at)
  where finish_by is not null;
drop index if exists cases_dispatched_at;
create index cases_arrived on cases (jurisdiction_id, dispatched_at)
  include (id, state, handling_unit_id, territorial_unit_id, line_unit_id, relapse_count)
  where dispatched_at is not null;

-- A published ranking. The document is what was published, word for word; the hash is taken over its canonical text.
create table ranking_snapshots (
  jurisdiction_id uuid not null references units (id),
  id uuid not null,
  year int not null,
  issue int not null,
  period_key text not null,
  group_key text not null,
  measure text not null,
  edition int not null,
  ranking jsonb not null,
  remark text not null,
  counts_hash text not null,
  hash bytea not null,
  published_at timestamptz not null,
  published_by uuid not null,
  publisher_unit_id uuid not null,
  objections_until timestamptz not null,
  constraint ranking_snapshots_pkey primary key (jurisdiction_id, id),
  constraint ranking_snapshots_issue unique (jurisdiction_id, year, issue),
  constraint ranking_snapshots_edition unique (jurisdiction_id, period_key, group_key, measure, edition),
  constraint ranking_snapshots_hash_length check (length(hash) = 32),
  constraint ranking_snapshots_counted_from_one check (issue > 0 and edition > 0)
);

create index ranking_snapshots_newest on ranking_snapshots (jurisdiction_id, published_at desc, id desc);

-- Every case that a published number was counted from, as it was counted.
create table ranking_snapshot_cases (
  jurisdiction_id uuid not null,
  snapshot_id uuid not null,
  -- `cohort`, or one of the two load figures
  part text not null,
  case_id uuid not null,
  round int not null,
  -- the unit of the group that it was counted for
  member_id uuid not null,
  -- the unit of the case itself, at or below the member
  unit_id uuid not null,
  -- null for the load figures
  outcome text,
  marks text[] not null,
  finish_by timestamptz,
  closed_at timestamptz,
  constraint ranking_snapshot_cases_pkey primary key (jurisdiction_id, snapshot_id, part, case_id, round),
  constraint ranking_snapshot_cases_part check (part in ('cohort', 'arrived', 'suspended')),
  constraint ranking_snapshot_cases_outcome check ((part = 'cohort') = (outcome is not null)),
  constraint ranking_snapshot_cases_snapshot foreign key (jurisdiction_id, snapshot_id)
    references ranking_snapshots (jurisdiction_id, id) deferrable initially deferred
);

create function refuse_published_change() returns trigger language plpgsql as $$
begin
  raise exception 'a published ranking is never changed'
    using errcode = 'integrity_constraint_violation', constraint = 'ranking_snapshots_immutable';
end
$$;

create trigger ranking_snapshots_are_final before update or delete on ranking_snapshots
  for each row execute function refuse_published_change();
create trigger ranking_snapshots_are_never_emptied before truncate on ranking_snapshots
  for each statement execute function refuse_published_change();
create trigger ranking_snapshot_cases_are_final before update or delete on ranking_snapshot_cases
  for each row execute function refuse_published_change();
create trigger ranking_snapshot_cases_are_never_emptied before truncate on ranking_snapshot_cases
  for each statement execute function refuse_published_change();

-- The cases are written first and the snapshot closes them: once it stands, no case can be added to it.
create function refuse_late_snapshot_case() returns trigger language plpgsql as $$
begin
  if exists (
    select from new_cases n
    join ranking_snapshots s on s.jurisdiction_id = n.jurisdiction_id and s.id = n.snapshot_id
  ) then
    raise exception 'a published ranking is never added to'
      using errcode = 'integrity_constraint_violation', constraint = 'ranking_snapshots_immutable';
  end if;
  return null;
end
$$;

create trigger ranking_snapshot_cases_are_complete after insert on ranking_snapshot_cases
  referencing new table as new_cases for each statement execute function refuse_late_snapshot_case();

-- What a unit says against its row, and the answer.
create table ranking_objections (
  jurisdiction_id uuid not null,
  id uuid not null,
  snapshot_id uuid not null,
  unit_id uuid not null references units (id),
  state text not null,
  reason text not null,
  case_ids uuid[] not null,
  raised_by uuid not null,
  raised_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  exempted_case_ids uuid[] not null default '{}',
  version int not null,
  constraint ranking_objections_pkey primary key (jurisdiction_id, id),
  constraint ranking_objections_state check (state in ('raised', 'upheld', 'rejected')),
  constraint ranking_objections_answer check (
    (state = 'raised') = (answer is null) and (answer is null) = (answered_by is null)
    and (answer is null) = (answered_at is null)
  ),
  constraint ranking_objections_exempted check (state = 'upheld' or exempted_case_ids = '{}'),
  constraint ranking_objections_snapshot foreign key (jurisdiction_id, snapshot_id)
    references ranking_snapshots (jurisdiction_id, id)
);

create unique index ranking_objections_pending on ranking_objections (jurisdiction_id, snapshot_id, unit_id)
  where state = 'raised';
create index ranking_objections_snapshot_id on ranking_objections (jurisdiction_id, snapshot_id);

-- Cases that an upheld objection took out of the statistics. The ledger keeps its raw facts; only the count changes.
create table ranking_exemptions (
  jurisdiction_id uuid not null,
  case_id uuid not null,
  round int not null,
  objection_id uuid not null,
  exempted_at timestamptz not null,
  constraint ranking_exemptions_pkey primary key (jurisdiction_id, case_id, round),
  constraint ranking_exemptions_objection foreign key (jurisdiction_id, objection_id)
    references ranking_objections (jurisdiction_id, id)
);
