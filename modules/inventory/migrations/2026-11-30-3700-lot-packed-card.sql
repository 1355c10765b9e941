-- What of a lot was packed into which pack, as counts corrected it: what its labels are held against. What was sold, damaged or destroyed had its label.
create view lot_packed_card as
select lot_id, pack_id, sum(delta)::integer as packed
from stock_entry where kind in ('packed', 'counted')
group by lot_id, pack_id having sum(delta) > 0;
