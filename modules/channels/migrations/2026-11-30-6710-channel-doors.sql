-- The door for machines of a shop, where its seller switched it on: what opens it lies locked, and is thrown away when it is switched off.
alter table channel_shop
  add column keys text check (keys like 'locked:%'),
  -- The number of the shop at its marketplace, by which a push is known.
  add column remote_number text,
  add column connected_at timestamptz,
  -- Up to when orders that changed were asked for.
  add column asked_until timestamptz,
  -- Whoever tells the shop its stock holds it so long: one who counted before does not overtake one who counted later.
  add column telling_until timestamptz,
  -- What the marketplace said last, where it was a no.
  add column trouble text not null default '',
  add check ((keys is null) = (connected_at is null)),
  add check (keys is null or remote_number is not null);
create unique index channel_shop_door on channel_shop (channel, remote_number) where keys is not null;

-- A pack that stands in a shop elsewhere, and the stock that the shop was told last.
create table channel_offer (
  shop_id text not null references channel_shop,
  pack_id text not null references product_pack,
  -- By which the marketplace calls it.
  remote jsonb not null,
  told_quantity integer check (told_quantity >= 0),
  told_at timestamptz,
  put_up_at timestamptz not null,
  primary key (shop_id, pack_id)
);

-- What a marketplace sent by itself, as it came: a hint to ask. Stored first, answered, worked on later.
create table channel_push (
  id text primary key,
  shop_id text not null references channel_shop,
  body text check (body like 'locked:%'),
  push_key text not null,
  number text,
  received_at timestamptz not null,
  state text not null check (state in ('stored', 'asked', 'unknown')),
  processed_at timestamptz,
  unique (shop_id, push_key),
  check ((state = 'stored') = (processed_at is null))
);
create index channel_push_stored on channel_push (received_at) where state = 'stored';
