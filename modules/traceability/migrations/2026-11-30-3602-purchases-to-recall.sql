-- A recall looks for purchases of raw material by their codes and by the growing area, of every maker.
create index material_lot_code on material_lot (upper(code));
create index material_lot_growing_area on material_lot (upper(growing_area_code)) where growing_area_code is not null;
