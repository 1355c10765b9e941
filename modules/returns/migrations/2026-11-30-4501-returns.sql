-- A buyer is not content with what came (Luật Thương mại điện tử 122/2025/QH15, Điều 17.2.b: goods not as described are taken back). One case for one
-- order, from the question to goods, money and books that are right.
create table order_return (
  id text primary key,
  code text not null unique,
  order_id text not null references shop_order,
  producer_id text not null references producer,
  status text not null check (status in ('open', 'accepted', 'refused', 'disputed', 'settled', 'ended')),
  reason text not null,
  -- What the reason was called on the day, by the law of the day.
  reason_says text not null,
  wanted text not null check (wanted in ('refund', 'part', 'exchange', 'rest')),
  words text not null default '',
  asked_at timestamptz not null,
  -- By when the seller acknowledges, answers, and everything is done: as the law of the first day said.
  acknowledge_by timestamptz not null,
  answer_by timestamptz not null,
  resolve_by timestamptz not null,
  acknowledged_at timestamptz,
  answered_at timestamptz,
  late_at timestamptz,
  -- Since when the office has it before it.
  office_at timestamptz,
  ended_at timestamptz,
  -- What was agreed: so much money goes back, goods are sent back, others are sent for them.
  refund_vnd bigint check (refund_vnd >= 0),
  sends_back boolean,
  exchanges boolean,
  -- By how much the order is owed less because of it.
  taken_off_vnd bigint not null default 0 check (taken_off_vnd >= 0),
  request_key text not null unique,
  is_sample boolean not null default false,
  check ((refund_vnd is null) = (sends_back is null) and (refund_vnd is null) = (exchanges is null)),
  check (status not in ('accepted', 'settled') or refund_vnd is not null),
  check ((status in ('settled', 'ended')) = (ended_at is not null)),
  check (status <> 'disputed' or office_at is not null)
);
create index order_return_order on order_return (order_id);
create index order_return_producer on order_return (producer_id, asked_at);
create index order_return_running on order_return (resolve_by) where status in ('open', 'accepted', 'refused', 'disputed');

create table order_return_line (
  return_id text not null references order_return,
  order_line_id text not null references order_line,
  quantity integer not null check (quantity > 0),
  primary key (return_id, order_line_id)
);

-- How much of a line is in returns that stand: never more than came.
create table order_line_returned (
  order_line_id text primary key references order_line,
  delivered integer not null check (delivered > 0),
  returned integer not null check (returned between 0 and delivered)
);

create table order_return_photo (
  return_id text not null references order_return,
  place integer not null check (place between 1 and 6),
  photo_hash text not null references stored_file,
  photo_name text not null,
  primary key (return_id, place)
);

-- What was done and said, by whom: nobody changes it later.
create table order_return_step (
  return_id text not null references order_return,
  seq integer not null,
  step text not null,
  side text not null check (side in ('buyer', 'seller', 'office', 'clock')),
  words text not null default '',
  at timestamptz not null,
  by_id text,
  by_name text not null,
  request_key text unique,
  primary key (return_id, seq)
);
create trigger order_return_step_append_only before update or delete on order_return_step for each row execute function refuse_change();

-- What came back, and what was sent for it, lot by lot; each line is one of the ledger of goods as well (`stock_entry.ref`).
create table order_return_goods (
  id text primary key,
  return_id text not null,
  order_line_id text not null,
  kind text not null check (kind in ('restocked', 'destroyed', 'sent')),
  lot_id text not null references lot,
  pack_id text not null references product_pack,
  place_id text not null references place,
  quantity integer not null check (quantity > 0),
  note text not null default '',
  request_key text not null unique,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  foreign key (return_id, order_line_id) references order_return_line
);
create index order_return_goods_of on order_return_goods (return_id);
create trigger order_return_goods_append_only before update or delete on order_return_goods for each row execute function refuse_change();

-- What a seller takes back beyond what the platform asks for, from a day on: an order keeps what held when it was placed.
create table return_offer (
  producer_id text not null references producer,
  version integer not null check (version > 0),
  reasons jsonb not null,
  effective_from date not null,
  published_at timestamptz not null,
  published_by_id text,
  primary key (producer_id, version)
);
create trigger return_offer_append_only before update or delete on return_offer for each row execute function refuse_change();
