-- By how much less an order is owed since goods of it came back, or less since that was undone: with the moment, so that a period that is over does not change.
create table order_reduction (
  order_id text not null references shop_order,
  amount_vnd bigint not null check (amount_vnd <> 0),
  at timestamptz not null
);
create index order_reduction_order on order_reduction (order_id, at);
create trigger order_reduction_append_only before update or delete on order_reduction for each row execute function refuse_change();
insert into order_reduction (order_id, amount_vnd, at)
  select id, returned_vnd, coalesce((select max(m.at) from order_move m where m.order_id = shop_order.id), created_at)
  from shop_order where returned_vnd <> 0;
