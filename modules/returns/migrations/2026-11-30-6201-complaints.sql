-- A complaint may ask for the money of what did not come, or for an answer alone (docs/decisions/099).
alter table order_return
  drop constraint order_return_wanted_check,
  add constraint order_return_wanted_check check (wanted in ('refund', 'part', 'exchange', 'rest', 'missing', 'answer'));
