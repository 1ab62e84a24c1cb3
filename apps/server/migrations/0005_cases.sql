-- The case ledger: cases, the standards they are filed under, their attachments, what units were told, saved views.

-- The standards table in its versions. A row holds from its first to its last day; a case keeps the row it was filed
-- under, so rows are never changed but for the day on which they end.
create table standard_versions (
  jurisdiction_id uuid not null references units (id),
  id uuid not null,
  name text not null,
  basis text not null,
  valid_from date not null,
  imported_at timestamptz not null,
  imported_by uuid,
  row_count int not null,
  constraint standard_versions_pkey primary key (jurisdiction_id, id)
);

create table standards (
  jurisdiction_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  position int not null,
  category text not null,
  class_code text not null,
  class_name text not null,
  condition_code text not null,
  condition_text text not null,
  accept_amount numeric not null,
  accept_clock text not null,
  finish_amount numeric not null,
  finish_clock text not null,
  closing_condition text not null,
  basis text not null,
  responsible text not null,
  community_duty boolean not null,
  valid_from date not null,
  valid_to date,
  constraint standards_pkey primary key (jurisdiction_id, id),
  constraint standards_version foreign key (jurisdiction_id, version_id)
    references standard_versions (jurisdiction_id, id),
  constraint standards_limits_positive check (accept_amount > 0 and finish_amount > 0),
  constraint standards_period check (valid_to >= valid_from),
  constraint standards_one_in_force exclude using gist
    (jurisdiction_id with =, class_code with =, condition_code with =, daterange(valid_from, valid_to, '[]') with &&)
);

create index standards_by_class on standards (jurisdiction_id, class_code, condition_code, valid_from);

-- What one text is found by: every two neighbouring Chinese characters (and the last one of a run), every word in
-- Latin letters, every number, also without its leading zeros. The same function feeds the index and the queries.
create function search_terms(p_text text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct term), '{}') from (
    select substr(run, i, 2) as term
      from regexp_matches(lower(normalize(p_text, NFKC)), '[㐀-鿿豈-﫿]+', 'g') as han (runs),
        lateral (select runs[1] as run) r, generate_series(1, length(run)) as i
    union all
    select term from regexp_matches(lower(normalize(p_text, NFKC)), '[a-z]+|[0-9]+', 'g') as word (runs),
      lateral (values (runs[1]), (ltrim(runs[1], '0'))) as terms (term)
    union all
    select replace(runs[1], '-', '') from regexp_matches(p_text, '[0-9]+-[0-9]+', 'g') as number (runs)
  ) found where term <> ''
$$;

-- The same for what somebody types: every term must be there. A single Chinese character may go on, and so may words
-- of two letters and numbers of three digits; a case number with its year is one term, as it is in the index.
create function search_lexemes(p_text text) returns table (term text, prefix boolean)
language sql immutable parallel safe as $$
  select substr(run, i, 2), length(run) = 1
    from regexp_matches(lower(normalize(p_text, NFKC)), '[㐀-鿿豈-﫿]+', 'g') as han (runs),
      lateral (select runs[1] as run) r, generate_series(1, greatest(length(run) - 1, 1)) as i
  union
  select replace(runs[1], '-', ''), length(runs[1]) > case when runs[1] ~ '[a-z]' then 1 else 2 end
    from regexp_matches(lower(normalize(p_text, NFKC)), '[0-9]+-[0-9]+|[a-z]+|[0-9]+', 'g') as word (runs)
$$;

create sequence case_numbers;

