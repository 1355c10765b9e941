-- What happened, in the words of the business: written in the transaction that made it happen, then delivered by jobs.
create table event (
  id text primary key,
  type text not null,
  version smallint not null default 1,
  payload jsonb not null,
  actor_id text,
  at timestamptz not null
);
create index event_type_at on event (type, at);

-- What the file store holds, one row per content; the bytes lie under their hash in DATA_DIR/files.
create table stored_file (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  size integer not null check (size > 0),
  media_type text not null,
  original_name text not null,
  width integer,
  height integer,
  created_at timestamptz not null default now(),
  created_by text
);

-- Which sets of first data this database has been given, so that a start never gives them twice.
create table seeded (
  what text primary key,
  at timestamptz not null default now()
);
