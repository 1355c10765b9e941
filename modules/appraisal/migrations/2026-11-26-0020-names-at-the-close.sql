-- What a dossier on the table was called when its session closed: minutes and results of a closed session say this, whoever renames itself later.
alter table session_dossier
  add column product_name text,
  add column producer_name text,
  add column commune_name text;

-- For sessions closed before: what the decision on the session put down, else what is registered now.
update session_dossier as tabled
set (product_name, producer_name, commune_name) = (
  select
    coalesce(item.product_name, product.name),
    coalesce(item.producer_name, producer.name),
    coalesce(item.commune_name, commune.name)
  from dossier
  join product on product.id = dossier.product_id
  join producer on producer.id = dossier.producer_id
  join commune on commune.code = dossier.commune_code
  left join recognition_decision as decision on decision.session_id = tabled.session_id
  left join decision_item as item on item.decision_id = decision.id and item.dossier_id = dossier.id
  where dossier.id = tabled.dossier_id
)
where tabled.session_id in (select id from council_session where status = 'closed');
