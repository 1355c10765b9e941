-- A shop of a seller on another marketplace. Its doors for machines may be switched on; what opens them lies locked.
create table channel_shop (
  id text primary key,
  producer_id text not null references producer,
  channel text not null check (channel in ('shopee', 'tiktok-shop', 'lazada')),
  name text not null check (name <> ''),
  -- Goods of orders of before this day left before they stood in the books here.
  goods_from date not null,
  opened_at timestamptz not null,
  by_id text
);
create unique index channel_shop_once on channel_shop (producer_id, channel, name);

-- Which pack a code of goods of a shop is, picked once; `packs_each`: how many packs one piece of it holds.
create table channel_sku (
  shop_id text not null references channel_shop,
  sku text not null check (sku <> ''),
  pack_id text not null references product_pack,
  packs_each integer not null check (packs_each between 1 and 1000),
  at timestamptz not null,
  by_id text,
  primary key (shop_id, sku)
);

-- A file of a shop: of orders or of settlements.
create table channel_file (
  id text primary key,
  shop_id text not null references channel_shop,
  producer_id text not null references producer,
  kind text not null check (kind in ('orders', 'settlement')),
  file_name text not null,
  file_digest text not null,
  status text not null check (status in ('read', 'taken')),
  -- What it says, until it is taken.
  draft jsonb,
  -- What is wrong in it, by row and column, and the columns that nobody reads: kept, so that nothing is passed over in silence.
  faults jsonb not null,
  row_count integer not null check (row_count >= 0),
  -- Which money paid for it, where one credit did.
  bank_line_id text unique references bank_line,
  read_at timestamptz not null,
  read_by_id text,
  taken_at timestamptz,
  taken_by_id text,
  check ((status = 'read') = (draft is not null)),
  check ((status = 'taken') = (taken_at is not null))
);
create unique index channel_file_once on channel_file (shop_id, kind, file_digest) where status = 'taken';
create index channel_file_producer on channel_file (producer_id, read_at);

-- An order of a shop: one, whether a file or a door for machines told of it. No name, telephone or address of a buyer is kept.
create table channel_order (
  id text primary key,
  shop_id text not null references channel_shop,
  producer_id text not null references producer,
  number text not null,
  state text not null check (state in ('unpaid', 'to-ship', 'shipped', 'completed', 'cancelled', 'returned')),
  -- As the marketplace says it.
  status_text text not null,
  told_at timestamptz,
  ordered_on date not null,
  -- As the marketplace masked it; never a whole name.
  buyer_masked text check (buyer_masked like '%*%'),
  amount_vnd bigint not null check (amount_vnd >= 0),
  -- `none`: nothing left the shelf, and nothing has to; `waiting`: something keeps its goods on the shelf; `out`; `back`: they lie there again; `asked`: the
  -- seller has to say whether they came back; `outside`: the seller said that they were none of the books; `kept`: they did not come back.
  goods text not null check (goods in ('none', 'waiting', 'out', 'asked', 'back', 'outside', 'kept')),
  goods_note text not null default '',
  first_told_by text not null check (first_told_by in ('file', 'door')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (shop_id, number)
);
create index channel_order_producer on channel_order (producer_id, ordered_on);
create index channel_order_open on channel_order (producer_id) where goods in ('waiting', 'asked');

create table channel_order_line (
  id text primary key,
  order_id text not null references channel_order,
  place integer not null,
  sku text not null,
  name text not null,
  quantity integer not null check (quantity > 0),
  amount_vnd bigint not null check (amount_vnd >= 0),
  unique (order_id, place)
);
create trigger channel_order_line_append_only before update or delete on channel_order_line for each row execute function refuse_change();

-- What left the shelf for an order and what came back, by lot: each once.
create table channel_order_goods (
  id text primary key,
  order_id text not null references channel_order,
  direction text not null check (direction in ('out', 'back')),
  lot_id text not null references lot,
  pack_id text not null references product_pack,
  place_id text not null references place,
  quantity integer not null check (quantity > 0),
  at timestamptz not null,
  unique (order_id, direction, lot_id, pack_id, place_id)
);
create index channel_order_goods_lot on channel_order_goods (lot_id);
create trigger channel_order_goods_append_only before update or delete on channel_order_goods for each row execute function refuse_change();

-- What a marketplace says that it paid for an order. Nobody edits it: what is done about it stands beside it.
create table channel_settlement (
  id text primary key,
  file_id text not null references channel_file,
  shop_id text not null references channel_shop,
  producer_id text not null references producer,
  place integer not null,
  -- The same row of an overlapping file has the same key.
  row_key text not null,
  number text not null,
  settled_on date not null,
  gross_vnd bigint not null,
  fees jsonb not null,
  fees_vnd bigint not null,
  unexplained_vnd bigint not null,
  net_vnd bigint not null,
  unique (shop_id, row_key),
  check (net_vnd = gross_vnd - fees_vnd - unexplained_vnd)
);
create index channel_settlement_number on channel_settlement (shop_id, number);
create index channel_settlement_producer on channel_settlement (producer_id, settled_on);
create trigger channel_settlement_append_only before update or delete on channel_settlement for each row execute function refuse_change();

create table channel_settlement_answer (
  settlement_id text primary key references channel_settlement,
  answer text not null check (answer in ('accepted', 'claimed', 'set-aside')),
  note text not null default '',
  at timestamptz not null,
  by_id text,
  by_name text not null
);
create trigger channel_settlement_answer_append_only before update or delete on channel_settlement_answer for each row execute function refuse_change();
