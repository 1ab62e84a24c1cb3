-- Units, people and what joins them; boundaries; and the records of who administered and who read what.

create table units (
  id uuid primary key,
  -- the county-level government at the top of the own tree; its own id for that government itself
  jurisdiction_id uuid not null,
  parent_id uuid,
  -- ids from the top down to this unit, kept by a trigger; hyphens are written as underscores (PostgreSQL 15)
  path ltree not null,
  kind text not null,
  name text not null,
  short_name text not null,
  aliases text[] not null default '{}',
  -- the working code of the jurisdiction, by which imports name units; official codes are in unit_codes
  code text,
  valid_from date not null,
  -- first day on which the unit no longer exists
  valid_to date,
  successor_id uuid references units (id),
  version int not null,
  constraint units_jurisdiction foreign key (jurisdiction_id) references units (id) deferrable initially deferred,
  constraint units_parent foreign key (parent_id) references units (id),
  constraint units_kind check (kind in ('government', 'leading_group', 'command_post', 'department', 'street',
    'community', 'grid', 'contractor', 'cppcc')),
  constraint units_top check ((parent_id is null) = (id = jurisdiction_id)),
  constraint units_period check (valid_to > valid_from),
  constraint units_name_given check (name <> '' and short_name <> ''),
  constraint units_name_unique exclude using gist
    (parent_id with =, name with =, daterange(valid_from, valid_to) with &&),
  constraint units_code_unique exclude using gist
    (jurisdiction_id with =, code with =, daterange(valid_from, valid_to) with &&) where (code is not null)
);

create index units_path on units using gist (path);
create index units_jurisdiction_id on units (jurisdiction_id, kind);
create index units_parent_id on units (parent_id);
create index units_name_search on units using gin (name gin_trgm_ops);

-- The path follows from the parent: a unit below itself, or in another jurisdiction than its parent, cannot be written.
create function unit_label(id uuid) returns ltree language sql immutable parallel safe as $$
  select replace(id::text, '-', '_')::ltree
$$;

create function units_set_path() returns trigger language plpgsql as $$
declare
  v_parent units%rowtype;
begin
  if new.parent_id is null then
    new.path := unit_label(new.id);
    return new;
  end if;
  select * into strict v_parent from units where id = new.parent_id;
  if v_parent.path <@ unit_label(new.id) or v_parent.path ~ ('*.' || unit_label(new.id)::text || '.*')::lquery then
    raise exception 'unit below itself' using errcode = 'check_violation', constraint = 'units_no_cycle';
  end if;
  if v_parent.jurisdiction_id <> new.jurisdiction_id then
    raise exception 'unit outside of its jurisdiction' using errcode = 'check_violation',
      constraint = 'units_in_jurisdiction';
  end if;
  new.path := v_parent.path || unit_label(new.id);
  return new;
end
$$;

create trigger units_set_path before insert or update of parent_id on units
  for each row execute function units_set_path();

create function units_carry_path() returns trigger language plpgsql as $$
begin
  update units set path = new.path || subpath(path, nlevel(old.path))
    where path <@ old.path and id <> new.id;
  return null;
end
$$;

create trigger units_carry_path after update of parent_id on units
  for each row when (old.path is distinct from new.path) execute function units_carry_path();

-- Official codes with the period for which they hold; a code that was given up may be given to another unit later.
create table unit_codes (
  id uuid primary key,
  jurisdiction_id uuid not null,
  unit_id uuid not null references units (id),
  scheme text not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  constraint unit_codes_scheme check (scheme in ('gbt2260', 'statistical', 'grid', 'credit')),
  constraint unit_codes_period check (valid_to > valid_from),
  constraint unit_codes_code_unique exclude using gist
    (scheme with =, code with =, daterange(valid_from, valid_to) with &&),
  constraint unit_codes_one_per_scheme exclude using gist
    (unit_id with =, scheme with =, daterange(valid_from, valid_to) with &&)
);

-- Outlines of streets, communities and grids: each ring is an array of [longitude, latitude], CGCS2000.
create table areas (
  unit_id uuid not null references units (id),
  part int not null default 1,
  jurisdiction_id uuid not null,
  ring jsonb not null,
  constraint areas_pkey primary key (unit_id, part),
  constraint areas_ring check (jsonb_typeof(ring) = 'array' and jsonb_array_length(ring) >= 3)
);

create index areas_jurisdiction_id on areas (jurisdiction_id);

