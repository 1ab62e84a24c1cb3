-- The whole review of a document: directives split and merged, repairs decided on, facts corrected, steps taken back and
-- forth again, what a directive becomes, and newer versions of the same document.

alter table documents
  add column organ text not null default '',
  add column speaker text not null default '',
  add column document_number text not null default '',
  -- single repairs that a person took back (without) or accepted (with), by their ids
  add column repair_choices jsonb not null default '{"without": [], "with": []}',
  -- the document of which this one is a newer version
  add column previous_id uuid,
  -- documents that were there when it was imported and that it looks like
  add column resembles uuid[] not null default '{}',
  add constraint documents_previous foreign key (jurisdiction_id, previous_id) references documents (jurisdiction_id, id),
  add constraint documents_not_its_own_version check (previous_id <> id);

-- A chain of versions does not fork.
create unique index documents_one_successor on documents (jurisdiction_id, previous_id) where state <> 'discarded';

alter table directives
  -- how often it is to be done again: week, month …; null for once
  add column period text,
  -- targets, the indicator and the promise that sending makes of it, as the reviewer left them
  add column targets jsonb not null default '[]',
  add column indicator jsonb,
  add column promise jsonb,
  -- why a person should look, as the rules say
  add column doubts text[] not null default '{}',
  add column decided_by uuid,
  add column decided_at timestamptz,
  -- the directives that it was split from or merged of
  add column came_of uuid[] not null default '{}',
  -- the directive of the previous version whose decision it carries on
  add column carried_from uuid,
  add column target_ids uuid[] not null default '{}',
  add column indicator_ids uuid[] not null default '{}',
  add column promise_ids uuid[] not null default '{}',
  drop constraint directives_state,
  drop constraint directives_origin,
  drop constraint directives_outcome,
  -- carried: already sent with the previous version; replaced: split or merged; undone: taken back or no longer found
  add constraint directives_state check
    (state in ('proposed', 'accepted', 'rejected', 'sent', 'carried', 'replaced', 'undone')),
  add constraint directives_origin check (origin in ('proposed', 'added', 'split', 'merged')),
  add constraint directives_outcome check (outcome in ('task', 'target', 'indicator', 'promise', 'case')),
  add constraint directives_period check
    (period in ('day', 'week', 'half_month', 'ten_days', 'month', 'quarter', 'half_year', 'year'));

alter table review_steps
  -- what the step left behind, so that it can be done again after it was undone
  add column result jsonb not null default '[]',
  -- what the step changed in the document itself: repair choices, facts, the version before it
  add column document_before jsonb,
  add column document_after jsonb,
  -- undone, and then something else was done: it cannot be done again
  add column dropped boolean not null default false;

alter table tasks
  add column period text,
  -- a newer version of the document dropped or changed the sentence that ordered the task
  add column source_change text,
  add column source_change_document_id uuid,
  add column source_change_directive_id uuid,
  add constraint tasks_source_change check (source_change in ('withdrawn', 'changed')),
  add constraint tasks_period check
    (period in ('day', 'week', 'half_month', 'ten_days', 'month', 'quarter', 'half_year', 'year'));

create index tasks_with_changed_source on tasks (jurisdiction_id, due_order, id) where source_change is not null;
