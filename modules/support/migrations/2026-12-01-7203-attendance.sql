-- Who was at a session. The last line of somebody counts; a line after the first says why.
create table training_attendance (
  session_id text not null references training_session,
  participant_id text not null references training_participant,
  seq integer not null check (seq > 0),
  present boolean not null,
  how text not null check (how in ('code', 'sheet')),
  reason text,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (session_id, participant_id, seq),
  check (seq = 1 or reason is not null)
);
create index training_attendance_person on training_attendance (participant_id);
create trigger training_attendance_append_only before update or delete on training_attendance for each row execute function refuse_change();

-- The sheet that was signed, photographed.
create table training_sheet (
  session_id text not null references training_session,
  photo_hash text not null references stored_file,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (session_id, photo_hash)
);
create index training_sheet_photo on training_sheet (photo_hash);
create trigger training_sheet_append_only before update or delete on training_sheet for each row execute function refuse_change();

create table training_question (
  course_id text not null references training_course,
  position integer not null check (position > 0),
  says text not null,
  options jsonb not null,
  answer integer not null check (answer >= 0),
  points integer not null check (points between 1 and 100),
  primary key (course_id, position)
);
-- Of how many points somebody had how many, as the questions were that day.
create table training_test (
  participant_id text primary key references training_participant,
  points integer not null check (points >= 0),
  most integer not null check (most > 0 and points <= most),
  how text not null check (how in ('self', 'paper')),
  at timestamptz not null,
  by_id text,
  by_name text not null
);
create trigger training_test_append_only before update or delete on training_test for each row execute function refuse_change();

-- What a participant says of a class, and months later whether it was of use.
create table training_opinion (
  participant_id text primary key references training_participant,
  score integer not null check (score between 1 and 5),
  words text not null,
  at timestamptz not null
);
create trigger training_opinion_append_only before update or delete on training_opinion for each row execute function refuse_change();
create table training_applied (
  participant_id text primary key references training_participant,
  answer text not null check (answer in ('yes', 'partly', 'no')),
  words text not null,
  at timestamptz not null
);
create trigger training_applied_append_only before update or delete on training_applied for each row execute function refuse_change();
