-- The rank that a product is counted under, the same for the public register and for reports: its stars, or a result that waits for the
-- ministry and holds no rank beside it, or a rank that no source gives.
create function product_rank(stars smallint, potential_five boolean) returns text immutable parallel safe language sql
  return coalesce(stars::text, case when potential_five then 'potential-five' else 'unknown' end);
create or replace view register_fact as
select
  product.id as product_id, product.slug as product_slug, product.name as product_name, product.set_code,
  producer.id as producer_id, producer.slug as producer_slug, producer.name as producer_name, producer.kind as producer_kind,
  producer.commune_code, commune.name as commune_name,
  producer.former_district_code, producer.former_district_name, producer.former_province_name,
  product.in_register, product.standing, product.stars, product.potential_five, product.certificate_code,
  product.certified_from, product.certified_until, product.validity_inferred, product.certified_year,
  product.is_sample or producer.is_sample as is_sample,
  product_rank(product.stars, product.potential_five) as rank
from product
join producer on producer.id = product.producer_id
left join commune on commune.code = producer.commune_code;
