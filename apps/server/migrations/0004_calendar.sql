-- The working calendar of a jurisdiction: what it lays over the years that the program knows. The record's history
-- (record type `calendar`) holds every change; these tables hold every version, so that the calendar a deadline was
-- computed with can be looked up later by its fingerprint.

create table calendars (
  -- also the id of the history record
  jurisdiction_id uuid not null,
  version int not null,
  -- new with every change, also with one that is rolled back: what caches in memory go by
  revision uuid not null,
  hours jsonb not null,
  day_ends text not null,
  week_start smallint not null,
  constraint calendars_pkey primary key (jurisdiction_id),
  constraint calendars_version_positive check (version > 0),
  constraint calendars_day_ends check (day_ends in ('close_of_business', 'midnight')),
  constraint calendars_week_start check (week_start between 1 and 7)
);

create table calendar_versions (
  jurisdiction_id uuid not null references calendars (jurisdiction_id),
  version int not null,
  -- the calendar version that deadlines keep
  fingerprint text not null,
  hours jsonb not null,
  day_ends text not null,
  at timestamptz not null,
  constraint calendar_versions_pkey primary key (jurisdiction_id, version)
);

create index calendar_versions_fingerprint on calendar_versions (jurisdiction_id, fingerprint);

create table calendar_days (
  jurisdiction_id uuid not null references calendars (jurisdiction_id),
  date date not null,
  kind text not null,
  name text not null,
  source text not null,
  -- the versions of the calendar in which the row stands, the last excluded; null: it still stands
  from_version int not null,
  until_version int,
  constraint calendar_days_pkey primary key (jurisdiction_id, date, from_version),
  constraint calendar_days_kind check (kind in ('holiday', 'workday')),
  constraint calendar_days_horizon check (date between '2000-01-01' and '2099-12-31'),
  constraint calendar_days_named check (name <> '' and source <> ''),
  constraint calendar_days_versions check (until_version > from_version)
);

create unique index calendar_days_one_standing on calendar_days (jurisdiction_id, date) where until_version is null;

create table calendar_years (
  jurisdiction_id uuid not null references calendars (jurisdiction_id),
  year int not null,
  source text not null,
  from_version int not null,
  constraint calendar_years_pkey primary key (jurisdiction_id, year),
  constraint calendar_years_horizon check (year between 2000 and 2099)
);
