-- What directives become beside tasks and cases: targets, indicators and promises. Each keeps the sentence that it rests
-- on, word for word, with the document's title as it was, because that is what was ordered.

create sequence target_numbers;

create table targets (
  jurisdiction_id uuid not null references units (id),
  id uuid not null,
  version int not null,
  number text not null,
  state text not null,
  subject text not null,
  -- what is assigned; null: the document hides it. Never 0 for unknown, never capped by what is reached
  value numeric,
  unit text not null,
  -- as written: 多, 以上, 不到 …
  qualifier text,
  direction text not null,
  -- from where it starts
  baseline_value numeric,
  baseline_as_of date,
  -- the other two yardsticks: what a standard asks, what the public expects, each with where it comes from
  standard_value numeric,
  standard_basis text not null,
  expected_value numeric,
  expected_basis text not null,
  as_of date,
  deadline_text text,
  deadline_date date,
  period text,
  note text not null,
  line_unit_id uuid references units (id),
  territorial_unit_id uuid references units (id),
  task_id uuid,
  task_number text,
  document_id uuid not null,
  document_title text not null,
  directive_id uuid not null,
  source_text text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  due_order date not null generated always as (coalesce(deadline_date, date '9999-12-31')) stored,
  constraint targets_pkey primary key (jurisdiction_id, id),
  constraint targets_one_number unique (jurisdiction_id, number),
  constraint targets_state check (state in ('in_force', 'withdrawn')),
  constraint targets_direction check (direction in ('at_least', 'at_most', 'exactly'))
);

create index targets_by_deadline on targets (jurisdiction_id, due_order, id);
create index targets_by_line_unit on targets (jurisdiction_id, line_unit_id, due_order, id);
create index targets_by_territorial_unit on targets (jurisdiction_id, territorial_unit_id, due_order, id);
create index targets_of_document on targets (jurisdiction_id, document_id, due_order, id);
create index targets_of_task on targets (jurisdiction_id, task_id);
create index targets_search on targets using gin (subject gin_trgm_ops);

create table indicators (
  jurisdiction_id uuid not null references units (id),
  id uuid not null,
  version int not null,
  number text not null,
  state text not null,
  name text not null,
  -- the formula, or what it is reckoned from, in words
  basis text not null,
  unit text not null,
  -- which way is better
  better text not null,
  -- who or what the readings come from
  source text not null,
  period text,
  line_unit_id uuid references units (id),
  document_id uuid not null,
  document_title text not null,
  directive_id uuid not null,
  source_text text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint indicators_pkey primary key (jurisdiction_id, id),
  constraint indicators_one_number unique (jurisdiction_id, number),
  constraint indicators_state check (state in ('in_force', 'withdrawn')),
  constraint indicators_better check (better in ('higher', 'lower', 'neither'))
);

create sequence indicator_numbers;
create index indicators_by_name on indicators (jurisdiction_id, name, id);
create index indicators_of_document on indicators (jurisdiction_id, document_id);

create sequence promise_numbers;

create table promises (
  jurisdiction_id uuid not null references units (id),
  id uuid not null,
  version int not null,
  number text not null,
  state text not null,
  -- who promised, as stated, and the unit that answers for it where one does
  promised_by text not null,
  unit_id uuid references units (id),
  promised_to text not null,
  text text not null,
  deadline_text text,
  deadline_date date,
  -- what became of it, in the words of the last change
  outcome text not null,
  settled_on date,
  document_id uuid not null,
  document_title text not null,
  directive_id uuid not null,
  source_text text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  due_order date not null generated always as (coalesce(deadline_date, date '9999-12-31')) stored,
  constraint promises_pkey primary key (jurisdiction_id, id),
  constraint promises_one_number unique (jurisdiction_id, number),
  constraint promises_state check (state in ('open', 'kept', 'broken', 'withdrawn')),
  constraint promises_settled check ((state in ('kept', 'broken')) = (settled_on is not null))
);

create index promises_by_deadline on promises (jurisdiction_id, due_order, id);
create index promises_by_unit on promises (jurisdiction_id, unit_id, due_order, id);
create index promises_of_document on promises (jurisdiction_id, document_id, due_order, id);
create index promises_search on promises using gin (text gin_trgm_ops);
