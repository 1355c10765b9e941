-- What reports read of dossiers.
create view dossier_fact as
select
  dossier.id as dossier_id, dossier.code, product.name as product_name, dossier.product_id, dossier.producer_id,
  dossier.commune_code, commune.name as commune_name, dossier.kind, dossier.set_code, dossier.status,
  dossier.submitted_at, dossier.commune_due_on, dossier.created_at, dossier.is_sample
from dossier
join product on product.id = dossier.product_id
join commune on commune.code = dossier.commune_code;
