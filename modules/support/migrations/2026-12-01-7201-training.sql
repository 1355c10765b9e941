-- What is taught: its content, its hours, the criteria that it is for and the need that it was made of.
create table training_course (
  id text primary key,
  slug text not null unique,
  name text not null,
  about text not null,
  content text not null,
  hours integer not null check (hours between 1 and 400),
  -- The need as it stood on the page of needs that day; null where somebody thought of it otherwise.
  need text,
  request_key text not null unique,
  created_at timestamptz not null,
  created_by_id text,
  is_sample boolean not null default false
);
create table training_course_criterion (
  course_id text not null references training_course,
  set_code text not null,
  criterion text not null,
  says text not null,
  primary key (course_id, set_code, criterion)
);

create table training_class (
  id text primary key,
  slug text not null unique,
  course_id text not null references training_course,
  status text not null check (status in ('draft', 'open', 'held', 'accepted', 'cancelled')),
  name text not null,
  kind text not null check (kind in ('ocop', 'start-up', 'management', 'in-depth', 'on-site')),
  organiser text not null,
  venue text not null,
  lecturer text not null,
  plan_number text not null,
  plan_on date not null,
  budget_source text not null,
  least integer not null check (least > 0),
  places integer not null check (places >= least),
  sign_up_by timestamptz not null,
  -- What whoever comes is paid for a day; 0: they bear it themselves, and the invitation says so (Thông tư 60/2026/TT-BTC, Điều 4.1).
  meal_vnd bigint not null check (meal_vnd >= 0),
  travel_vnd bigint not null check (travel_vnd >= 0),
  lodging_vnd bigint not null check (lodging_vnd >= 0),
  pay_note text not null,
  held_at timestamptz,
  accepted_number text,
  accepted_on date,
  accepted_by_name text,
  cancel_reason text,
  request_key text not null unique,
  created_at timestamptz not null,
  created_by_id text,
  is_sample boolean not null default false,
  check (status <> 'cancelled' or cancel_reason is not null),
  check (status not in ('held', 'accepted') or held_at is not null),
  check (status <> 'accepted' or (accepted_number is not null and accepted_on is not null and accepted_by_name is not null))
);
create index training_class_course on training_class (course_id);

create table training_session (
  id text primary key,
  class_id text not null references training_class,
  number integer not null check (number > 0),
  topic text not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > begins_at),
  -- What the code of this session is signed with.
  check_in_secret text not null,
  unique (class_id, number)
);
create index training_session_begins on training_session (begins_at);
-- Days and places are those that people signed up for.
create function keep_opened_training_class() returns trigger language plpgsql as $$
begin
  if exists (select from training_class where id = coalesce(new.class_id, old.class_id) and status <> 'draft') then
    raise exception 'the sessions of a class that was opened stay' using errcode = 'check_violation', constraint = 'training_class_opened';
  end if;
  return coalesce(new, old);
end $$;
create trigger training_session_kept before insert or update or delete on training_session for each row execute function keep_opened_training_class();

create table training_participant (
  id text primary key,
  class_id text not null references training_class,
  number integer not null check (number > 0),
  status text not null check (status in ('listed', 'waiting', 'withdrawn')),
  name text not null,
  phone text check (phone like 'locked:%'),
  -- Where they come from: a producer of the register, and in words.
  producer_id text references producer,
  place text not null,
  language text not null check (language in ('vi', 'en', 'km')),
  signed_up_by text not null check (signed_up_by in ('self', 'office')),
  by_id text,
  signed_up_at timestamptz not null,
  changed_at timestamptz not null,
  erased_at timestamptz,
  request_key text not null unique,
  is_sample boolean not null default false,
  unique (class_id, number),
  unique (id, class_id)
);
create index training_participant_producer on training_participant (producer_id) where producer_id is not null;
create index training_participant_by on training_participant (by_id) where by_id is not null;
