-- From how few on a page says how many are left, and for how many days goods last at least; the order keeps the day that was promised.
alter table listing
  add column low_stock integer check (low_stock between 1 and 1000000),
  add column shelf_life_days integer check (shelf_life_days between 1 and 3650);
alter table order_line add column least_expires_on date;
