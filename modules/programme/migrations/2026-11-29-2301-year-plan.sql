-- Kế hoạch năm: what the province wants of a year, commune by commune. A plan that was issued stays as it was; changing it is a later version.
create table year_plan (
  id text primary key,
  year integer not null check (year between 2000 and 2200),
  version integer not null check (version >= 1),
  status text not null check (status in ('draft', 'issued')),
  responsible text,
  budget text,
  note text,
  -- The rounds with their days of the law, as they were when the plan was issued.
  rounds jsonb,
  number text,
  issued_on date,
  signer text,
  made_at timestamptz not null,
  made_by_id text,
  issued_at timestamptz,
  issued_by_id text,
  edited integer not null default 1,
  unique (year, version),
  check ((status = 'issued') = (number is not null and issued_on is not null and issued_at is not null and rounds is not null))
);
create unique index year_plan_one_draft on year_plan (year) where status = 'draft';

-- The share of a commune: new products by the stars they are to reach, and re-evaluations.
create table year_plan_share (
  plan_id text not null references year_plan,
  commune_code text not null references commune,
  three integer not null check (three between 0 and 999),
  four integer not null check (four between 0 and 999),
  five integer not null check (five between 0 and 999),
  renewals integer not null check (renewals between 0 and 999),
  primary key (plan_id, commune_code)
);
