-- Sign-in (better-auth's own schema, names mapped to ours).
create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table auth_session (
  id text primary key,
  user_id text not null references auth_user on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_session_user on auth_session (user_id);
create table auth_account (
  id text primary key,
  user_id text not null references auth_user on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_account_user on auth_account (user_id);
create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verification_identifier on auth_verification (identifier);
create table auth_two_factor (
  id text primary key,
  user_id text not null references auth_user on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index auth_two_factor_user on auth_two_factor (user_id);

-- Tries per account and per address (hashed), so that guessing is slow whichever process answers.
create table sign_in_attempt (
  key text primary key,
  count integer not null,
  since timestamptz not null
);

create table organisation (
  id text primary key,
  code text not null unique,
  name text not null,
  kind text not null check (kind in
    ('producer', 'commune', 'provincial-office', 'council', 'department', 'steering-committee', 'platform', 'partner')),
  commune_code text references commune,
  parent_id text references organisation,
  created_at timestamptz not null default now()
);
create table membership (
  id text primary key,
  user_id text not null references auth_user on delete cascade,
  organisation_id text not null references organisation,
  role text not null,
  since date not null default current_date,
  until date,
  unique (user_id, organisation_id, role)
);
create index membership_user on membership (user_id);

-- Who did what: append only, every row carries the hash of the one before it.
create table audit_entry (
  seq bigint primary key,
  at timestamptz not null,
  actor_id text,
  actor_name text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  detail jsonb not null default '{}',
  previous_hash bytea not null,
  hash bytea not null
);
create index audit_entry_subject on audit_entry (subject_type, subject_id, seq);
create index audit_entry_at on audit_entry (at);
create index audit_entry_actor on audit_entry (actor_id, seq);

create function audit_entry_digest(
  seq bigint, at timestamptz, actor_id text, actor_name text, action text,
  subject_type text, subject_id text, detail jsonb, previous_hash bytea
) returns bytea language sql immutable as $$
  select sha256(previous_hash || convert_to(jsonb_build_array(
    seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor_id, actor_name, action, subject_type, subject_id, detail
  )::text, 'UTF8'))
$$;

create function audit_entry_chain() returns trigger language plpgsql as $$
declare last record;
begin
  -- One writer at a time until commit: two rows can never name the same predecessor.
  perform pg_advisory_xact_lock(7223001);
  select a.seq, a.hash into last from audit_entry a order by a.seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.previous_hash := coalesce(last.hash, sha256(''::bytea));
  new.hash := audit_entry_digest(new.seq, new.at, new.actor_id, new.actor_name, new.action,
    new.subject_type, new.subject_id, new.detail, new.previous_hash);
  return new;
end $$;
create trigger audit_entry_chain before insert on audit_entry for each row execute function audit_entry_chain();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry for each row execute function refuse_change();
create trigger audit_entry_no_truncate before truncate on audit_entry for each statement execute function refuse_change();
