-- A recall is a case: one maker, one reason, many lots, from the start until what was made is accounted for
-- (Luật An toàn thực phẩm 2010, Điều 55; Thông tư 17/2021/TT-BNNPTNT).
create table recall (
  id text primary key,
  code text not null unique,
  status text not null check (status in ('open', 'closed')),
  -- A drill runs the same way, changes no lot and tells nobody.
  is_drill boolean not null default false,
  origin text not null check (origin in ('voluntary', 'ordered')),
  producer_id text not null references producer,
  risk text not null,
  reason text not null,
  -- What whoever has the goods is asked to do with them.
  buyers_do text not null check (buyers_do in ('return', 'destroy')),
  began_at timestamptz not null,
  started_at timestamptz not null,
  started_by_id text,
  started_by_name text not null,
  -- By when the authority has to decide, and by when everything should be accounted for: as the law of the first day said.
  decide_by timestamptz not null,
  finish_by date not null,
  decision_number text,
  decided_on date,
  decided_at timestamptz,
  decided_by_id text,
  decided_by_name text,
  decision_file_hash text references stored_file,
  decision_file_name text,
  handling text check (handling in ('correct', 'change-use', 're-export', 'destroy')),
  closed_at timestamptz,
  closed_by_id text,
  closed_by_name text,
  remainder_reason text,
  is_sample boolean not null default false,
  request_key text not null,
  unique (request_key, producer_id),
  check ((decided_at is null) = (handling is null)),
  check ((status = 'closed') = (closed_at is not null))
);
create index recall_producer on recall (producer_id, started_at);
create index recall_open on recall (decide_by) where status = 'open';

create table recall_lot (
  recall_id text not null references recall,
  lot_id text not null references lot,
  primary key (recall_id, lot_id)
);
create index recall_lot_of on recall_lot (lot_id);

-- Who had ordered of these lots when the recall began; how the orders stand now is asked of the shop.
create table recall_order (
  recall_id text not null references recall,
  order_id text not null references shop_order,
  lot_id text not null references lot,
  quantity integer not null check (quantity > 0),
  amount_vnd bigint not null,
  primary key (recall_id, order_id, lot_id)
);

-- Whoever else holds goods: a point of sale, a partner. It answers by a secret link.
create table recall_partner (
  id text primary key,
  recall_id text not null references recall,
  name text not null,
  place text,
  phone text check (phone like 'locked:%'),
  link_secret text not null,
  told_at timestamptz not null,
  told_by_id text,
  request_key text not null unique,
  answered_at timestamptz,
  answered_by text,
  held integer check (held >= 0),
  words text,
  check ((answered_at is null) = (answered_by is null))
);
create index recall_partner_of on recall_partner (recall_id, told_at);

-- What was found, came back, was sold elsewhere and was destroyed, as it was counted. A wrong line is taken back by one more line, below zero.
create table recall_tally (
  id text primary key,
  recall_id text not null references recall,
  lot_id text not null references lot,
  kind text not null check (kind in ('found', 'sold-elsewhere', 'returned', 'destroyed', 'handled')),
  quantity integer not null check (quantity <> 0),
  place text,
  witness text,
  note text,
  file_hash text references stored_file,
  file_name text,
  request_key text not null unique,
  at timestamptz not null,
  by_id text,
  by_name text not null
);
create index recall_tally_of on recall_tally (recall_id, at);
create trigger recall_tally_append_only before update or delete on recall_tally for each row execute function refuse_change();

create trigger shown_change after insert or update or delete or truncate on recall execute function send_change('recall');
create trigger shown_change after insert or update or delete or truncate on recall_lot execute function send_change('recall');
