-- What somebody asks for a producer: to be known as the one of the register (`claim`), to be put on file (`new`), or to be called, to be or to lie
-- otherwise than the register says (`change`). Numbers are locked by the product before they come here.
create table producer_request (
  id text primary key,
  code text not null unique,
  kind text not null check (kind in ('claim', 'new', 'change')),
  status text not null check (status in ('received', 'asked', 'confirmed', 'refused', 'withdrawn', 'taken-back')),
  -- Claimed or changed; of a new one only once it was confirmed.
  producer_id text references producer,
  name text not null,
  producer_kind text not null check (producer_kind in
    ('cooperative', 'cooperative-group', 'company', 'farm', 'household', 'tourism-association')),
  tax_code text check (tax_code like 'locked:%'),
  registration_no text check (registration_no like 'locked:%'),
  representative text not null,
  commune_code text not null references commune,
  -- Whose desk it lies on: the commune where the register knows the producer, else the one that was typed.
  desk_commune_code text not null references commune,
  address text,
  phone text check (phone ~ '^0[0-9]{9,10}$'),
  email text,
  note text,
  paper_file_hash text references stored_file,
  paper_name text,
  -- Filed by an officer for somebody who cannot, or by the producer from its own desk; absent where a stranger filed it.
  filed_by_id text,
  filed_by_name text,
  on_behalf boolean not null default false,
  request_key text not null unique,
  received_at timestamptz not null,
  due_on date not null,
  -- What the commune asked for, or why it said no, or why it took its yes back.
  answer text,
  decided_at timestamptz,
  decided_by_id text,
  decided_by_name text,
  -- What confirming made.
  organisation_id text references organisation,
  user_id text,
  -- What stood before, so that a wrong yes can be taken back: the file of the producer, and who worked for it.
  before text check (before like 'locked:%'),
  version integer not null default 1,
  check ((kind = 'new') or producer_id is not null),
  check (not on_behalf or filed_by_id is not null)
);
create index producer_request_waiting on producer_request (desk_commune_code, received_at) where status in ('received', 'asked');
create index producer_request_producer on producer_request (producer_id);
-- A producer asks for one change at a time.
create unique index producer_request_one_change on producer_request (producer_id) where kind = 'change' and status in ('received', 'asked');
create index producer_request_user on producer_request (user_id);

-- Each step of a request, the first one first: whoever reads it later sees who did what, and in which words.
create table producer_request_step (
  request_id text not null references producer_request on delete cascade,
  number integer not null,
  at timestamptz not null,
  act text not null,
  by_name text not null,
  words text,
  primary key (request_id, number)
);
