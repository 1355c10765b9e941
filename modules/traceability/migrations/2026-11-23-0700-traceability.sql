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
  -- Standards that the maker says it works by (TCVN, QCVN, VietGAP, its own): its words, not proven here.
  standards text,
  status text not null check (status in ('open', 'closed', 'recalled')),
  recall_reason text,
  recalled_at timestamptz,
  recalled_by text,
  is_sample boolean not null default false,
  -- One form sent twice is one lot.
  request_key text unique,
  created_at timestamptz not null default now(),
  created_by text,
  check (expires_on is null or expires_on >= made_on),
  check ((status = 'recalled') = (recall_reason is not null and recalled_at is not null))
);
-- A person who types the number off a label does not keep capitals apart.
create unique index lot_number on lot (product_id, upper(number));
create index lot_producer on lot (producer_id, made_on);
create table diary_entry (
  id text primary key,
  lot_id text not null references lot,
  at timestamptz not null,
  kind text not null,
  text text not null default '',
  file_hash text references stored_file,
  recorded_by text,
  request_key text unique,
  recorded_at timestamptz not null default now()
);
create index diary_entry_lot on diary_entry (lot_id, at);
create trigger diary_entry_append_only before update or delete on diary_entry for each row execute function refuse_change();
create table label_sheet (
  id text primary key,
  lot_id text not null references lot,
  layout text not null,
  count integer not null check (count > 0),
  skip integer not null default 0 check (skip >= 0),
  request_key text unique,
  printed_at timestamptz not null,
  printed_by text
);
create index label_sheet_lot on label_sheet (lot_id, printed_at);
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
  handled_by text,
  handled_at timestamptz,
  at timestamptz not null,
  request_key text unique,
  check ((status = 'closed') = (answer is not null))
);
create index doubt_report_status on doubt_report (status, at);
