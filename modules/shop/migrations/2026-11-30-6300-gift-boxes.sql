-- A gift box: a listing of its own pack, with other packs of the same seller in it. It has no goods of its own: what lies in it is held pack by pack.
create table listing_part (
  listing_id text not null references listing,
  pack_id text not null references product_pack,
  position smallint not null check (position between 0 and 9),
  quantity integer not null check (quantity between 1 and 50),
  primary key (listing_id, pack_id),
  unique (listing_id, position)
);
create index listing_part_of_pack on listing_part (pack_id);
create trigger shown_change after insert or update or delete or truncate on listing_part execute function send_change('shop');

-- What was ordered in a box carries the box of that day: whatever its seller puts into it later.
alter table order_line
  add column box_name text,
  add column box_unit text,
  add column box_quantity integer check (box_quantity > 0),
  add column box_price_vnd bigint check (box_price_vnd > 0),
  add constraint order_line_in_box check (
    num_nonnulls(box_name, box_unit, box_quantity, box_price_vnd) in (0, 4) and (box_quantity is null or quantity % box_quantity = 0)),
  -- Each box has goods at a price of their own: nothing of it is weighed.
  add constraint order_line_box_by_piece check (box_quantity is null or per_kg_vnd is null);
