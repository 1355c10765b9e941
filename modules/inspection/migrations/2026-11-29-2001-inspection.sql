-- Post-inspection (hậu kiểm, Quyết định 26/2026/QĐ-TTg, Điều 8–9): the plan of a year, visits with what was found, and how it was mended.
create table inspection_plan (
  id text primary key,
  year integer not null unique check (year between 2000 and 2200),
  status text not null check (status in ('draft', 'approved')),
  number text,
  approved_on date,
  signer text,
  made_at timestamptz not null,
  made_by_id text,
  approved_at timestamptz,
  approved_by_id text,
  check ((status = 'approved') = (number is not null and approved_on is not null and approved_at is not null))
);

-- What the plan holds or leaves out; the grounds as they were when the office chose, or the plan was approved.
create table inspection_plan_item (
  plan_id text not null references inspection_plan,
  product_id text not null references product,
  chosen boolean not null,
  points integer not null,
  grounds jsonb not null,
  primary key (plan_id, product_id)
);

create table inspection (
  id text primary key,
  code text not null unique,
  status text not null check (status in ('planned', 'under-way', 'visited')),
  -- Absent: it was ordered outside the plan, for a reason.
  plan_id text references inspection_plan,
  reason text,
  product_id text not null references product,
  -- Whose it was, and by which certificate, when the visit was set; both stay what they were.
  producer_id text not null references producer,
  certificate_code text,
  commune_code text references commune,
  grounds jsonb not null,
  due_on date not null,
  inspector_id text,
  inspector_name text,
  answers jsonb not null default '[]',
  visited_at timestamptz,
  place text,
  met text,
  producer_words text,
  conclusion text,
  attended_by_id text,
  attended_by_name text,
  finished_at timestamptz,
  finished_by_id text,
  finished_by_name text,
  request_key text unique,
  made_at timestamptz not null,
  version integer not null default 1,
  check ((plan_id is null) = (reason is not null))
);
-- Of one product one visit at a time is open.
create unique index inspection_one_open on inspection (product_id) where status <> 'visited';
create index inspection_producer on inspection (producer_id, made_at);
create index inspection_waiting on inspection (status, due_on);

create table inspection_photo (
  id text primary key,
  inspection_id text not null references inspection,
  file_hash text not null references stored_file,
  caption text,
  place text,
  taken_at timestamptz not null,
  by_id text,
  by_name text not null,
  request_key text not null unique,
  recorded_at timestamptz not null
);
create index inspection_photo_of on inspection_photo (inspection_id, taken_at);

create table inspection_finding (
  id text primary key,
  inspection_id text not null references inspection,
  status text not null check (status in ('noted', 'open', 'mended', 'accepted')),
  item text not null,
  gravity text not null check (gravity in ('minor', 'major', 'serious')),
  words text not null,
  due_on date not null,
  waits_since timestamptz not null,
  request_key text not null unique,
  version integer not null default 1
);
create index inspection_finding_of on inspection_finding (inspection_id);
create index inspection_finding_waiting on inspection_finding (status, due_on);

-- How a finding was mended, sent back, accepted, the first step first, with the paper or photo that shows it.
create table inspection_finding_step (
  finding_id text not null references inspection_finding on delete cascade,
  number integer not null,
  at timestamptz not null,
  act text not null,
  by_id text,
  by_name text not null,
  words text,
  proof_file_hash text references stored_file,
  proof_name text,
  primary key (finding_id, number)
);

-- What the commune says each year of a certified product: whether it is still made.
create table production_check (
  year integer not null check (year between 2000 and 2200),
  product_id text not null references product,
  commune_code text not null references commune,
  answer text not null check (answer in ('producing', 'stopped', 'unknown')),
  note text,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (year, product_id)
);
create index production_check_stopped on production_check (answer, year);
