-- The number that stands on the paper, where its issuer numbered it otherwise than we do: older certificates are found by it.
alter table certificate add column paper_number text check (paper_number <> '');

-- A certificate that corrects what another one misspells has the same number and term: the other one is not a recognition of its own.
alter table certificate
  add column corrects text references certificate,
  add column correction_note text,
  add column is_corrected boolean not null default false,
  add check ((corrects is null) = (correction_note is null)),
  add check (not is_corrected or status <> 'active');
create unique index certificate_corrects on certificate (corrects);

-- Each time that the paper of a certificate was printed again, and why.
create table certificate_reprint (
  certificate_id text not null references certificate,
  place integer not null check (place > 0),
  reason text not null,
  at timestamptz not null,
  by text,
  primary key (certificate_id, place)
);
create trigger certificate_reprint_append_only before update or delete on certificate_reprint for each row execute function refuse_change();

create or replace view certificate_fact as
select
  certificate.id as certificate_id, certificate.code, certificate.product_id, certificate.product_name, certificate.producer_name,
  certificate.stars, certificate.status, certificate.decision_number, certificate.issued_on,
  coalesce(certificate.year, extract(year from certificate.issued_on)::integer) as year,
  certificate.valid_until, certificate.validity_inferred, certificate.withdrawn_on, certificate.withdrawal_reason,
  row_number() over in_time = 1 as is_first,
  lag(certificate.stars) over in_time as stars_before,
  certificate.is_sample
from certificate
where not certificate.is_corrected
window in_time as (
  partition by certificate.product_id
  order by coalesce(certificate.issued_on, make_date(certificate.year, 12, 31)) nulls last, certificate.created_at, certificate.id
);
