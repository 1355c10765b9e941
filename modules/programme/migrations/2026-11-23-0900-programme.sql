create table programme_target (
  id text primary key,
  indicator text not null,
  scope text not null,
  period_from date not null,
  period_to date not null,
  value_from numeric not null,
  value_to numeric,
  unit text not null,
  instrument text,
  source_url text,
  certainty text not null check (certainty in ('confirmed', 'inferred', 'conflict', 'unknown')),
  note text
);
-- Figures others published: shown beside the register with their source, never mixed into its counts.
create table official_figure (
  id text primary key,
  series text not null,
  as_of text not null,
  as_of_date date,
  indicator text not null,
  value numeric not null,
  source_url text,
  certainty text not null check (certainty in ('confirmed', 'inferred', 'conflict', 'unknown')),
  note text
);
create table period_report (
  id text primary key,
  period_from date not null,
  period_to date not null,
  figures jsonb not null,
  query_version text not null,
  produced_at timestamptz not null,
  produced_by text not null
);
