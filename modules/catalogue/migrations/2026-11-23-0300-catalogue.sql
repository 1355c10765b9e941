create extension if not exists pg_trgm;

create table producer (
  id text primary key,
  slug text not null unique,
  name text not null,
  kind text not null check (kind in
    ('cooperative', 'cooperative-group', 'company', 'farm', 'household', 'tourism-association', 'unknown')),
  organisation_id text unique references organisation,
  tax_code text,
  registration_no text,
  representative text,
  commune_code text references commune,
  former_commune_code text references former_commune,
  -- The district of before 1 July 2025: known for many places whose commune the sources do not name.
  former_district_code text,
  former_district_name text,
  former_province_name text,
  address text,
  phone text,
  email text,
  about text,
  search_text text not null,
  is_sample boolean not null default false,
  source_url text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index producer_search on producer using gin (search_text gin_trgm_ops);
create index producer_commune on producer (commune_code);
create index producer_former_district on producer (former_district_code);

create table product (
  id text primary key,
  slug text not null unique,
  producer_id text not null references producer,
  name text not null,
  set_code text not null,
  description text,
  story text,
  net_content text,
  ingredients text,
  storage text,
  usage_note text,
  gtin text unique check (gtin ~ '^[0-9]{14}$'),
  trace_code text not null unique,
  brand text,
  -- Shown to everyone: it was recognised, or waits for the ministry. Until then only its producer and the offices see it.
  in_register boolean not null default false,
  -- The product's standing, written by the one command that records a decision, expiry or withdrawal.
  stars smallint check (stars between 3 and 5),
  potential_five boolean not null default false,
  standing text not null default 'none' check (standing in ('none', 'certified', 'withdrawn')),
  certificate_code text,
  certified_from date,
  certified_until date,
  validity_inferred boolean not null default false,
  certified_year smallint,
  search_text text not null,
  search_words tsvector generated always as (to_tsvector('simple', search_text)) stored,
  is_sample boolean not null default false,
  confidence text check (confidence in ('A', 'B')),
  source_url text,
  source_note text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index product_search on product using gin (search_text gin_trgm_ops);
create index product_words on product using gin (search_words);
create index product_producer on product (producer_id);
create index product_set on product (set_code);
create index product_stars on product (stars, certified_until);

create table product_photo (
  product_id text not null references product,
  file_hash text not null,
  position integer not null,
  caption text,
  primary key (product_id, file_hash)
);
