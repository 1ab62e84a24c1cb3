-- Campaigns 专项行动, the projects 项目 that they carry out, and the plan network of each: activities and links as people
-- entered them. Computed dates are not kept: the network is counted back from the deadline whenever it is looked at.

create sequence campaign_numbers;
create sequence project_numbers;

create table campaigns (
  jurisdiction_id uuid not null references units (id),
  id uuid not null,
  version int not null,
  number text not null,
  -- the campaign that it is a part of
  parent_id uuid,
  name text not null,
  state text not null,
  purpose text not null,
  -- the command post or the line unit that leads
  lead_unit_id uuid not null references units (id),
  starts_on date not null,
  finish_by date not null,
  -- "九大专项行动": how many parts are spoken of, of which only some may be named; null: nothing is said
  stated_parts int,
  -- "改造440个小区": how many projects are spoken of, named or not
  stated_projects int,
  stated_qualifier text,
  -- the tag by which cases of the ledger belong to it
  tag text,
  created_at timestamptz not null,
  created_by uuid not null,
  constraint campaigns_pkey primary key (jurisdiction_id, id),
  constraint campaigns_one_number unique (jurisdiction_id, number),
  constraint campaigns_parent foreign key (jurisdiction_id, parent_id) references campaigns (jurisdiction_id, id),
  constraint campaigns_not_own_parent check (parent_id <> id),
  constraint campaigns_state check (state in ('preparing', 'running', 'closed', 'withdrawn')),
  constraint campaigns_span check (starts_on <= finish_by),
  constraint campaigns_stated check (stated_parts >= 0 and stated_projects >= 0)
);

create unique index campaigns_one_tag on campaigns (jurisdiction_id, tag) where tag is not null;
create index campaigns_of_parent on campaigns (jurisdiction_id, parent_id);

-- What a campaign rests on 政策依据. Dates are often partial: a year, a month, or a day without its year.
create table campaign_bases (
  jurisdiction_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  position int not null,
  title text not null,
  organ text not null,
  document_number text not null,
  level text not null,
  -- as it is written, for example 2019年6月19日, 去年9.29
  date_text text not null,
  date_year int,
  date_month int,
  date_day int,
  -- the mandate document that was imported
  document_id uuid,
  constraint campaign_bases_pkey primary key (jurisdiction_id, id),
  constraint campaign_bases_campaign foreign key (jurisdiction_id, campaign_id)
    references campaigns (jurisdiction_id, id),
  constraint campaign_bases_level check (level in ('central', 'provincial', 'municipal', 'county', 'street')),
  constraint campaign_bases_date check (
    date_year between 1949 and 2100 and date_month between 1 and 12 and date_day between 1 and 31)
);

create index campaign_bases_of_campaign on campaign_bases (jurisdiction_id, campaign_id, position);

-- The vocabulary of stages 阶段, in order. A jurisdiction edits its own.
create table stages (
  jurisdiction_id uuid not null references units (id),
  code text not null,
  position int not null,
  name text not null,
  -- projects in this stage count as started, as finished
  counts_as text not null,
  constraint stages_pkey primary key (jurisdiction_id, code),
  constraint stages_one_position unique (jurisdiction_id, position) deferrable initially deferred,
  constraint stages_counts_as check (counts_as in ('not_started', 'started', 'finished'))
);

-- Working calendars of plans beside the office calendar: stop windows in winter and rain, night work, single days.
create table plan_calendars (
  jurisdiction_id uuid not null references units (id),
  id uuid not null,
  version int not null,
  name text not null,
  week jsonb not null,
  shift text not null,
  stops jsonb not null,
  days jsonb not null,
  constraint plan_calendars_pkey primary key (jurisdiction_id, id),
  constraint plan_calendars_one_name unique (jurisdiction_id, name),
  constraint plan_calendars_shift check (shift in ('day', 'night'))
);

