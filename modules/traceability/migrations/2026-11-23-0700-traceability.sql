create table lot (
  id text primary key,
  product_id text not null references product,
  producer_id text not null references producer,
  number text not null check (length(number) between 1 and 20),
  trace_code text not null unique,
  made_on date not null,
  expires_on date,
  quantity integer not null check (quantity > 0),
  unit text not null,
  status text not null check (status in ('open', 'closed', 'recalled')),
  recall_reason text,
  is_sample boolean not null default false,
  created_at timestamptz not null default now(),
  created_by text,
  unique (product_id, number),
  check (expires_on is null or expires_on >= made_on)
);
create index lot_producer on lot (producer_id, made_on);
create table diary_entry (
  id text primary key,
  lot_id text not null references lot,
  at timestamptz not null,
  kind text not null,
  text text not null default '',
  file_hash text,
  recorded_by text,
  recorded_at timestamptz not null default now()
);
create index diary_entry_lot on diary_entry (lot_id, at);
create table label_sheet (
  id text primary key,
  lot_id text not null references lot,
  layout text not null,
  count integer not null check (count > 0),
  printed_at timestamptz not null,
  printed_by text
);
-- Scans are counted per code and day: no address, no device, no person.
create table scan_count (
  code text not null,
  day date not null,
  count integer not null,
  primary key (code, day)
);
create table doubt_report (
  id text primary key,
  case_code text not null unique,
  code text not null,
  lot_id text references lot,
  product_id text references product,
  text text not null,
  place text,
  contact text,
  status text not null default 'new' check (status in ('new', 'checking', 'closed')),
  answer text,
  at timestamptz not null,
  request_key text unique
);
