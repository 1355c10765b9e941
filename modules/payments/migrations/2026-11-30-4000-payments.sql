-- What banks say came to, and went from, the accounts of sellers. The platform holds no money (Nghị định 52/2024): it reads, and writes down.

-- An account that lines are told of. Its number lies locked; lines name it by this id.
create table receiving_account (
  id text primary key,
  producer_id text not null references producer,
  bank_bin text not null,
  number text not null check (number like 'locked:%'),
  created_at timestamptz not null
);
create index receiving_account_producer on receiving_account (producer_id);

-- A file that a seller saved at the bank: read, looked at, then taken as a whole. What was read and never taken is thrown away.
create table bank_statement (
  id text primary key,
  producer_id text not null references producer,
  account_id text not null references receiving_account,
  file_name text not null,
  status text not null check (status in ('read', 'taken')),
  -- Whether the balances that the bank prints add up; null where it prints none.
  agrees boolean,
  draft jsonb,
  line_count integer not null check (line_count >= 0),
  added integer check (added >= 0),
  known integer check (known >= 0),
  booked integer check (booked >= 0),
  read_at timestamptz not null,
  read_by_id text,
  taken_at timestamptz,
  taken_by_id text,
  check ((status = 'read') = (draft is not null)),
  check ((status = 'taken') = (taken_at is not null and added is not null and known is not null and booked is not null)),
  check (status = 'read' or added + known = line_count)
);
create index bank_statement_producer on bank_statement (producer_id, read_at);

-- A movement of an account as the bank told it, and what it was for when it came. Nobody edits it: what is done about it stands beside it.
create table bank_line (
  id text primary key,
  producer_id text not null references producer,
  account_id text not null references receiving_account,
  -- A day, or a moment in the time of Việt Nam, as the bank says it.
  at_text text not null,
  booked_on date not null,
  direction text not null check (direction in ('in', 'out')),
  amount_vnd bigint not null check (amount_vnd > 0),
  content text not null,
  reference text,
  balance_vnd bigint,
  state text not null check (state in ('exact', 'under', 'over', 'duplicate', 'late', 'wrong-account', 'no-code', 'ambiguous', 'outgoing')),
  order_id text references shop_order,
  order_code text,
  came_by text not null check (came_by in ('statement', 'sepay', 'casso', 'payos')),
  came_at timestamptz not null,
  -- Its place among those that came with it.
  place integer not null,
  check ((direction = 'out') = (state = 'outgoing')),
  check ((order_id is null) = (order_code is null))
);
create index bank_line_producer on bank_line (producer_id, booked_on);
create index bank_line_account on bank_line (account_id, booked_on, amount_vnd);
create index bank_line_order on bank_line (order_id) where order_id is not null;
create trigger bank_line_append_only before update or delete on bank_line for each row execute function refuse_change();

-- By what a line is known again: a place of a statement, an event of a provider. One transfer told by both is one line with two keys.
create table bank_line_key (
  key text primary key,
  line_id text not null references bank_line,
  at timestamptz not null
);
create index bank_line_key_line on bank_line_key (line_id);
create trigger bank_line_key_append_only before update or delete on bank_line_key for each row execute function refuse_change();

-- Money that went back to a buyer, with its proof. The refund itself stands in the shop's log of money under the same key.
create table bank_refund (
  id text primary key,
  order_id text not null references shop_order,
  producer_id text not null references producer,
  amount_vnd bigint not null check (amount_vnd > 0),
  sent_on date not null,
  reference text not null default '',
  file_hash text references stored_file,
  file_name text,
  request_key text not null unique,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  check ((file_hash is null) = (file_name is null))
);
create index bank_refund_order on bank_refund (order_id);
create index bank_refund_producer on bank_refund (producer_id, sent_on);
create trigger bank_refund_append_only before update or delete on bank_refund for each row execute function refuse_change();

-- What was done about a line; a line without an answer waits. Money that was booked stands in the shop's log under the id of the line.
create table bank_line_answer (
  line_id text primary key references bank_line,
  answer text not null check (answer in ('booked', 'recorded-before', 'asked-rest', 'to-refund', 'set-aside', 'is-refund')),
  order_id text references shop_order,
  order_code text,
  refund_id text unique references bank_refund,
  note text not null default '',
  at timestamptz not null,
  by_id text,
  by_name text not null,
  check ((answer = 'set-aside') = (order_id is null)),
  check ((order_id is null) = (order_code is null)),
  check ((answer = 'is-refund') = (refund_id is not null))
);
create index bank_line_answer_order on bank_line_answer (order_id) where order_id is not null;
create trigger bank_line_answer_append_only before update or delete on bank_line_answer for each row execute function refuse_change();

-- A provider that a seller lets tell us of its account. The secret lies locked; after a rotation the one before is good for a while.
create table webhook_source (
  id text primary key,
  producer_id text not null references producer,
  provider text not null check (provider in ('sepay', 'casso', 'payos')),
  secret text not null check (secret like 'locked:%'),
  secret_before text check (secret_before like 'locked:%'),
  before_until timestamptz,
  connected_at timestamptz not null,
  rotated_at timestamptz,
  ended_at timestamptz,
  by_id text,
  check ((secret_before is null) = (before_until is null))
);
create unique index webhook_source_open on webhook_source (producer_id, provider) where ended_at is null;

-- What came, as it came: stored first, answered, and only then worked on. The body names people and accounts and lies locked.
create table webhook_event (
  id text primary key,
  source_id text not null references webhook_source,
  event_id text not null,
  body text check (body like 'locked:%'),
  body_digest text not null,
  received_at timestamptz not null,
  state text not null check (state in ('stored', 'taken', 'known', 'unknown', 'conflict')),
  -- Why nothing could be made of it, by a code.
  why text,
  processed_at timestamptz,
  unique (source_id, event_id, body_digest),
  check ((state = 'stored') = (processed_at is null)),
  check ((state in ('unknown', 'conflict')) = (why is not null))
);
create index webhook_event_stored on webhook_event (received_at) where state = 'stored';
create index webhook_event_source on webhook_event (source_id, received_at);

-- What was turned away is counted and not kept: a stranger fills no disk.
create table webhook_rejection (
  provider text not null,
  on_day date not null,
  why text not null,
  count integer not null check (count > 0),
  last_at timestamptz not null,
  primary key (provider, on_day, why)
);
