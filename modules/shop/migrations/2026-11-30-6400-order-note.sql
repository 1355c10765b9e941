-- What the platform says of what it did to an order, by its code and facts: whoever reads it reads it in their own language. Rows of before keep their text.
alter table order_move
  add column said jsonb,
  add constraint order_move_said check (said is null or (note is null and said ->> 'code' in ('seller-suspended', 'lot-recalled')));
