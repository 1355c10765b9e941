-- Legal values are rows with dates and sources: an officer supersedes a row, nobody edits one.
create table legal_rule (
  id text primary key,
  topic text not null,
  value jsonb not null,
  instrument text not null,
  article text,
  effective_from date not null,
  effective_to date,
  source_url text,
  checked_on date,
  certainty text not null check (certainty in ('confirmed', 'inferred', 'conflict', 'unknown')),
  note text,
  created_at timestamptz not null default now(),
  check (effective_to is null or effective_to >= effective_from)
);
create unique index legal_rule_topic_start on legal_rule (topic, effective_from);

-- Communes since 1 July 2025 (Quyết định 19/2025/QĐ-TTg codes) and the units they came from.
create table commune (
  code text primary key,
  name text not null,
  kind text not null,
  province_code text not null,
  province_name text not null,
  effective_from date not null,
  search_text text not null
);
create table former_commune (
  code text primary key,
  name text not null,
  kind text not null,
  district_code text not null,
  district_name text not null,
  province_code text not null,
  province_name text not null,
  effective_to date not null,
  split boolean not null,
  search_text text not null
);
create table commune_succession (
  former_code text not null references former_commune,
  commune_code text not null references commune,
  primary key (former_code, commune_code)
);
create index commune_succession_commune on commune_succession (commune_code);
