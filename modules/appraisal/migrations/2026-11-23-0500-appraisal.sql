create table evaluation_round (
  id text primary key,
  year integer not null,
  number smallint not null,
  name text not null,
  commune_deadline date not null,
  province_deadline date not null,
  status text not null default 'open' check (status in ('open', 'closed')),
  created_at timestamptz not null default now(),
  unique (year, number)
);
alter table dossier add foreign key (round_id) references evaluation_round;

create table council (
  id text primary key,
  name text not null,
  decision_number text,
  decision_date date,
  created_at timestamptz not null default now()
);
create table council_member (
  id text primary key,
  council_id text not null references council,
  user_id text not null references auth_user,
  name text not null,
  agency text not null,
  position smallint not null,
  seat text not null check (seat in ('chair', 'vice-chair', 'member', 'secretary')),
  unique (council_id, user_id)
);

create table council_session (
  id text primary key,
  council_id text not null references council,
  round_id text not null references evaluation_round,
  held_on date not null,
  place text not null,
  status text not null check (status in ('preparing', 'scoring', 'reviewing', 'closed')),
  -- Quorum and deviation threshold as they stood when the session opened, with their source.
  rules jsonb not null,
  closed_at timestamptz,
  closed_by text,
  minutes_note text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create table session_dossier (
  session_id text not null references council_session,
  dossier_id text not null references dossier,
  position integer not null,
  discussion text not null default '',
  -- What the council records as fact: a note "loại" of the criteria applies, or the dossier waits for another session.
  finding text check (finding in ('eliminated', 'postponed')),
  finding_reason text not null default '',
  primary key (session_id, dossier_id)
);
create index session_dossier_dossier on session_dossier (dossier_id);
create table session_attendance (
  session_id text not null references council_session,
  member_id text not null references council_member,
  present boolean not null default false,
  primary key (session_id, member_id)
);
create table conflict_of_interest (
  session_id text not null references council_session,
  dossier_id text not null references dossier,
  member_id text not null references council_member,
  origin text not null check (origin in ('computed', 'declared')),
  reason text not null,
  at timestamptz not null default now(),
  primary key (session_id, dossier_id, member_id, origin)
);
-- The province's check list of a dossier (step 3 of Điều 7), as it stood when the dossier was received or returned.
create table intake_check (
  dossier_id text primary key references dossier,
  checks jsonb not null,
  note text not null default '',
  checked_by text not null references auth_user,
  checked_by_name text not null,
  checked_at timestamptz not null
);
create table advisory_report (
  dossier_id text primary key references dossier,
  assigned_to text not null references auth_user,
  assigned_name text not null,
  field_visit_on date,
  findings text not null default '',
  extra_tests text not null default '',
  weaknesses text not null default '',
  recommended_stars smallint,
  submitted_at timestamptz,
  updated_at timestamptz not null default now()
);

create table score_sheet (
  id text primary key,
  session_id text not null references council_session,
  dossier_id text not null references dossier,
  member_id text not null references council_member,
  status text not null check (status in ('draft', 'submitted', 'reopened')),
  general_comment text not null default '',
  submitted_at timestamptz,
  saved_at timestamptz not null,
  revision integer not null default 0,
  version integer not null default 1,
  unique (session_id, dossier_id, member_id)
);
create table score_line (
  sheet_id text not null references score_sheet,
  position smallint not null,
  criterion text not null,
  option_index smallint,
  points smallint not null check (points >= 0),
  comment text not null default '',
  primary key (sheet_id, criterion)
);
-- What a sheet said each time it was opened again, why it was opened, and why its member then moved marks.
create table score_revision (
  sheet_id text not null references score_sheet,
  revision integer not null,
  lines jsonb not null,
  reopened_because text not null,
  -- The member's own reason, once the marks have moved.
  reason text not null default '',
  at timestamptz not null,
  primary key (sheet_id, revision)
);
create table appraisal_result (
  session_id text not null references council_session,
  dossier_id text not null references dossier,
  -- The sheets that count, with their members, as they were at the close.
  sheets jsonb not null,
  -- Exact average: numerator over number of sheets.
  total_points integer not null,
  sheet_count integer not null check (sheet_count > 0),
  stars smallint not null,
  reached_by_points smallint not null,
  -- Averages, unmet minimums, and per criterion how often each option was chosen and why; names nobody.
  outcome jsonb not null,
  closed_at timestamptz not null,
  primary key (session_id, dossier_id)
);
create index appraisal_result_dossier on appraisal_result (dossier_id);
