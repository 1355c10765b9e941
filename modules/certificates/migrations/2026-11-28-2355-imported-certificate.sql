-- What an import said of a certificate, and each import that corrected it since: final, and bound into the transparency log. The certificate itself is
-- compared with the last of these.
create table imported_certificate (
  certificate_id text not null references certificate,
  place integer not null check (place > 0),
  import_id text references register_import,
  code text not null,
  product_id text not null,
  stars smallint not null,
  decision_number text,
  decision_date date,
  authority text,
  issued_on date,
  valid_until date,
  validity_inferred boolean not null,
  year integer,
  primary key (certificate_id, place)
);
create trigger imported_certificate_append_only before update or delete on imported_certificate for each row execute function refuse_change();
insert into imported_certificate
select id, 1, import_id, code, product_id, stars, decision_number, decision_date, authority, issued_on, valid_until, validity_inferred, year
from certificate where decision_id is null;
