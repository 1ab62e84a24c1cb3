-- The kernel: append-only history with a hash chain per record, and idempotency keys.

create extension if not exists ltree;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- One row per thing that happened. The rows of a record form a chain: each hash covers the one before it.
create table history (
  jurisdiction_id uuid not null,
  record_type text not null,
  record_id uuid not null,
  sequence int not null,
  type text not null,
  data jsonb not null,
  -- null: the program itself, by a job
  actor_id uuid,
  unit_id uuid,
  at timestamptz not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint history_pkey primary key (jurisdiction_id, record_type, record_id, sequence),
  constraint history_sequence_positive check (sequence > 0),
  constraint history_hash_length check (length(hash) = 32 and length(previous_hash) = 32)
);

create index history_at on history (jurisdiction_id, at desc);

create function history_hash(
  previous_hash bytea, jurisdiction_id uuid, record_type text, record_id uuid, sequence int, type text, data jsonb,
  actor_id uuid, unit_id uuid, at timestamptz
) returns bytea language sql immutable parallel safe as $$
  select sha256(previous_hash || convert_to(
    jsonb_build_array(
      jurisdiction_id, record_type, record_id, sequence, type, data, actor_id, unit_id,
      (extract(epoch from at) * 1000000)::bigint
    )::text, 'UTF8'))
$$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;

create trigger history_is_append_only before update or delete on history
  for each row execute function refuse_change();
create trigger history_is_never_emptied before truncate on history
  for each statement execute function refuse_change();

-- Appends events [{type, data, jobs: [name, …]}] and adds the jobs that follow, all in the caller's transaction.
create function append_history(
  p_jurisdiction_id uuid, p_record_type text, p_record_id uuid, p_events jsonb, p_actor_id uuid, p_unit_id uuid,
  p_at timestamptz
) returns int language plpgsql as $$
declare
  v_sequence int;
  v_hash bytea;
  v_previous bytea;
  v_event jsonb;
  v_job text;
begin
  select h.sequence, h.hash into v_sequence, v_hash from history h
    where h.jurisdiction_id = p_jurisdiction_id and h.record_type = p_record_type and h.record_id = p_record_id
    order by h.sequence desc limit 1;
  v_sequence := coalesce(v_sequence, 0);
  v_hash := coalesce(v_hash, decode(repeat('00', 32), 'hex'));
  for v_event in select value from jsonb_array_elements(p_events) loop
    v_sequence := v_sequence + 1;
    v_previous := v_hash;
    v_hash := history_hash(v_previous, p_jurisdiction_id, p_record_type, p_record_id, v_sequence,
      v_event ->> 'type', v_event -> 'data', p_actor_id, p_unit_id, p_at);
    insert into history values (p_jurisdiction_id, p_record_type, p_record_id, v_sequence, v_event ->> 'type',
      v_event -> 'data', p_actor_id, p_unit_id, p_at, v_previous, v_hash);
    for v_job in select value from jsonb_array_elements_text(v_event -> 'jobs') loop
      perform graphile_worker.add_job(v_job, json_build_object(
        'jurisdictionId', p_jurisdiction_id, 'recordType', p_record_type, 'recordId', p_record_id,
        'sequence', v_sequence, 'type', v_event ->> 'type'));
    end loop;
  end loop;
  return v_sequence;
end
$$;

-- A command's key and its reply, written in the command's own transaction: the same key never acts twice.
create table idempotency_keys (
  caller text not null,
  key text not null,
  endpoint text not null,
  request_hash bytea not null,
  reply jsonb,
  created_at timestamptz not null default now(),
  constraint idempotency_keys_pkey primary key (caller, key)
);

create index idempotency_keys_created_at on idempotency_keys (created_at);

-- Small facts about the installation itself, such as whether the demo district is loaded.
create table site_facts (
  name text primary key,
  value jsonb not null
);
