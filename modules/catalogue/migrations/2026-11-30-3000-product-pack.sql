-- A product is sold in packs, each with its net content and a GTIN of its own or none. A row stays for ever: a GTIN names one pack and is given to no other,
-- that of a pack which is not made any more included (GS1 General Specifications 4.3).
create table product_pack (
  id text primary key,
  product_id text not null references product,
  -- As it stands on the pack: "Hũ 250 g". Null until somebody says it.
  name text check (name <> ''),
  -- The same as a quantity, where the name tells one: UN/ECE Recommendation 20.
  net_value numeric check (net_value > 0),
  net_unit text check (net_unit in ('KGM', 'GRM', 'LTR', 'MLT')),
  gtin text unique check (gtin ~ '^[0-9]{14}$'),
  -- The pack that is meant where nobody names one: every product has one.
  is_default boolean not null default false,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  check ((net_value is null) = (net_unit is null)),
  check (not is_default or ended_at is null)
);
create unique index product_pack_default on product_pack (product_id) where is_default;
create index product_pack_product on product_pack (product_id);
-- Each product's pack of until now. The quantity is read where the text tells exactly one ("hũ 250 g", "0,5 lít"; a point before three digits parts thousands).
insert into product_pack (id, product_id, name, gtin, is_default, created_at, net_value, net_unit)
select
  'pck_' || substring(product.id from 5), product.id, nullif(trim(product.net_content), ''), product.gtin, true, product.created_at,
  case when told.times = 1 and told.value > 0 then told.value end,
  case when told.times = 1 and told.value > 0 then told.unit end
from product
left join lateral (
  select
    count(*) as times,
    max(replace(regexp_replace(found[1], '\.(\d{3})(?!\d)', '\1', 'g'), ',', '.')::numeric) as value,
    max(case when found[2] = 'kg' then 'KGM' when found[2] = 'ml' then 'MLT' when found[2] in ('l', 'lít', 'lit') then 'LTR' else 'GRM' end) as unit
  from regexp_matches(lower(coalesce(product.net_content, '')), '(?<![\d.,])(\d+(?:\.\d{3})*(?:[.,]\d+)?)\s*(kg|gram|gam|gr|g|ml|lít|lit|l)(?!\w)', 'g') as found
) as told on true;
create or replace view product_card as
select
  id, slug, name, producer_id, set_code, brand, description, story,
  (select pack.name from product_pack as pack where pack.product_id = product.id and pack.is_default) as net_content,
  ingredients, storage, usage_note,
  (select pack.gtin from product_pack as pack where pack.product_id = product.id and pack.is_default) as gtin,
  trace_code, in_register, standing, stars, potential_five, certificate_code, certified_from, certified_until, certified_year, validity_inferred,
  is_sample, search_text, created_at, renewal_under_way
from product;
alter table product drop column net_content, drop column gtin;
-- What other rooms may read of packs.
create view pack_card as select id, product_id, name, net_value, net_unit, gtin, is_default, ended_at from product_pack;
create trigger shown_change after insert or update or delete or truncate on product_pack execute function send_change('catalogue');
