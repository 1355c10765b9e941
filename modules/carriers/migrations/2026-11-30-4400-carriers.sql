-- A carrier by whom a seller sends, with the seller's own contract. What opens the account lies locked, and so does the secret of its pushes.
create table carrier_account (
  id text primary key,
  producer_id text not null references producer,
  carrier text not null check (carrier in ('ghn', 'ghtk', 'viettelpost', 'vnpost')),
  credentials text not null check (credentials like 'locked:%'),
  push_secret text not null check (push_secret like 'locked:%'),
  -- From where goods are fetched.
  sender jsonb not null,
  connected_at timestamptz not null,
  changed_at timestamptz,
  ended_at timestamptz,
  by_id text
);
create unique index carrier_account_open on carrier_account (producer_id, carrier) where ended_at is null;

-- A parcel stands here before its carrier is asked for it: an answer that is lost is found again by the client code, which never changes.
create table parcel (
  id text primary key,
  producer_id text not null references producer,
  order_id text not null references shop_order,
  order_code text not null,
  account_id text not null references carrier_account,
  carrier text not null check (carrier in ('ghn', 'ghtk', 'viettelpost', 'vnpost')),
  client_code text not null,
  request_key text not null unique,
  grams integer not null check (grams > 0),
  cod_vnd bigint not null check (cod_vnd >= 0),
  quoted_vnd bigint check (quoted_vnd >= 0),
  fee_vnd bigint check (fee_vnd >= 0),
  -- What the carrier is asked, with the names and the address of the buyer; thrown away once it has answered.
  request text check (request like 'locked:%'),
  state text not null check (state in ('planned', 'refused', 'created', 'picked', 'in-transit', 'out-for-delivery', 'delivered', 'failed', 'returning', 'returned', 'lost', 'cancelled')),
  carrier_code text,
  -- As the carrier says it, also where we do not know what it means.
  carrier_status text,
  carrier_text text,
  -- False: told by a message that nobody can ask about.
  is_confirmed boolean not null default true,
  why text,
  attempts integer not null default 0,
  asked_at timestamptz,
  next_ask_at timestamptz,
  told_at timestamptz,
  created_at timestamptz not null,
  by_id text,
  unique (account_id, client_code),
  unique (account_id, carrier_code),
  check ((state in ('planned', 'refused')) = (carrier_code is null)),
  check ((state = 'planned') = (request is not null))
);
create index parcel_order on parcel (order_id);
create index parcel_producer on parcel (producer_id, created_at);
create index parcel_next on parcel (next_ask_at) where next_ask_at is not null;
create index parcel_planned on parcel (asked_at) where state = 'planned';

-- What became of a parcel, and who said so.
create table parcel_event (
  id text primary key,
  parcel_id text not null references parcel,
  at timestamptz not null,
  state text not null,
  carrier_status text,
  carrier_text text,
  source text not null check (source in ('seller', 'answer', 'asked', 'told'))
);
create index parcel_event_parcel on parcel_event (parcel_id, at);
create trigger parcel_event_append_only before update or delete on parcel_event for each row execute function refuse_change();

-- What a carrier sent by itself: a hint to ask. Stored first, answered, worked on later.
create table carrier_push (
  id text primary key,
  account_id text not null references carrier_account,
  body text check (body like 'locked:%'),
  body_digest text not null,
  received_at timestamptz not null,
  state text not null check (state in ('stored', 'asked', 'unknown')),
  processed_at timestamptz,
  unique (account_id, body_digest),
  check ((state = 'stored') = (processed_at is null))
);
create index carrier_push_stored on carrier_push (received_at) where state = 'stored';

-- A file in which a carrier says what it pays for which parcels.
create table cod_payout (
  id text primary key,
  producer_id text not null references producer,
  account_id text not null references carrier_account,
  carrier text not null check (carrier in ('ghn', 'ghtk', 'viettelpost', 'vnpost')),
  file_name text not null,
  file_digest text not null,
  status text not null check (status in ('read', 'taken')),
  -- Its lines, until it is taken.
  draft jsonb,
  line_count integer not null check (line_count > 0),
  cod_vnd bigint not null,
  fees_vnd bigint not null,
  net_vnd bigint not null,
  -- The money: a line of the bank, or as the seller read it off the account.
  bank_line_id text unique references bank_line,
  received_vnd bigint,
  received_on date,
  note text not null default '',
  read_at timestamptz not null,
  read_by_id text,
  taken_at timestamptz,
  taken_by_id text,
  check (net_vnd = cod_vnd - fees_vnd),
  check ((status = 'read') = (draft is not null)),
  check ((status = 'taken') = (taken_at is not null and received_vnd is not null and received_on is not null))
);
create unique index cod_payout_once on cod_payout (account_id, file_digest) where status = 'taken';
create index cod_payout_producer on cod_payout (producer_id, read_at);

-- What a carrier says of one parcel. Nobody edits it: what is done about it stands beside it.
create table cod_payout_line (
  id text primary key,
  payout_id text not null references cod_payout,
  producer_id text not null references producer,
  place integer not null,
  parcel_code text not null,
  parcel_id text references parcel,
  cod_vnd bigint not null check (cod_vnd >= 0),
  carriage_vnd bigint not null,
  return_vnd bigint not null,
  reweigh_vnd bigint not null,
  other_vnd bigint not null,
  net_vnd bigint not null,
  grams integer,
  expected_vnd bigint,
  state text not null check (state in ('exact', 'less', 'more', 'unknown', 'twice', 'fees')),
  unique (payout_id, place),
  check (net_vnd = cod_vnd - carriage_vnd - return_vnd - reweigh_vnd - other_vnd),
  check ((state = 'unknown') = (parcel_id is null))
);
create index cod_payout_line_producer on cod_payout_line (producer_id, state);
create index cod_payout_line_parcel on cod_payout_line (parcel_id) where parcel_id is not null;
create trigger cod_payout_line_append_only before update or delete on cod_payout_line for each row execute function refuse_change();

create table cod_payout_answer (
  line_id text primary key references cod_payout_line,
  answer text not null check (answer in ('accepted', 'claimed', 'assigned', 'set-aside')),
  parcel_id text references parcel,
  note text not null default '',
  at timestamptz not null,
  by_id text,
  by_name text not null,
  check ((answer = 'assigned') = (parcel_id is not null))
);
create trigger cod_payout_answer_append_only before update or delete on cod_payout_answer for each row execute function refuse_change();

-- Money of a line that reached its order; the first of a parcel by itself, a further one only by an answer.
create table cod_settlement (
  line_id text primary key references cod_payout_line,
  parcel_id text not null references parcel,
  order_id text not null references shop_order,
  amount_vnd bigint not null check (amount_vnd > 0),
  is_first boolean not null,
  at timestamptz not null
);
create unique index cod_settlement_once on cod_settlement (parcel_id) where is_first;
create trigger cod_settlement_append_only before update or delete on cod_settlement for each row execute function refuse_change();
