create table recognition_decision (
  id text primary key,
  session_id text references council_session,
  number text,
  signed_on date,
  signer text,
  signer_title text,
  authority text not null,
  status text not null check (status in ('draft', 'recorded')),
  recorded_at timestamptz,
  recorded_by text,
  source_url text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (status = 'draft' or (number is not null and signed_on is not null))
);
create unique index recognition_decision_number on recognition_decision (number, authority) where status = 'recorded';
create table decision_item (
  decision_id text not null references recognition_decision,
  dossier_id text not null references dossier,
  product_id text not null references product,
  outcome text not null check (outcome in ('recognised', 'potential-five', 'not-recognised')),
  stars smallint,
  product_code text,
  position integer not null,
  primary key (decision_id, dossier_id)
);
create table certificate (
  id text primary key,
  code text not null unique,
  product_id text not null references product,
  product_name text not null,
  producer_name text not null,
  address text,
  stars smallint not null check (stars between 3 and 5),
  decision_id text references recognition_decision,
  decision_number text,
  decision_date date,
  authority text,
  issued_on date,
  valid_until date,
  validity_inferred boolean not null default false,
  product_code text,
  status text not null check (status in ('active', 'superseded', 'withdrawn')),
  withdrawn_on date,
  withdrawal_reason text,
  year integer,
  is_sample boolean not null default false,
  source_url text,
  source_note text,
  created_at timestamptz not null default now()
);
create index certificate_product on certificate (product_id, issued_on);
create index certificate_expiry on certificate (valid_until) where status = 'active';
create table product_code_counter (
  commune_code text primary key,
  last integer not null
);
-- Official papers as they were produced: the file is content-addressed, the model that made it is kept.
create table paper (
  id text primary key,
  kind text not null,
  subject_type text not null,
  subject_id text not null,
  format text not null check (format in ('pdf', 'docx', 'xlsx')),
  file_hash text not null,
  produced_at timestamptz not null,
  produced_by text
);
create index paper_subject on paper (subject_type, subject_id, kind);
