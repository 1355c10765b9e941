-- A certificate that is to be taken back: on a conclusion, or on the commune's word that production stopped. The decision follows within the days
-- of the law (Quyết định 26/2026/QĐ-TTg, Điều 8–9), and one decision may stand on several of these.
create table withdrawal_proposal (
  id text primary key,
  certificate_id text not null references certificate,
  reason text not null,
  note text not null default '',
  -- `asked`: the commune is to say whether production stopped.
  status text not null check (status in ('asked', 'open', 'decided', 'dropped')),
  -- The day of the conclusion or of the commune's confirmation: from here on the days count.
  founded_on date,
  conclusion_number text,
  conclusion_by text,
  commune_note text,
  made_at timestamptz not null,
  made_by text,
  closed_at timestamptz,
  closed_by text,
  closing_note text,
  check (status in ('asked', 'dropped') or founded_on is not null),
  check ((conclusion_number is null) = (conclusion_by is null)),
  check ((status in ('decided', 'dropped')) = (closed_at is not null))
);
create unique index withdrawal_proposal_one_live on withdrawal_proposal (certificate_id) where status in ('asked', 'open');
create index withdrawal_proposal_live on withdrawal_proposal (founded_on) where status in ('asked', 'open');
