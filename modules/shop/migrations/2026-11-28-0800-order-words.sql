-- Holds that ran out expire, and orders are reopened: the words of the code, and of everybody who reads these columns.
update shop_order set fulfilment_status = 'expired' where fulfilment_status = 'lapsed';
update order_move set move = case move when 'lapse' then 'expire' when 'revive' then 'reopen' else replace(move, 'revive-', 'reopen-') end
where move in ('lapse', 'revive', 'revive-under', 'revive-paid', 'revive-over');

alter table shop_order
  add constraint shop_order_payment_status check (
    payment_status in ('awaiting', 'reported', 'under', 'paid', 'over', 'unpaid', 'to-settle', 'refunded')),
  add constraint shop_order_fulfilment_status check (fulfilment_status in ('held', 'handed-over', 'cancelled', 'expired'));
alter table order_move
  add constraint order_move_move check (
    move in (
      'place', 'hand-over', 'cancel', 'expire', 'reopen', 'report-transfer',
      'receive-part', 'receive-all', 'receive-more', 'receive-late',
      'close-unpaid', 'close-reported', 'close-with-money',
      'refund-part', 'refund-all', 'refund-part-of-surplus', 'refund-surplus',
      'reopen-under', 'reopen-paid', 'reopen-over'));

-- Sales name the producer as the catalogue publishes it.
create or replace view sale_fact as
select
  shop_order.id as order_id, shop_order.code, shop_order.producer_id, producer.name as producer_name, shop_order.created_at,
  shop_order.payment_status, shop_order.fulfilment_status, shop_order.total_vnd, coalesce(paid.received_vnd, 0)::bigint as received_vnd,
  shop_order.is_sample or producer.is_sample as is_sample
from shop_order
join producer_card as producer on producer.id = shop_order.producer_id
left join (
  select order_id, sum(case kind when 'received' then amount_vnd when 'refunded' then -amount_vnd else 0 end) as received_vnd
  from payment_event group by order_id
) as paid on paid.order_id = shop_order.id;