create table people (
  id uuid primary key,
  jurisdiction_id uuid not null references units (id),
  -- null once the person has been erased
  name text,
  phone text,
  created_at timestamptz not null,
  deactivated_at timestamptz,
  erased_at timestamptz,
  version int not null,
  constraint people_name_given check (name is not null or erased_at is not null),
  constraint people_erased_after_leaving check (erased_at is null or (deactivated_at is not null and phone is null))
);

create index people_by_name on people (jurisdiction_id, name, id);
create index people_name_search on people using gin (name gin_trgm_ops);

alter table auth_users add constraint auth_users_person foreign key (id) references people (id);

create table positions (
  id uuid primary key,
  jurisdiction_id uuid not null,
  person_id uuid not null references people (id),
  unit_id uuid not null references units (id),
  role text not null,
  title text not null,
  valid_from date not null,
  -- first day on which the position no longer holds
  valid_to date,
  constraint positions_role check (role in ('dispatcher', 'handler', 'inspector', 'leader', 'cppcc_member',
    'cppcc_office', 'system_admin', 'security_admin', 'audit_admin')),
  constraint positions_period check (valid_to >= valid_from),
  constraint positions_once exclude using gist
    (person_id with =, unit_id with =, role with =, daterange(valid_from, valid_to) with &&),
  -- GB/T 22239-2019: system, security and audit administration never meet in one person
  constraint positions_separated exclude using gist
    (person_id with =, role with <>, daterange(valid_from, valid_to) with &&)
    where (role in ('system_admin', 'security_admin', 'audit_admin'))
);

create index positions_person_id on positions (person_id);
create index positions_unit_id on positions (unit_id, role);

-- 包保: a leader or a department that has taken on a community.
create table pairings (
  id uuid primary key,
  jurisdiction_id uuid not null,
  community_id uuid not null references units (id),
  person_id uuid references people (id),
  unit_id uuid references units (id),
  valid_from date not null,
  valid_to date,
  constraint pairings_one_side check (num_nonnulls(person_id, unit_id) = 1),
  constraint pairings_period check (valid_to >= valid_from),
  constraint pairings_once exclude using gist
    (community_id with =, coalesce(person_id, unit_id) with =, daterange(valid_from, valid_to) with &&)
);

create index pairings_jurisdiction_id on pairings (jurisdiction_id, community_id);

create table sign_in_rules (
  jurisdiction_id uuid primary key references units (id),
  second_factor_roles text[] not null,
  password_days int,
  constraint sign_in_rules_password_days check (password_days between 30 and 730)
);

-- Who did what in administration, and who signed in or failed to: user, time, subject, event, result.
create table administrative_audit (
  id uuid primary key,
  -- null when somebody tried an account that does not exist
  jurisdiction_id uuid,
  at timestamptz not null,
  person_id uuid,
  event text not null,
  subject_type text not null,
  subject_id uuid,
  -- how the subject was called then; null for people, whose names may be erased
  subject text,
  result text not null,
  reason text,
  address text,
  constraint administrative_audit_result check (result in ('done', 'refused'))
);

create index administrative_audit_newest on administrative_audit (jurisdiction_id, at desc, id desc);
create index administrative_audit_person on administrative_audit (person_id, at desc);

-- Who read whose personal data, which and what for.
create table access_log (
  id uuid primary key,
  jurisdiction_id uuid not null,
  at timestamptz not null,
  reader_id uuid not null,
  subject_id uuid not null,
  data text not null,
  purpose text
);

create index access_log_newest on access_log (jurisdiction_id, at desc, id desc);

create trigger administrative_audit_is_append_only before update or delete on administrative_audit
  for each row execute function refuse_change();
create trigger administrative_audit_is_never_emptied before truncate on administrative_audit
  for each statement execute function refuse_change();
create trigger access_log_is_append_only before update or delete on access_log
  for each row execute function refuse_change();
create trigger access_log_is_never_emptied before truncate on access_log
  for each statement execute function refuse_change();

-- Changes with every change of a unit or a boundary; says to each server process when what it keeps in memory is old.
create table organisation_revisions (
  jurisdiction_id uuid primary key,
  revision uuid not null
);

create function organisation_revised() returns trigger language plpgsql as $$
begin
  insert into organisation_revisions values (coalesce(new.jurisdiction_id, old.jurisdiction_id), gen_random_uuid())
    on conflict (jurisdiction_id) do update set revision = excluded.revision;
  return null;
end
$$;

create trigger units_revised after insert or update or delete on units
  for each row execute function organisation_revised();
create trigger areas_revised after insert or update or delete on areas
  for each row execute function organisation_revised();
