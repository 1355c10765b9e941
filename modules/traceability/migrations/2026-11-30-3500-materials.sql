-- What a maker buys before it makes anything. Quantities are whole thousandths of their unit: grams of a kilogram, and no fractions that add up to less.
-- A producer's own book of whom it buys from: people and firms who have no account, so nothing of it is ever public.
create table supplier (
  id text primary key,
  producer_id text not null references producer,
  kind text not null check (kind in ('farmer', 'group', 'cooperative', 'company', 'own')),
  name text not null check (name <> ''),
  commune_code text references commune,
  -- Mã số vùng trồng, as the plant protection authority gave it.
  growing_area_code text,
  phone text,
  created_at timestamptz not null default now(),
  created_by text
);
create unique index supplier_name on supplier (producer_id, lower(name));

create table material (
  id text primary key,
  producer_id text not null references producer,
  name text not null check (name <> ''),
  unit text not null,
  created_at timestamptz not null default now()
);
create unique index material_name on material (producer_id, lower(name));

-- One purchase is one lot of a material, with a code of its own.
create table material_lot (
  id text primary key,
  producer_id text not null references producer,
  code text not null,
  material_id text not null references material,
  supplier_id text not null references supplier,
  bought_on date not null,
  quantity bigint not null check (quantity > 0),
  price_vnd bigint check (price_vnd >= 0),
  -- Of the day of the purchase: the book of suppliers may change afterwards.
  commune_code text references commune,
  growing_area_code text,
  paper_file_hash text references stored_file,
  photo_hash text references stored_file,
  -- The sum of its ledger, kept beside it: nothing is used that was not bought.
  balance bigint not null default 0 check (balance >= 0),
  request_key text unique,
  created_at timestamptz not null,
  created_by text,
  unique (producer_id, code)
);
create index material_lot_oldest on material_lot (material_id, bought_on, id) where balance > 0;
create index material_lot_producer on material_lot (producer_id, bought_on);

create table material_entry (
  id text primary key,
  material_lot_id text not null references material_lot,
  kind text not null check (kind in ('bought', 'consumed', 'wasted', 'counted')),
  delta bigint not null check (delta <> 0),
  -- What it was used for.
  lot_id text references lot,
  note text,
  request_key text unique,
  at timestamptz not null,
  by text,
  check ((kind = 'consumed') = (lot_id is not null)),
  check (case kind when 'bought' then delta > 0 when 'counted' then true else delta < 0 end)
);
create index material_entry_material_lot on material_entry (material_lot_id, at);
create index material_entry_lot on material_entry (lot_id) where lot_id is not null;
create trigger material_entry_append_only before update or delete on material_entry for each row execute function refuse_change();

-- Định mức: what so many pieces of a product take. A later version takes the place of an earlier one from its day on; none is changed.
create table recipe (
  id text primary key,
  product_id text not null references product,
  producer_id text not null references producer,
  effective_from date not null,
  pieces integer not null check (pieces > 0),
  request_key text unique,
  created_at timestamptz not null,
  created_by text
);
create index recipe_product on recipe (product_id, effective_from, created_at);
create table recipe_line (
  recipe_id text not null references recipe,
  material_id text not null references material,
  quantity bigint not null check (quantity > 0),
  tolerance_percent integer not null check (tolerance_percent between 0 and 100),
  primary key (recipe_id, material_id)
);
create trigger recipe_append_only before update or delete on recipe for each row execute function refuse_change();
create trigger recipe_line_append_only before update or delete on recipe_line for each row execute function refuse_change();

-- The recipe that a lot was opened by: a later one does not judge it.
create table lot_recipe (
  lot_id text primary key references lot,
  recipe_id text not null references recipe
);
create trigger lot_recipe_append_only before update or delete on lot_recipe for each row execute function refuse_change();

-- Why more or less was used than the recipe says.
create table yield_reason (
  id text primary key,
  lot_id text not null references lot,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  by text
);
create index yield_reason_lot on yield_reason (lot_id, at);
create trigger yield_reason_append_only before update or delete on yield_reason for each row execute function refuse_change();
