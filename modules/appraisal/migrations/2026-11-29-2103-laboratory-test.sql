-- A test that the appraisal asks for beyond the papers of the dossier, and what came of it.
create table laboratory_test (
  id text primary key,
  dossier_id text not null references dossier,
  -- Empty: about the product as a whole.
  criterion text not null default '',
  indicator text not null,
  reason text not null,
  asked_of text not null check (asked_of in ('producer', 'adviser')),
  due_on date not null,
  -- The report of the advisory group is not handed in before.
  report_waits boolean not null,
  asked_at timestamptz not null,
  asked_by_name text not null,
  laboratory text,
  result text,
  tested_on date,
  file_hash text references stored_file,
  file_name text,
  answered_at timestamptz,
  answered_by_name text,
  check ((answered_at is null) = (result is null)),
  check ((answered_at is null) = (file_hash is null))
);
create index laboratory_test_dossier on laboratory_test (dossier_id);
