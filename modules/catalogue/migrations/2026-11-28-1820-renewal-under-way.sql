-- A re-evaluation that waits for its decision lets a certificate hold on past its last day. The dossiers say so here, so that the register, the
-- shop and the figures can ask for it where they read the rest of a certificate's term.
alter table product add column renewal_under_way boolean not null default false;
create or replace view register_fact as
select
  product.id as product_id, product.slug as product_slug, product.name as product_name, product.set_code,
  producer.id as producer_id, producer.slug as producer_slug, producer.name as producer_name, producer.kind as producer_kind,
  producer.commune_code, commune.name as commune_name,
  producer.former_district_code, producer.former_district_name, producer.former_province_name,
  product.in_register, product.standing, product.stars, product.potential_five, product.certificate_code,
  product.certified_from, product.certified_until, product.validity_inferred, product.certified_year,
  product.is_sample or producer.is_sample as is_sample,
  product_rank(product.stars, product.potential_five) as rank,
  product.renewal_under_way
from product
join producer on producer.id = product.producer_id
left join commune on commune.code = producer.commune_code;
create or replace view product_card as
select
  id, slug, name, producer_id, set_code, brand, description, story, net_content, ingredients, storage, usage_note, gtin, trace_code, in_register,
  standing, stars, potential_five, certificate_code, certified_from, certified_until, certified_year, validity_inferred, is_sample,
  search_text, created_at, renewal_under_way
from product;
