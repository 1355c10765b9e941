-- A visit of the advisory group to where the product is made: planned, then told with its day, its place and its photos.
create table field_visit (
  id text primary key,
  dossier_id text not null references dossier,
  planned_on date not null,
  visitors text not null,
  planned_at timestamptz not null,
  planned_by_name text not null,
  visited_on date,
  place text not null default '',
  findings text not null default '',
  reported_at timestamptz,
  reported_by_name text,
  check ((visited_on is null) = (reported_at is null))
);
create index field_visit_dossier on field_visit (dossier_id);
create table field_visit_photo (
  id text primary key,
  visit_id text not null references field_visit,
  file_hash text not null references stored_file,
  name text not null
);
create index field_visit_photo_visit on field_visit_photo (visit_id);
