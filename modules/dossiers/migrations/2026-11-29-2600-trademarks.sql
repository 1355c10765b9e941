-- An application for a trademark at the office of intellectual property, as its producer follows it: what it is about, and what became of it step by
-- step. The papers of its steps lie in the producer's vault and serve its dossiers.
create table trademark_application (
  id text primary key,
  producer_id text not null references producer,
  mark text not null,
  -- Given by the office some days after filing.
  number text,
  classes text not null default '',
  office text not null,
  status text not null check (status in ('filed', 'form-accepted', 'published', 'granted', 'refused', 'withdrawn')),
  created_at timestamptz not null
);
create index trademark_application_producer on trademark_application (producer_id);

-- What was entered by mistake stays here, struck, with the reason.
create table trademark_step (
  id text primary key,
  application_id text not null references trademark_application,
  status text not null check (status in ('filed', 'form-accepted', 'published', 'granted', 'refused', 'withdrawn')),
  happened_on date not null,
  evidence_id text references evidence,
  entered_at timestamptz not null,
  entered_by_name text not null,
  -- For whom it was entered, where an officer did it; both names stand in the record.
  for_name text,
  struck_at timestamptz,
  struck_by_name text,
  struck_reason text,
  check ((struck_at is null) = (struck_reason is null)),
  check ((struck_at is null) = (struck_by_name is null))
);
create index trademark_step_application on trademark_step (application_id);

-- What an application said before somebody put it right.
create table trademark_correction (
  id text primary key,
  application_id text not null references trademark_application,
  mark text not null,
  number text,
  classes text not null,
  filed_on date not null,
  reason text not null,
  corrected_at timestamptz not null,
  corrected_by_name text not null
);
create index trademark_correction_application on trademark_correction (application_id);
