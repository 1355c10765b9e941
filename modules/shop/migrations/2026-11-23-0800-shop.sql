create table seller (
  producer_id text primary key references producer,
  bank_bin text not null,
  bank_account text not null,
  account_name text not null,
  phone text,
  pickup_note text,
  verified_at timestamptz,
  verified_method text,
  verified_by text,
  updated_at timestamptz not null default now()
);
create table listing (
  id text primary key,
  product_id text not null unique references product,
  producer_id text not null references producer,
  price_vnd bigint not null check (price_vnd > 0),
  unit text not null,
  description text not null default '',
  status text not null check (status in ('draft', 'published', 'paused')),
  max_per_order integer check (max_per_order > 0),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index listing_producer on listing (producer_id);

-- One stock number per lot: the ledger is the truth, the balance a checked cache.
create table stock_entry (
  id text primary key,
  lot_id text not null references lot,
  delta integer not null check (delta <> 0),
  reason text not null check (reason in ('received', 'sold', 'returned', 'count', 'scrapped')),
  ref text not null default '',
  by_id text,
  -- One form sent twice is one entry.
  request_key text unique,
  at timestamptz not null
);
create index stock_entry_lot on stock_entry (lot_id, at);
create trigger stock_entry_append_only before update or delete on stock_entry for each row execute function refuse_change();
create table stock_balance (
  lot_id text primary key references lot,
  product_id text not null references product,
  on_hand integer not null default 0 check (on_hand >= 0),
  reserved integer not null default 0 check (reserved >= 0),
  check (reserved <= on_hand)
);
create index stock_balance_product on stock_balance (product_id);

create table cart (
  id text primary key,
  updated_at timestamptz not null default now()
);
create table cart_line (
  cart_id text not null references cart on delete cascade,
  listing_id text not null references listing,
  quantity integer not null check (quantity > 0),
  added_at timestamptz not null default now(),
  primary key (cart_id, listing_id)
);

create table order_group (
  id text primary key,
  request_key text not null unique,
  request_hash text not null,
  buyer_name text not null,
  buyer_phone text not null,
  buyer_address text not null default '',
  note text not null default '',
  user_id text references auth_user,
  -- Unguessable: the buyer follows all orders of the group by this link.
  link_secret text not null,
  created_at timestamptz not null
);
create table shop_order (
  id text primary key,
  -- Also the content of the bank transfer: one code to read, type and match.
  code text not null unique,
  group_id text not null references order_group,
  producer_id text not null references producer,
  payment_status text not null,
  fulfilment_status text not null,
  total_vnd bigint not null check (total_vnd > 0),
  hold_until timestamptz not null,
  snapshot jsonb not null,
  is_sample boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null default now()
);
create index shop_order_producer on shop_order (producer_id, created_at);
create index shop_order_group on shop_order (group_id);
create index shop_order_hold on shop_order (hold_until) where payment_status = 'awaiting';
create table order_line (
  id text primary key,
  order_id text not null references shop_order,
  listing_id text not null references listing,
  product_id text not null references product,
  product_name text not null,
  unit text not null,
  unit_price_vnd bigint not null check (unit_price_vnd > 0),
  quantity integer not null check (quantity > 0),
  line_total_vnd bigint not null,
  stars smallint,
  certificate_code text,
  check (line_total_vnd = unit_price_vnd * quantity)
);
create index order_line_order on order_line (order_id);
create table reservation (
  id text primary key,
  order_line_id text not null references order_line,
  lot_id text not null references lot,
  quantity integer not null check (quantity > 0),
  status text not null check (status in ('held', 'released', 'consumed')),
  expires_at timestamptz not null,
  unique (order_line_id, lot_id)
);
create index reservation_lot on reservation (lot_id) where status = 'held';
-- Payment is a log per seller order: the status beside the order is derived from it.
create table payment_event (
  id text primary key,
  order_id text not null references shop_order,
  kind text not null check (kind in ('expected', 'received', 'refunded')),
  amount_vnd bigint not null check (amount_vnd > 0),
  reference text not null default '',
  note text not null default '',
  by_id text,
  request_key text unique,
  at timestamptz not null
);
create index payment_event_order on payment_event (order_id, at);
create trigger payment_event_append_only before update or delete on payment_event for each row execute function refuse_change();
create table order_move (
  order_id text not null references shop_order,
  seq integer not null,
  move text not null,
  by_id text,
  by_name text not null,
  note text,
  at timestamptz not null,
  primary key (order_id, seq)
);
