-- Selling at a stand of a fair, with or without a signal. The goods are those of a place of the ledger; a sale was made before it was written down, so it
-- is written in any case, and what the books did not have is missing until somebody sets them right.
alter table fair_application add column stand_place_id text references place;

create table stand_sale (
  id text primary key,
  application_id text not null references fair_application,
  -- The day in Vietnam on which it was sold, by the clock of whoever sold.
  day date not null,
  sold_at timestamptz not null,
  paid_by text not null check (paid_by in ('cash', 'transfer')),
  sum_vnd bigint not null check (sum_vnd > 0),
  request_key text not null unique,
  at timestamptz not null,
  by_id text,
  by_name text not null
);
create index stand_sale_of on stand_sale (application_id, day, at);
create trigger stand_sale_append_only before update or delete on stand_sale for each row execute function refuse_change();

create table stand_sale_line (
  sale_id text not null references stand_sale,
  pack_id text not null references product_pack,
  quantity integer not null check (quantity > 0),
  unit_vnd bigint not null check (unit_vnd > 0),
  primary key (sale_id, pack_id)
);
create trigger stand_sale_line_append_only before update or delete on stand_sale_line for each row execute function refuse_change();

-- The lots that the goods of a line came from; more come once the books have them.
create table stand_sale_goods (
  sale_id text not null,
  pack_id text not null,
  lot_id text not null references lot,
  place_id text not null references place,
  quantity integer not null check (quantity > 0),
  at timestamptz not null,
  foreign key (sale_id, pack_id) references stand_sale_line
);
create index stand_sale_goods_of on stand_sale_goods (sale_id, pack_id);
create trigger stand_sale_goods_append_only before update or delete on stand_sale_goods for each row execute function refuse_change();

-- Taken back: the goods came back, or it was typed by mistake.
create table stand_sale_back (
  sale_id text primary key references stand_sale,
  reason text not null,
  at timestamptz not null,
  by_id text,
  by_name text not null
);
create trigger stand_sale_back_append_only before update or delete on stand_sale_back for each row execute function refuse_change();

create function stand_sale_adds_up() returns trigger language plpgsql as $$
begin
  if (select sum(quantity * unit_vnd) from stand_sale_line where sale_id = new.id) is distinct from new.sum_vnd then
    raise exception 'stand sale % does not add up', new.id;
  end if;
  return null;
end $$;
create constraint trigger stand_sale_adds_up after insert on stand_sale deferrable initially deferred
  for each row execute function stand_sale_adds_up();

create function stand_sale_goods_fit() returns trigger language plpgsql as $$
begin
  if (select sum(quantity) from stand_sale_goods where sale_id = new.sale_id and pack_id = new.pack_id)
    > (select quantity from stand_sale_line where sale_id = new.sale_id and pack_id = new.pack_id) then
    raise exception 'stand sale % took more goods than it sold', new.sale_id;
  end if;
  return null;
end $$;
create constraint trigger stand_sale_goods_fit after insert on stand_sale_goods deferrable initially deferred
  for each row execute function stand_sale_goods_fit();
