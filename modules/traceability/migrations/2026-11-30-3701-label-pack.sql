-- A label is that of a pack. Until now it was that of the default one.
alter table label_sheet add column pack_id text references product_pack;
update label_sheet set pack_id = pack.id
from lot join product_pack as pack on pack.product_id = lot.product_id and pack.is_default
where lot.id = label_sheet.lot_id;
alter table label_sheet alter column pack_id set not null;
