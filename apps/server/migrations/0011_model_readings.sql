-- Documents read by a language model: who had the text sent where, and what came of it. Nothing is ever in here unless an
-- administrator configured a model and a reviewer asked it.

create table model_readings (
  jurisdiction_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  version int not null,
  state text not null,
  host text not null,
  model text not null,
  characters int not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  -- null: nothing was sent
  sent_at timestamptz,
  finished_at timestamptz,
  -- how often the sending was begun; a stop of the program repeats it
  sendings int not null default 0,
  pieces int not null default 0,
  answered int not null default 0,
  requests int not null default 0,
  proposed int not null default 0,
  confirmed int not null default 0,
  -- quotes that were thrown away, by the reason
  dropped jsonb not null default '{}',
  fault text,
  constraint model_readings_pkey primary key (jurisdiction_id, id),
  constraint model_readings_document foreign key (jurisdiction_id, document_id)
    references documents (jurisdiction_id, id),
  constraint model_readings_state check (state in ('waiting', 'done', 'failed')),
  constraint model_readings_finished check ((state = 'waiting') = (finished_at is null)),
  constraint model_readings_fault check (state <> 'failed' or fault is not null)
);

-- One question at a time.
create unique index model_readings_one_waiting on model_readings (jurisdiction_id, document_id) where state = 'waiting';
create index model_readings_of_document on model_readings (jurisdiction_id, document_id, asked_at desc, id desc);

alter table directives
  drop constraint directives_origin,
  -- suggested: quoted by a language model, and not found by the rules
  add constraint directives_origin check (origin in ('proposed', 'added', 'split', 'merged', 'suggested'));
