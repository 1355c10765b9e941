create table recognition_decision (
  id text primary key,
  -- `council`: the province decides on a session; `ministry`: the ministry grants five stars; `after-ministry`: the province decides
  -- on what the ministry did not grant.
  kind text not null check (kind in ('council', 'ministry', 'after-ministry')),
  session_id text references council_session,
  -- Number with symbol, "3981/QĐ-UBND": the numbers begin again each year.
  number text,
  signed_on date,
  signer text,
  signer_title text,
  authority text not null,
  status text not null check (status in ('draft', 'recorded')),
  note text not null default '',
  recorded_at timestamptz,
  recorded_by text,
  source_url text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (status = 'draft' or (number is not null and signed_on is not null)),
  check ((kind = 'council') = (session_id is not null))
);
create unique index recognition_decision_number on recognition_decision (number, authority, (extract(year from signed_on)))
  where status = 'recorded';
create unique index recognition_decision_session on recognition_decision (session_id);
-- What the decision says of each dossier, in the words of the day: names that change later do not change it.
create table decision_item (
  decision_id text not null references recognition_decision,
  dossier_id text not null references dossier,
  product_id text not null references product,
  product_name text not null,
  producer_name text not null,
  address text,
  province_code text not null,
  commune_code text not null,
  commune_name text not null,
  set_code text not null,
  set_name text not null,
  -- The council's exact average: points over number of sheets.
  total_points integer not null,
  sheet_count integer not null check (sheet_count > 0),
  evaluation_year smallint not null,
  outcome text not null check (outcome in ('recognised', 'potential-five', 'not-recognised')),
  stars smallint,
  product_code text,
  position integer not null,
  is_sample boolean not null default false,
  primary key (decision_id, dossier_id)
);
create index decision_item_dossier on decision_item (dossier_id);
create table certificate (
  id text primary key,
  -- In an address, and read aloud: small letters, digits and dashes.
  code text not null unique,
  product_id text not null references product,
  product_name text not null,
  producer_name text not null,
  address text,
  stars smallint not null check (stars between 3 and 5),
  decision_id text references recognition_decision,
  dossier_id text references dossier,
  decision_number text,
  decision_date date,
  authority text,
  issued_on date,
  -- The last day on which it holds.
  valid_until date,
  validity_inferred boolean not null default false,
  product_code text,
  status text not null check (status in ('active', 'superseded', 'withdrawn')),
  superseded_by text references certificate,
  withdrawn_on date,
  withdrawal_reason text,
  withdrawal_number text,
  withdrawal_authority text,
  withdrawal_note text,
  year integer,
  is_sample boolean not null default false,
  source_url text,
  source_note text,
  created_at timestamptz not null default now(),
  check ((status = 'withdrawn') = (withdrawn_on is not null and withdrawal_reason is not null and withdrawal_number is not null))
);
create index certificate_product on certificate (product_id, issued_on);
create unique index certificate_one_active on certificate (product_id) where status = 'active';
create index certificate_expiry on certificate (valid_until) where status = 'active';
create table product_code_counter (
  commune_code text primary key,
  last integer not null
);
-- Official papers as they were produced: the file is content-addressed, one row for one content.
create table paper (
  id text primary key,
  kind text not null,
  subject_type text not null,
  subject_id text not null,
  format text not null check (format in ('pdf', 'docx', 'xlsx')),
  file_hash text not null references stored_file,
  produced_at timestamptz not null,
  produced_by text,
  unique (kind, subject_type, subject_id, format, file_hash)
);
