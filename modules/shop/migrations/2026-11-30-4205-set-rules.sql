-- What the law wanted said of the goods, and the age that the buyer confirmed, as both stood at the order.
alter table order_line
  add column warning text,
  add column least_age integer check (least_age between 1 and 99);
