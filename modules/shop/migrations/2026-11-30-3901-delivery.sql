-- What a seller asks for bringing goods: by how far the buyer is and by weight; and where goods may be taken. An order keeps what was promised of it.
create table delivery_table (
  producer_id text primary key references producer,
  -- What the packing adds to the net weight of each pack.
  tare_grams integer not null check (tare_grams between 0 and 100000),
  updated_at timestamptz not null
);
create table delivery_zone (
  producer_id text not null references delivery_table on delete cascade,
  zone text not null check (zone in ('commune', 'province', 'elsewhere')),
  free_from_vnd bigint check (free_from_vnd > 0),
  carries_cold boolean not null,
  primary key (producer_id, zone)
);
create table delivery_step (
  producer_id text not null,
  zone text not null,
  up_to_grams integer not null check (up_to_grams > 0),
  fee_vnd bigint not null check (fee_vnd >= 0),
  primary key (producer_id, zone, up_to_grams),
  foreign key (producer_id, zone) references delivery_zone on delete cascade
);
create table delivery_pickup (
  producer_id text not null references delivery_table on delete cascade,
  place_id text not null references place,
  primary key (producer_id, place_id)
);
alter table listing
  -- Packed, as the seller weighed it; null: net content and tare.
  add column weight_grams integer check (weight_grams between 1 and 1000000),
  add column needs_cold boolean not null default false;
-- Part of the total. Orders of before had none.
alter table shop_order add column delivery_vnd bigint not null default 0 check (delivery_vnd >= 0 and delivery_vnd < total_vnd);
