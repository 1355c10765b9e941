-- What reports read of the register: the view is the contract, the tables stay ours.
create view register_fact as
select
  product.id as product_id, product.slug as product_slug, product.name as product_name, product.set_code,
  producer.id as producer_id, producer.slug as producer_slug, producer.name as producer_name, producer.kind as producer_kind,
  producer.commune_code, commune.name as commune_name,
  producer.former_district_code, producer.former_district_name, producer.former_province_name,
  product.in_register, product.standing, product.stars, product.potential_five, product.certificate_code,
  product.certified_from, product.certified_until, product.validity_inferred, product.certified_year,
  product.is_sample or producer.is_sample as is_sample
from product
join producer on producer.id = product.producer_id
left join commune on commune.code = producer.commune_code;