-- One row per case: its present state, as its history leaves it (a test replays every history and compares).
--
-- Rankings read, and only read, these columns: state, class_code, line_unit_id, territorial_unit_id, handling_unit_id,
-- place_text, longitude, latitude, title, number, dispatched_at, finish_by, submitted_at, closed_at, first_closed_at,
-- closure_kind, finished_late, extension_count, suspended_days, return_count, rework_count, relapsed_at,
-- relapse_count. A relapsed case keeps the units and the finish_by of its last round until it is dispatched again.
-- "In time" is judged by the submission that passed the check: finished_late is set when the case is closed out.
create table cases (
  jurisdiction_id uuid not null references units (id),
  id uuid not null,
  version int not null,
  number text not null,
  state text not null,
  title text not null,
  description text not null,
  class_code text not null,
  condition_code text,
  place jsonb not null,
  place_text text not null,
  -- the point, or the middle of the line; CGCS2000
  longitude double precision,
  latitude double precision,
  source_channel text not null,
  priority text not null,
  tags text[] not null,
  task_id uuid,
  directive_id uuid,
  reported_at timestamptz not null,
  reported_by uuid,
  reporting_unit_id uuid,
  line_unit_id uuid,
  territorial_unit_id uuid,
  handling_unit_id uuid,
  assigned_unit_id uuid,
  -- every unit that ever accepted it or was told to do the work: they may neither check nor close it
  handler_unit_ids uuid[] not null,
  standard_id uuid,
  filed_at timestamptz,
  dispatched_at timestamptz,
  accepted_at timestamptz,
  accept_by timestamptz,
  finish_by timestamptz,
  provisional boolean not null,
  -- of the clock that presses now, while it runs
  running_due_at timestamptz,
  running_warn_at timestamptz,
  -- the light while no clock runs: paused, off, or red when it was stopped too late
  halted_light text,
  submitted_at timestamptz,
  check_passed boolean not null,
  request_kind text,
  request_level text,
  deciding_unit_id uuid,
  return_on date,
  extension_count int not null,
  suspension_count int not null,
  suspended_days int not null,
  return_count int not null,
  rework_count int not null,
  closure_kind text,
  closed_at timestamptz,
  first_closed_at timestamptz,
  finished_late boolean,
  rechecked_at timestamptz,
  relapsed_at timestamptz,
  relapse_count int not null,
  merged_into uuid,
  merged_count int not null,
  urge_count int not null,
  -- the clocks with their pauses, the checks, the pending request, the dispute: what lists do not ask for
  details jsonb not null,
  -- cases without a limit come after all others
  due_order timestamptz not null generated always as (coalesce(finish_by, timestamptz 'infinity')) stored,
  search tsvector not null generated always as
    (array_to_tsvector(search_terms(title || ' ' || place_text || ' ' || number))) stored,
  constraint cases_pkey primary key (jurisdiction_id, id),
  constraint cases_one_number unique (jurisdiction_id, number),
  constraint cases_state check (state in ('awaiting_pre_filing_check', 'filed', 'awaiting_dispatch',
    'awaiting_acceptance', 'in_progress', 'awaiting_check', 'closed', 'relapsed', 'not_filed', 'returned', 'disputed',
    'suspended', 'merged')),
  constraint cases_closed_has_kind check ((state = 'closed') = (closed_at is not null) and
    (closed_at is null) = (closure_kind is null)),
  constraint cases_held_by_a_unit check (state not in ('awaiting_acceptance', 'in_progress', 'awaiting_check',
    'suspended') or (handling_unit_id is not null and line_unit_id is not null and territorial_unit_id is not null
    and accept_by is not null and finish_by is not null)),
  constraint cases_suspended_returns check ((state = 'suspended') = (return_on is not null)),
  constraint cases_merged_into_another check ((state = 'merged') = (merged_into is not null) and merged_into <> id),
  constraint cases_counts check (extension_count between 0 and 2 and suspension_count between 0 and 1 and
    suspended_days >= 0 and return_count >= 0 and rework_count >= 0 and relapse_count >= 0),
  constraint cases_light check ((running_due_at is null) = (halted_light is not null)),
  constraint cases_point check ((longitude is null) = (latitude is null))
);

