-- What other rooms may read of a dossier: whose it is, by which law it is judged, and how far it is. What is written in it goes through the front door.
create view dossier_card as
select
  id, code, product_id, producer_id, commune_code, kind, criteria_decision, set_code, status, submitted_at, commune_due_on, round_id, is_sample,
  created_at, updated_at
from dossier;
alter table dossier add constraint dossier_status_check check (status in (
  'draft', 'submitted', 'returned', 'proposed', 'province-returned', 'received', 'appraising', 'scored', 'awaiting-ministry', 'recognised',
  'not-recognised', 'withdrawn'));
