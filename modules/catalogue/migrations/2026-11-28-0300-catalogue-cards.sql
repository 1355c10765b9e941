-- What other rooms may read of producers and products. Nobody else writes or locks the tables behind these.
create view producer_card as
select
  id, slug, name, kind, organisation_id, commune_code, former_commune_code, former_district_code, former_district_name, former_province_name,
  address, phone, email, representative, tax_code, registration_no, about, is_sample, search_text, created_at
from producer;
create view product_card as
select
  id, slug, name, producer_id, set_code, brand, description, story, net_content, ingredients, storage, usage_note, gtin, trace_code, in_register,
  standing, stars, potential_five, certificate_code, certified_from, certified_until, certified_year, validity_inferred, is_sample,
  search_text, created_at
from product;
