-- Each pack of a product has its own price: what was one listing of a product stays, others may stand beside it.
alter table listing drop constraint listing_product_id_key, add constraint listing_pack_id_key unique (pack_id);
drop index listing_pack;
create index listing_product on listing (product_id);
