-- What people are asked to agree to. A text that somebody agreed to never changes: another version follows it.
create table consent_text (
  purpose text not null,
  version integer not null check (version > 0),
  language text not null check (language in ('vi', 'en', 'km')),
  text text not null,
  effective_from date not null,
  -- Whoever agreed to an earlier version is asked again: the new one goes further.
  asks_again boolean not null default false,
  made_by text,
  made_at timestamptz not null,
  primary key (purpose, version, language)
);
create trigger consent_text_append_only before update or delete on consent_text for each row execute function refuse_change();

-- The proof of a consent: who, to which text, when, by which way; and when it was withdrawn.
create table consent (
  id text primary key,
  purpose text not null,
  version integer not null,
  language text not null,
  user_id text references auth_user,
  -- A buyer without an account is known by the purchase.
  group_id text,
  channel text not null check (channel in ('account-page', 'checkout', 'order-page')),
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  status text not null check (status in ('given', 'withdrawn')),
  foreign key (purpose, version, language) references consent_text,
  check ((user_id is null) <> (group_id is null)),
  check ((status = 'withdrawn') = (withdrawn_at is not null))
);
create index consent_user on consent (user_id, purpose) where user_id is not null;
create index consent_group on consent (group_id, purpose) where group_id is not null;

-- What somebody asks about the own data, with the days by which the law wants an answer.
create table data_request (
  id text primary key,
  code text not null unique,
  user_id text references auth_user,
  group_id text,
  kind text not null check (kind in ('provide', 'correct', 'erase', 'restrict', 'object')),
  text text not null,
  status text not null check (status in ('received', 'acknowledged', 'extended', 'fulfilled', 'partly', 'refused', 'withdrawn')),
  received_at timestamptz not null,
  acknowledge_by date not null,
  acknowledged_at timestamptz,
  due_on date not null,
  extended_at timestamptz,
  extension_reason text,
  decided_at timestamptz,
  decided_by text,
  decided_by_name text,
  answer text,
  -- What stays after an erasure, on which ground and until when.
  kept jsonb not null default '[]',
  check ((user_id is null) <> (group_id is null)),
  check ((status in ('fulfilled', 'partly', 'refused')) = (decided_at is not null)),
  check ((extended_at is null) = (extension_reason is null))
);
create index data_request_user on data_request (user_id) where user_id is not null;
create index data_request_group on data_request (group_id) where group_id is not null;
create index data_request_open on data_request (due_on) where status in ('received', 'acknowledged', 'extended');

-- Whose data were erased, by id alone: a backup of before is brought to the same state (and `erasures` in the data directory, which no restore replaces).
create table erasure (
  subject_kind text not null check (subject_kind in ('account', 'purchase')),
  subject_id text not null,
  at timestamptz not null,
  primary key (subject_kind, subject_id)
);

-- Personal data that got where they should not: the register that the authority may ask for.
create table data_breach (
  id text primary key,
  code text not null unique,
  status text not null check (status in ('open', 'reported', 'closed')),
  detected_at timestamptz not null,
  detected_by text not null,
  what text not null,
  kinds jsonb not null,
  persons integer not null check (persons >= 0),
  consequences text not null default '',
  measures text not null default '',
  report_by timestamptz not null,
  reported_at timestamptz,
  told_at timestamptz,
  closed_at timestamptz,
  made_by text,
  made_at timestamptz not null,
  version integer not null default 1,
  check ((status = 'open') = (reported_at is null)),
  check ((status = 'closed') = (closed_at is not null))
);
