-- Documents in which a leading organ says what shall be done, their review, and the tasks that came of it.

-- The document exactly as it came, under its own hash. It stays in the database and not in a folder of files, because
-- it is the evidence for everything below: it is written in the same transaction, saved by the same backup, and the
-- database itself refuses a content that does not have its name.
create table document_originals (
  jurisdiction_id uuid not null references units (id),
  sha256 bytea not null,
  content bytea not null,
  constraint document_originals_pkey primary key (jurisdiction_id, sha256),
  constraint document_originals_hash check (sha256 = sha256(content))
);

create trigger document_originals_are_kept before update or delete on document_originals
  for each row execute function refuse_change();

create table documents (
  jurisdiction_id uuid not null references units (id),
  id uuid not null,
  version int not null,
  state text not null,
  title text not null,
  file_name text not null,
  format text not null,
  encoding text not null,
  bytes int not null,
  sha256 bytea not null,
  document_date date,
  -- what the site that carried it says about it
  site jsonb not null,
  -- clean text; all offsets count UTF-16 code units of it
  text text not null,
  repairs jsonb not null,
  gaps jsonb not null,
  unknowns jsonb not null,
  outline jsonb not null,
  quantities jsonb not null,
  contradictions jsonb not null,
  added_at timestamptz not null,
  added_by uuid not null,
  added_unit_id uuid not null,
  -- version of the last sending; steps of the review before it are not undone
  sent_version int not null default 0,
  constraint documents_pkey primary key (jurisdiction_id, id),
  constraint documents_state check (state in ('in_review', 'sent', 'discarded')),
  constraint documents_original foreign key (jurisdiction_id, sha256)
    references document_originals (jurisdiction_id, sha256)
);

-- Enter once: the same original is reviewed once, unless the first import was thrown away.
create unique index documents_one_per_original on documents (jurisdiction_id, sha256) where state <> 'discarded';
create index documents_newest on documents (jurisdiction_id, added_at desc, id desc);
create index documents_title_search on documents using gin (title gin_trgm_ops);

create table directives (
  jurisdiction_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  state text not null,
  origin text not null,
  edited boolean not null,
  text text not null,
  action text not null,
  outcome text not null,
  -- who is named in the sentence and which units that may be
  mentions jsonb not null,
  line_unit_id uuid references units (id),
  territorial_unit_ids uuid[] not null,
  support_unit_ids uuid[] not null,
  deadline_text text,
  deadline_date date,
  target_text text not null,
  class_code text,
  place_text text not null,
  quantities jsonb not null,
  headings text[] not null,
  rules text[] not null,
  span_start int not null,
  span_end int not null,
  raw_start int not null,
  raw_end int not null,
  rejected_reason text,
  -- the cases that sending made of it
  case_ids uuid[] not null default '{}',
  constraint directives_pkey primary key (jurisdiction_id, id),
  constraint directives_document foreign key (jurisdiction_id, document_id) references documents (jurisdiction_id, id),
  constraint directives_state check (state in ('proposed', 'accepted', 'rejected', 'sent')),
  constraint directives_origin check (origin in ('proposed', 'added')),
  constraint directives_outcome check (outcome in ('task', 'case')),
  constraint directives_span check (span_start >= 0 and span_end > span_start and raw_end >= raw_start)
);

create index directives_of_document on directives (jurisdiction_id, document_id, span_start, id);

-- What a step of the review changed, so that it can be taken back: the directives as they were before it.
create table review_steps (
  jurisdiction_id uuid not null,
  document_id uuid not null,
  -- the version of the document that the step made
  sequence int not null,
  changed jsonb not null,
  added uuid[] not null,
  undone boolean not null default false,
  constraint review_steps_pkey primary key (jurisdiction_id, document_id, sequence),
  constraint review_steps_document foreign key (jurisdiction_id, document_id)
    references documents (jurisdiction_id, id)
);

create sequence task_numbers;

create table tasks (
  jurisdiction_id uuid not null references units (id),
  id uuid not null,
  version int not null,
  number text not null,
  state text not null,
  title text not null,
  document_id uuid not null,
  directive_id uuid not null,
  line_unit_id uuid not null references units (id),
  -- null: the whole territory
  territorial_unit_id uuid references units (id),
  support_unit_ids uuid[] not null,
  deadline_text text,
  deadline_date date,
  provisional boolean not null,
  target_text text not null,
  note text not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  -- tasks without a day come after all others
  due_order date not null generated always as (coalesce(deadline_date, date '9999-12-31')) stored,
  constraint tasks_pkey primary key (jurisdiction_id, id),
  constraint tasks_one_number unique (jurisdiction_id, number),
  constraint tasks_state check (state in ('issued', 'accepted', 'reported_done', 'completed', 'withdrawn')),
  constraint tasks_directive foreign key (jurisdiction_id, directive_id) references directives (jurisdiction_id, id),
  constraint tasks_document foreign key (jurisdiction_id, document_id) references documents (jurisdiction_id, id)
);

create index tasks_by_deadline on tasks (jurisdiction_id, due_order, id);
create index tasks_by_line_unit on tasks (jurisdiction_id, line_unit_id, due_order, id);
create index tasks_by_territorial_unit on tasks (jurisdiction_id, territorial_unit_id, due_order, id);
create index tasks_of_document on tasks (jurisdiction_id, document_id, due_order, id);
create index tasks_of_directive on tasks (jurisdiction_id, directive_id);
create index tasks_title_search on tasks using gin (title gin_trgm_ops);
