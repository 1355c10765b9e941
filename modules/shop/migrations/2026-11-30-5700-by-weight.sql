-- Goods that are sold by their real weight: a price of a kilogram, and between which weights a piece is. The buyer agrees to the price of the heaviest.
alter table listing
  add column per_kg_vnd bigint,
  add column piece_least_grams integer,
  add column piece_most_grams integer,
  add constraint listing_by_weight check (
    num_nonnulls(per_kg_vnd, piece_least_grams, piece_most_grams) = 0
    or (num_nonnulls(per_kg_vnd, piece_least_grams, piece_most_grams) = 3
      and per_kg_vnd > 0 and piece_least_grams > 0 and piece_most_grams between piece_least_grams and 1000000
      and price_vnd = (per_kg_vnd * piece_most_grams + 999) / 1000 and price_steps = '[]'::jsonb));
alter table order_line
  add column per_kg_vnd bigint,
  add column piece_least_grams integer,
  add column piece_most_grams integer,
  -- By how much less than was said the line costs since it was weighed, what a voucher took off it included.
  add column reduced_vnd bigint not null default 0,
  add constraint order_line_by_weight check (
    (num_nonnulls(per_kg_vnd, piece_least_grams, piece_most_grams) = 0 and reduced_vnd = 0)
    or (num_nonnulls(per_kg_vnd, piece_least_grams, piece_most_grams) = 3
      and per_kg_vnd > 0 and piece_least_grams > 0 and piece_most_grams >= piece_least_grams
      and unit_price_vnd = (per_kg_vnd * piece_most_grams + 999) / 1000)),
  -- The last sum never exceeds what was said, and is never less than nothing.
  add constraint order_line_reduced check (reduced_vnd between 0 and line_total_vnd - discount_vnd);
-- When the goods of an order by weight were weighed, and how many pieces were lighter than was said: then the buyer may leave.
alter table shop_order
  add column weighed_at timestamptz,
  add column light_pieces integer not null default 0 check (light_pieces >= 0),
  add constraint shop_order_weighed check (weighed_at is not null or light_pieces = 0);
-- What the scale said, piece by piece, in the order of the lots; weighed again is another line.
create table weighing (
  id text primary key,
  order_line_id text not null references order_line,
  grams integer[] not null check (cardinality(grams) > 0 and 0 < all (grams)),
  -- What of it is paid: a piece heavier than was said counts as the heaviest.
  billed_grams bigint not null check (billed_grams > 0),
  sum_vnd bigint not null check (sum_vnd > 0),
  at timestamptz not null
);
create index weighing_line on weighing (order_line_id, at);
create trigger weighing_append_only before update or delete on weighing for each row execute function refuse_change();
-- Why an order is owed less: goods came back, were taken out before they were packed, or weighed less.
alter table order_reduction add column reason text not null default 'return' check (reason in ('return', 'cut', 'weight'));

-- A sale is worth what it came to without what was taken out of it, and on the scale.
create or replace view sale_fact as
select
  shop_order.id as order_id, shop_order.code, shop_order.producer_id, producer.name as producer_name, shop_order.created_at,
  shop_order.payment_status, shop_order.fulfilment_status,
  (shop_order.total_vnd - (select coalesce(sum(r.amount_vnd), 0) from order_reduction r
    where r.order_id = shop_order.id and r.reason in ('cut', 'weight')))::bigint as total_vnd,
  coalesce(paid.received_vnd, 0)::bigint as received_vnd,
  shop_order.is_sample or producer.is_sample as is_sample
from shop_order
join producer_card as producer on producer.id = shop_order.producer_id
left join (
  select order_id, sum(case kind when 'received' then amount_vnd when 'refunded' then -amount_vnd else 0 end) as received_vnd
  from payment_event group by order_id
) as paid on paid.order_id = shop_order.id;
