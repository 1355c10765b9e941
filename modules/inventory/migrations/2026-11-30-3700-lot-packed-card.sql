-- What of a lot was packed into which pack, as counts corrected it: what its labels are held against. What was sold, damaged or destroyed had its label.
-- Beside it what a scan of one of those labels is judged by: since when there are such packs, and how many were destroyed before a witness.
create view lot_packed_card as
select
  lot_id, pack_id,
  sum(delta) filter (where kind in ('packed', 'counted'))::integer as packed,
  coalesce(-sum(delta) filter (where kind = 'destroyed'), 0)::integer as destroyed,
  min(at) filter (where kind = 'packed') as first_packed_at
from stock_entry
group by lot_id, pack_id having sum(delta) filter (where kind in ('packed', 'counted')) > 0;
