-- What others may read of labels that were printed: how many of which lot, and when.
create view label_fact as
select label_sheet.id as sheet_id, label_sheet.lot_id, lot.number as lot_number, lot.product_id, lot.producer_id, label_sheet.count, label_sheet.printed_at
from label_sheet
join lot on lot.id = label_sheet.lot_id;
