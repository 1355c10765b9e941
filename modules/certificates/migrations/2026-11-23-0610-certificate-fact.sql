-- What reports read of certificates. The order within a product tells a first recognition from a later one.
create view certificate_fact as
select
  certificate.id as certificate_id, certificate.code, certificate.product_id, certificate.product_name, certificate.producer_name,
  certificate.stars, certificate.status, certificate.decision_number, certificate.issued_on,
  coalesce(certificate.year, extract(year from certificate.issued_on)::integer) as year,
  certificate.valid_until, certificate.validity_inferred, certificate.withdrawn_on, certificate.withdrawal_reason,
  row_number() over in_time = 1 as is_first,
  lag(certificate.stars) over in_time as stars_before,
  certificate.is_sample
from certificate
window in_time as (
  partition by certificate.product_id
  order by coalesce(certificate.issued_on, make_date(certificate.year, 12, 31)) nulls last, certificate.created_at, certificate.id
);
