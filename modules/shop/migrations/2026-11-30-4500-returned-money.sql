-- What of the total of an order that was handed over is owed no more, because goods of it went back or less was taken for them. What the buyer still has
-- in the hands of the seller follows from it and from the log of money, as ever.
alter table shop_order
  add column returned_vnd bigint not null default 0,
  add constraint shop_order_returned check (returned_vnd between 0 and total_vnd);

-- Goods that were sent for others: a recall of their lot finds whoever has them, and nothing else counts them among what was ordered.
alter table reservation drop constraint reservation_status_check,
  add constraint reservation_status_check check (status in ('held', 'released', 'consumed', 'returned', 'replaced'));

-- Which order another room speaks of: its code, whose it is and by which account, and nothing else of who bought what.
create view shop_order_card as
  select o.id, o.code, o.group_id, o.producer_id, o.is_sample, g.user_id from shop_order o join order_group g on g.id = o.group_id;
