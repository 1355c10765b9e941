-- What is offered, ordered and held is a pack, and what is held lies at a place.
alter table listing add column pack_id text references product_pack;
update listing set pack_id = pack.id from product_pack as pack where pack.product_id = listing.product_id and pack.is_default;
alter table listing alter column pack_id set not null;
create index listing_pack on listing (pack_id);
alter table order_line add column pack_id text references product_pack;
update order_line set pack_id = listing.pack_id from listing where listing.id = order_line.listing_id;
alter table order_line alter column pack_id set not null;
alter table reservation add column pack_id text references product_pack, add column place_id text references place;
update reservation set pack_id = order_line.pack_id, place_id = place.id
from order_line, lot, place
where order_line.id = reservation.order_line_id and lot.id = reservation.lot_id and place.producer_id = lot.producer_id and place.is_default;
alter table reservation
  alter column pack_id set not null, alter column place_id set not null,
  drop constraint reservation_order_line_id_lot_id_key, add unique (order_line_id, lot_id, pack_id, place_id);
drop index reservation_lot;
create index reservation_lot on reservation (lot_id, pack_id, place_id) where status = 'held';