create table projects (
  jurisdiction_id uuid not null references units (id),
  id uuid not null,
  version int not null,
  campaign_id uuid not null,
  number text not null,
  name text not null,
  state text not null,
  stage text,
  description text not null,
  place_text text not null,
  point point,
  -- 条: leads and sets the standard
  line_unit_id uuid not null references units (id),
  -- 块: carries it out
  territorial_unit_id uuid references units (id),
  responsible_leader_id uuid references people (id),
  responsible_person_id uuid references people (id),
  starts_on date not null,
  finish_by date not null,
  calendar_id uuid,
  -- counts every change of the network, so that two planners do not overwrite each other
  plan_version int not null,
  -- the sentence that ordered it
  task_id uuid,
  directive_id uuid,
  completed_on date,
  created_at timestamptz not null,
  created_by uuid not null,
  constraint projects_pkey primary key (jurisdiction_id, id),
  constraint projects_one_number unique (jurisdiction_id, number),
  constraint projects_campaign foreign key (jurisdiction_id, campaign_id) references campaigns (jurisdiction_id, id),
  constraint projects_stage foreign key (jurisdiction_id, stage) references stages (jurisdiction_id, code),
  constraint projects_calendar foreign key (jurisdiction_id, calendar_id)
    references plan_calendars (jurisdiction_id, id),
  constraint projects_state check (state in ('planned', 'under_way', 'suspended', 'completed', 'withdrawn')),
  constraint projects_span check (starts_on <= finish_by),
  constraint projects_completed check ((state = 'completed') = (completed_on is not null))
);

create index projects_of_campaign on projects (jurisdiction_id, campaign_id, number);
create index projects_by_line_unit on projects (jurisdiction_id, line_unit_id, finish_by, id);
create index projects_by_territorial_unit on projects (jurisdiction_id, territorial_unit_id, finish_by, id);
create index projects_of_task on projects (jurisdiction_id, task_id) where task_id is not null;
create index projects_name_search on projects using gin (name gin_trgm_ops);

-- The rows of a plan. A section 分项 holds others; an activity 工作 takes working days; a milestone takes none.
create table activities (
  jurisdiction_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  section_id uuid,
  -- order among the rows of its section; gaps are left for rows put between
  position double precision not null,
  name text not null,
  kind text not null,
  duration int not null,
  shortest int,
  calendar_id uuid,
  fixed_dates jsonb not null,
  rigid boolean not null,
  stage text,
  line_unit_id uuid references units (id),
  territorial_unit_id uuid references units (id),
  responsible_person_id uuid references people (id),
  started_on date,
  finished_on date,
  remaining int,
  -- a decision gate 论证 → 协调 → 审定 before it, in working days each
  gate jsonb,
  -- the removal that this convenience work spares the residents the loss of
  replaces_id uuid,
  replaces_days_before int,
  constraint activities_pkey primary key (jurisdiction_id, id),
  constraint activities_project foreign key (jurisdiction_id, project_id) references projects (jurisdiction_id, id),
  constraint activities_section foreign key (jurisdiction_id, section_id)
    references activities (jurisdiction_id, id) deferrable initially deferred,
  constraint activities_replaces foreign key (jurisdiction_id, replaces_id)
    references activities (jurisdiction_id, id) deferrable initially deferred,
  constraint activities_kind check (kind in ('section', 'activity', 'milestone')),
  constraint activities_duration check (
    case kind when 'activity' then duration between 1 and 20000 else duration = 0 end),
  constraint activities_facts check (finished_on is null or started_on <= finished_on)
);

create index activities_of_project on activities (jurisdiction_id, project_id, position);
create index activities_of_section on activities (jurisdiction_id, section_id) where section_id is not null;

-- Links 搭接关系, also between projects of one campaign.
create table activity_links (
  jurisdiction_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null,
  lag int not null,
  lag_time text not null,
  rigid boolean not null,
  constraint activity_links_pkey primary key (jurisdiction_id, from_id, to_id, kind),
  constraint activity_links_from foreign key (jurisdiction_id, from_id)
    references activities (jurisdiction_id, id) on delete cascade,
  constraint activity_links_to foreign key (jurisdiction_id, to_id)
    references activities (jurisdiction_id, id) on delete cascade,
  constraint activity_links_not_itself check (from_id <> to_id),
  constraint activity_links_kind check (kind in ('finish_start', 'start_start', 'finish_finish', 'start_finish')),
  constraint activity_links_lag check (lag between -20000 and 20000),
  constraint activity_links_lag_time check (lag_time in ('working', 'calendar'))
);

create index activity_links_to on activity_links (jurisdiction_id, to_id);
