-- What reports read of sales: no buyer in it.
create view sale_fact as
select
  shop_order.id as order_id, shop_order.code, shop_order.producer_id, producer.name as producer_name, shop_order.created_at,
  shop_order.payment_status, shop_order.fulfilment_status, shop_order.total_vnd, coalesce(paid.received_vnd, 0)::bigint as received_vnd,
  shop_order.is_sample or producer.is_sample as is_sample
from shop_order
join producer on producer.id = shop_order.producer_id
left join (
  select order_id, sum(case kind when 'received' then amount_vnd when 'refunded' then -amount_vnd else 0 end) as received_vnd
  from payment_event group by order_id
) as paid on paid.order_id = shop_order.id;
