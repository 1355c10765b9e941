-- What a buyer changed of an order before it was packed. Each row holds what holds since; the last one counts. The purchase itself stays as it was made.
create table order_change (
  order_id text not null references shop_order,
  number integer not null check (number > 0),
  fields text[] not null check (cardinality(fields) > 0 and fields <@ array['name', 'phone', 'address', 'note', 'wish', 'invoice']),
  receiver_name text not null,
  receiver_phone text not null,
  receiver_address text not null,
  note text not null,
  -- When the buyer would like to have it.
  wish text not null,
  -- Where the new address lies, of goods that are brought; null: as the order says.
  zone text check (zone in ('commune', 'province', 'elsewhere')),
  commune text,
  by_name text not null,
  at timestamptz not null,
  primary key (order_id, number)
);
-- Nothing of it is changed; who it was is forgotten with who bought.
create function order_change_only_forgets() returns trigger language plpgsql as $$
begin
  if (new.order_id, new.number, new.fields, new.zone, new.by_name, new.at) is distinct from (old.order_id, old.number, old.fields, old.zone, old.by_name, old.at)
    or new.receiver_phone <> '' or new.receiver_address <> '' or new.note <> '' or new.wish <> '' or new.commune is not null
  then
    raise exception 'order_change is append-only';
  end if;
  return new;
end $$;
create trigger order_change_kept before update on order_change for each row execute function order_change_only_forgets();
create trigger order_change_not_deleted before delete on order_change for each row execute function refuse_change();

-- To whom the invoice of one order is to be written, where the buyer changed what the purchase said.
create table order_invoice (
  order_id text primary key references shop_order,
  name text not null,
  tax_code text check (tax_code like 'locked:%'),
  address text not null,
  email text not null default ''
);

-- Goods that the buyer took out of an order before it was packed: how many of a line, and by how much less the order is owed. The line stays as it was ordered.
alter table order_line
  add column cut_quantity integer not null default 0,
  add constraint order_line_cut check (cut_quantity between 0 and quantity);
create table order_line_cut (
  order_line_id text not null references order_line,
  quantity integer not null check (quantity > 0),
  amount_vnd bigint not null check (amount_vnd >= 0),
  by_name text not null,
  at timestamptz not null
);
create index order_line_cut_of on order_line_cut (order_line_id, at);
create trigger order_line_cut_append_only before update or delete on order_line_cut for each row execute function refuse_change();

-- When the label of an order was drawn last: what the buyer changed since is on no label yet.
create table order_label_print (
  order_id text primary key references shop_order,
  at timestamptz not null
);

-- To whom and where the goods of an order go, as it holds now: its buyer, or whom the buyer named, as the buyer changed it last.
create view order_goes_to as
  select o.id as order_id, coalesce(c.receiver_name, r.name, g.buyer_name) as name, coalesce(c.receiver_phone, r.phone, g.buyer_phone) as phone,
    coalesce(c.receiver_address, r.address, g.buyer_address) as address, coalesce(c.note, g.note) as note, coalesce(c.wish, '') as wish, c.zone, c.commune,
    coalesce(r.is_gift, false) as gift, coalesce(r.card, '') as card, r.order_id is not null as named, r.place
  from shop_order o join order_group g on g.id = o.group_id
  left join order_receiver r on r.order_id = o.id
  left join lateral (select * from order_change where order_id = o.id order by number desc limit 1) c on true;

-- What was changed of an order, when and by whom, without what it was changed to.
create view order_edit as
  select order_id, at, fields, by_name from order_change
  union all
  select l.order_id, c.at, array['goods'], c.by_name from order_line_cut c join order_line l on l.id = c.order_line_id
  group by l.order_id, c.at, c.by_name;
