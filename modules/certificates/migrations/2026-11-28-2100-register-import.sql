-- A register of recognitions that are older than this platform: proposed by one officer, confirmed by another, then carried out row by row.
create table register_import (
  id text primary key,
  -- `officer`: a file that somebody sent. `reference`: the public register that comes with the software and is there from the first start.
  source text not null check (source in ('officer', 'reference')),
  file_name text not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  row_count integer not null,
  status text not null check (status in ('proposed', 'confirmed', 'done', 'turned-down')),
  problems jsonb not null default '[]',
  -- The rows that cannot be read, as they stood in the file.
  faulty jsonb not null default '{"headings": [], "rows": []}',
  proposed_at timestamptz not null,
  proposed_by text,
  decided_at timestamptz,
  decided_by text,
  reason text,
  finished_at timestamptz,
  producers integer not null default 0,
  products integer not null default 0,
  certificates integer not null default 0,
  check (source = 'reference' or proposed_by is not null),
  check (source = 'reference' or status not in ('confirmed', 'done') or (decided_by is not null and decided_by <> proposed_by)),
  check ((status = 'done') = (finished_at is not null))
);
create index register_import_proposed on register_import (proposed_at);
create table register_import_row (
  import_id text not null references register_import,
  -- As a spreadsheet counts.
  row integer not null,
  -- The rows of one product are carried out together.
  product_group text not null,
  cells jsonb not null,
  finding text not null check (finding in ('new', 'changed', 'known')),
  doubts jsonb not null default '[]',
  differences jsonb not null default '[]',
  done_at timestamptz,
  primary key (import_id, row)
);
create index register_import_row_left on register_import_row (import_id, row) where done_at is null;
create index register_import_row_group on register_import_row (import_id, product_group);

-- Where a certificate came from that no decision of ours stands behind. What is on file from before this table has the day of its coming alone.
alter table certificate add column import_id text references register_import;
create index certificate_import on certificate (import_id) where import_id is not null;

-- The public page of a certificate says what kind of import it came with, and nothing else of it.
create trigger shown_change after insert or update of source or delete or truncate on register_import
  execute function send_change('certificates');
