-- Who buys of a seller by agreement: members, shops, canteens. Known to that seller alone.
create table agreed_buyer (
  id text primary key,
  producer_id text not null references producer,
  kind text not null check (kind in ('member', 'shop', 'canteen')),
  name text not null,
  -- Digits; empty once the buyer is forgotten.
  phone text not null,
  -- Ten or thirteen digits of a unit, or the twelve of a person: locked as other numbers of persons.
  tax_code text check (tax_code like 'locked:%'),
  -- With the telephone number it opens the seller's shelf at the agreed prices.
  access_code text not null check (access_code ~ '^[A-Z2-9]{10}$'),
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index agreed_buyer_phone on agreed_buyer (phone, producer_id) where phone <> '' and ended_at is null;
create index agreed_buyer_producer on agreed_buyer (producer_id);

-- What was agreed, each time anew: an order names the list by which it was priced, so no list is altered.
create table buyer_agreement (
  id text primary key,
  buyer_id text not null references agreed_buyer,
  number integer not null check (number > 0),
  -- Off the price of everything that has none of its own here.
  percent integer check (percent between 1 and 90),
  from_on date not null,
  -- The last day, in Việt Nam.
  until_on date not null check (until_on >= from_on),
  made_at timestamptz not null,
  by_id text not null,
  by_name text not null,
  unique (buyer_id, number)
);
create table buyer_agreement_price (
  agreement_id text not null references buyer_agreement,
  pack_id text not null references product_pack,
  price_vnd bigint not null check (price_vnd between 1 and 9999999999999),
  least_quantity integer not null check (least_quantity >= 1),
  multiple integer not null check (multiple >= 1 and least_quantity % multiple = 0),
  primary key (agreement_id, pack_id)
);
create trigger buyer_agreement_append_only before update or delete on buyer_agreement for each row execute function refuse_change();
create trigger buyer_agreement_price_append_only before update or delete on buyer_agreement_price for each row execute function refuse_change();

-- Whose shelf was opened for a cart, by telephone number and code.
create table cart_agreed_buyer (
  cart_id text not null references cart on delete cascade,
  buyer_id text not null references agreed_buyer,
  opened_at timestamptz not null,
  primary key (cart_id, buyer_id)
);

alter table shop_order add column agreed_buyer_id text references agreed_buyer;
create index shop_order_agreed_buyer on shop_order (agreed_buyer_id) where agreed_buyer_id is not null;
-- Which list said the price; null: the price of the shelf.
alter table order_line add column agreement_id text references buyer_agreement;
