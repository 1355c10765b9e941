create table dossier (
  id text primary key,
  -- Given at the first filing; a draft has none.
  code text unique,
  product_id text not null references product,
  producer_id text not null references producer,
  commune_code text not null references commune,
  kind text not null check (kind in ('first', 'upgrade', 'renewal')),
  -- The law it was filed under: never changes once submitted.
  criteria_decision text not null,
  set_code text not null,
  status text not null,
  -- What was written into Mẫu 01 and Mẫu 02, by part of the form.
  answers jsonb not null default '{}',
  declared_at timestamptz,
  submitted_at timestamptz,
  commune_due_on date,
  round_id text,
  is_sample boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (code is not null or submitted_at is null)
);
create index dossier_producer on dossier (producer_id);
create index dossier_commune on dossier (commune_code, status);
create index dossier_round on dossier (round_id, status);
create unique index dossier_one_open_per_product on dossier (product_id)
  where status not in ('recognised', 'not-recognised', 'withdrawn');

create table dossier_choice (
  dossier_id text not null references dossier,
  criterion text not null,
  -- Null: none of the options is met, which counts 0.
  option_index smallint,
  points smallint not null check (points >= 0),
  reason text not null default '',
  updated_at timestamptz not null default now(),
  primary key (dossier_id, criterion)
);

-- The producer's vault: one paper serves many criteria and later dossiers.
create table evidence (
  id text primary key,
  producer_id text not null references producer,
  kind smallint not null check (kind between 1 and 15),
  title text not null,
  number text,
  issued_by text,
  issued_on date,
  expires_on date,
  file_hash text,
  file_name text,
  replaces_id text references evidence,
  created_at timestamptz not null default now(),
  created_by text,
  check (expires_on is null or issued_on is null or expires_on >= issued_on)
);
create index evidence_producer on evidence (producer_id, kind);
create table dossier_evidence (
  dossier_id text not null references dossier,
  evidence_id text not null references evidence,
  criterion text not null default '',
  primary key (dossier_id, evidence_id, criterion)
);

create table commune_review (
  dossier_id text primary key references dossier,
  form_check jsonb not null default '{}',
  materials text not null default '',
  labour text not null default '',
  idea text not null default '',
  identity text not null default '',
  meeting_on date,
  participants text not null default '',
  conclusion text not null default '',
  updated_by text,
  updated_at timestamptz not null default now()
);
create table dossier_request (
  id text primary key,
  dossier_id text not null references dossier,
  move text not null,
  items jsonb not null,
  requested_by text not null,
  requested_by_name text not null,
  requested_at timestamptz not null,
  answered_at timestamptz
);
create index dossier_request_dossier on dossier_request (dossier_id);
create table dossier_move (
  dossier_id text not null references dossier,
  seq integer not null,
  move text not null,
  from_status text not null,
  to_status text not null,
  by_id text,
  by_name text not null,
  note text,
  at timestamptz not null,
  primary key (dossier_id, seq)
);
create table dossier_counter (
  commune_code text not null,
  year integer not null,
  last integer not null,
  primary key (commune_code, year)
);
