-- Orders whose transfer the buyer reported lapse too, after some days: their hold starts anew where it stood still until now.
drop index shop_order_hold;
create index shop_order_hold on shop_order (hold_until) where payment_status in ('awaiting', 'reported');
update shop_order set hold_until = now() + interval '3 days' where payment_status = 'reported' and fulfilment_status = 'held';
-- How many unpaid orders a telephone number has open.
create index order_group_phone on order_group (buyer_phone);
