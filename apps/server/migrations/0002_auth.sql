-- Accounts, sessions and second factors, in the shape that the identity library (better-auth) reads and writes under
-- names of our own. A test asks the library whether it would change anything here and expects nothing.

-- One account per person: the id is the person's id. The library wants a name and an e-mail address; both are made from
-- the account, so that no personal data are kept twice.
create table auth_users (
  id uuid primary key,
  username text not null,
  name text generated always as (username) stored not null,
  email text generated always as (username || '@duban.invalid') stored not null,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  must_change_password boolean not null default true,
  password_set_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint auth_users_username_unique unique (username),
  constraint auth_users_email_unique unique (email),
  constraint auth_users_username_form check (username ~ '^[a-z0-9_.]{3,60}$')
);

-- expires_at is the absolute limit; the idle limit is counted from last_seen_at.
create table auth_sessions (
  id uuid primary key,
  token text not null,
  user_id uuid not null references auth_users (id) on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  -- the unit that the person acts for; null: the unit of the first position
  acting_unit_id uuid,
  last_seen_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint auth_sessions_token_unique unique (token)
);

create index auth_sessions_user_id on auth_sessions (user_id);

create table auth_accounts (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth_users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  -- scrypt, salted; null for accounts of another provider
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint auth_accounts_once_per_provider unique (user_id, provider_id)
);

create index auth_accounts_user_id on auth_accounts (user_id);

-- Short-lived values: the step between password and code, and attempts at it.
create table auth_verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index auth_verifications_identifier on auth_verifications (identifier);

-- secret and backup_codes are encrypted under the secret of the data folder.
create table auth_two_factors (
  id uuid primary key,
  user_id uuid not null references auth_users (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count int not null default 0,
  locked_until timestamptz,
  constraint auth_two_factors_once_per_user unique (user_id)
);

create index auth_two_factors_user_id on auth_two_factors (user_id);
create index auth_two_factors_secret on auth_two_factors (secret);

-- Failed sign-ins per account name as it was typed, known or not: an unknown name locks like a known one, so that
-- locking tells nobody which accounts exist. The name is kept as a hash, because people type passwords into it.
create table auth_lockouts (
  account_hash bytea primary key,
  failures int not null,
  locked_until timestamptz,
  last_at timestamptz not null
);

create index auth_lockouts_last_at on auth_lockouts (last_at);
