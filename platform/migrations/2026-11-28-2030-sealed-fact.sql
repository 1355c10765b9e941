-- Which final facts are bound into the transparency log, and where. A hint for the next sealing: what is proved is proved from the log's own files.
create table sealed_fact (
  kind text not null,
  key text not null,
  position bigint not null check (position >= 0),
  sealed_at timestamptz not null default now(),
  primary key (kind, key)
);
create unique index sealed_fact_position on sealed_fact (position);
