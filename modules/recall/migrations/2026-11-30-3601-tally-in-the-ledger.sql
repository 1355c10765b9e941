-- A line of the tally says which goods: of the ledger, in packs at a place, or loose ones that were never packed, in the lot's own unit. What is written
-- there moves the ledger in the same transaction (`stock_entry.ref`), so that there is one truth. Lines of before name no goods: they count as loose.
alter table recall_tally
  alter column quantity type numeric(12, 3),
  add column pack_id text references product_pack,
  add column place_id text references place,
  -- How much of what the lot made the line is, in the lot's own unit; null for lines of before, which counted one pack as one unit.
  add column lot_units numeric,
  drop constraint recall_tally_kind_check,
  add constraint recall_tally_kind check (kind in ('found', 'sold-elsewhere', 'returned', 'sampled', 'destroyed', 'handled')),
  add constraint recall_tally_goods check ((pack_id is null) = (place_id is null)),
  add constraint recall_tally_packs check (pack_id is null or (quantity = trunc(quantity) and lot_units is not null));
