-- A producer's complaint about the result of its dossier, or about a refusal (khiếu nại; Quyết định 26/2026/QĐ-TTg has no rule of its own, so the general law).
create table appeal (
  id text primary key,
  dossier_id text not null references dossier,
  about text not null check (about in ('result', 'refusal')),
  -- The day on which the producer could first know what it complains about.
  decided_on date not null,
  reason text not null,
  paper_file_hash text references stored_file,
  paper_name text,
  status text not null check (status in ('filed', 'accepted', 'granted', 'rejected', 'withdrawn')),
  filed_at timestamptz not null,
  filed_by text,
  filed_by_name text not null,
  accept_due_on date not null,
  accepted_at timestamptz,
  accepted_by_name text,
  is_complex boolean not null default false,
  answer_due_on date,
  answer text,
  answer_number text,
  answer_signed_on date,
  answer_signer text,
  ended_at timestamptz,
  ended_by_name text,
  check ((paper_file_hash is null) = (paper_name is null)),
  check ((status in ('accepted', 'granted', 'rejected')) <= (accepted_at is not null and answer_due_on is not null)),
  check ((status in ('granted', 'rejected')) = (answer is not null)),
  check ((answer is null) = (answer_number is null) and (answer is null) = (answer_signed_on is null) and (answer is null) = (answer_signer is null)),
  check ((status in ('granted', 'rejected', 'withdrawn')) = (ended_at is not null))
);
-- One at a time.
create unique index appeal_one_open on appeal (dossier_id) where status in ('filed', 'accepted');
create index appeal_dossier on appeal (dossier_id, filed_at);
