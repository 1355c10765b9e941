-- Goods of a recalled lot leave also by being corrected, used for something else or sent back out of the country (Thông tư 17/2021/TT-BNNPTNT); and a line
-- that a recall wrote by mistake is taken back by one more, whose sign is the other one. Such lines name the line of the recall that they belong to, once.
alter table stock_entry drop constraint stock_entry_kind, drop constraint stock_entry_lot_units;
alter table stock_entry
  add constraint stock_entry_kind check (case kind
    when 'packed' then delta > 0 when 'returned' then delta > 0 when 'damaged' then delta < 0
    when 'recalled' then delta > 0 or ref like 'rct\_%'
    when 'sold' then delta < 0 or ref like 'rct\_%'
    when 'sampled' then delta < 0 or ref like 'rct\_%'
    when 'destroyed' then delta < 0 or ref like 'rct\_%'
    when 'handled' then ref like 'rct\_%'
    when 'moved' then true when 'counted' then true else false end),
  add constraint stock_entry_lot_units check (kind in ('packed', 'counted') or lot_units is null);
create unique index stock_entry_recall on stock_entry (ref) where ref like 'rct\_%';
