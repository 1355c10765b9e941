-- The network from which a cart was ordered, as a digest: one place holds a share of a shelf without paying, and blocks no stranger's telephone number.
-- Deleted with the time in which an order can be unpaid.
alter table order_group add column placed_from text;
create index order_group_placed_from on order_group (placed_from) where placed_from is not null;
