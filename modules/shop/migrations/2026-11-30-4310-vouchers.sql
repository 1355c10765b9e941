-- What a seller takes off the goods of one order for whoever knows a code: borne by that seller, and money to nobody.
create table voucher (
  id text primary key,
  producer_id text not null references producer,
  code text not null check (code ~ '^[A-Z0-9]{4,20}$'),
  percent integer check (percent between 1 and 90),
  amount_vnd bigint check (amount_vnd > 0),
  from_vnd bigint not null check (from_vnd >= 0),
  -- The last day on which it counts, in Việt Nam.
  until_on date not null,
  most_uses integer not null check (most_uses between 1 and 1000000),
  uses integer not null default 0 check (uses >= 0),
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (producer_id, code),
  check ((percent is null) <> (amount_vnd is null)),
  -- So that something is left to pay of every order.
  check (amount_vnd < from_vnd)
);
-- For these packs alone; none: for everything of the seller.
create table voucher_pack (
  voucher_id text not null references voucher on delete cascade,
  pack_id text not null references product_pack,
  primary key (voucher_id, pack_id)
);
create table voucher_use (
  order_id text primary key references shop_order,
  voucher_id text not null references voucher,
  amount_vnd bigint not null check (amount_vnd > 0),
  at timestamptz not null,
  -- The order was given up: somebody else may use it.
  given_back_at timestamptz
);
create index voucher_use_voucher on voucher_use (voucher_id) where given_back_at is null;
alter table order_line add column discount_vnd bigint not null default 0 check (discount_vnd >= 0 and discount_vnd <= line_total_vnd);
-- Goods less this and what bringing them costs are the total.
alter table shop_order add column discount_vnd bigint not null default 0 check (discount_vnd >= 0);