create index cases_by_deadline on cases (jurisdiction_id, due_order, id);
create index cases_by_state on cases (jurisdiction_id, state, due_order, id);
create index cases_by_handling_unit on cases (jurisdiction_id, handling_unit_id, state, due_order, id);
create index cases_by_line_unit on cases (jurisdiction_id, line_unit_id, state, due_order, id);
create index cases_by_territorial_unit on cases (jurisdiction_id, territorial_unit_id, state, due_order, id);
create index cases_by_assigned_unit on cases (jurisdiction_id, assigned_unit_id, state, due_order, id)
  where assigned_unit_id is not null;
create index cases_by_class on cases (jurisdiction_id, class_code, reported_at);
create index cases_dispatched_at on cases (jurisdiction_id, dispatched_at) where dispatched_at is not null;
create index cases_closed_at on cases (jurisdiction_id, closed_at) where closed_at is not null;
create index cases_reported_at on cases (jurisdiction_id, reported_at);
create index cases_running on cases (jurisdiction_id, running_due_at, id) where running_due_at is not null;
create index cases_returning on cases (return_on) where return_on is not null;
create index cases_requests on cases (jurisdiction_id, request_level, due_order, id) where request_level is not null;
create index cases_by_task on cases (jurisdiction_id, task_id, due_order, id) where task_id is not null;
create index cases_by_directive on cases (jurisdiction_id, directive_id, due_order, id)
  where directive_id is not null;
create index cases_search on cases using gin (search) with (fastupdate = off);

-- The next moment at which somebody up the holder's line has to be told about a limit. Derived: rewritten with every
-- event of the case, and moved on by the job that tells.
create table case_alarms (
  jurisdiction_id uuid not null,
  case_id uuid not null,
  next_at timestamptz not null,
  constraint case_alarms_pkey primary key (jurisdiction_id, case_id)
);

create index case_alarms_next_at on case_alarms (next_at);

-- Files by their content: one row and one file per SHA-256, however often it is attached.
create table files (
  sha256 bytea primary key,
  media_type text not null,
  bytes int not null,
  width int,
  height int,
  preview_sha256 bytea,
  created_at timestamptz not null,
  constraint files_sha256_length check (length(sha256) = 32)
);

create table attachments (
  jurisdiction_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  sha256 bytea not null references files (sha256),
  kind text not null,
  file_name text not null,
  at timestamptz not null,
  person_id uuid,
  unit_id uuid,
  constraint attachments_pkey primary key (jurisdiction_id, id),
  constraint attachments_case foreign key (jurisdiction_id, case_id) references cases (jurisdiction_id, id)
);

create index attachments_case_id on attachments (jurisdiction_id, case_id, id);

-- What a unit was told about a case, once per occasion.
create table notifications (
  jurisdiction_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  case_id uuid not null,
  -- what makes it one and the same news: `event 12`, or `finish overdue` with the limit
  occasion text not null,
  kind text not null,
  code text not null,
  clock text,
  at timestamptz not null,
  constraint notifications_pkey primary key (jurisdiction_id, id),
  constraint notifications_once unique (jurisdiction_id, case_id, unit_id, occasion),
  constraint notifications_kind check (kind in ('escalation', 'event'))
);

create index notifications_of_unit on notifications (jurisdiction_id, unit_id, id desc);

-- Up to which notification a person has looked, for the own unread mark; nothing else reads it.
create table notification_marks (
  person_id uuid not null,
  unit_id uuid not null,
  seen_up_to uuid not null,
  constraint notification_marks_pkey primary key (person_id, unit_id)
);

create table saved_views (
  jurisdiction_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  name text not null,
  filter jsonb not null,
  shared boolean not null,
  version int not null,
  constraint saved_views_pkey primary key (jurisdiction_id, id),
  constraint saved_views_one_name unique (jurisdiction_id, person_id, name)
);

create index saved_views_of_unit on saved_views (jurisdiction_id, unit_id) where shared;
