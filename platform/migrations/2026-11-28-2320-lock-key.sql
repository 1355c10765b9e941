-- The keys that lock numbers (platform/locked-text.ts), each by a fingerprint: the key itself lies outside of the database.
create table lock_key (
  id integer primary key check (id > 0),
  fingerprint text not null,
  made_at timestamptz not null default now()
);
