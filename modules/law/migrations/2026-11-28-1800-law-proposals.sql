-- A legal value that counts was proposed by one person and confirmed by another. Rows of the law's own file have no proposal.
alter table legal_rule add column confirmed_at timestamptz;
-- A row that was taken back on its first day stays readable and counts for no day.
alter table legal_rule add column taken_back_at timestamptz;
drop index legal_rule_topic_start;
create unique index legal_rule_topic_start on legal_rule (topic, effective_from) where taken_back_at is null;

create table legal_proposal (
  id text primary key,
  kind text not null check (kind in ('supersede', 'take-back')),
  topic text not null,
  -- The row to be taken back, or the row that the confirmation made.
  rule_id text references legal_rule,
  effective_from date not null,
  value jsonb,
  instrument text,
  article text,
  source_url text,
  certainty text check (certainty in ('confirmed', 'transcribed', 'inferred', 'conflict', 'unknown')),
  note text,
  status text not null check (status in ('proposed', 'confirmed', 'turned-down', 'withdrawn')),
  proposed_by text not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_by_name text,
  decided_at timestamptz,
  answer text,
  check ((status = 'proposed') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  check (kind = 'take-back' or (value is not null and instrument is not null and certainty is not null)),
  check (kind = 'supersede' or (rule_id is not null and note is not null)),
  check (status <> 'turned-down' or answer is not null),
  -- Four eyes: whoever proposed decides nothing but to withdraw.
  check (status not in ('confirmed', 'turned-down') or decided_by <> proposed_by),
  check (status <> 'withdrawn' or decided_by = proposed_by)
);
-- One proposal at a time for a topic: two that wait would each be judged against a law that the other is about to change.
create unique index legal_proposal_waiting on legal_proposal (topic) where status = 'proposed';
create index legal_proposal_topic on legal_proposal (topic, proposed_at);
