-- Which products have goods that are being recalled: what a fair asks before it gives a stand.
create view open_recall_card as
select distinct lot.product_id, recall.producer_id, recall.code
from recall
join recall_lot as held on held.recall_id = recall.id
join lot_card as lot on lot.id = held.lot_id
where recall.status = 'open' and not recall.is_drill;
