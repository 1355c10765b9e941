-- Keys that unit serials are made with. The secret lies with the others of the installation; the fingerprint tells a lost one from another one.
create table unit_serial_key (
  id integer primary key,
  fingerprint text not null,
  made_at timestamptz not null
);
-- A sheet with serials is a range of units of its lot and nothing more: no label has a row.
alter table label_sheet
  add column first_unit integer check (first_unit > 0),
  add column serial_key integer references unit_serial_key,
  -- What the labels carry besides: the last day of use in the symbol, and a second symbol for tills that read no QR.
  add column with_expiry boolean not null default false,
  add column beside text check (beside in ('ean-13', 'datamatrix')),
  add column applied_at timestamptz,
  add column applied_by text,
  add constraint label_sheet_units check ((first_unit is null) = (serial_key is null)),
  add constraint label_sheet_applied check (applied_at is null or applied_at >= printed_at);
-- Printed and never on goods: torn, jammed, smudged. They are counted so that no more labels are about than goods.
create table label_spoiled (
  id text primary key,
  sheet_id text not null references label_sheet,
  count integer not null check (count > 0),
  at timestamptz not null,
  recorded_by text,
  request_key text unique
);
create index label_spoiled_sheet on label_spoiled (sheet_id);
create trigger label_spoiled_append_only before update or delete on label_spoiled for each row execute function refuse_change();
-- A unit has a row once somebody scanned it, and its devices for as long as `label.scan-days` says: keyed hashes, and a place in whole tenths of a degree
-- where the edge gave one.
create table unit_scan (
  lot_id text not null references lot,
  unit integer not null check (unit > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  count integer not null check (count > 0),
  primary key (lot_id, unit)
);
create table unit_device (
  lot_id text not null,
  unit integer not null,
  device text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  latitude real check (latitude between -90 and 90),
  longitude real check (longitude between -180 and 180),
  primary key (lot_id, unit, device),
  foreign key (lot_id, unit) references unit_scan,
  check ((latitude is null) = (longitude is null))
);
create index unit_device_last on unit_device (last_at);
-- Numbers that nobody gave out, asked for under the code of a lot.
create table unit_guess (
  lot_id text not null references lot,
  day date not null,
  count integer not null check (count > 0),
  primary key (lot_id, day)
);
