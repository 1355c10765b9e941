-- The shop's books of goods become the house's: one ledger of lot × pack × place. What was written stays: each line keeps the word it was written with.
comment on table stock_entry is 'Owned by inventory';
comment on table stock_balance is 'Owned by inventory';
alter table stock_entry disable trigger stock_entry_append_only;
alter table stock_entry
  drop constraint stock_entry_reason_check,
  add column pack_id text references product_pack,
  add column place_id text references place,
  add column kind text,
  -- Why, in the words of whoever wrote it.
  add column note text not null default '',
  -- How much of what the lot made this line took, in the lot's own unit; null for goods that were packed before.
  add column lot_units numeric;
alter table stock_entry rename column reason to former_reason;
alter table stock_entry alter column former_reason drop not null;
update stock_entry set
  pack_id = pack.id,
  place_id = place.id,
  kind = case former_reason when 'received' then 'packed' when 'count' then 'counted' when 'scrapped' then 'damaged' else former_reason end,
  -- One pack was one unit of the lot.
  lot_units = case when former_reason in ('received', 'count') then delta end
from lot, product_pack as pack, place
where lot.id = stock_entry.lot_id and pack.product_id = lot.product_id and pack.is_default
  and place.producer_id = lot.producer_id and place.is_default;
alter table stock_entry
  alter column pack_id set not null, alter column place_id set not null, alter column kind set not null,
  add constraint stock_entry_kind check (case kind
    when 'packed' then delta > 0 when 'returned' then delta > 0 when 'recalled' then delta > 0
    when 'sold' then delta < 0 when 'sampled' then delta < 0 when 'damaged' then delta < 0 when 'destroyed' then delta < 0
    when 'moved' then true when 'counted' then true else false end),
  add constraint stock_entry_lot_units check (kind in ('packed', 'counted') or lot_units is null);
alter table stock_entry enable trigger stock_entry_append_only;
create index stock_entry_place on stock_entry (place_id, at);

alter table stock_balance add column pack_id text references product_pack, add column place_id text references place;
update stock_balance set pack_id = pack.id, place_id = place.id
from lot, product_pack as pack, place
where lot.id = stock_balance.lot_id and pack.product_id = lot.product_id and pack.is_default
  and place.producer_id = lot.producer_id and place.is_default;
alter table stock_balance drop constraint stock_balance_pkey, add primary key (lot_id, pack_id, place_id);
create index stock_balance_place on stock_balance (place_id) where on_hand > 0;

-- What other rooms may read of what there is: whoever promises it holds it through the front door (lockFree).
create view stock_balance_card as
select balance.lot_id, balance.product_id, balance.pack_id, balance.place_id, balance.on_hand, balance.reserved,
  place.sells and place.ended_at is null as sells
from stock_balance as balance join place on place.id = balance.place_id;
