-- When the way to reach a buyer was erased; the name goes with the term of the order.
alter table order_group add column erased_at timestamptz;
